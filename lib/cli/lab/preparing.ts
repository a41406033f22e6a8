/** Begins a lab on screen: what lasts is told, and can be given up. */

import type { Lab } from "../../content/schema/lab.ts";
import type { Text } from "../../content/text.ts";
import { UserError } from "../../content/user_error.ts";
import { begin, type BeginningWorld, type Begun } from "./lab_attempt.ts";
import type { Working } from "./working.ts";

const words = {
  preparing: { es: "Preparando el laboratorio", en: "Preparing the lab" },
  again: {
    es: "Sal, y ábrelo otra vez cuando quieras empezar",
    en: "Leave, and open it again whenever you want to begin",
  },
} satisfies Readonly<Record<string, Text>>;

/** `given-up`: nothing of it is left, or the error says what is. Throws as `begin`. */
export async function prepared(
  lab: Lab,
  labFolder: string,
  working: Working,
  world: BeginningWorld,
): Promise<Begun | { readonly kind: "given-up"; readonly error: UserError }> {
  const options = { what: words.preparing, cancel: lab.setup.length > 0 };
  return await working.during(options, async ({ given, tell }) => {
    try {
      return await begin(lab, labFolder, { ...world, given, tell });
    } catch (error) {
      if (!given.aborted || !(error instanceof UserError)) throw error;
      return { kind: "given-up", error: new UserError(error.what, error.next ?? words.again, error.exitCode) };
    }
  });
}
