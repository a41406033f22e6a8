/** A container did not write what was expected, or not yet, or to the other stream. */

import type { LogsCheck } from "../../content/schema/checks/inside.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice } from "../checks/look.ts";
import { holds } from "../matching/holds.ts";
import { code } from "../matching/printable.ts";
import type { ContainerFacts, LogsFacts } from "../snapshot.ts";

export function adviseLogs(
  field: JudgedField,
  check: LogsCheck,
  container: ContainerFacts | undefined,
  facts: LogsFacts,
): Advice {
  const { name } = check;
  const logs = code(`docker logs ${name}`);
  const next = { es: `Míralo tú: ${logs}`, en: `See for yourself: ${logs}` };
  const other = field.field === "stdout" ? "stderr" : field.field === "stderr" ? "stdout" : undefined;
  if (other && holds(field.matcher, facts[other], "text", { workspace: "" })) {
    return {
      because: {
        es: `Lo ha escrito en ${other}, no en ${field.field}`,
        en: `It wrote that to ${other}, not to ${field.field}`,
      },
      next,
    };
  }
  if (container?.state === "created") {
    return {
      because: {
        es: `${code(name)} no se ha arrancado nunca: no ha podido escribir nada`,
        en: `${code(name)} has never been started: it cannot have written anything`,
      },
      next: { es: `Arráncalo: ${code(`docker start ${name}`)}`, en: `Start it: ${code(`docker start ${name}`)}` },
    };
  }
  if (facts.output === "") {
    return { because: { es: `${code(name)} no ha escrito nada`, en: `${code(name)} has written nothing` }, next };
  }
  return {
    because: {
      es: `Se han mirado las últimas ${check.tail} líneas de ${code(name)}`,
      en: `The last ${check.tail} lines of ${code(name)} were looked at`,
    },
    next,
  };
}
