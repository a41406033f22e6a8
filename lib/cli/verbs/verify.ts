/** `grumete verify`: looks at the engine and says, task by task, what is true. */

import type { Lab } from "../../content/schema/lab.ts";
import { type Lang, same, type Text } from "../../content/text.ts";
import { type ExitCode, UserError } from "../../content/user_error.ts";
import { createEngine, type DockerEngine } from "../../docker/engine.ts";
import type { EngineIdentity, Outcome } from "../../lab/engine.ts";
import type { LabReport } from "../../lab/formats/report.ts";
import type { LabVerdict } from "../../lab/verdict.ts";
import { openStore } from "../../store/event_store.ts";
import { absolute, storeExists } from "../../store/state_folder.ts";
import { workspaceFolder } from "../../store/workspace.ts";
import { lookAt } from "../lab_look.ts";
import { isReady, openAttempt, rememberPasses } from "../lab_passes.ts";
import { exitCodeOf, textReport } from "../lab_report.ts";
import { later } from "../later.ts";
import { openLab } from "../load.ts";
import { print, printDocument } from "../print.ts";
import type { VerifyFlags } from "../flags.ts";
import type { World } from "../world.ts";

export async function run(world: World, flags: VerifyFlags, reference: string): Promise<ExitCode> {
  const { content: lab } = await openLab(world, reference);
  refuseUnknownTask(lab, flags.task);
  const began = performance.now();
  await using engine = createEngine();
  // Text for people who stand in front of their engine does not say which one it is.
  const identity = flags.format === "text" ? undefined : engine.identify();
  const verdict = await verified(lab, engine, world.stateFolder(), flags);
  const seconds = (performance.now() - began) / 1000;
  const report = await reported(flags.format, { verdict, seconds, ...await known(identity) }, world.lang);
  if (flags.out === undefined) (flags.format === "text" ? print : printDocument)(report);
  else saveReport(absolute(flags.out), report);
  return exitCodeOf(judged(verdict, flags.task));
}

/** Looks once, or again at every event until all is passed or the time is over; passes are stored when they are seen. */
async function verified(
  lab: Lab,
  engine: DockerEngine,
  stateFolder: string,
  flags: VerifyFlags,
): Promise<LabVerdict> {
  using store = storeExists(stateFolder) ? openStore(stateFolder) : undefined;
  const open = store && openAttempt(store, lab.id);
  const attempt = open && isReady(lab, open) ? open : undefined;
  const passed = new Map(attempt?.passed);
  const look = async () => {
    const workspace = workspaceFolder(stateFolder, lab.id);
    const verdict = await lookAt(lab, engine, {
      passed,
      hints: attempt?.hints,
      before: attempt?.before,
      workspace,
      only: flags.task,
    });
    if (store && attempt) rememberPasses(store, attempt, verdict);
    return verdict;
  };
  const first = await look();
  if (flags.wait === 0 || exitCodeOf(judged(first, flags.task)) === 0) return first;

  let latest = first;
  const end = Promise.withResolvers<void>();
  const deadline = setTimeout(end.resolve, flags.wait * 1000);
  const { watch } = await later<typeof import("../../docker/watch.ts")>(import.meta.url, "../../docker/watch.ts");
  try {
    await using _watching = watch({
      events: engine.events,
      pollMs: () => 500,
      look: async () => {
        // What passed while waiting stays passed, as on the screen.
        for (const { id, status } of latest.tasks) {
          if (status === "passed" && !passed.has(id)) passed.set(id, Date.now());
        }
        latest = await look();
        if (exitCodeOf(judged(latest, flags.task)) === 0) end.resolve();
      },
      failed: end.reject,
    });
    await end.promise;
  } finally {
    clearTimeout(deadline);
  }
  return latest;
}

async function known(
  identity: Promise<Outcome<EngineIdentity>> | undefined,
): Promise<{ readonly engine?: EngineIdentity }> {
  const outcome = await identity;
  return outcome?.kind === "ok" ? { engine: outcome.value } : {};
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
    {
      es: `No se puede verificar la tarea "${task}": ${lab.id} no la tiene`,
      en: `Cannot verify the task "${task}": ${lab.id} has none of that name`,
    },
    { es: `Sus tareas: ${ids}`, en: `Its tasks: ${ids}` },
  );
}

function unwritable(error: Error): Text {
  if (error instanceof Deno.errors.NotFound) {
    return { es: "no existe esa carpeta", en: "there is no such folder" };
  }
  if (error instanceof Deno.errors.IsADirectory) return { es: "es una carpeta", en: "it is a folder" };
  if (error instanceof Deno.errors.PermissionDenied) {
    return { es: "no hay permiso de escritura", en: "writing is not permitted" };
  }
  return same(error.message);
}

function saveReport(path: string, report: string): void {
  try {
    Deno.writeTextFileSync(path, report.endsWith("\n") ? report : `${report}\n`);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const why = unwritable(error);
    throw new UserError(
      { es: `No se puede escribir "${path}": ${why.es}`, en: `Cannot write "${path}": ${why.en}` },
      { es: "Elige otro fichero con --out", en: "Choose another file with --out" },
    );
  }
}
