/**
 * The paths as `list` tells them, with where the learner stands.
 *
 * In `list --json`: `"paths": [{id, title, placement?, sessions: [{id, title, quiz?, lab?, status}], exam?, next?}]`; `placement` and
 * `exam` are references for `grumete quiz`, `status` is `open`, `begun`, `known` or `done`, `next` the words of the next command.
 */

import type { Path } from "../../content/schema/path.ts";
import type { Lang } from "../../content/text.ts";
import { later } from "../../content/later.ts";
import { UserError } from "../../content/user_error.ts";
import { sittingId } from "../../quiz/sitting.ts";
import { nextStep } from "../../study/course.ts";
import { recordOf, type StudyRecord } from "../../study/record.ts";
import type { HomePath } from "../../screens/home_path.ts";
import { stepLook } from "../../screens/step_look.ts";
import { contentIndex } from "../content_index.ts";
import type { Performer } from "../screen/performer.ts";
import { printError } from "../output/print.ts";
import { homePath, standingIn, stepCommand, stepText } from "./path_facts.ts";
import type { World } from "../world.ts";

interface ListedPath {
  readonly path: Path;
  readonly shown: HomePath;
  readonly next?: { readonly command: readonly string[]; readonly text: Readonly<Record<Lang, string>> };
}

/** Throws a `UserError` where content or the store cannot be read. */
export async function listedPaths(world: World): Promise<readonly ListedPath[]> {
  const index = await contentIndex(world);
  if (index.paths.length === 0) return [];
  const { Performer } = await later<typeof import("../screen/performer.ts")>(import.meta.url, "../screen/performer.ts");
  await using performer = new Performer(world);
  const record = studiedOrNothing(performer);
  return index.paths.map((path): ListedPath => {
    const next = nextStep(standingIn(index, path, record));
    const shown = homePath(index, path, record, world.sameFlags ?? []);
    return { path, shown, ...(next ? { next: { command: stepCommand(path, next), text: stepText(path, next) } } : {}) };
  });
}

/** What there is can be listed where the progress cannot be read; that is said on standard error. */
function studiedOrNothing(performer: Performer): StudyRecord {
  try {
    return performer.studied();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    printError(error.what[performer.world.lang]);
    return recordOf([]);
  }
}

export function pathJson({ path, shown, next }: ListedPath, lang: Lang) {
  const { id, title, placement, exam, sessions } = path;
  return {
    id,
    title: title[lang],
    ...(placement ? { placement: sittingId(id, "placement") } : {}),
    sessions: sessions.map(({ id, title, quiz, lab }) => ({
      id,
      title: title[lang],
      ...(quiz === undefined ? {} : { quiz }),
      ...(lab === undefined ? {} : { lab }),
      status: shown.steps.find(({ place }) => place === id)?.state ?? "open",
    })),
    ...(exam ? { exam: sittingId(id, "exam") } : {}),
    ...(next ? { next: next.command.join(" ") } : {}),
  };
}

export function pathText({ path, shown, next }: ListedPath, { lang, sameFlags = [] }: World): string {
  const es = lang === "es";
  const rows = shown.steps.map((step) => {
    const session = path.sessions.find(({ id }) => id === step.place);
    const refs = session
      ? [...(session.quiz ? [`quiz ${session.quiz}`] : []), ...(session.lab ? [`lab ${session.lab}`] : [])]
      : [`quiz ${sittingId(path.id, step.kind === "exam" ? "exam" : "placement")}`];
    const number = step.number === undefined ? "  " : String(step.number).padStart(2);
    return {
      left: `  ${stepLook[step.state].symbol} ${number} ${step.title[lang]}`,
      word: stateWords[step.state][lang],
      refs,
    };
  });
  const [left, word] = [
    Math.max(...rows.map(({ left }) => left.length)),
    Math.max(...rows.map(({ word }) => word.length)),
  ];
  const done = es ? `${shown.settled} de ${shown.of} sesiones` : `${shown.settled} of ${shown.of} sessions`;
  return [
    `${path.title[lang]} · ${done}`,
    ...rows.map((row) => `${row.left.padEnd(left)}  ${row.word.padEnd(word)}  ${row.refs.join(", ")}`.trimEnd()),
    ...(next
      ? [`${es ? "Siguiente" : "Next"}: ${next.text[lang]}\n  grumete ${commandLine(next.command, sameFlags)}`]
      : []),
    "",
  ].join("\n");
}

function commandLine([verb = "", ...rest]: readonly string[], flags: readonly string[]): string {
  return [verb, ...flags, ...rest].join(" ");
}

const stateWords = {
  open: { es: "", en: "" },
  begun: { es: "empezada", en: "begun" },
  known: { es: "ya sabida", en: "known" },
  done: { es: "hecha", en: "done" },
} satisfies Readonly<Record<HomePath["steps"][number]["state"], Readonly<Record<Lang, string>>>>;
