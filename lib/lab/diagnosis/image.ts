/** An image differs from what was asked for: the line of its Dockerfile that decides it. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { imageFields } from "../../content/schema/field.ts";
import type { Matcher } from "../../content/schema/matcher.ts";
import { same } from "../../content/text.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice, Look } from "../checks/look.ts";
import { code } from "../matching/printable.ts";
import { repository } from "../matching/reference.ts";
import type { ImageFacts, Snapshot } from "../snapshot.ts";
import { adviseEntries } from "./entries.ts";
import { unwantedItems, wanted, wantedItems } from "./wanted.ts";

type Field = keyof typeof imageFields;

export function adviseImage(field: JudgedField, facts: ImageFacts, check: ObjectCheck, look: Look): Advice {
  switch (field.field as Field) {
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
      return rebuilt("CMD", execForm(field.matcher), check.name);
    case "entrypoint":
      return rebuilt("ENTRYPOINT", execForm(field.matcher), check.name);
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
    case "history":
      return {
        because: facts.history?.length === 0
          ? { es: "No dice con qué instrucciones se hizo", en: "It does not tell which instructions made it" }
          : field.matcher.is === "not"
          ? { es: "Alguna de sus instrucciones es así", en: "One of its instructions is like that" }
          : field.match.detail ?? {
            es: `Ninguna de sus ${facts.history?.length ?? 0} instrucciones es así`,
            en: `None of its ${facts.history?.length ?? 0} instructions is like that`,
          },
        next: {
          es: `Compara tu Dockerfile con ${code(`docker history --no-trunc ${check.name}`)}`,
          en: `Compare your Dockerfile with ${code(`docker history --no-trunc ${check.name}`)}`,
        },
      };
    case "builtFrom":
      return adviseBase(field, check.name, look.snapshot);
    case "digests":
      return {
        because: {
          es: "Una imagen solo tiene resumen (digest) cuando ha venido de un registro o se ha subido a uno",
          en: "An image has a digest only once it came from a registry or was pushed to one",
        },
        next: {
          es: `Mira los que tiene: ${code(`docker image ls --digests ${repository(check.name)}`)}`,
          en: `See which ones it has: ${code(`docker image ls --digests ${repository(check.name)}`)}`,
        },
      };
    case "volumes":
      return rebuilt("VOLUME", wantedItems(field.matcher).find((place) => !facts.volumes?.includes(place)), check.name);
    case "healthcheck": {
      const probe = wanted(field.matcher);
      return rebuilt("HEALTHCHECK", probe === undefined ? undefined : `CMD ${probe}`, check.name);
    }
    case "architecture": {
      const goal = wanted(field.matcher);
      const platform = code(goal === undefined ? "--platform …" : `--platform linux/${goal}`);
      return {
        because: {
          es: "Es para otro tipo de procesador",
          en: "It is for another kind of processor",
        },
        next: {
          es: `Constrúyela o descárgala con ${platform}`,
          en: `Build it or download it with ${platform}`,
        },
      };
    }
  }
}

/** Layers tell from which image another one was built. */
function adviseBase(field: JudgedField, name: string, { images }: Snapshot): Advice {
  const here = Array.isArray(field.value) ? field.value : [];
  const build = code(`docker build -t ${name} …`);
  const lacks = wantedItems(field.matcher).find((base) => !here.includes(base));
  if (lacks === undefined) {
    const extra = unwantedItems(field.matcher).find((base) => here.includes(base));
    return extra === undefined ? {} : {
      because: {
        es: `Sus primeras capas son las de ${code(extra)}`,
        en: `Its first layers are those of ${code(extra)}`,
      },
      next: {
        es: `Cambia la línea ${code("FROM")} y vuelve a construir: ${build}`,
        en: `Change the line ${code("FROM")} and build again: ${build}`,
      },
    };
  }
  if (images.get(lacks)?.kind === "missing") {
    return {
      because: {
        es: `La imagen ${code(lacks)} no está en este motor: no se puede comparar con ella`,
        en: `The image ${code(lacks)} is not on this engine: there is nothing to compare with`,
      },
      next: same(code(`docker pull ${lacks}`)),
    };
  }
  return {
    because: {
      es: `Sus primeras capas no son las de ${
        code(lacks)
      }: se construyó a partir de otra imagen, o de otra versión de ella`,
      en: `Its first layers are not those of ${
        code(lacks)
      }: it was built from another image, or from another version of it`,
    },
    next: {
      es: `Empieza el Dockerfile con ${code(`FROM ${lacks}`)} y vuelve a construir: ${build}`,
      en: `Begin the Dockerfile with ${code(`FROM ${lacks}`)} and build again: ${build}`,
    },
  };
}

/** As a Dockerfile writes what docker shows as one line; not where the words cannot be told apart any more. */
function execForm(matcher: Matcher): string | undefined {
  if (matcher.is !== "equal") return undefined;
  const line = String(matcher.value);
  if (line.startsWith("/bin/sh -c ")) return line.slice("/bin/sh -c ".length);
  return /\bsh -c\b/.test(line) ? undefined : JSON.stringify(line.split(" ")).replaceAll('","', '", "');
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
