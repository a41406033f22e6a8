/** Verifies one lab on many engines at once: a class room of machines, the nodes of a swarm. One row each. */

import type { Lab } from "../../content/schema/lab.ts";
import { both, type Lang, type Text } from "../../content/text.ts";
import type { ExitCode } from "../../content/user_error.ts";
import { createEngine } from "../../docker/engine.ts";
import { faultText } from "../../lab/fault_text.ts";
import type { Fault } from "../../lab/fault.ts";
import { jsonDocument } from "../../lab/formats/json.ts";
import { type LabReport, speaker } from "../../lab/formats/report.ts";
import { figure } from "../../screens/points.ts";
import { absolute, workspaceFolder } from "../../store/state_folder.ts";
import { outputWidth } from "../../terminal/stream.ts";
import { type Cells, contextTable } from "./context_table.ts";
import { exitCodeOf } from "./lab_report.ts";
import { writeOutput } from "../output/output_file.ts";
import { print, printDocument, printError } from "../output/print.ts";
import type { VerifyFlags } from "../table/flags.ts";
import { reporting } from "../output/reporting.ts";
import { counted, verifyOn } from "./verify_engine.ts";
import type { World } from "../world.ts";

/** Engines at the same time; each look starts several clients. */
const parallel = 8;

interface Row {
  readonly context: string;
  readonly report: LabReport;
  /** Why the engine could not be asked at all. */
  readonly fault?: Fault;
}

/**
 * A teacher's look: what this machine remembers of the lab plays no part. Every engine has its own deadlines, so that one that
 * hangs holds up nobody but itself; a row is said as soon as it is known, on standard error where a document is asked for.
 */
export async function verifyContexts(
  world: World,
  lab: Lab,
  contexts: readonly string[],
  flags: VerifyFlags,
): Promise<ExitCode> {
  const { lang } = world;
  const asDocument = flags.json === true || flags.format === "json";
  const write = asDocument || flags.out !== undefined ? printError : print;
  using telling = reporting(world, { es: "Mirando motores", en: "Looking at engines" });
  const say = (line: string) => telling.aside(() => write(line));
  const table = contextTable(contexts, lang, outputWidth());
  say(table.heading);
  const rows = new Map<string, Row>();
  const queue = contexts.values();
  const worker = async () => {
    for (const context of queue) {
      const row = await look(context);
      rows.set(context, row);
      telling.tell({ steps: { done: rows.size, total: contexts.length } });
      say(table.row(cellsOf(row, lang)));
    }
  };
  await Promise.all(Array.from({ length: Math.min(parallel, contexts.length) }, worker));
  const inOrder = contexts.flatMap((context) => rows.get(context) ?? []);
  const document = asDocument ? jsonOf(inOrder, lang) : textOf(inOrder, contexts, lang);
  if (flags.out !== undefined) writeOutput(absolute(flags.out), document, "--out");
  else if (asDocument) printDocument(document);
  return exitCodeOf(inOrder.flatMap(({ report }) => counted(report.verdict, flags.task)));

  async function look(context: string): Promise<Row> {
    const began = performance.now();
    await using engine = createEngine({ context });
    const identity = engine.identify();
    const { verdict } = await verifyOn({
      lab,
      engine,
      workspace: workspaceFolder(world.stateFolder(), lab.id),
      workspaceElsewhere: true,
      task: flags.task,
      wait: flags.wait * 1000,
    });
    const known = await identity;
    const report = { verdict, seconds: (performance.now() - began) / 1000 };
    return known.kind === "ok"
      ? { context, report: { ...report, engine: known.value } }
      : { context, report, fault: known.fault };
  }
}

/** For a file: as wide as where nobody says how wide it is. */
function textOf(rows: readonly Row[], contexts: readonly string[], lang: Lang): string {
  const { heading, row } = contextTable(contexts, lang, 80);
  return [heading, ...rows.map((it) => row(cellsOf(it, lang))), ""].join("\n");
}

/** `{contexts: [{context, …what verify says of one engine}]}`, in the order they were asked for. */
function jsonOf(rows: readonly Row[], lang: Lang): string {
  const contexts = rows.map(({ context, report }) => ({ context, ...jsonDocument(report, lang) }));
  return `${JSON.stringify({ contexts }, null, 2)}\n`;
}

/** What a row shows: of an engine that could not be asked, why. */
function cellsOf({ context, report: { verdict }, fault }: Row, lang: Lang): Cells {
  return {
    context,
    status: verdict.status,
    points: `${figure(verdict.score, lang)}/${figure(verdict.max, lang)}`,
    open: fault ? stateOf(fault)[lang] : openTasks(verdict)[lang],
  };
}

/** Of "Cannot do this: it is so" the second half: a row has no room for the first. */
function stateOf({ kind }: Fault): Text {
  return both((lang) => faultText(kind).what[lang].replace(/^.*?: /, ""));
}

/** The tasks that are not passed; of what could not be looked at the reason. */
function openTasks({ tasks }: LabReport["verdict"]): Text {
  return both((lang) =>
    tasks.filter(({ status }) => status !== "passed").map((task) => {
      const why = task.status === "unchecked" ? speaker(task)?.because?.[lang] : undefined;
      return why === undefined ? task.id : `${task.id} (${why})`;
    }).join(", ")
  );
}
