/** What clean-up says: the list before, a line for each object, what is left after. */

import type { Lang } from "../../content/text.ts";
import type { Removal } from "../../docker/removal.ts";
import type { Inventory } from "../../lab/inventory.ts";
import { type RemovalItem, type RemovalKind, removalOrder } from "../../lab/removal_order.ts";
import type { Cleaned } from "./clean_lab.ts";

type Words = Readonly<Record<Lang, string>>;

const endings: Readonly<Record<Removal["end"], Words>> = {
  removed: { es: "quitado", en: "removed" },
  gone: { es: "ya no estaba", en: "gone already" },
  kept: { es: "se queda", en: "kept" },
  unknown: { es: "sin saber", en: "unknown" },
};

const kinds: Readonly<Record<RemovalKind, Words>> = {
  service: { es: "servicio", en: "service" },
  container: { es: "contenedor", en: "container" },
  network: { es: "red", en: "network" },
  volume: { es: "volumen", en: "volume" },
  image: { es: "imagen", en: "image" },
  secret: { es: "secreto", en: "secret" },
  config: { es: "configuración", en: "config" },
  swarm: { es: "pertenencia al", en: "membership of the" },
};

export function itemText({ kind, name }: Pick<RemovalItem, "kind" | "name">, lang: Lang): string {
  // Nobody reads 64 digits.
  return `${kinds[kind][lang]} ${/^[0-9a-f]{64}$/.test(name) ? `${name.slice(0, 12)}…` : name}`;
}

/** One object a line. */
export function listText(objects: Inventory, lang: Lang): string {
  return removalOrder(objects).map((item) => `  ${itemText(item, lang)}`).join("\n");
}

export function removalText({ kind, name, end, detail }: Removal, lang: Lang): string {
  const why = end === "kept" && detail !== "" ? `: ${detail}` : "";
  return `  ${endings[end][lang]}  ${itemText({ kind, name }, lang)}${why}`;
}

export function restoredText({ restored }: Cleaned, lang: Lang): readonly string[] {
  return restored.flatMap(({ renamed: { from, to }, end }) => {
    switch (end) {
      case "done":
        return lang === "es" ? `  ${to} vuelve a llamarse ${from}` : `  ${to} is called ${from} again`;
      case "gone":
        return [];
      default:
        return lang === "es"
          ? `  ${to} se sigue llamando así: no se le pudo devolver el nombre ${from}`
          : `  ${to} keeps that name: it could not get the name ${from} back`;
    }
  });
}
