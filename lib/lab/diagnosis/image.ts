/** An image differs from what was asked for: the line of its Dockerfile that decides it. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import { same } from "../../content/text.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice, Look } from "../checks/look.ts";
import { code } from "../matching/printable.ts";
import type { ImageFacts } from "../snapshot.ts";
import { adviseEntries } from "./entries.ts";
import { wanted, wantedItems } from "./wanted.ts";

export function adviseImage(field: JudgedField, facts: ImageFacts, check: ObjectCheck, _: Look): Advice {
  switch (field.field) {
    case "size":
      return {
        because: {
          es: "Cuenta todo lo que dejan sus capas, también lo que se borra después",
          en: "All that its layers leave counts, even what is deleted later",
        },
        next: {
          es: `${code(`docker history ${check.name}`)} dice cuánto ocupa cada capa`,
          en: `${code(`docker history ${check.name}`)} tells how much each layer takes`,
        },
      };
    case "layers":
      return {
        next: {
          es: `Cada ${code("RUN")}, ${code("COPY")} y ${code("ADD")} hace una capa: ${
            code(`docker history ${check.name}`)
          }`,
          en: `Each ${code("RUN")}, ${code("COPY")} and ${code("ADD")} makes a layer: ${
            code(`docker history ${check.name}`)
          }`,
        },
      };
    case "command":
      return rebuilt("CMD", undefined, check.name);
    case "entrypoint":
      return rebuilt("ENTRYPOINT", undefined, check.name);
    case "user":
      return rebuilt("USER", wanted(field.matcher), check.name);
    case "workdir":
      return rebuilt("WORKDIR", wanted(field.matcher), check.name);
    case "exposed":
      return rebuilt("EXPOSE", wantedItems(field.matcher).find((port) => !facts.exposed?.includes(port)), check.name);
    case "env":
      return entries("ENV", field, check.name);
    case "labels":
      return entries("LABEL", field, check.name);
    case "tags": {
      const tag = wantedItems(field.matcher).find((tag) => !facts.tags?.includes(tag));
      return tag === undefined ? {} : { next: same(code(`docker tag ${check.name} ${tag}`)) };
    }
    default:
      return {};
  }
}

/** An image never changes: another one is built under the same name. */
function rebuilt(instruction: string, value: string | number | boolean | undefined, name: string): Advice {
  const line = code(value === undefined ? instruction : `${instruction} ${value}`);
  const build = code(`docker build -t ${name} …`);
  return {
    because: {
      es: `En el Dockerfile lo decide ${code(instruction)}`,
      en: `In the Dockerfile ${code(instruction)} decides it`,
    },
    next: {
      es: `Corrige la línea ${line} y vuelve a construir: ${build}`,
      en: `Mend the line ${line} and build again: ${build}`,
    },
  };
}

function entries(instruction: string, field: JudgedField, name: string): Advice {
  const build = code(`docker build -t ${name} …`);
  return adviseEntries(field, {
    flag: instruction,
    set: (how) => ({ es: `Vuelve a construir ${how.es}: ${build}`, en: `Build again ${how.en}: ${build}` }),
  });
}
