/** A lab from elsewhere shows what it runs by itself, and is asked about once: what it is known by is a hash of its files. */

import type { Lab } from "../../content/schema/lab.ts";
import type { Lang } from "../../content/text.ts";
import { UserError } from "../../content/user_error.ts";
import type { LabRuns } from "../../lab/runs.ts";
import { textOf } from "../../screens/bare_text.ts";
import { runsLines } from "../../screens/runs_lines.ts";
import { type EventStore, openStore } from "../../store/event_store.ts";
import { storeExists } from "../../store/state_folder.ts";
import type { ContentFile } from "../../store/library.ts";
import { openConversation } from "../../terminal/conversation.ts";
import type { Opened } from "../load.ts";
import { print } from "../output/print.ts";
import { strangeRuns } from "./shipped.ts";
import type { World } from "../world.ts";
import { isYes } from "../yes.ts";

/** What has to be agreed to, and how the agreement is remembered. */
export interface Question {
  readonly runs: LabRuns;
  readonly hash: string;
}

/** Nothing where there is nothing to ask: a shipped lab, one that runs nothing, one that was agreed to before. */
export async function trustQuestion(
  opened: Opened<Lab>,
  store: EventStore | undefined,
  { steps = false } = {},
): Promise<Question | undefined> {
  const runs = strangeRuns(opened, steps);
  if (!runs) return undefined;
  const { content: lab, file } = opened;
  const hash = await hashOf(lab, file, steps);
  // Whoever wrote a file of progress does not agree in the learner's place.
  const known = store?.read(lab.id).some((event) =>
    event.kind === "lab-trusted" && event.hash === hash && !event.imported
  );
  return known === true ? undefined : { runs, hash };
}

/** The next time it is not asked, as long as the files are the same. */
export function rememberTrust(store: EventStore, lab: Lab, { hash }: Question): void {
  store.append({ kind: "lab-trusted", lab: lab.id, attempt: "", hash }, Date.now());
}

export interface AgreeOptions {
  /** Agreed to on the command line. */
  readonly yes?: boolean | undefined;
  /** With the solutions: they are run too. */
  readonly steps?: boolean;
  /** The lab will be stored as going on. */
  readonly begins?: boolean;
}

/**
 * For verbs: asks on a terminal; `yes` agrees beforehand. Throws a `UserError` (2) with the list where nobody can be asked, or
 * when the answer is no (1).
 */
export async function requireTrust(
  world: World,
  opened: Opened<Lab>,
  options: AgreeOptions = {},
): Promise<void> {
  const { content: lab } = opened;
  const folder = world.stateFolder();
  using store = storeExists(folder) ? openStore(folder) : undefined;
  const question = await trustQuestion(opened, store, options);
  if (!question) return;
  if (options.yes !== true) await ask(world, lab, question);
  if (store) return rememberTrust(store, lab, question);
  // Where nothing was ever stored, a mere look leaves no trace; who was asked does not want to be asked again.
  if (options.yes === true && options.begins !== true) return;
  using created = openStore(folder);
  rememberTrust(created, lab, question);
}

async function ask(world: World, lab: Lab, { runs }: Question): Promise<void> {
  const { lang } = world;
  const list = (lang: Lang) => runsLines(runs, lang, 10_000).map(textOf);
  if (!world.interactive) {
    throw new UserError(
      {
        es: `No se puede usar "${lab.id}" sin preguntar: no viene con grumete\n${indented(list("es"))}`,
        en: `Cannot use "${lab.id}" without asking: it does not come with grumete\n${indented(list("en"))}`,
      },
      {
        es: "Si estás de acuerdo, repite con --yes",
        en: "If you agree, run it again with --yes",
      },
    );
  }
  print(lang === "es" ? `${lab.id} no viene con grumete.` : `${lab.id} does not come with grumete.`);
  print(list(lang).join("\n"));
  using talk = openConversation();
  const answer = await talk.ask([{ text: lang === "es" ? "¿Seguir? [s/N] " : "Go on? [y/N] ", style: "strong" }]);
  if (isYes(answer)) return;
  throw new UserError(
    { es: `No se ha ejecutado nada de "${lab.id}"`, en: `Nothing of "${lab.id}" was run` },
    undefined,
    1,
  );
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join("\n");
}

/** Of everything that decides what will run; who agreed to a look has not agreed to its solution. */
async function hashOf(lab: Lab, { path, folder }: ContentFile, steps: boolean): Promise<string> {
  const files = [path, ...lab.workspace.map((file) => `${folder}/workspace/${file}`)];
  const digests = files.map(async (file) => await digest(bytesOf(file)));
  return await digest(new TextEncoder().encode(JSON.stringify([steps, ...await Promise.all(digests)])));
}

function bytesOf(file: string): Uint8Array<ArrayBuffer> {
  try {
    return Deno.readFileSync(file);
  } catch {
    // That it lacks is said where it is needed.
    return new Uint8Array();
  }
}

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
