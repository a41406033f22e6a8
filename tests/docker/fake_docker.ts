/** Small programs that stand in for docker, in folders that go away with the test. */

import type { Docker } from "../../lib/docker/binary.ts";

export interface FakeDocker extends Disposable {
  readonly docker: Docker;
  /** What it was started with so far, one line each. */
  readonly calls: () => readonly string[];
  readonly folder: string;
}

/** `script` is the body of a shell script. */
export function fakeDocker(script: string): FakeDocker {
  const folder = Deno.makeTempDirSync({ prefix: "fake-docker-" });
  const path = `${folder}/docker`;
  Deno.writeTextFileSync(path, `#!/bin/sh\necho "$@" >>${folder}/calls\n${script}\n`);
  Deno.chmodSync(path, 0o755);
  return {
    docker: { path, environment: { variables: { PATH: Deno.env.get("PATH") ?? "/usr/bin:/bin" }, inherit: false } },
    calls: () => {
      try {
        return Deno.readTextFileSync(`${folder}/calls`).trim().split("\n");
      } catch {
        return [];
      }
    },
    folder,
    [Symbol.dispose]: () => Deno.removeSync(folder, { recursive: true }),
  };
}
