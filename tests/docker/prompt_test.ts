/** What is typed at the prompt starts docker with those words, in the learner's folder, and can be ended. */

import { deepEqual, equal, match, ok } from "node:assert/strict";
import { promptArgv, type PromptPlace, runPiped } from "../../lib/docker/prompt.ts";
import { namesOf } from "../../lib/docker/prompt_names.ts";
import { type PromptCommand, readPromptLine } from "../../lib/quiz/command/prompt_line.ts";
import { eventually } from "./eventually.ts";
import { type FakeDocker, fakeDocker } from "./fake_docker.ts";
import { docker, haveEngine, ownNames, sh } from "./real_engine.ts";

function commandOf(line: string): PromptCommand {
  const read = readPromptLine(line);
  if (read.kind !== "command") throw new Error(`${line}: ${JSON.stringify(read)}`);
  return read.command;
}

function placeOf(fake: FakeDocker): PromptPlace {
  return { docker: fake.docker, folder: `${fake.folder}/work`, home: "/home/ana" };
}

async function ran(
  fake: FakeDocker,
  line: string,
): Promise<{ readonly text: string; readonly code: number | undefined }> {
  let text = "";
  const running = runPiped(commandOf(line), placeOf(fake), (_, piece) => {
    text += piece;
    return Promise.resolve();
  });
  const end = await running.end;
  return { text, code: end.kind === "exited" ? end.code : undefined };
}

Deno.test("every word reaches docker as it was typed, and nothing of a shell happens to it", async () => {
  using fake = fakeDocker('for word in "$@"; do echo "<$word>"; done');
  const { text, code } = await ran(fake, `run -e 'A=$(id); x|y' "b  c" d\\ e`);
  deepEqual(text.trim().split("\n"), ["<run>", "<-e>", "<A=$(id); x|y>", "<b  c>", "<d e>"]);
  equal(code, 0);
});

Deno.test("it runs in the learner's folder, which is made if it is not there yet", async () => {
  using fake = fakeDocker("pwd");
  match((await ran(fake, "ps")).text, /\/work\n$/);
});

Deno.test("relative mounts are put in for older clients, but not what the container's program reads", () => {
  using fake = fakeDocker("");
  const argv = (line: string) => promptArgv(commandOf(line), placeOf(fake)).join(" ");
  const work = `${fake.folder}/work`;
  equal(
    argv("run -v ./a:/a -v .:/b busybox tar -v ./a:/a"),
    `docker run -v ${work}/a:/a -v ${work}:/b busybox tar -v ./a:/a`,
  );
  equal(argv("run -v $PWD/a:/a -v ~/b:/b x"), `docker run -v ${work}/a:/a -v /home/ana/b:/b x`);
});

Deno.test("both streams are heard, a letter that was cut comes whole, and the exit code is told", async () => {
  using fake = fakeDocker("printf 'a\\303'; sleep 0.05; printf '\\261o\\n'; echo mal >&2; exit 3");
  const { text, code } = await ran(fake, "ps");
  equal(text.replace("mal\n", ""), "año\n");
  match(text, /mal\n/);
  equal(code, 3);
});

Deno.test("the learner's environment passes, on the engine that is looked at", async () => {
  using fake = fakeDocker('echo "$DOCKER_HOST|$DOCKER_CONTEXT|$COMPOSE_PROJECT_NAME"');
  const before = Deno.env.get("DOCKER_HOST");
  Deno.env.set("DOCKER_HOST", "unix:///elsewhere");
  Deno.env.set("COMPOSE_PROJECT_NAME", "mio");
  try {
    const { variables } = fake.docker.environment;
    const frozen = {
      ...fake.docker,
      environment: { inherit: false, variables: { ...variables, DOCKER_CONTEXT: "aula" } },
    };
    let text = "";
    await runPiped(commandOf("ps"), { ...placeOf(fake), docker: frozen }, (_, piece) => {
      text += piece;
      return Promise.resolve();
    }).end;
    equal(text, "|aula|mio\n");
  } finally {
    Deno.env.delete("COMPOSE_PROJECT_NAME");
    if (before === undefined) Deno.env.delete("DOCKER_HOST");
    else Deno.env.set("DOCKER_HOST", before);
  }
});

Deno.test("asked to stop three times it gets SIGINT, SIGTERM and SIGKILL", async () => {
  using fake = fakeDocker("trap 'echo int' INT; trap 'echo term' TERM; echo up; while :; do sleep 0.02; done");
  let text = "";
  const running = runPiped(commandOf("wait x"), placeOf(fake), (_, piece) => {
    text += piece;
    return Promise.resolve();
  });
  await eventually(() => text.includes("up"));
  running.stop();
  await eventually(() => text.includes("int"));
  running.stop();
  await eventually(() => text.includes("term"));
  running.stop();
  deepEqual(await running.end, { kind: "exited", code: 137 });
});

Deno.test("disposing of it ends what does not want to end", async () => {
  using fake = fakeDocker("trap '' TERM INT; while :; do sleep 0.05; done");
  const began = performance.now();
  {
    await using running = runPiped(commandOf("wait x"), placeOf(fake), () => Promise.resolve());
    ok(running.end);
  }
  ok(performance.now() - began < 8000, "it would go on for ever");
});

Deno.test("a program that is not there is told, not thrown", async () => {
  using fake = fakeDocker("");
  const end = await runPiped(commandOf("docker-compose ps"), {
    ...placeOf(fake),
    docker: { ...fake.docker, environment: { inherit: false, variables: { PATH: "/nowhere" } } },
  }, () => Promise.resolve()).end;
  ok(end.kind === "not-started" && end.error instanceof Deno.errors.NotFound);
});

Deno.test("docker-compose is looked for along PATH", async () => {
  using fake = fakeDocker("");
  Deno.writeTextFileSync(`${fake.folder}/docker-compose`, '#!/bin/sh\necho compose "$@"\n', { mode: 0o755 });
  const environment = { inherit: false, variables: { PATH: `${fake.folder}:/usr/bin:/bin` } };
  const place = { ...placeOf(fake), docker: { ...fake.docker, environment } };
  let text = "";
  await runPiped(commandOf("docker-compose up -d"), place, (_, piece) => {
    text += piece;
    return Promise.resolve();
  }).end;
  equal(text, "compose up -d\n");
});

Deno.test("names of the folder and of the compose file are read, and an engine that fails gives none", async () => {
  using fake = fakeDocker("echo 'Cannot connect to the Docker daemon' >&2; exit 1");
  const place = placeOf(fake);
  deepEqual(await namesOf("files:", place), []);
  Deno.mkdirSync(`${place.folder}/site`, { recursive: true });
  Deno.writeTextFileSync(
    `${place.folder}/compose.yaml`,
    "services:\n  web:\n    image: x\n\n  # no\n  'db':\n    image: y\nvolumes:\n  v:\n",
  );
  deepEqual((await namesOf("files:", place))?.map(({ text }) => text).sort(), ["compose.yaml", "site/"]);
  deepEqual(await namesOf("compose", place), [{ text: "web" }, { text: "db" }]);
  equal(await namesOf("containers", place), undefined);
});

Deno.test({
  name: "names come from the real engine, containers with their state",
  ignore: !haveEngine,
  async fn() {
    await using names = ownNames();
    const place: PromptPlace = { docker, folder: "/tmp", home: "/" };
    await sh("run", "-d", "--network", "none", "--name", names.of("up"), "busybox", "sleep", "60");
    await sh("create", "--network", "none", "--name", names.of("down"), "busybox");
    await sh("volume", "create", names.of("vol"));
    await sh("network", "create", names.of("net"));
    const containers = await namesOf("containers", place) ?? [];
    equal(containers.find(({ text }) => text === names.of("up"))?.state, "running");
    equal(containers.find(({ text }) => text === names.of("down"))?.state, "stopped");
    ok((await namesOf("volumes", place))?.some(({ text }) => text === names.of("vol")));
    ok((await namesOf("networks", place))?.some(({ text }) => text === names.of("net")));
    ok((await namesOf("images", place))?.some(({ text }) => text === "busybox:latest"));
    await sh("pause", names.of("up"));
    equal((await namesOf("containers", place))?.find(({ text }) => text === names.of("up"))?.state, "paused");
    await sh("unpause", names.of("up"));
  },
});
