/** What would keep a lab from starting well: what is taken, what is missing, and who else is at work on the engine. */

import type { Lab } from "../content/schema/lab.ts";
import { same } from "../content/text.ts";
import { optionValues } from "./command_names.ts";
import { commandWords } from "./command_words.ts";
import { builtInNetworks, type Inventory, type Labels } from "./inventory.ts";
import { labLabel } from "./labels.ts";
import { type Claim } from "./claim.ts";
import { type LabNames, namesOf, namesOfSetup } from "./lab_names.ts";
import { code } from "./matching/printable.ts";
import { familiar } from "./matching/reference.ts";
import { docker, type Obstacle, obstacle, use, useUnless } from "./obstacle.ts";
import { otherLabs, otherRun } from "./other_labs.ts";
import { missingImages, requirements } from "./requirements.ts";
import { overlap } from "./subnet.ts";

/** What is known besides the objects on the engine; what is absent could not be found out, and is in nobody's way. */
export interface Surroundings {
  /** Other labs that are going on for this learner. */
  readonly claims?: readonly Claim[];
  /** Host ports on which a program that is no container listens. */
  readonly busyPorts?: ReadonlySet<number>;
  /** Bytes. */
  readonly freeDisk?: number;
  readonly compose?: boolean;
}

/** For a lab that is not going on here. */
export function inTheWay(lab: Lab, now: Inventory, around: Surroundings = {}): readonly Obstacle[] {
  const names = namesOf(lab, { mistakes: false });
  const setup = namesOfSetup(lab);
  /** Labelled objects are told of once, with the lab that they are of. */
  const plain = ({ labels }: { readonly labels: Labels }) => labels[labLabel] === undefined;
  const taken = new Set([
    ...now.containers.map(({ name }) => name),
    ...now.images.map(({ tag }) => familiar(tag)),
  ]);
  return [
    ...otherRun(lab, now),
    ...otherLabs(lab, names, now, around.claims ?? []),
    ...requirements(lab, now, around),
    ...missingImages(lab, now),
    ...now.containers.filter((it) => names.containers.has(it.name) && plain(it)).map(({ name }) => {
      const to = free(`${name}-antes`, taken);
      return obstacle("container", name, {
        es: `Ya existe un contenedor llamado ${code(name)}, y el laboratorio va a usar ese nombre`,
        en: `There is a container called ${code(name)} already, and the lab is going to use that name`,
      }, {
        es: `Cámbiale el nombre con ${docker("rename", name, to)}, o bórralo con ${
          docker("rm", "-f", name)
        } si no lo necesitas`,
        en: `Rename it with ${docker("rename", name, to)}, or remove it with ${
          docker("rm", "-f", name)
        } if you do not need it`,
      }, [
        { kind: "rename", commands: [["rename", name, to]], renamed: { object: "container", from: name, to } },
        { kind: "remove", commands: [["rm", "-f", name]], confirm: true },
        ...useUnless(setup.containers.has(name)),
      ]);
    }),
    ...now.networks.filter((it) => names.networks.has(it.name) && !builtInNetworks.has(it.name) && plain(it))
      .map(({ name }) =>
        obstacle("network", name, {
          es: `Ya existe una red llamada ${code(name)}`,
          en: `There is a network called ${code(name)} already`,
        }, {
          es: `Bórrala con ${docker("network", "rm", name)} si no la necesitas`,
          en: `Remove it with ${docker("network", "rm", name)} if you do not need it`,
        }, [{ kind: "remove", commands: [["network", "rm", name]] }, ...useUnless(setup.networks.has(name))])
      ),
    ...now.volumes.filter((it) => names.volumes.has(it.name) && plain(it)).map(({ name }) =>
      obstacle("volume", name, {
        es: `Ya existe un volumen llamado ${code(name)}, quizá con datos tuyos`,
        en: `There is a volume called ${code(name)} already, perhaps with data of yours`,
      }, {
        es: `Bórralo con ${docker("volume", "rm", name)} solo si no necesitas sus datos`,
        en: `Remove it with ${docker("volume", "rm", name)} only if you do not need its data`,
      }, [
        { kind: "remove", commands: [["volume", "rm", name]], confirm: true },
        ...useUnless(setup.volumes.has(name)),
      ])
    ),
    // A tag that `setup` gives takes it away from the image that has it.
    ...now.images.filter(({ tag }) => names.images.has(familiar(tag)) || setup.images.has(familiar(tag))).map(
      ({ tag }) => {
        const to = free(`${familiar(tag)}-antes`, taken);
        return obstacle("image", tag, {
          es: `Ya existe la imagen ${code(tag)}, que en este laboratorio se construye`,
          en: `The image ${code(tag)}, which is built in this lab, exists already`,
        }, {
          es: `Bórrala con ${docker("image", "rm", tag)} si no la necesitas`,
          en: `Remove it with ${docker("image", "rm", tag)} if you do not need it`,
        }, [
          {
            kind: "rename",
            commands: [["tag", tag, to], ["image", "rm", tag]],
            renamed: { object: "image", from: tag, to },
          },
          // It may have been built here, and then no registry gives it back.
          { kind: "remove", commands: [["image", "rm", tag]], confirm: true },
          ...useUnless(setup.images.has(familiar(tag))),
        ]);
      },
    ),
    ...lab.ports.flatMap((port) => portTaken(port, now, around)),
    ...subnetsTaken(lab, names, now),
  ];
}

function free(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1;; number++) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.has(name)) return name;
  }
}

function portTaken(port: number, now: Inventory, { busyPorts }: Surroundings): readonly Obstacle[] {
  const holder = now.containers.find((it) => it.ports?.includes(port) === true);
  if (holder) {
    // A container of this lab, or of another one, is told of with its lab.
    if (holder.labels[labLabel] !== undefined) return [];
    return [obstacle(
      "port",
      String(port),
      {
        es: `El puerto ${port} del anfitrión lo tiene el contenedor ${code(holder.name)}`,
        en: `Port ${port} of the host is held by the container ${code(holder.name)}`,
      },
      same(docker("stop", holder.name)),
      [{ kind: "stop", commands: [["stop", holder.name]] }, use],
    )];
  }
  if (busyPorts?.has(port) !== true) return [];
  return [obstacle("port", String(port), {
    es: `En el puerto ${port} de esta máquina escucha un programa que no es un contenedor`,
    en: `A program that is no container listens on port ${port} of this machine`,
  }, {
    es: `Mira cuál es con ${code(`ss -ltnp "sport = :${port}"`)} y ciérralo`,
    en: `See which one with ${code(`ss -ltnp "sport = :${port}"`)} and end it`,
  }, [use])];
}

/** Docker gives no two networks the same addresses. */
function subnetsTaken(lab: Lab, names: LabNames, now: Inventory): readonly Obstacle[] {
  const steps = lab.tasks.flatMap(({ solution }) => solution.filter((step) => typeof step === "string"));
  const wanted = [...lab.setup, ...steps].map((line) => commandWords(line) ?? [])
    .filter(([, group, verb]) => group === "network" && verb === "create")
    .flatMap((words) => optionValues(words, ["--subnet"]));
  return [...new Set(wanted)].flatMap((subnet) => {
    const holder = now.networks.find(({ name, subnets = [] }) =>
      !names.networks.has(name) && subnets.some((taken) => overlap(taken, subnet))
    );
    if (!holder) return [];
    const { name } = holder;
    return [obstacle("subnet", subnet, {
      es: `La red ${code(name)} ya usa direcciones de ${code(subnet)}, que el laboratorio necesita`,
      en: `The network ${code(name)} uses addresses of ${code(subnet)} already, which the lab needs`,
    }, {
      es: `Bórrala con ${docker("network", "rm", name)} si no la necesitas`,
      en: `Remove it with ${docker("network", "rm", name)} if you do not need it`,
    }, builtInNetworks.has(name) ? [use] : [{ kind: "remove", commands: [["network", "rm", name]] }, use])];
  });
}
