/** A secret or a config differs from what was asked for; neither can be changed, only made again. */

import { type Lang, type Text } from "../../content/text.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice } from "../checks/look.ts";
import { code } from "../matching/printable.ts";
import type { Snapshot } from "../snapshot.ts";
import { adviseEntries } from "./entries.ts";

export function adviseStored(field: JudgedField, kind: "secret" | "config", name: string, snapshot: Snapshot): Advice {
  const again = (how: Text): Text => remade(kind, name, how, snapshot);
  if (field.field === "labels") return adviseEntries(field, { flag: "--label", set: again });
  return {
    because: kind === "secret"
      ? { es: "Un secreto no se puede cambiar", en: "A secret cannot be changed" }
      : { es: "Una config no se puede cambiar", en: "A config cannot be changed" },
    next: again(
      field.field === "content"
        ? { es: "con el contenido pedido", en: "with the content asked for" }
        : { es: "", en: "" },
    ),
  };
}

/** One that a service uses cannot be removed. */
function remade(kind: "secret" | "config", name: string, how: Text, snapshot: Snapshot): Text {
  const user = [...snapshot.services.values()].flatMap((sighting) => {
    if (sighting.kind !== "found") return [];
    const { secrets = [], configs = [] } = sighting.facts;
    return (kind === "secret" ? secrets : configs).includes(name) ? sighting.facts.name : [];
  })[0];
  const remove = code(`docker ${kind} rm ${name}`);
  const create = code(`docker ${kind} create … ${name} …`);
  const free = user === undefined ? undefined : code(`docker service update --${kind}-rm ${name} ${user}`);
  const o = kind === "secret" ? "o" : "a";
  const manner = (lang: Lang) => how[lang] === "" ? "" : ` ${how[lang]}`;
  return {
    es: `${
      free === undefined ? "" : `Quítasel${o} antes al servicio: ${free}. `
    }Bórral${o} con ${remove} y créal${o} de nuevo${manner("es")}: ${create}`,
    en: `${
      free === undefined ? "" : `Take it from the service first: ${free}. `
    }Remove it with ${remove} and create it again${manner("en")}: ${create}`,
  };
}
