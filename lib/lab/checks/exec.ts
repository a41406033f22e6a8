/** Judges what a program answered inside a container. */

import type { ExecCheck } from "../../content/schema/checks/inside.ts";
import type { execFields } from "../../content/schema/field.ts";
import { execKey } from "../plan.ts";
import type { ExecFacts } from "../snapshot.ts";
import type { CheckVerdict } from "../verdict.ts";
import { judgeFields, type ValueTable } from "./field_judgement.ts";
import { judgeInside } from "./inside.ts";
import type { Look } from "./look.ts";
import { withoutLastLineEnds } from "./stream.ts";

const execValues: ValueTable<typeof execFields, ExecFacts> = {
  exitCode: ({ exitCode }) => exitCode,
  stdout: ({ stdout }) => withoutLastLineEnds(stdout),
  stderr: ({ stderr }) => withoutLastLineEnds(stderr),
};

export function judgeExec(check: ExecCheck, look: Look): CheckVerdict {
  return judgeInside(check, look, look.snapshot.execs.get(execKey(check)), {
    mustRun: true,
    fields: (facts) =>
      judgeFields(check.expects, execValues, facts, ({ field }) => ({
        workspace: look.workspace,
        cut: facts.cut?.includes(field) === true,
      })),
    advise: (field, facts) => look.advise("exec", field, facts, check),
  });
}
