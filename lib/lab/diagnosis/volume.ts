/** A volume differs from what was asked for; it cannot be changed, only made again. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { volumeFields } from "../../content/schema/field.ts";
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
  switch (field.field as keyof typeof volumeFields) {
    case "labels":
      return adviseEntries(field, { flag: "--label", set: again });
    case "options":
      return adviseEntries(field, { flag: "--opt", set: again });
    case "scope":
      return {
        because: {
          es: "El alcance de un volumen lo decide su controlador (driver)",
          en: "The scope of a volume is decided by its driver",
        },
        next: again({ es: `con otro ${code("--driver")}`, en: `with another ${code("--driver")}` }),
      };
    case "driver": {
      const driver = code(`--driver ${wanted(field.matcher) ?? "…"}`);
      return { next: again({ es: `con ${driver}`, en: `with ${driver}` }) };
    }
  }
}
