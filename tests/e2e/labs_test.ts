/** The shipped labs prove themselves on a real engine: unsolved fails, solved passes, mistakes are explained, nothing is left. */

import assert from "node:assert/strict";
import { decodeLab } from "../../lib/content/decode.ts";
import type { Lab, Mistake, SolutionStep } from "../../lib/content/schema/lab.ts";
import type { Lang } from "../../lib/content/text.ts";
import { createEngine } from "../../lib/docker/engine.ts";
import { runSteps } from "../../lib/docker/steps.ts";
import { labLabel } from "../../lib/lab/labels.ts";
import { docker, engineTest, everything } from "./engine.ts";
import { grumete, project, temporaryFolder } from "./grumete.ts";

interface Report {
  readonly status: string;
  readonly score: number;
  readonly max: number;
  readonly tasks: readonly {
    readonly id: string;
    readonly status: string;
    readonly checks: readonly { readonly kind: string; readonly subject: string; readonly status: string }[];
  }[];
}

function labs(): readonly Lab[] {
  return [...Deno.readDirSync(`${project}/labs`)].map(({ name }) => {
    const { value, problems } = decodeLab(Deno.readTextFileSync(`${project}/labs/${name}/lab.yaml`), name);
    if (!value) throw new Error(JSON.stringify(problems));
    return value;
  }).sort((a, b) => a.id < b.id ? -1 : 1);
}

/** One learner with a state folder of their own, and nothing left on the engine when they go, whatever happened. */
class Learner implements AsyncDisposable {
  constructor(readonly lab: Lab, readonly state: string) {}

  async [Symbol.asyncDispose](): Promise<void> {
    await this.grumete("cleanup");
    await removeMistaken();
  }

  async grumete(verb: string, ...args: readonly string[]) {
    return await grumete([verb, this.lab.id, ...args, "--state", this.state]);
  }

  async verify(...args: readonly string[]): Promise<{ readonly code: number; readonly report: Report }> {
    const { code, stdout, stderr } = await this.grumete("verify", "--format", "json", ...args);
    if (stdout === "") throw new Error(stderr);
    return { code, report: JSON.parse(stdout) };
  }

  /** Types the commands; those of a solution must work, those of a mistake may fail. */
  async type(steps: readonly SolutionStep[], mustWork: boolean): Promise<void> {
    await using engine = createEngine();
    const folder = `${this.state}/workspaces/${this.lab.id}`;
    Deno.mkdirSync(folder, { recursive: true });
    for (const step of steps) {
      const [result] = await runSteps(engine.docker, [step], { folder, ...(mustWork ? {} : { label: mistakeLabel }) });
      if (mustWork) assert.equal(result?.kind, "done", `${JSON.stringify(step)}: ${JSON.stringify(result)}`);
    }
  }

  statuses(report: Report): Readonly<Record<string, string>> {
    return Object.fromEntries(report.tasks.map(({ id, status }) => [id, status]));
  }
}

for (const lab of labs()) {
  engineTest(
    `${lab.id}: unsolved fails, each solution passes its task and no later one, clean-up leaves nothing`,
    async () => {
      using folder = temporaryFolder();
      const before = await everything();
      await using learner = new Learner(lab, `${folder.path}/state`);
      assert.equal((await learner.grumete("prepare")).code, 0);
      const unsolved = await learner.verify();
      assert.equal(unsolved.code, 1);
      for (const { id, status } of unsolved.report.tasks) assert.notEqual(status, "passed", id);
      assert.equal(unsolved.report.score, 0);

      for (const [index, task] of lab.tasks.entries()) {
        await learner.type(task.solution, true);
        const { report } = await learner.verify("--wait", "15s", "--task", task.id);
        const statuses = learner.statuses(report);
        assert.equal(statuses[task.id], "passed", `${task.id}: ${JSON.stringify(report, null, 1)}`);
        const all = learner.statuses((await learner.verify()).report);
        for (const later of lab.tasks.slice(index + 1)) {
          assert.notEqual(all[later.id], "passed", `${later.id} too early`);
        }
      }
      const solved = await learner.verify();
      assert.equal(solved.code, 0);
      assert.equal(solved.report.status, "passed");
      assert.equal(solved.report.score, solved.report.max);

      const cleaned = await learner.grumete("cleanup");
      assert.equal(cleaned.code, 0, cleaned.stdout + cleaned.stderr);
      assert.deepEqual(await everything(), before);
    },
  );

  for (const [index, task] of lab.tasks.entries()) {
    for (const mistake of task.mistakes) {
      const last = mistake.run.at(-1);
      const name = typeof last === "string" ? last : last?.file;
      engineTest(`${lab.id}/${task.id}: the mistake "${name}" fails at ${mistake.fails} with its words`, async () => {
        using folder = temporaryFolder();
        const before = await everything();
        await using learner = new Learner(lab, `${folder.path}/state`);
        assert.equal((await learner.grumete("prepare")).code, 0);
        for (const earlier of lab.tasks.slice(0, index)) {
          await learner.type(earlier.solution, true);
          await learner.verify("--wait", "15s", "--task", earlier.id);
        }
        await learner.type(mistake.run, false);
        for (const lang of ["es", "en"] as const) await failsWithItsWords(learner, task.id, mistake, lang);
        const cleaned = await learner.grumete("cleanup");
        assert.equal(cleaned.code, 0, cleaned.stdout + cleaned.stderr);
        await removeMistaken();
        assert.deepEqual(await everything(), before);
      });
    }
  }
}

async function failsWithItsWords(learner: Learner, task: string, mistake: Mistake, lang: Lang): Promise<void> {
  const { report } = await learner.verify("--lang", lang);
  const judged = report.tasks.find(({ id }) => id === task);
  assert.notEqual(judged?.status, "passed");
  const check = judged?.checks.find(({ kind, subject, status }) =>
    `${kind} ${subject}` === mistake.fails && status === "failed"
  );
  assert.ok(check, `${mistake.fails} did not fail: ${JSON.stringify(judged, null, 1)}`);
  const words = JSON.stringify(mistake.says[lang]).slice(1, -1);
  assert.ok(JSON.stringify(check).includes(words), `"${words}" is not said: ${JSON.stringify(check, null, 1)}`);
}

/** A mistake may make objects that the lab has no name for: they carry a label of the test's, which takes them away. */
const mistakeLabel = "grumete-test-mistake";

async function removeMistaken(): Promise<void> {
  const filter = ["--filter", `label=${labLabel}=${mistakeLabel}`];
  for (
    const [kind, list, remove] of [
      ["container", ["ls", "-aq"], ["rm", "-fv"]],
      ["volume", ["ls", "-q"], ["rm"]],
      ["network", ["ls", "-q"], ["rm"]],
    ] as const
  ) {
    const ids = (await docker(kind, ...list, ...filter)).split("\n").filter((id) => id !== "");
    if (ids.length > 0) await docker(kind, ...remove, ...ids);
  }
}
