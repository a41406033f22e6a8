/** A network differs from what was asked for, or a container is not on it. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { networkFields } from "../../content/schema/field.ts";
import { same, type Text } from "../../content/text.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice, Look } from "../checks/look.ts";
import { code } from "../matching/printable.ts";
import type { NetworkFacts, Snapshot } from "../snapshot.ts";
import { adviseEntries } from "./entries.ts";
import { connecting } from "./networks.ts";
import { unwantedItems, wanted, wantedItems } from "./wanted.ts";

export function adviseNetwork(field: JudgedField, facts: NetworkFacts, _: ObjectCheck, { snapshot }: Look): Advice {
  const remove = code(`docker network rm ${facts.name}`);
  const [attached] = facts.containers ?? [];
  const first = attached === undefined ? undefined : code(`docker network disconnect ${facts.name} ${attached}`);
  const again = (how: Text): Text => ({
    es: `Una red no se puede cambiar: ${
      first === undefined ? "bórrala" : `desconecta a quien la usa (${first}), bórrala`
    } con ${remove} y créala de nuevo ${how.es}`,
    en: `A network cannot be changed: ${
      first === undefined ? "remove it" : `disconnect those who use it (${first}), remove it`
    } with ${remove} and create it again ${how.en}`,
  });
  const flagged = (flag: string): Advice => {
    const text = code(flag);
    return {
      next: again(
        field.value === true ? { es: `sin ${text}`, en: `without ${text}` } : { es: `con ${text}`, en: `with ${text}` },
      ),
    };
  };
  const valued = (flag: string, value: unknown): Advice => {
    const text = code(`${flag} ${value ?? "…"}`);
    return { next: again({ es: `con ${text}`, en: `with ${text}` }) };
  };
  switch (field.field as keyof typeof networkFields) {
    case "containers":
      return members(field, facts, snapshot);
    case "internal":
      return flagged("--internal");
    case "attachable":
      return flagged("--attachable");
    case "subnets":
      return valued("--subnet", wantedItems(field.matcher)[0]);
    case "labels":
      return adviseEntries(field, { flag: "--label", set: again });
    case "options":
      return adviseEntries(field, { flag: "--opt", set: again });
    case "gateways":
      return valued("--subnet … --gateway", wantedItems(field.matcher)[0]);
    case "scope":
      return field.value === "local"
        ? {
          because: {
            es: "Es una red de esta máquina sola; las de un swarm tienen el controlador `overlay`",
            en: "It is a network of this machine alone; those of a swarm have the driver `overlay`",
          },
          ...valued("--driver", "overlay"),
        }
        : valued("--driver", "bridge");
    case "driver":
      return valued("--driver", wanted(field.matcher));
  }
}

/** A network lists only containers that run. */
function members(field: JudgedField, { name, containers = [] }: NetworkFacts, snapshot: Snapshot): Advice {
  const lacks = wantedItems(field.matcher).find((container) => !containers.includes(container));
  if (lacks === undefined) {
    const extra = field.matcher.is === "exactly"
      ? containers.find((container) => !wantedItems(field.matcher).includes(container))
      : unwantedItems(field.matcher).find((container) => containers.includes(container));
    return extra === undefined ? {} : {
      because: { es: `${code(extra)} también está conectado`, en: `${code(extra)} is attached too` },
      next: same(code(`docker network disconnect ${name} ${extra}`)),
    };
  }
  const sighting = snapshot.containers.get(lacks);
  if (sighting?.kind === "missing") {
    return {
      because: {
        es: `No existe ningún contenedor llamado ${code(lacks)}`,
        en: `There is no container called ${code(lacks)}`,
      },
      next: {
        es: `Créalo en esta red: ${code(`docker run --network ${name} …`)}`,
        en: `Create it on this network: ${code(`docker run --network ${name} …`)}`,
      },
    };
  }
  if (sighting?.kind === "found" && sighting.facts.networks?.includes(name) && sighting.facts.state !== "running") {
    return {
      because: {
        es: `${code(lacks)} es de esta red, pero no está en marcha`,
        en: `${code(lacks)} belongs to this network, but is not running`,
      },
      next: same(code(`docker start ${lacks}`)),
    };
  }
  return {
    because: { es: `${code(lacks)} no está conectado a la red`, en: `${code(lacks)} is not attached to the network` },
    next: sighting?.kind === "found"
      ? connecting(name, sighting.facts)
      : same(code(`docker network connect ${name} ${lacks}`)),
  };
}
