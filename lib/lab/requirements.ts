/** What a lab needs of the engine, and what of it is not there. */

import type { Lab } from "../content/schema/lab.ts";
import { both, same } from "../content/text.ts";
import { commandWords } from "./command_words.ts";
import { faultText } from "./fault_text.ts";
import type { Inventory } from "./inventory.ts";
import { code } from "./matching/printable.ts";
import { familiar } from "./matching/reference.ts";
import { docker, type Obstacle, obstacle, use, useUnless } from "./obstacle.ts";

/** What the engine must offer, and does not; what is not known is not guessed. */
export function requirements(
  lab: Lab,
  now: Inventory,
  { freeDisk, compose }: { readonly freeDisk?: number; readonly compose?: boolean },
): readonly Obstacle[] {
  const { requires } = lab;
  const found: Obstacle[] = [];
  if (
    requires?.swarm !== undefined && now.swarm !== undefined &&
    (now.swarm === "active") !== (requires.swarm === "active")
  ) {
    found.push(
      requires.swarm === "active"
        ? obstacle(
          "swarm",
          "swarm",
          {
            es: "El laboratorio necesita un motor que sea parte de un swarm, y este no lo es",
            en: "The lab needs an engine that is part of a swarm, and this one is not",
          },
          same(docker("swarm", "init")),
          [],
        )
        : obstacle("swarm", "swarm", {
          es: "El motor ya es parte de un swarm, y el laboratorio necesita uno que no lo sea",
          en: "The engine is part of a swarm already, and the lab needs one that is not",
        }, {
          es: `Si no lo usas para nada más, sal de él con ${docker("swarm", "leave", "--force")}: borra sus servicios`,
          en: `Unless you use it for something else, leave it with ${docker("swarm", "leave", "--force")}: ` +
            "that removes its services",
        }, []),
    );
  }
  if (requires?.compose === true && compose === false) {
    const { what, next } = faultText("compose-missing");
    found.push(obstacle("compose", "compose", what, next, [use]));
  }
  const wanted = requires?.disk;
  if (wanted !== undefined && freeDisk !== undefined && freeDisk < wanted) {
    found.push(obstacle(
      "disk",
      "disk",
      both((lang) =>
        lang === "es"
          ? `Hacen falta ${gigabytes(wanted, lang)} libres en el disco del motor, y quedan ${gigabytes(freeDisk, lang)}`
          : `${gigabytes(wanted, lang)} must be free on the engine's disk, and ${gigabytes(freeDisk, lang)} are`
      ),
      {
        es: `Mira qué ocupa sitio con ${docker("system", "df")}`,
        en: `See what takes the room with ${docker("system", "df")}`,
      },
      [use],
    ));
  }
  return found;
}

export function missingImages(lab: Lab, now: Inventory): readonly Obstacle[] {
  const present = new Set(now.images.map(({ tag }) => familiar(tag)));
  return lab.images.filter((image) => !present.has(familiar(image))).map((image) =>
    obstacle(
      "missing-image",
      image,
      {
        es: `Falta la imagen ${code(image)}`,
        en: `The image ${code(image)} is not on this engine`,
      },
      same(docker("pull", image)),
      [
        { kind: "pull", commands: [["pull", image]] },
        ...useUnless(lab.setup.some((line) => commandWords(line)?.includes(image) === true)),
      ],
    )
  );
}

function gigabytes(bytes: number, lang: "es" | "en"): string {
  return `${(bytes / 1e9).toLocaleString(lang, { maximumFractionDigits: 1 })} GB`;
}
