/** Judges what a container wrote; one that has ended may still be read. */

import type { LogsCheck } from "../../content/schema/checks/inside.ts";
import type { logsFields } from "../../content/schema/field.ts";
import { logsKey } from "../plan.ts";
import type { LogsFacts } from "../snapshot.ts";
import type { CheckVerdict } from "../verdict.ts";
import { judgeFields, type ValueTable } from "./field_judgement.ts";
import { judgeInside } from "./inside.ts";
import type { Look } from "./look.ts";
import { withoutLastLineEnds } from "./stream.ts";

const logsValues: ValueTable<typeof logsFields, LogsFacts> = {
  output: ({ output }) => withoutLastLineEnds(output),
  stdout: ({ stdout }) => withoutLastLineEnds(stdout),
  stderr: ({ stderr }) => withoutLastLineEnds(stderr),
};

export function judgeLogs(check: LogsCheck, look: Look): CheckVerdict {
  const container = look.snapshot.containers.get(check.name);
  return judgeInside(check, look, look.snapshot.logs.get(logsKey(check)), {
    mustRun: false,
    fields: (facts) =>
      judgeFields(check.expects, logsValues, facts, () => ({
        workspace: look.workspace,
        tail: true,
        cut: facts.cut === true,
      })),
    advise: (field, facts) =>
      look.advise("logs", field, check, container?.kind === "found" ? container.facts : undefined, facts),
  });
}
