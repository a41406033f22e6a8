/** Completion offers what docker would take at this place, and the names of what is really there. */

import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { commonStart, complete } from "../../lib/quiz/command/completion/complete.ts";
import type { Names } from "../../lib/quiz/command/completion/names.ts";
import { allVerbs } from "../../lib/quiz/command/grammar.ts";

const names: Names = {
  containers: [
    { text: "web", state: "running" },
    { text: "db", state: "stopped" },
    { text: "worker", state: "paused" },
  ],
  images: [{ text: "busybox:latest" }, { text: "busybox:1.35" }, { text: "debian:bookworm-slim" }],
  volumes: [{ text: "datos" }],
  networks: [{ text: "backend" }, { text: "bridge" }],
  services: [{ text: "api" }],
  compose: [{ text: "frente" }],
  "files:": [{ text: "Dockerfile" }, { text: "site/" }, { text: ".env" }, { text: "mi web.txt" }],
  "files:site/": [{ text: "index.html" }],
  "files:./": [{ text: "site/" }],
};

const offered = (text: string) => complete(text, names).candidates.map(({ text }) => text);

/** "│" is the cursor; what the only candidate makes of the line. */
function only(text: string): string {
  const { from, candidates } = complete(text, names);
  equal(candidates.length, 1, JSON.stringify(candidates));
  return text.slice(0, from) + candidates[0]?.text;
}

Deno.test.each([
  ["docker contai", "docker container "],
  ["contai", "container "],
  ["docker container sta", ["start ", "stats "]],
  ["docker volume ins", "docker volume inspect "],
  ["docker compose up --det", "docker compose up --detach "],
  ["docker-compose -f Docker", "docker-compose -f Dockerfile "],
  ["docker --context lab ps --no-", "docker --context lab ps --no-trunc "],
  ["docker help vers", "docker help version "],
  ["docker run --netw", ["--network ", "--network-alias "]],
  ["docker run -d", "docker run -d "],
])("%s is completed", (text, expected) => {
  if (typeof expected === "string") equal(only(text), expected);
  else deepEqual(offered(text), expected);
});

Deno.test("names of containers are those that the verb can do something with", () => {
  deepEqual(offered("docker exec "), ["web "]);
  deepEqual(offered("docker stop "), ["web "]);
  deepEqual(offered("docker start "), ["db "]);
  deepEqual(offered("docker unpause "), ["worker "]);
  deepEqual(offered("docker rm -f "), ["db ", "web ", "worker "]);
  deepEqual(offered("docker rm db "), ["web ", "worker "], "a name that stands there already is not offered again");
  deepEqual(complete("docker exec ", {}).sources, ["containers"]);
});

Deno.test("values of flags are completed where they stand, joined or not", () => {
  deepEqual(offered("docker run --network "), ["backend ", "bridge "]);
  equal(only("docker run --network=ba"), "docker run --network=backend ");
  equal(only("docker run --rm -itv da"), "docker run --rm -itv datos:");
  equal(only("docker run -v ./si"), "docker run -v ./site/");
  deepEqual(offered("docker run -v datos:"), []);
  deepEqual(offered("docker run --volumes-from w"), ["web ", "worker "]);
  deepEqual(offered("docker run --restart un"), ["unless-stopped "]);
  deepEqual(offered("docker run --mount type=v"), ["type=volume,source="]);
  deepEqual(offered("docker ps --filter st"), ["status="]);
  deepEqual(offered("docker build -t d"), ["debian:bookworm-slim "]);
});

Deno.test("an image goes by its name alone until its tag is begun", () => {
  deepEqual(offered("docker run bu"), ["busybox ", "busybox:1.35 "]);
  deepEqual(offered("docker run busybox:"), ["busybox:1.35 ", "busybox:latest "]);
});

Deno.test("files come from the learner's folder, quoted where they must be, hidden ones only when asked for", () => {
  deepEqual(offered("docker build -f "), ["Dockerfile ", "'mi web.txt' ", "site/"]);
  deepEqual(offered("docker build -f 'mi"), ["'mi web.txt' "]);
  deepEqual(offered("docker run --env-file ."), [".env "]);
  equal(only("docker cp site/"), "docker cp site/index.html ");
  deepEqual(offered("docker cp we"), ["web:"]);
});

Deno.test("services are the swarm's, or those of the compose file", () => {
  equal(only("docker service logs "), "docker service logs api ");
  equal(only("docker compose logs -f "), "docker compose logs -f frente ");
  equal(only("docker service scale "), "docker service scale api=");
});

Deno.test("nothing is offered for new names, inside a container, or behind what is no single command", () => {
  for (
    const line of ["volume create ", "network create ", "exec web ", "run busybox l", "rename web ", "ps | w", "foo "]
  ) {
    deepEqual(offered(`docker ${line}`), [], line);
  }
  deepEqual(offered("docker exec web --"), [], "what follows the container is its own command");
  deepEqual(offered("docker logs -- "), ["db ", "web ", "worker "]);
});

Deno.test("candidates have a common start", () => {
  equal(commonStart(complete("docker run --netw", names).candidates), "--network");
  equal(commonStart([]), "");
});

Deno.test("completion of any beginning of any command never throws, and each candidate goes on from it", () => {
  const verbs = allVerbs.map(({ names }) => names.split(", ")[0] ?? "");
  const piece = fc.constantFrom(
    "-",
    "--",
    "--network",
    "=",
    "-v",
    "'",
    '"',
    "\\",
    "web",
    ".",
    "/",
    ":",
    " ",
    "type=",
    ",",
    "ñ",
  );
  fc.assert(fc.property(fc.constantFrom(...verbs), fc.array(piece, { maxLength: 6 }), (verb, parts) => {
    const text = `docker ${verb} ${parts.join("")}`;
    const { from, candidates } = complete(text, names);
    ok(from <= text.length);
    for (const { text } of candidates) ok(text.trim() !== "");
  }));
});
