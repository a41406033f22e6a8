/** An engine of one's own, to be restarted and overrun with events while other tests go on with theirs. */

import { docker, haveEngine } from "./real_engine.ts";
import type { Docker } from "../../lib/docker/binary.ts";
import { run } from "../../lib/docker/run.ts";

/** Starting an engine needs root, and a machine that has one. */
export const havePastEngine = haveEngine && Deno.build.os === "linux" && Deno.statSync("/proc/self").uid === 0;

export interface PastEngine {
  readonly host: string;
  readonly docker: Docker;
  /** Throws when docker does. */
  readonly sh: (...args: readonly string[]) => Promise<string>;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Gives the image so many tags, which is one event each, faster than any client. */
  readonly burst: (count: number) => Promise<void>;
}

const script = new URL("../engine/engine.sh", import.meta.url).pathname;

async function engineScript(verb: string): Promise<string> {
  const { code, stdout, stderr } = await new Deno.Command("bash", { args: [script, verb, "past"], stdin: "null" })
    .output();
  if (code !== 0) throw new Error(`engine.sh ${verb} past: ${new TextDecoder().decode(stderr)}`);
  return new TextDecoder().decode(stdout);
}

let starting: Promise<PastEngine> | undefined;

/** Starts it unless it runs, and empties it. */
export async function pastEngine(): Promise<PastEngine> {
  const engine = await (starting ??= start());
  await engineScript("clean");
  return engine;
}

async function start(): Promise<PastEngine> {
  const host = /^export DOCKER_HOST=(\S+)/m.exec(await engineScript("start"))?.[1] ?? "";
  const variables = Object.fromEntries(
    Object.entries(docker.environment.variables).filter(([name]) => !name.startsWith("DOCKER_")),
  );
  const there: Docker = {
    path: docker.path,
    environment: { variables: { ...variables, DOCKER_HOST: host }, inherit: false },
  };
  return {
    host,
    docker: there,
    async sh(...args) {
      const call = await run(there, args, { deadline: 60_000 });
      if (call.end !== "exited" || call.code !== 0) {
        throw new Error(`docker ${args.join(" ")}: ${call.stderr || call.end}`);
      }
      return call.stdout.trim();
    },
    stop: async () => void await engineScript("stop"),
    start: async () => void await engineScript("start"),
    async burst(count) {
      using connection = await Deno.connect({ transport: "unix", path: host.replace("unix://", "") });
      const requests = Array.from({ length: count }, (_, n) => {
        const last = n === count - 1 ? "Connection: close\r\n" : "";
        return `POST /images/busybox/tag?repo=burst&tag=t${n} HTTP/1.1\r\nHost: d\r\n${last}Content-Length: 0\r\n\r\n`;
      });
      const writer = connection.writable.getWriter();
      const answers = new Response(connection.readable).text();
      for (const request of requests) await writer.write(new TextEncoder().encode(request));
      const created = (await answers).split("HTTP/1.1 201").length - 1;
      if (created !== count) throw new Error(`only ${created} of ${count} tags were made`);
    },
  };
}
