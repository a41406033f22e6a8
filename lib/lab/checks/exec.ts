/** Judges what a program answered inside a container. */

import type { ExecCheck } from "../../content/schema/check.ts";
import type { execFields } from "../../content/schema/field.ts";
import { adviseExec } from "../diagnosis/exec.ts";
import { execKey } from "../plan.ts";
import type { ExecFacts } from "../snapshot.ts";
import type { CheckVerdict } from "../verdict.ts";
import { fieldsVerdict, judgeFields, notLooked, uncheckedVerdict, type ValueTable } from "./field_judgement.ts";
import { cannotAsk, notRunning } from "./inside.ts";
import type { Look } from "./look.ts";
import { withoutLastLineEnds } from "./stream.ts";

export const execValues: ValueTable<typeof execFields, ExecFacts> = {
  exitCode: ({ exitCode }) => exitCode,
  stdout: ({ stdout }) => withoutLastLineEnds(stdout),
  stderr: ({ stderr }) => withoutLastLineEnds(stderr),
};

export function judgeExec(check: ExecCheck, look: Look): CheckVerdict {
  const about = { kind: "exec", subject: check.name } as const;
  const inside = { ...about, expects: check.expects };
  const stopped = cannotAsk(inside, look, true);
  if (stopped) return stopped;
  const sighting = look.snapshot.execs.get(execKey(check)) ?? notLooked;
  switch (sighting.kind) {
    case "unknown":
      return uncheckedVerdict(about, sighting.fault, check.expects, look.workspace);
    case "missing":
      return notRunning(inside, look);
    case "found": {
      const fields = judgeFields(check.expects, execValues, sighting.facts, () => ({ workspace: look.workspace }));
      return fieldsVerdict(about, fields, (field) => adviseExec(field, sighting.facts, check));
    }
  }
}
