/** An object is not there: is it called otherwise, and if not, what kind of command makes one. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import { same, type Text } from "../../content/text.ts";
import type { Advice, Look } from "../checks/look.ts";
import { code, printable } from "../matching/printable.ts";
import { familiar, repository } from "../matching/reference.ts";
import type { Neighbour } from "../snapshot.ts";
import { subjectKey } from "../subjects.ts";
import { adviseMissingElsewhere } from "./missing_elsewhere.ts";
import { nearest, nearNames } from "./nearest.ts";
import { wanted } from "./wanted.ts";

/** Never gives the solution away: the command that creates is named, its arguments are not. */
export function adviseMissing(check: ObjectCheck, { snapshot, subjects }: Look): Advice {
  const { neighbours } = snapshot;
  const free = (name: string) => subjects?.has(subjectKey(check.kind, name)) !== true;
  switch (check.kind) {
    case "container":
      return container(check, neighbours.containers.filter(({ name }) => free(name)));
    case "volume":
      return volume(check.name, neighbours.volumes.filter(free));
    case "network":
      return network(check.name, neighbours.networks.filter(free));
    case "image":
      return image(check.name, neighbours.images.filter(free));
    default:
      return adviseMissingElsewhere(check.kind, check.name, (neighbours[`${check.kind}s`] ?? []).filter(free));
  }
}

function container(check: ObjectCheck, neighbours: readonly Neighbour[]): Advice {
  const { name } = check;
  const called = likeliest(check, neighbours);
  if (!called) {
    return {
      because: {
        es: `No hay ningún contenedor llamado ${code(name)}`,
        en: `There is no container called ${code(name)}`,
      },
      next: {
        es: `Créalo con ${code(`docker run --name ${name} …`)}`,
        en: `Create it with ${code(`docker run --name ${name} …`)}`,
      },
    };
  }
  const [other, status, from] = [code(called.name), printable(called.status, 80), code(called.image)];
  return {
    because: {
      es: `No hay ningún contenedor llamado ${code(name)}, pero sí ${other}, ${status}, de la imagen ${from}`,
      en: `There is no container called ${code(name)}, but there is ${other}, ${status}, from ${from}`,
    },
    next: {
      es: `Si es el tuyo, cámbiale el nombre: ${code(`docker rename ${called.name} ${name}`)}`,
      en: `If that is yours, rename it: ${code(`docker rename ${called.name} ${name}`)}`,
    },
  };
}

/**
 * A slip in the name and the expected image; a slip in the name; the one single container of the expected image, which was
 * probably started without its name.
 */
function likeliest(check: ObjectCheck, neighbours: readonly Neighbour[]): Neighbour | undefined {
  const expected = check.expects.find(({ field }) => field === "image");
  const reference = expected && wanted(expected.matcher);
  const alike = typeof reference === "string"
    ? neighbours.filter(({ image }) => familiar(image) === familiar(reference))
    : [];
  const near = nearNames(check.name, neighbours.map(({ name }) => name))
    .flatMap((name) => neighbours.find((neighbour) => neighbour.name === name) ?? []);
  return near.find((neighbour) => alike.includes(neighbour)) ?? near[0] ?? (alike.length === 1 ? alike[0] : undefined);
}

function volume(name: string, neighbours: readonly string[]): Advice {
  const near = nearest(name, neighbours);
  return {
    because: there({ es: "ningún volumen llamado", en: "volume called" }, name, near),
    next: near === undefined
      ? { es: `Créalo con ${code("docker volume create …")}`, en: `Create it with ${code("docker volume create …")}` }
      : {
        es: `A un volumen no se le puede cambiar el nombre: crea otro con ${code("docker volume create …")}`,
        en: `A volume cannot be renamed: create another one with ${code("docker volume create …")}`,
      },
  };
}

function network(name: string, neighbours: readonly string[]): Advice {
  const near = nearest(name, neighbours.filter((other) => !["bridge", "host", "none"].includes(other)));
  return {
    because: there({ es: "ninguna red llamada", en: "network called" }, name, near),
    next: near === undefined
      ? { es: `Créala con ${code("docker network create …")}`, en: `Create it with ${code("docker network create …")}` }
      : {
        es: `A una red no se le puede cambiar el nombre: crea otra con ${code("docker network create …")}`,
        en: `A network cannot be renamed: create another one with ${code("docker network create …")}`,
      },
  };
}

function there(what: Text, name: string, near: string | undefined): Text {
  const also: Text = near === undefined
    ? same("")
    : { es: `, pero sí ${code(near)}`, en: `, but there is ${code(near)}` };
  return { es: `No hay ${what.es} ${code(name)}${also.es}`, en: `There is no ${what.en} ${code(name)}${also.en}` };
}

/** Another tag of the same image may be another program: the name alone does not decide. */
function image(name: string, neighbours: readonly string[]): Advice {
  const reference = familiar(name);
  const others = neighbours.map(familiar).filter((other) => other !== reference && !other.startsWith("<none>"));
  const sibling = others.find((other) => repository(other) === repository(reference));
  const near = sibling ?? nearestRepository(reference, others);
  if (near === undefined) {
    return {
      because: {
        es: `La imagen ${code(name)} no está en este motor`,
        en: `The image ${code(name)} is not on this engine`,
      },
      next: {
        es: `Constrúyela con ${code("docker build …")} si es tuya, o descárgala con ${code("docker pull …")}`,
        en: `Build it with ${code("docker build …")} if it is yours, or download it with ${code("docker pull …")}`,
      },
    };
  }
  return {
    because: {
      es: `La imagen ${code(name)} no está en este motor, pero sí ${code(near)}${sibling ? ", con otra etiqueta" : ""}`,
      en: `The image ${code(name)} is not on this engine, but ${code(near)} is${sibling ? ", with another tag" : ""}`,
    },
    next: {
      es: `Si es la misma imagen, ponle también este nombre: ${code(`docker tag ${near} ${name}`)}`,
      en: `If it is the same image, give it this name too: ${code(`docker tag ${near} ${name}`)}`,
    },
  };
}

/** Tags are compared only as a whole: `1.27` and `1.25` are near in letters and far in meaning. */
function nearestRepository(reference: string, others: readonly string[]): string | undefined {
  const tag = reference.slice(repository(reference).length);
  const near = nearest(repository(reference), others.map(repository));
  const candidates = others.filter((other) => repository(other) === near);
  return candidates.find((other) => other.endsWith(tag)) ?? candidates[0];
}
