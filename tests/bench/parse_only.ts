/** The yardstick of lint_10k: reads a file and parses it with the YAML library, nothing else. */

import { load } from "js-yaml";

const document = load(Deno.readTextFileSync(Deno.args[0] ?? ""));
if (typeof document !== "object") throw new TypeError("no mapping");
