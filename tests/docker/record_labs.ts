/**
 * Records what each docker client shows of the shipped labs, done and done wrong: `deno run -A tests/docker/record_labs.ts
 * CLIENT…` as root. Everything on the second engine of the tests goes.
 */

import { lookAndKeep, type Looked } from "../../lib/cli/lab/lab_look.ts";
import { decodeLab } from "../../lib/content/decode_lab.ts";
import type { Lab, SolutionStep, Task } from "../../lib/content/schema/lab.ts";
import { createEngine, type DockerEngine } from "../../lib/docker/engine.ts";
import { readEnvironment } from "../../lib/docker/environment.ts";
import { runSetup } from "../../lib/docker/setup.ts";
import { runSteps } from "../../lib/docker/steps.ts";
import { taskOrder, withNeeds } from "../../lib/lab/graph.ts";
import { encodeRecording } from "../../lib/lab/recording.ts";
import { layOut } from "../../lib/store/workspace.ts";
import { outcomeOf, type RecordedLab, type RecordedMoment } from "../lab/recorded_labs.ts";
import { project } from "../e2e/grumete.ts";
import { secondEngine } from "../e2e/second_engine.ts";

const folder = "/tmp/grumete-recording";
/** ms that a task may take until it is passed. */
const patience = 20_000;

/** Takes a lab to each of its moments with one client, and looks. */
class Recorder {
  readonly moments: RecordedMoment[] = [];

  constructor(readonly lab: Lab, readonly labFolder: string, readonly engine: DockerEngine) {}

  async record(): Promise<void> {
    const passed: string[] = [];
    await this.#prepare();
    await this.#keep("begun", await this.#look([]));
    for (const task of taskOrder(this.lab.tasks)) {
      await this.#type(task.solution);
      await this.#keep(`${task.id}: done`, await this.#untilPassed(task, passed));
      passed.push(task.id);
    }
    for (const task of this.lab.tasks) {
      const [mistake] = task.mistakes;
      if (!mistake) continue;
      const needed = withNeeds(this.lab.tasks, task.id).filter(({ id }) => id !== task.id);
      await this.#prepare();
      for (const { solution } of taskOrder(needed)) await this.#type(solution);
      await this.#type(mistake.run);
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await this.#keep(`${task.id}: a mistake`, await this.#look(needed.map(({ id }) => id)));
    }
  }

  async #prepare(): Promise<void> {
    await engineScript("clean");
    Deno.removeSync(folder, { recursive: true });
    layOut(folder, this.labFolder, this.lab.workspace);
    const results = await runSetup(this.engine.docker, this.lab.setup, { folder, labels: {} });
    if (results.some(({ kind }) => kind !== "done")) throw new Error(JSON.stringify(results.at(-1)));
  }

  async #type(steps: readonly SolutionStep[]): Promise<void> {
    for (const step of steps) await runSteps(this.engine.docker, [step], { folder });
  }

  #look(passed: readonly string[]): Promise<Looked> {
    return lookAndKeep(this.lab, this.engine, {
      passed: new Map(passed.map((id) => [id, 0])),
      hints: undefined,
      workspace: folder,
    });
  }

  async #untilPassed(task: Task, passed: readonly string[]): Promise<Looked> {
    for (const end = Date.now() + patience;;) {
      const looked = await this.#look(passed);
      if (looked.verdict.tasks.find(({ id }) => id === task.id)?.status === "passed" || Date.now() > end) return looked;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  async #keep(name: string, { snapshot, options, verdict }: Looked): Promise<void> {
    const identity = await this.engine.identify();
    if (identity.kind !== "ok") throw new Error(identity.fault.detail);
    const recording = JSON.parse(encodeRecording({
      lab: this.lab.id,
      content: "0".repeat(64),
      grumete: "0.1.0",
      engine: identity.value,
      seconds: 0.1,
      options,
      snapshot,
    }));
    this.moments.push({ name, recording, outcome: outcomeOf(verdict) });
  }
}

async function engineScript(verb: string): Promise<void> {
  const { code } = await new Deno.Command("bash", { args: [`${project}/tests/engine/engine.sh`, verb, "second"] })
    .output();
  if (code !== 0) throw new Error(`engine.sh ${verb} second: ${code}`);
}

async function recordAll(client: string): Promise<void> {
  await using engine = createEngine({ docker: { path: client, environment: readEnvironment() } });
  const identity = await engine.identify();
  if (identity.kind !== "ok") throw new Error(identity.fault.detail);
  const version = identity.value.clientVersion.replace(/[+~].*/, "");
  for (const { name } of Deno.readDirSync(`${project}/labs`)) {
    const yaml = Deno.readTextFileSync(`${project}/labs/${name}/lab.yaml`);
    const { value: lab } = decodeLab(yaml, name);
    if (!lab) throw new Error(`labs/${name} has errors`);
    const recorder = new Recorder(lab, `${project}/labs/${name}`, engine);
    await recorder.record();
    const file: RecordedLab = { client: version, yaml, moments: recorder.moments };
    const path = `${project}/tests/lab/recorded/${version.split(".").slice(0, 2).join(".")}-${name}.json`;
    Deno.writeTextFileSync(path, `${JSON.stringify(file)}\n`);
    const ends = recorder.moments.map(({ name, outcome }) => `  ${name}: ${outcome.status}`);
    Deno.stdout.writeSync(new TextEncoder().encode(`${path}\n${ends.join("\n")}\n`));
  }
}

if (import.meta.main) {
  const { pid, host } = await secondEngine();
  if (Deno.args[0] === "--there") {
    Deno.mkdirSync(folder, { recursive: true });
    Deno.mkdirSync(`${project}/tests/lab/recorded`, { recursive: true });
    for (const client of Deno.args.slice(1)) await recordAll(client);
    Deno.removeSync(folder, { recursive: true });
    Deno.exit();
  }
  // In the network of that engine: pages are asked for where their ports are open.
  const args = [
    "--target",
    String(pid),
    "--net",
    Deno.execPath(),
    "run",
    "-A",
    import.meta.filename ?? "",
    "--there",
    ...Deno.args,
  ];
  const { code } = await new Deno.Command("nsenter", { args, env: { DOCKER_HOST: host }, stdin: "null" }).spawn()
    .status;
  Deno.exit(code);
}
