/** What would keep a lab from starting well: names and ports that are taken, images that are not there. */

import { same, type Text } from "../content/text.ts";
import type { Lab } from "../content/schema/lab.ts";
import { type Inventory, labLabel } from "./ledger.ts";
import { namesOf } from "./lab_names.ts";
import { code } from "./matching/printable.ts";
import { familiar } from "./matching/reference.ts";

/** `what` is in the way; `next` repairs it. */
export interface Obstacle {
  readonly kind: "container" | "volume" | "network" | "image" | "missing-image" | "port" | "other-run";
  readonly name: string;
  readonly what: Text;
  readonly next: Text;
}

const obstacle = (kind: Obstacle["kind"], name: string, what: Text, next: Text): Obstacle => ({
  kind,
  name,
  what,
  next,
});

/** For a lab that is not going on here: what carries its label was prepared by another run, and is told in one sentence. */
export function inTheWay(lab: Lab, now: Inventory): readonly Obstacle[] {
  const names = namesOf(lab, { mistakes: false });
  const foreign = ({ labels }: { readonly labels: Readonly<Record<string, string>> }) => labels[labLabel] !== lab.id;
  const present = new Set(now.images.map(({ tag }) => familiar(tag)));
  return [
    ...otherRun(lab, now),
    ...lab.images.filter((image) => !present.has(familiar(image))).map((image) =>
      obstacle("missing-image", image, {
        es: `Falta la imagen ${code(image)}`,
        en: `The image ${code(image)} is not on this engine`,
      }, same(code(`docker pull ${image}`)))
    ),
    ...now.containers.filter((it) => names.containers.has(it.name) && foreign(it)).map(({ name }) =>
      obstacle("container", name, {
        es: `Ya existe un contenedor llamado ${code(name)}, y el laboratorio va a usar ese nombre`,
        en: `There is a container called ${code(name)} already, and the lab is going to use that name`,
      }, {
        es: `Cámbiale el nombre con ${code(`docker rename ${name} ${name}-2`)}, o bórralo con ${
          code(`docker rm -f ${name}`)
        } si no lo necesitas`,
        en: `Rename it with ${code(`docker rename ${name} ${name}-2`)}, or remove it with ${
          code(`docker rm -f ${name}`)
        } if you do not need it`,
      })
    ),
    ...now.networks.filter((it) =>
      names.networks.has(it.name) && !["bridge", "host", "none"].includes(it.name) && foreign(it)
    )
      .map(({ name }) =>
        obstacle("network", name, {
          es: `Ya existe una red llamada ${code(name)}`,
          en: `There is a network called ${code(name)} already`,
        }, {
          es: `Bórrala con ${code(`docker network rm ${name}`)} si no la necesitas`,
          en: `Remove it with ${code(`docker network rm ${name}`)} if you do not need it`,
        })
      ),
    ...now.volumes.filter((it) => names.volumes.has(it.name) && foreign(it)).map(({ name }) =>
      obstacle("volume", name, {
        es: `Ya existe un volumen llamado ${code(name)}, quizá con datos tuyos`,
        en: `There is a volume called ${code(name)} already, perhaps with data of yours`,
      }, {
        es: `Bórralo con ${code(`docker volume rm ${name}`)} solo si no necesitas sus datos`,
        en: `Remove it with ${code(`docker volume rm ${name}`)} only if you do not need its data`,
      })
    ),
    ...now.images.filter(({ tag }) => names.images.has(familiar(tag))).map(({ tag }) =>
      obstacle("image", tag, {
        es: `Ya existe la imagen ${code(tag)}, que en este laboratorio se construye`,
        en: `The image ${code(tag)}, which is built in this lab, exists already`,
      }, {
        es: `Bórrala con ${code(`docker image rm ${tag}`)} si no la necesitas`,
        en: `Remove it with ${code(`docker image rm ${tag}`)} if you do not need it`,
      })
    ),
    ...lab.ports.flatMap((port) => portTaken(port, now, foreign)),
  ];
}

/** Prepared from another state folder, or by another learner on the same engine: two runs would take each other's names. */
function otherRun(lab: Lab, now: Inventory): readonly Obstacle[] {
  const objects = [...now.containers, ...now.networks, ...now.volumes].filter(({ labels }) =>
    labels[labLabel] === lab.id
  );
  if (objects.length === 0) return [];
  const names = objects.map(({ name }) => code(name)).join(", ");
  return [obstacle("other-run", lab.id, {
    es: `Este laboratorio ya está preparado en este motor desde otra carpeta de estado, o por otra persona: ${names}`,
    en: `This lab is prepared on this engine already, from another state folder or by somebody else: ${names}`,
  }, {
    es: `Sigue donde lo empezaste, o quita lo que preparó con ${code(`grumete cleanup ${lab.id}`)}`,
    en: `Go on where you began it, or remove what it prepared with ${code(`grumete cleanup ${lab.id}`)}`,
  })];
}

function portTaken(
  port: number,
  now: Inventory,
  foreign: (object: Inventory["containers"][number]) => boolean,
): readonly Obstacle[] {
  const holder = now.containers.find((it) => it.ports?.includes(port) === true && foreign(it));
  if (!holder) return [];
  return [obstacle("port", String(port), {
    es: `El puerto ${port} del anfitrión lo tiene el contenedor ${code(holder.name)}`,
    en: `Port ${port} of the host is held by the container ${code(holder.name)}`,
  }, same(code(`docker stop ${holder.name}`)))];
}
