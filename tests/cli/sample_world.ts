/** A small lab, an empty store and an engine that does as it is told, for the tests of what joins them. */

import type { Lab } from "../../lib/content/schema/lab.ts";
import { decodeLab } from "../../lib/content/decode_lab.ts";
import type { DockerEngine } from "../../lib/docker/engine.ts";
import { type EventStore, openStore } from "../../lib/store/event_store.ts";
import { fakeDocker } from "../docker/fake_docker.ts";

export interface Place extends Disposable {
  readonly folder: string;
  readonly store: EventStore;
}

/** A state folder with its store; both go away with the test. */
export function place(): Place {
  const folder = Deno.makeTempDirSync({ prefix: "grumete-cli-" });
  const store = openStore(folder);
  return {
    folder,
    store,
    [Symbol.dispose]() {
      store[Symbol.dispose]();
      Deno.removeSync(folder, { recursive: true });
    },
  };
}

/** One task: a volume. */
export function sampleLabText(setup: readonly string[] = [], workspace: readonly string[] = []): string {
  return `
format: 1
id: muelle
title: Muelle
concepts: [docker-volume]
minutes: 5
setup: ${JSON.stringify(setup)}
workspace: ${JSON.stringify(workspace)}
tasks:
  - id: volumen
    title: Un volumen
    text: Crea el volumen.
    checks: [{ volume: datos, exists: true }]
    explanation: Los datos quedan en él.
    solution: [docker volume create datos]
`;
}

export function sampleLab(setup: readonly string[] = []): Lab {
  const { value, problems } = decodeLab(sampleLabText(setup), "lab.yaml");
  if (!value) throw new Error(JSON.stringify(problems));
  return value;
}

/** An engine of which only what is given works; the docker behind it answers to `script`. */
export function engineOf(
  script: string,
  look: DockerEngine["look"],
): DockerEngine & { readonly calls: () => readonly string[] } {
  const fake = fakeDocker(script);
  return {
    docker: fake.docker,
    calls: fake.calls,
    identify: () => Promise.resolve({ kind: "fault", fault: { kind: "daemon-down", detail: "" } }),
    address: () => Promise.resolve(undefined),
    look,
    events: () => ({ [Symbol.asyncDispose]: () => Promise.resolve() }),
    [Symbol.asyncDispose]() {
      fake[Symbol.dispose]();
      return Promise.resolve();
    },
  };
}

/** Lists are empty, and inspecting nothing gives nothing. */
export const emptyEngine = `case "$1 $2" in info*) exit 0;; *" ls") exit 0;; *" inspect") echo '[]'; exit 0;; esac`;
