/** What a verb gets of the world besides its own arguments. */

import { absolute, environment, stateFolder } from "../store/state_folder.ts";
import type { Lang } from "../content/text.ts";

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
}

/** The folder that holds main.ts, quizzes/ and labs/. */
export const projectFolder = new URL("../..", import.meta.url).pathname.replace(/\/$/, "");

export function worldOf(flags: CommonFlags & { readonly context?: string | readonly string[] }, lang: Lang): World {
  const onTerminal = Deno.stdout.isTerminal();
  return {
    lang,
    plain: flags.plain === true || !onTerminal || environment("TERM") === "dumb",
    interactive: Deno.stdin.isTerminal() && onTerminal,
    contentFolders: [decodeURIComponent(projectFolder), ...(flags.content ?? []).map(absolute)],
    stateFolder: () => stateFolder(flags.state),
    context: typeof flags.context === "string" ? flags.context : flags.context?.[0],
  };
}
