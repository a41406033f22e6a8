/** Checks as their authors write them, for the tests of their judges. */

import * as v from "valibot";
import { type Check, check } from "../../lib/content/schema/check.ts";

/** `written` as YAML would give it; throws when the schema refuses it. */
export function checkOf(written: object): Check {
  return v.parse(check, written);
}
