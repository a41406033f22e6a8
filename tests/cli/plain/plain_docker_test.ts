/** In a lab line by line, what begins with docker goes to docker, and what docker does not say is said. */

import { deepEqual, equal } from "node:assert/strict";
import { isDockerLine, runDockerLine } from "../../../lib/cli/plain/plain_docker.ts";
import type { CommandEnd } from "../../../lib/screens/message.ts";
import { converse } from "../../../lib/terminal/conversation.ts";

Deno.test("only lines for docker and docker-compose are taken, as they were typed", () => {
  const taken = ["docker ps", "  docker  PS", "sudo docker ps", "$ docker ps", "docker-compose up", "docker"];
  deepEqual(taken.map(isDockerLine), taken.map(() => true));
  const left = ["q", "?", "s", "", "dockerd", "ps", "x docker ps"];
  deepEqual(left.map(isDockerLine), left.map(() => false));
});

async function said(line: string, end: CommandEnd): Promise<readonly [string, readonly string[]]> {
  let text = "";
  using talk = converse({
    read: () => Promise.resolve(undefined),
    write: (piece) => (text += piece) !== "",
    depth: "bare",
    width: () => 80,
    echoes: true,
  });
  const started: string[] = [];
  await runDockerLine(talk, line, {
    lang: "en",
    run: ({ program, args }) => {
      started.push([program, ...args].join(" "));
      return Promise.resolve(end);
    },
  });
  return [text, started];
}

Deno.test("a success is silent, an exit code is told, a refusal starts nothing", async () => {
  deepEqual(await said("sudo docker run -e A=B X", { kind: "exited", code: 0 }), ["", ["docker run -e A=B X"]]);
  deepEqual(await said("docker ps", { kind: "exited", code: 1 }), ["[exit code 1]\n", ["docker ps"]]);
  const missing = { es: "falta", en: "missing" };
  equal((await said("docker ps", { kind: "not-started", what: missing, next: missing }))[0], "missing\nmissing\n");
  const [text, started] = await said("docker ps | wc", { kind: "exited", code: 0 });
  deepEqual(started, []);
  equal(text.startsWith("One single command is asked for"), true, text);
});
