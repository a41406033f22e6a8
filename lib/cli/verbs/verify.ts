/** `grumete verify`: looks at the engine and says, task by task, what is true. */

import { type ExitCode, UserError } from "../../content/user_error.ts";
import { createEngine, type DockerEngine } from "../../docker/engine.ts";
import { watch } from "../../docker/watch.ts";
import type { Lab } from "../../content/schema/lab.ts";
import type { Lang } from "../../content/text.ts";
import type { EngineIdentity, Outcome } from "../../lab/engine.ts";
import type { LabReport } from "../../lab/formats/report.ts";
import { judgeLab } from "../../lab/judge.ts";
import { openChecks } from "../../lab/graph.ts";
import { planOf } from "../../lab/plan.ts";
import type { LabVerdict } from "../../lab/verdict.ts";
import { openStore, storeExists } from "../../store/event_store.ts";
import { absolute } from "../../store/state_folder.ts";
import { workspaceFolder } from "../../store/workspace.ts";
import type { LabProgress } from "../../study/progress.ts";
import { openAttempt } from "../lab_attempt.ts";
import { rememberPasses } from "../lab_passes.ts";
import { openLab } from "../load.ts";
import { print, printDocument } from "../print.ts";
import { later } from "../later.ts";
import { exitCodeOf, textReport } from "../lab_report.ts";
import type { VerifyFlags } from "../verbs.ts";
import type { World } from "../world.ts";

export async function run(world: World, flags: VerifyFlags, reference: string): Promise<ExitCode> {
  const { content: lab } = openLab(world, reference);
  refuseUnknownTask(lab, flags.task);
  const stateFolder = world.stateFolder();
  using store = storeExists(stateFolder) ? openStore(stateFolder) : undefined;
  const attempt = store && openAttempt(store, lab.id);
  await using engine = createEngine();
  const began = performance.now();
  const identity = engine.identify();
  const verdict = await settled(lab, engine, {
    attempt,
    only: flags.task,
    workspace: workspaceFolder(stateFolder, lab.id),
    wait: flags.wait * 1000,
  });
  if (store && attempt) rememberPasses(store, attempt, verdict);
  const seconds = (performance.now() - began) / 1000;
  const report = await reported(flags.format, { verdict, seconds, ...await known(identity) }, world.lang);
  if (flags.out === undefined) (flags.format === "text" ? print : printDocument)(report);
  else saveReport(absolute(flags.out), report);
  return exitCodeOf(judged(verdict, flags.task));
}

/** Looks once, or again at every event until all is passed or the time (ms) is over. */
async function settled(
  lab: Lab,
  engine: DockerEngine,
  options: { readonly attempt: LabProgress | undefined; readonly only: string | undefined; readonly workspace: string; readonly wait: number },
): Promise<LabVerdict> {
  const passed = options.attempt?.passed ?? new Map<string, number>();
  const only = options.only;
  const look = async () => {
    const snapshot = await engine.look(planOf(openChecks(lab, passed, only)));
    return judgeLab(lab, snapshot, {
      passed,
      workspace: options.workspace,
      ...(only === undefined ? {} : { only }),
      hintCosts: new Map([...options.attempt?.hints ?? []].map(([task, { cost }]) => [task, cost])),
    });
  };
  if (options.wait === 0) return await look();
  const last = Promise.withResolvers<LabVerdict>();
  let verdict: LabVerdict | undefined;
  const deadline = setTimeout(async () => last.resolve(verdict ?? await look()), options.wait);
  await using _watching = watch({
    events: engine.events,
    pollMs: () => 500,
    look: async () => {
      verdict = await look();
      if (exitCodeOf(judged(verdict, only)) === 0) last.resolve(verdict);
    },
    failed: last.reject,
  });
  try {
    return await last.promise;
  } finally {
    clearTimeout(deadline);
  }
}

async function known(identity: Promise<Outcome<EngineIdentity>>): Promise<{ readonly engine?: EngineIdentity }> {
  const outcome = await identity;
  return outcome.kind === "ok" ? { engine: outcome.value } : {};
}

async function reported(format: VerifyFlags["format"], report: LabReport, lang: Lang): Promise<string> {
  if (format === "text") return textReport(report, lang);
  const { writeReport } = await later<typeof import("../../lab/formats.ts")>(import.meta.url, "../../lab/formats.ts");
  return writeReport(format, report, lang);
}

/** With `--task` the tasks that it needs are looked at too, but do not count. */
function judged({ tasks }: LabVerdict, only: string | undefined): LabVerdict["tasks"] {
  return only === undefined ? tasks : tasks.filter(({ id }) => id === only);
}

function refuseUnknownTask(lab: Lab, task: string | undefined): void {
  if (task === undefined || lab.tasks.some(({ id }) => id === task)) return;
  const ids = lab.tasks.map(({ id }) => id).join(", ");
  throw new UserError(
    { es: `No se puede verificar la tarea "${task}": ${lab.id} no la tiene`, en: `Cannot verify the task "${task}": ${lab.id} has none of that name` },
    { es: `Sus tareas: ${ids}`, en: `Its tasks: ${ids}` },
  );
}

function saveReport(path: string, report: string): void {
  try {
    Deno.writeTextFileSync(path, report.endsWith("\n") ? report : `${report}\n`);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new UserError(
      { es: `No se puede escribir "${path}": ${error.message}`, en: `Cannot write "${path}": ${error.message}` },
      { es: "Elige otro fichero con --out", en: "Choose another file with --out" },
    );
  }
}
