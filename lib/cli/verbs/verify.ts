/** `grumete verify`: looks at the engine, or at what was kept of a look, and says task by task what is true. */

import type { Lab } from "../../content/schema/lab.ts";
import { type ExitCode, UserError } from "../../content/user_error.ts";
import { createEngine } from "../../docker/engine.ts";
import type { LabReport } from "../../lab/formats/report.ts";
import { absolute, storeExists, workspaceFolder } from "../../store/state_folder.ts";
import type { Looked } from "../lab/lab_look.ts";
import { exitCodeOf } from "../verify/lab_report.ts";
import { later } from "../../content/later.ts";
import { type Opened, openLab } from "../load.ts";
import { printDocument, printError } from "../output/print.ts";
import { reporting } from "../output/reporting.ts";
import { agreed } from "../lab/shipped.ts";
import { counted, verifyOn } from "../verify/verify_engine.ts";
import type { VerifyFlags } from "../table/flags.ts";
import type { World } from "../world.ts";

export async function run(world: World, flags: VerifyFlags, reference: string): Promise<ExitCode> {
  refuseTogether(flags);
  const opened = await openLab(world, reference);
  refuseUnknownTask(opened.content, flags.task);
  // What was kept is judged without running anything.
  if (flags.from === undefined) await agreed(world, opened, { yes: flags.yes });
  const contexts = [...new Set(flags.context)];
  if (contexts.length > 1) {
    const { verifyContexts } = await later<typeof import("../verify/verify_contexts.ts")>(
      import.meta.url,
      "../verify/verify_contexts.ts",
    );
    return await verifyContexts(world, opened.content, contexts, flags);
  }
  const report = flags.from === undefined
    ? await seen(world, flags, opened)
    : await seenBefore(world, opened, absolute(flags.from), flags.task);
  if (flags.out !== undefined) {
    const text = await written(flags, report, world);
    const { writeOutput } = await outputFile();
    writeOutput(absolute(flags.out), text.endsWith("\n") ? text : `${text}\n`, "--out");
  } else if (formatOf(flags) === "text") (await reportText()).sayReport(report.verdict, world.lang, flags.task);
  else printDocument(await written(flags, report, world));
  return exitCodeOf(counted(report.verdict, flags.task));
}

function formatOf({ json, format }: VerifyFlags): VerifyFlags["format"] {
  return json ? "json" : format;
}

async function seen(world: World, flags: VerifyFlags, opened: Opened<Lab>): Promise<LabReport> {
  const began = performance.now();
  await using engine = createEngine({ context: world.context });
  // Text for people who stand in front of their engine does not say which one it is.
  const identity = formatOf(flags) === "text" && flags.save === undefined ? undefined : engine.identify();
  // What will say it is loaded while docker is at work.
  const [{ verdict, snapshot, options }] = await Promise.all([
    look(world, flags, opened.content, engine),
    formatOf(flags) === "text" ? reportText() : undefined,
  ]);
  const seconds = (performance.now() - began) / 1000;
  const outcome = await identity;
  const known = { seconds, ...(outcome?.kind === "ok" ? { engine: outcome.value } : {}) };
  if (flags.save !== undefined) {
    const [{ recordingOf }, { writeSecret }] = await Promise.all([recordings(), outputFile()]);
    writeSecret(absolute(flags.save), await recordingOf(opened, { snapshot, options, ...known }), "--save");
  }
  return { verdict, ...known };
}

async function look(
  world: World,
  flags: VerifyFlags,
  lab: Lab,
  engine: ReturnType<typeof createEngine>,
): Promise<Looked> {
  const stateFolder = world.stateFolder();
  using telling = reporting(world, { es: "Mirando el motor", en: "Looking at the engine" });
  await using attempt = storeExists(stateFolder) ? await attemptOf(world, lab, engine) : undefined;
  return await verifyOn({
    lab,
    engine,
    workspace: workspaceFolder(stateFolder, lab.id),
    task: flags.task,
    wait: flags.wait * 1000,
    attempt,
    waiting: (ms) => {
      const most = Math.ceil(ms / 1000);
      telling.tell({ what: { es: `Se espera como mucho ${most} s`, en: `Waiting ${most} s at most` } });
    },
  });
}

async function attemptOf(world: World, lab: Lab, engine: ReturnType<typeof createEngine>) {
  const { attemptOf } = await later<typeof import("../verify/verify_attempt.ts")>(
    import.meta.url,
    "../verify/verify_attempt.ts",
  );
  return await attemptOf(world, lab, engine);
}

async function seenBefore(
  { lang }: World,
  opened: Opened<Lab>,
  path: string,
  task: string | undefined,
): Promise<LabReport> {
  const { judgeAgain } = await recordings();
  const { report, changed } = await judgeAgain(opened, path, task);
  if (changed) {
    printError(
      lang === "es"
        ? "El laboratorio ha cambiado desde entonces: se juzga como es ahora"
        : "The lab has changed since then: it is judged as it is now",
    );
  }
  return report;
}

function recordings(): Promise<typeof import("../verify/verify_recording.ts")> {
  return later<typeof import("../verify/verify_recording.ts")>(import.meta.url, "../verify/verify_recording.ts");
}

function outputFile(): Promise<typeof import("../output/output_file.ts")> {
  return later<typeof import("../output/output_file.ts")>(import.meta.url, "../output/output_file.ts");
}

async function written(flags: VerifyFlags, report: LabReport, { lang }: World): Promise<string> {
  const format = formatOf(flags);
  if (format === "text") return (await reportText()).textReport(report.verdict, lang, flags.task);
  const { writeReport } = await later<typeof import("../../lab/formats.ts")>(import.meta.url, "../../lab/formats.ts");
  return writeReport(format, report, lang);
}

function reportText(): Promise<typeof import("../verify/lab_report_text.ts")> {
  return later<typeof import("../verify/lab_report_text.ts")>(import.meta.url, "../verify/lab_report_text.ts");
}

/** A recording neither changes nor has an engine; several engines are several looks. */
function refuseTogether({ from, save, wait, context = [], json, format }: VerifyFlags): void {
  const many = new Set(context).size > 1;
  const pairs: readonly (readonly [string, string, boolean])[] = [
    ["--from", "--save", from !== undefined && save !== undefined],
    ["--from", "--wait", from !== undefined && wait > 0],
    ["--from", "--context", from !== undefined && context.length > 0],
    ["--save", "--context --context", save !== undefined && many],
    [`--format ${format}`, "--context --context", many && !json && format !== "text" && format !== "json"],
    [`--format ${format}`, "--json", json === true && format !== "text" && format !== "json"],
  ];
  const pair = pairs.find(([, , together]) => together);
  if (!pair) return;
  const [one, other] = pair;
  throw new UserError(
    {
      es: `No se puede usar ${one} con ${other}: no van juntos`,
      en: `Cannot use ${one} with ${other}: they do not go together`,
    },
    { es: `Quita uno de los dos: grumete verify --help`, en: `Drop one of them: grumete verify --help` },
  );
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
