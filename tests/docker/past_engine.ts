/** An engine of one's own, to be restarted and overrun with events while other tests go on with theirs. */

import { engine, type NamedEngine, namedEngine } from "./named_engine.ts";

export interface PastEngine extends NamedEngine {
  readonly host: string;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Gives the image so many tags, faster than any client, and takes them away: two events each. */
  readonly burst: (count: number) => Promise<void>;
}

/** As `namedEngine`. */
export async function pastEngine(name: string): Promise<PastEngine> {
  const named = await namedEngine(name);
  const host = named.docker.environment.variables["DOCKER_HOST"] ?? "";
  return {
    ...named,
    host,
    stop: async () => void await engine("stop", name),
    start: async () => void await engine("start", name),
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
      const { code } = await new Deno.Command(named.docker.path, {
        args: ["--host", host, "image", "rm", ...requests.map((_, n) => `burst:t${n}`)],
        stdout: "null",
      }).output();
      if (code !== 0) throw new Error("the tags could not be taken away");
    },
  };
}
