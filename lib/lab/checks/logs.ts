/** Judges what a container wrote; one that has ended may still be read. */

import type { LogsCheck } from "../../content/schema/check.ts";
import type { logsFields } from "../../content/schema/field.ts";
import { adviseLogs } from "../diagnosis/logs.ts";
import { logsKey } from "../plan.ts";
import type { LogsFacts } from "../snapshot.ts";
import type { CheckVerdict } from "../verdict.ts";
import { fieldsVerdict, judgeFields, notLooked, uncheckedVerdict, type ValueTable } from "./field_judgement.ts";
import { cannotAsk, notRunning } from "./inside.ts";
import type { Look } from "./look.ts";
import { withoutLastLineEnds } from "./stream.ts";

export const logsValues: ValueTable<typeof logsFields, LogsFacts> = {
  output: ({ output }) => withoutLastLineEnds(output),
  stdout: ({ stdout }) => withoutLastLineEnds(stdout),
  stderr: ({ stderr }) => withoutLastLineEnds(stderr),
};

export function judgeLogs(check: LogsCheck, look: Look): CheckVerdict {
  const about = { kind: "logs", subject: check.name } as const;
  const inside = { ...about, expects: check.expects };
  const gone = cannotAsk(inside, look, false);
  if (gone) return gone;
  const sighting = look.snapshot.logs.get(logsKey(check)) ?? notLooked;
  switch (sighting.kind) {
    case "unknown":
      return uncheckedVerdict(about, sighting.fault, check.expects, look.workspace);
    case "missing":
      return notRunning(inside, look);
    case "found": {
      const context = { workspace: look.workspace, tail: true };
      const fields = judgeFields(check.expects, logsValues, sighting.facts, () => context);
      const container = look.snapshot.containers.get(check.name);
      return fieldsVerdict(
        about,
        fields,
        (field) => adviseLogs(field, check, container?.kind === "found" ? container.facts : undefined, sighting.facts),
      );
    }
  }
}
