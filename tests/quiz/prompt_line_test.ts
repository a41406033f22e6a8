/** What is typed at the docker prompt becomes one program with its words, or a sentence; what needs the terminal is known. */

import { deepEqual, equal, match } from "node:assert/strict";
import fc from "fast-check";
import { needsTerminal } from "../../lib/quiz/command/needs_terminal.ts";
import { readPromptLine, rememberedLine, withFolders } from "../../lib/quiz/command/prompt_line.ts";

function started(line: string): readonly string[] | string {
  const read = readPromptLine(line);
  if (read.kind !== "command") return read.kind === "problem" ? read.what.en : read.kind;
  const { program, args } = read.command;
  return [program, ...args.map((word) => withFolders(word, { here: "/w", home: "/h" }))];
}

Deno.test.each<readonly [string, readonly string[]]>([
  ["docker ps -a", ["docker", "ps", "-a"]],
  ["ps -a", ["docker", "ps", "-a"]],
  ["docker docker ps", ["docker", "ps"]],
  ["docker sudo docker ps", ["docker", "ps"]],
  ["docker $ docker ps", ["docker", "ps"]],
  ["$ sudo docker ps", ["docker", "ps"]],
  ["docker-compose up -d", ["docker-compose", "up", "-d"]],
  ["docker docker-compose ps", ["docker-compose", "ps"]],
  ["docker compose up -d", ["docker", "compose", "up", "-d"]],
  ["docker scout cves nginx", ["docker", "scout", "cves", "nginx"]],
  ["-v", ["docker", "-v"]],
  [`run -e 'A=$x y' "b c" d\\ e`, ["docker", "run", "-e", "A=$x y", "b c", "d e"]],
  ["exec web sh -c 'ls | wc -l > /n; echo $HOME *'", [
    "docker",
    "exec",
    "web",
    "sh",
    "-c",
    "ls | wc -l > /n; echo $HOME *",
  ]],
  ["run -v $(pwd):/a -v $PWD/b:/b -v ~/c:/c x", [
    "docker",
    "run",
    "-v",
    "/w:/a",
    "-v",
    "/w/b:/b",
    "-v",
    "/h/c:/c",
    "x",
  ]],
  [`ps --format "{{.Names}}"`, ["docker", "ps", "--format", "{{.Names}}"]],
])("%s starts the program with its words", (line, expected) => deepEqual(started(line), expected));

Deno.test.each<readonly [string, RegExp]>([
  ["docker ps | wc -l", /without `\|`\. There is no shell here: use another terminal/],
  ["docker ps > f", /redirecting with `>`.*another terminal/],
  ["docker stop a && docker rm a", /without `&&`.*another terminal/],
  ["docker stop a; docker rm a", /without `;`.*another terminal/],
  ["docker rm $(docker ps -aq)", /another terminal/],
  ["docker rm `docker ps -aq`", /another terminal/],
  ["docker run -e A=$NAME x", /value of `A=\$NAME`: write it, or use single quotes/],
  ["docker rm web*", /look for files with `\*`/],
  ["docker run 'x", /quote `'` is not closed/],
  ["curl localhost", /Only docker and docker-compose run here, not `curl`/],
  ["dcoker ps", /did you mean `docker`/],
  ["/usr/bin/docker ps", /Only docker/],
])("%s is answered with a sentence", (line, expected) => match(String(started(line)), expected));

Deno.test("nothing, docker alone, exit and clear are what they are", () => {
  deepEqual(["", "  ", "docker ", "exit", "clear"].map(started), [
    "empty",
    "empty",
    "empty",
    "exit",
    "clear",
  ]);
});

Deno.test("what is run in the container is not docker's own", () => {
  const own = (line: string) => {
    const read = readPromptLine(line);
    return read.kind === "command" ? read.command.args.slice(0, read.command.own).join(" ") : read.kind;
  };
  equal(own("run -v ./a:/b busybox ls -v ./a:/b"), "run -v ./a:/b busybox");
  equal(own("exec -it web sh -c x"), "exec -it web");
  equal(own("ps -a"), "ps -a");
  equal(own("compose run -T web ls -l"), "compose run -T web");
});

Deno.test("a line is remembered without what was copied along", () => {
  equal(rememberedLine("docker docker ps "), "docker ps");
  equal(rememberedLine("docker sudo docker ps"), "docker ps");
  equal(rememberedLine("docker $ docker ps"), "docker ps");
  equal(rememberedLine("docker docker-compose ps"), "docker-compose ps");
  equal(rememberedLine("docker ps"), "docker ps");
  equal(rememberedLine(" ps"), "docker ps");
  equal(rememberedLine("$ sudo docker ps"), "docker ps");
});

Deno.test("reading a line never throws, and never starts anything but docker and docker-compose", () => {
  const pieces = fc.constantFrom(
    "docker",
    "ps",
    "-it",
    "'",
    '"',
    "\\",
    "$",
    "`",
    "|",
    " ",
    "sudo",
    "run",
    "*",
    "~",
    "ñ",
    "=",
  );
  fc.assert(fc.property(fc.array(fc.oneof(pieces, fc.string())), (parts) => {
    const read = readPromptLine(parts.join(" "));
    if (read.kind === "command") equal(/^docker(-compose)?$/.test(read.command.program), true);
  }));
});

const terminal = [
  "docker run -it busybox sh",
  "docker run --rm --interactive busybox cat",
  "docker run -ti --name a busybox",
  "docker container exec -it web sh",
  "docker exec -i db psql",
  "docker start -ai web",
  "docker attach web",
  "docker logs -f web",
  "docker logs --follow --tail 3 web",
  "docker service logs -f s",
  "docker events",
  "docker events --since 10m",
  "docker stats",
  "docker login",
  "docker login -u ana",
  "docker system prune",
  "docker volume prune -a",
  "docker swarm unlock",
  "docker compose up",
  "docker-compose up --build",
  "docker compose exec web sh",
  "docker compose run web ls",
  "docker-compose logs -f",
  "docker compose rm",
  "docker build -",
  "docker build -f - .",
  "docker secret create s -",
  "docker run --gpus all -it cuda sh",
];

const piped = [
  "docker run busybox echo hi",
  "docker run -d -it busybox sh",
  "docker run nginx",
  "docker run busybox ls -it",
  "docker exec web ls -it",
  "docker exec -d -it web sh",
  "docker start -a web",
  "docker logs web",
  "docker logs --tail 3 web",
  "docker events --until 1s",
  "docker stats --no-stream",
  "docker login -u ana -p x",
  "docker system prune -f",
  "docker compose up -d",
  "docker compose up --wait",
  "docker compose exec -T web ls",
  "docker compose ps",
  "docker compose rm -fs",
  "docker build .",
  "docker wait web",
  "docker run --help -it",
  "docker run --gpus all -d -it cuda",
  "docker ps --new-flag",
];

Deno.test.each(terminal)("%s gets the terminal", (line) => equal(needsTerminal(line.split(" ")), true));
Deno.test.each(piped)("%s runs in a pipe", (line) => equal(needsTerminal(line.split(" ")), false));

Deno.test("of a long word that is no command only the beginning is said", () => {
  const said = started("$ " + "x".repeat(5000));
  match(String(said), /^Only docker and docker-compose run here, not `x{40}…`$/);
});
