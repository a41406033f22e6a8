/** A container is not on the networks that were asked for: the one difference that docker can mend while it runs. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import { same, type Text } from "../../content/text.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice, Look } from "../checks/look.ts";
import { code } from "../matching/printable.ts";
import type { ContainerFacts } from "../snapshot.ts";
import { recreate } from "./start_error.ts";
import { unwantedItems, wantedItems } from "./wanted.ts";

export function adviseNetworks(field: JudgedField, facts: ContainerFacts, _: ObjectCheck, { snapshot }: Look): Advice {
  const { name, networks = [] } = facts;
  const lacks = wantedItems(field.matcher).find((network) => !networks.includes(network));
  if (lacks !== undefined) {
    const gone = snapshot.networks.get(lacks)?.kind === "missing";
    const because: Text = gone
      ? { es: `La red ${code(lacks)} no existe todavía`, en: `The network ${code(lacks)} does not exist yet` }
      : {
        es: `${code(name)} no está en la red ${code(lacks)}`,
        en: `${code(name)} is not on the network ${code(lacks)}`,
      };
    return {
      because,
      next: gone ? afterCreating(connecting(lacks, facts)) : connecting(lacks, facts),
    };
  }
  const extra = field.matcher.is === "exactly"
    ? networks.find((network) => !wantedItems(field.matcher).includes(network))
    : unwantedItems(field.matcher).find((network) => networks.includes(network));
  if (extra === undefined) return {};
  return {
    because: {
      es: `${code(name)} también está en la red ${code(extra)}`,
      en: `${code(name)} is on the network ${code(extra)} too`,
    },
    next: same(code(`docker network disconnect ${extra} ${name}`)),
  };
}

function afterCreating(connect: Text): Text {
  const create = code("docker network create …");
  return {
    es: `Créala con ${create}. Después: ${connect.es}`,
    en: `Create it with ${create}. Then: ${connect.en}`,
  };
}

/** Docker connects a container while it runs, but not one that has the host's network, or none. */
export function connecting(network: string, { name, networks = [] }: ContainerFacts, option = ""): Text {
  const flag = code(`--network ${network}${option === "" ? "" : ` ${option}`}`);
  if (networks.includes("host") || networks.includes("none")) {
    return recreate(name, { es: `con ${flag}`, en: `with ${flag}` });
  }
  return same(code(`docker network connect ${option === "" ? "" : `${option} `}${network} ${name}`));
}
