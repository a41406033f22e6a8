/** A volume differs from what was asked for; it cannot be changed, only made again. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { Text } from "../../content/text.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice, Look } from "../checks/look.ts";
import { code } from "../matching/printable.ts";
import type { VolumeFacts } from "../snapshot.ts";
import { adviseEntries } from "./entries.ts";
import { wanted } from "./wanted.ts";

export function adviseVolume(field: JudgedField, facts: VolumeFacts, _: ObjectCheck, _look: Look): Advice {
  const again = (how: Text): Text => ({
    es: `Un volumen no se puede cambiar: bórralo con ${
      code(`docker volume rm ${facts.name}`)
    } (se pierden sus datos) y créalo de nuevo ${how.es}`,
    en: `A volume cannot be changed: remove it with ${
      code(`docker volume rm ${facts.name}`)
    } (its data is lost) and create it again ${how.en}`,
  });
  switch (field.field) {
    case "labels":
      return adviseEntries(field, { flag: "--label", set: again });
    case "options":
      return adviseEntries(field, { flag: "--opt", set: again });
    default: {
      const driver = code(`--driver ${wanted(field.matcher) ?? "…"}`);
      return { next: again({ es: `con ${driver}`, en: `with ${driver}` }) };
    }
  }
}
