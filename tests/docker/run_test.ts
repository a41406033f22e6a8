/** Processes that hang, refuse to end, or talk nonsense. */

import { deepEqual, equal, ok } from "node:assert/strict";
import { planFor } from "../lab/plans.ts";
import { findBinaries } from "../../lib/docker/binary.ts";
import { readEnvironment } from "../../lib/docker/environment.ts";
import { followEvents, type Heard } from "../../lib/docker/events.ts";
import { readingOf } from "../../lib/docker/faults.ts";
import { look } from "../../lib/docker/look.ts";
import { read, run } from "../../lib/docker/run.ts";
import { runSetup } from "../../lib/docker/setup.ts";
import { runSteps, withAbsoluteMounts, withFolder, withLabels } from "../../lib/docker/steps.ts";
import { examine } from "../../lib/docker/doctor.ts";
import { fakeDocker } from "./fake_docker.ts";
import { eventually } from "./eventually.ts";

/** ms: far more than anything here takes on a busy machine, and far less than what must not be waited for. */
const soon = 8000;

async function timed<Value>(work: () => PromiseLike<Value>): Promise<readonly [Value, number]> {
  const start = performance.now();
  const value = await work();
  return [value, performance.now() - start];
}

Deno.test("a hung docker is ended at its deadline and called hung", async () => {
  using fake = fakeDocker("exec sleep 30");
  const [call, ms] = await timed(() => read(fake.docker, "version", [], { deadline: 200 }));
  equal(call.end, "deadline");
  const reading = readingOf(call);
  equal(reading.kind === "fault" && reading.fault.kind, "hung");
  ok(ms < soon, String(ms));
});

Deno.test("a docker that ignores SIGTERM is killed 300 ms later", async () => {
  using fake = fakeDocker("trap '' TERM; while :; do sleep 0.05; done");
  const [call, ms] = await timed(() => read(fake.docker, "version", [], { deadline: 200 }));
  equal(call.end, "deadline");
  ok(ms >= 480 && ms < soon, String(ms));
});

Deno.test("a child of docker that keeps the pipes open is not waited for", async () => {
  using fake = fakeDocker("sleep 20 & echo said; exit 0");
  const [call, ms] = await timed(() => read(fake.docker, "version", [], { deadline: 20_000 }));
  deepEqual([call.end, call.code, call.stdout], ["exited", 0, "said\n"]);
  ok(ms < soon, String(ms));
});

Deno.test("cancelling ends the process and says so", async () => {
  using fake = fakeDocker("exec sleep 30");
  const controller = new AbortController();
  const call = read(fake.docker, "version", [], { deadline: 5000, signal: controller.signal });
  setTimeout(() => controller.abort(), 50);
  equal((await call).end, "cancelled");
  equal((await read(fake.docker, "version", [], { deadline: 5000, signal: controller.signal })).end, "cancelled");
});

Deno.test("output beyond the limit is dropped, and the exit code still comes", async () => {
  using fake = fakeDocker("head -c 300000 /dev/zero | tr '\\0' x; exit 7");
  const call = await read(fake.docker, "container logs", [], { deadline: 5000, limit: 65536 });
  deepEqual([call.stdout.length, call.overflow, call.code], [65536, true, 7]);
});

Deno.test("arguments reach docker as they are, without a shell", async () => {
  using fake = fakeDocker('printf "%s|" "$@"');
  const call = await run(fake.docker, ["a b", "$HOME", "; rm", "ñ", ""], { deadline: 5000 });
  equal(call.stdout, "a b|$HOME|; rm|ñ||");
});

Deno.test("docker sees only the variables it needs", async () => {
  using fake = fakeDocker("env | cut -d= -f1 | sort | tr '\\n' ' '");
  const call = await run(fake.docker, [], { deadline: 5000 });
  equal(call.stdout.replace(/\b(PWD|_|SHLVL|OLDPWD) /g, ""), "PATH ");
});

Deno.test("a missing docker, a missing folder and a file nobody may execute are told apart", async () => {
  const environment = { variables: { PATH: "/usr/bin:/bin" }, inherit: false };
  const kind = async (path: string, cwd?: string) => {
    const reading = readingOf(await run({ path, environment }, [], { deadline: 1000, ...(cwd ? { cwd } : {}) }));
    return reading.kind === "fault" ? reading.fault.kind : reading.kind;
  };
  using fake = fakeDocker("exit 0");
  equal(await kind("/nowhere/docker"), "binary-missing");
  equal(await kind(fake.docker.path, "/nowhere"), "unknown");
  Deno.chmodSync(fake.docker.path, 0o644);
  equal(await kind(fake.docker.path), "not-executable");
});

Deno.test("only absolute folders of PATH are searched, and the same file counts once", () => {
  using fake = fakeDocker("exit 0");
  Deno.symlinkSync(fake.folder, `${fake.folder}/again`);
  Deno.mkdirSync(`${fake.folder}/blocked`);
  Deno.writeTextFileSync(`${fake.folder}/blocked/docker`, "", { mode: 0o644 });
  const PATH = `:.:relative:${fake.folder}/blocked:${fake.folder}:${fake.folder}/again`;
  const found = findBinaries({ variables: { PATH }, inherit: false });
  deepEqual(found, {
    executable: [`${fake.folder}/docker`],
    blocked: [`${fake.folder}/blocked/docker`],
    complete: true,
  });
});

Deno.test("an environment that may not be read is inherited instead", () => {
  equal(readEnvironment(() => undefined).inherit, true);
  equal(
    readEnvironment(() => {
      throw new Deno.errors.NotCapable("no");
    }).inherit,
    true,
  );
  deepEqual(readEnvironment((name) => name === "PATH" ? "/bin" : undefined), {
    variables: { PATH: "/bin" },
    inherit: false,
  });
});

Deno.test("one inspect per kind of object, whatever the number of names", async () => {
  using fake = fakeDocker("echo '[]'; echo 'Error: No such container: x' >&2; exit 1");
  const names = Array.from({ length: 50 }, (_, n) => `name-${n}`);
  const snapshot = await look(fake.docker, planFor({ container: names, image: names, volume: names, network: names }));
  equal(snapshot.containers.get("name-49")?.kind, "missing");
  equal(fake.calls().filter((call) => call.includes("inspect")).length, 4);
  equal(fake.calls().filter((call) => call.includes(" ls ")).length, 4);
});

Deno.test("a daemon that is down makes everything unknown, and nobody looks for neighbours", async () => {
  using fake = fakeDocker(
    "echo '[]'; echo 'Cannot connect to the Docker daemon at unix:///x. Is the docker daemon running?' >&2; exit 1",
  );
  const exec = { kind: "exec", name: "web", run: ["true"], timeout: 1, expects: [] } as const;
  const snapshot = await look(fake.docker, planFor({ container: ["web"], volume: ["v"] }, { execs: [exec] }));
  const fault = {
    kind: "daemon-down",
    detail: "Cannot connect to the Docker daemon at unix:///x. Is the docker daemon running?",
  };
  deepEqual(snapshot.containers.get("web"), { kind: "unknown", fault });
  deepEqual([...snapshot.execs.values()], [{ kind: "unknown", fault }]);
  equal(fake.calls().length, 2);
});

Deno.test("nonsense from docker is unknown, never missing", async () => {
  for (const script of ["echo json", "echo '{}'", "exit 0", "exit 3", "head -c 2000 /dev/urandom; exit 0"]) {
    using fake = fakeDocker(script);
    const snapshot = await look(fake.docker, planFor({ container: ["web"] }));
    equal(snapshot.containers.get("web")?.kind, "unknown", script);
  }
});

Deno.test("an object that answers to a prefix of its id is not the one asked for", async () => {
  using fake = fakeDocker(`echo '[{"Id":"c0ffee","Name":"/other"}]'`);
  const snapshot = await look(fake.docker, planFor({ container: ["c0ffee"] }));
  equal(snapshot.containers.get("c0ffee")?.kind, "missing");
});

Deno.test("cancelling a look ends all of its children", async () => {
  using fake = fakeDocker("exec sleep 30");
  const controller = new AbortController();
  const looking = look(
    fake.docker,
    planFor({ container: ["a"], image: ["b"], volume: ["c"], network: ["d"] }),
    { signal: controller.signal },
  );
  setTimeout(() => controller.abort(), 50);
  const [snapshot, ms] = await timed(() => looking);
  deepEqual(snapshot.volumes.get("c"), { kind: "unknown", fault: { kind: "cancelled", detail: "" } });
  ok(ms < soon, String(ms));
});

Deno.test("events are resumed after a cut, the repeated one is told once, and the silence between is reported", async () => {
  const line = (action: string, nano: string) =>
    `{"Type":"container","Action":"${action}","Actor":{"ID":"1","Attributes":{"name":"web"}},"timeNano":${nano}}`;
  // Docker prints the whole window; the second start repeats the last moment, as `--since` does.
  using fake = fakeDocker(`
    case $(wc -l <$(dirname $0)/calls) in
      1) echo '${line("create", "1795254682000000001")}'; echo '${
    line("start", "1795254682000000002")
  }'; echo 'unexpected EOF' >&2; sleep 0.2; exit 1;;
      2) echo '${line("start", "1795254682000000002")}'; echo '${line("die", "1795254683000000003")}'; exec sleep 30;;
    esac`);
  const heard: string[] = [];
  const stream = followEvents(fake.docker, (said: Heard) => {
    heard.push(said.kind === "event" ? said.event.action : said.kind === "disconnected" ? said.fault.kind : said.kind);
  });
  await eventually(() => heard.includes("die"));
  await stream[Symbol.asyncDispose]();
  // Each stream says that it stands: an engine that was restarted in between has forgotten what happened.
  deepEqual(heard, ["standing", "connected", "create", "start", "stream-cut", "standing", "connected", "die"]);
  ok(fake.calls()[1]?.includes("--since 1795254682.000000002 "));
});

Deno.test("closing the stream ends a docker that ignores SIGTERM", async () => {
  using fake = fakeDocker("trap '' TERM; while :; do sleep 0.05; done");
  const stream = followEvents(fake.docker, () => {});
  await new Promise((resolve) => setTimeout(resolve, 100));
  const [, ms] = await timed(() => stream[Symbol.asyncDispose]());
  ok(ms < soon, String(ms));
});

Deno.test("what setup creates bears the label of the lab, and nothing else changes", () => {
  deepEqual(withLabels(["run", "-d", "busybox"], { "grumete.lab": "x" }), [
    "run",
    "--label",
    "grumete.lab=x",
    "-d",
    "busybox",
  ]);
  deepEqual(withLabels(["volume", "create", "v"], { "grumete.lab": "x" }), [
    "volume",
    "create",
    "--label",
    "grumete.lab=x",
    "v",
  ]);
  deepEqual(withLabels(["network", "connect", "a", "b"], { "grumete.lab": "x" }), ["network", "connect", "a", "b"]);
  deepEqual(withLabels(["start", "run"], { "grumete.lab": "x" }), ["start", "run"]);
});

Deno.test("the folder stands in for what a learner's shell would say, and may hold a dollar", () => {
  equal(withFolder("$PWD/web:/srv", "/home/$1"), "/home/$1/web:/srv");
  equal(withFolder("type=bind,source=$(pwd),target=/a", "/w"), "type=bind,source=/w,target=/a");
  equal(withFolder("${PWD}", "/w"), "/w");
  equal(withFolder("$PWDX", "/w"), "$PWDX");
});

Deno.test("steps run in the folder, in order, until one fails; files never leave the folder", async () => {
  using fake = fakeDocker('test "$1" = bad && { echo "Error response from daemon: Conflict." >&2; exit 1; }; pwd');
  const { folder } = fake;
  const good = await runSteps(fake.docker, [
    { file: "web/index.html", content: "hola" },
    "docker ps",
    "docker bad",
    "docker ps",
  ], { folder });
  deepEqual(good.map(({ kind }) => kind), ["done", "done", "failed"]);
  equal(Deno.readTextFileSync(`${folder}/web/index.html`), "hola");
  const last = good.at(-1);
  equal(last?.kind === "failed" && last.detail, "Error response from daemon: Conflict.");
  Deno.symlinkSync("/tmp", `${folder}/out`);
  for (const file of ["../x", "/x", "a/../../x", "out/x"]) {
    const [result] = await runSteps(fake.docker, [{ file, content: "" }], { folder });
    equal(result?.kind, "failed", file);
  }
});

Deno.test("what docker says is put in where a learner's shell would, once docker says something, and nothing else is run", async () => {
  using fake = fakeDocker('case "$1 $2" in "container ls") test -e "$0.up" && echo 1a2b; touch "$0.up";; esac');
  const { docker, folder } = fake;
  const steps = [
    'docker kill "$(docker ps -q -f name=faro.1)"',
    'docker exec x echo "$(docker rm -f all)" "$(id)" "a $(docker ps -q)"',
  ];
  deepEqual((await runSteps(docker, steps, { folder, answers: true })).map(({ kind }) => kind), ["done", "done"]);
  deepEqual(fake.calls(), [
    "container ls -q -f name=faro.1",
    "container ls -q -f name=faro.1",
    "kill 1a2b",
    "exec x echo $(docker rm -f all) $(id) a $(docker ps -q)",
  ]);
});

Deno.test("what a lab runs by itself asks docker for nothing, and no answer ever becomes an option", async () => {
  using fake = fakeDocker('case "$1 $2" in "container ls") echo --privileged;; esac');
  const { docker, folder } = fake;
  const step = 'docker run -d "$(docker ps -a --format --privileged)" busybox';
  const asked = "run -d $(docker ps -a --format --privileged) busybox";
  const prepared = await runSetup(docker, [step], { folder, labels: {} });
  deepEqual(prepared.map(({ kind }) => kind), ["done"]);
  deepEqual(fake.calls(), [asked]);
  await runSteps(docker, [step], { folder, answers: true });
  deepEqual(fake.calls().slice(1), ["container ls -a --format --privileged", asked]);
});

Deno.test("no folder is made behind a link of the workspace", async () => {
  using fake = fakeDocker("true");
  using outside = fakeDocker("true");
  Deno.symlinkSync(outside.folder, `${fake.folder}/out`);
  const [result] = await runSteps(fake.docker, [{ file: "out/deep/x", content: "" }], { folder: fake.folder });
  equal(result?.kind, "failed");
  equal([...Deno.readDirSync(outside.folder)].map(({ name }) => name).join(), "docker");
});

Deno.test("doctor says what is wrong with the docker it found, and how to repair it", async () => {
  const missing = await examine({
    path: "/nowhere/docker",
    environment: { variables: { PATH: "/nowhere" }, inherit: false },
  });
  deepEqual(missing.map(({ id, status }) => [id, status]), [["binary", "bad"]]);
  using fake = fakeDocker(`echo '{"Client":{"Version":"28.2.2","ApiVersion":"1.50","Context":"default"}}'
    echo 'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock' >&2; exit 1`);
  const findings = await examine(fake.docker);
  const engine = findings.find(({ id }) => id === "engine");
  equal(engine?.status, "bad");
  ok(engine?.next?.es.includes("usermod -aG docker"));
});

Deno.test("a mount of the workspace is made absolute for clients that want it so, and nothing else is touched", () => {
  const absolute = (...argv: readonly string[]) => withAbsoluteMounts(argv, "/w $1");
  deepEqual(absolute("run", "-v", "./site:/www:ro", "busybox"), ["run", "-v", "/w $1/site:/www:ro", "busybox"]);
  deepEqual(absolute("run", "--volume=./a:/a"), ["run", "--volume=/w $1/a:/a"]);
  deepEqual(absolute("run", "--mount", "type=bind,source=./a,target=/a"), [
    "run",
    "--mount",
    "type=bind,source=/w $1/a,target=/a",
  ]);
  deepEqual(absolute("run", "--mount=type=bind,src=./a,dst=/a"), ["run", "--mount=type=bind,src=/w $1/a,dst=/a"]);
  for (
    const argv of [["run", "-v", "datos:/d", "busybox", "./run"], ["exec", "web", "sh", "./x"], ["cp", "./a", "web:/"]]
  ) {
    deepEqual(absolute(...argv), argv);
  }
});
