/** What a verb gets of the world besides its own arguments. */

import { absolute, environment, stateFolder } from "../store/state_folder.ts";
import type { Lang } from "../content/text.ts";
import { shellWord } from "./output/paths.ts";

/** The flags that every verb takes. */
export interface CommonFlags {
  readonly lang?: Lang;
  readonly content?: readonly string[];
  readonly state?: string;
  readonly plain?: boolean;
}

export interface World {
  readonly lang: Lang;
  /** No cursor movement: asked for, or there is no terminal to move a cursor in. */
  readonly plain: boolean;
  /** Somebody can be asked. */
  readonly interactive: boolean;
  /** Folders with `quizzes/` and `labs/`; the shipped one first. Absolute. */
  readonly contentFolders: readonly string[];
  /** Absolute. May throw a `UserError` where no folder can be chosen, so it is asked late. */
  readonly stateFolder: () => string;
  /** The docker context asked for; the first one where several are. */
  readonly context?: string | undefined;
  /** The flags that say where content, progress and engine are, as they would be typed again. */
  readonly sameFlags?: readonly string[];
}

/** What stands behind the verb in the next command about the same quiz or lab. */
export function again({ sameFlags = [] }: World, reference: string): string {
  return [...sameFlags, shellWord(reference)].join(" ");
}

/** The folder that holds main.ts, quizzes/ and labs/. */
export const projectFolder = new URL("../..", import.meta.url).pathname.replace(/\/$/, "");

export function worldOf(flags: CommonFlags & { readonly context?: string | readonly string[] }, lang: Lang): World {
  const onTerminal = Deno.stdout.isTerminal();
  const contexts = typeof flags.context === "string" ? [flags.context] : flags.context ?? [];
  const flag = (name: string, values: readonly string[]) => values.map((value) => `--${name} ${shellWord(value)}`);
  return {
    lang,
    plain: flags.plain === true || !onTerminal || environment("TERM") === "dumb",
    interactive: Deno.stdin.isTerminal() && onTerminal,
    contentFolders: [decodeURIComponent(projectFolder), ...(flags.content ?? []).map(absolute)],
    stateFolder: () => stateFolder(flags.state),
    context: contexts[0],
    sameFlags: [
      ...flag("context", contexts),
      ...flag("content", flags.content ?? []),
      ...flag("state", flags.state === undefined ? [] : [flags.state]),
    ],
  };
}
