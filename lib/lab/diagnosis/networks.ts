/** A container is not on the networks that were asked for: the one difference that docker can mend while it runs. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import { same, type Text } from "../../content/text.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice, Look } from "../checks/look.ts";
import { code } from "../matching/printable.ts";
import type { ContainerFacts } from "../snapshot.ts";
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
    const connect = code(`docker network connect ${lacks} ${name}`);
    return {
      because,
      next: gone
        ? {
          es: `Créala con ${code("docker network create …")} y después ${connect}`,
          en: `Create it with ${code("docker network create …")}, then ${connect}`,
        }
        : same(connect),
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
