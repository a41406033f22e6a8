/** Wires the real world in; the only caller of Deno.exit. */

import { runCli } from "./lib/cli/app.ts";

Deno.exit(await runCli(Deno.args));
