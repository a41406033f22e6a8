/** The names and the address of a container on a network: both are given when it is connected. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { Matcher } from "../../content/schema/matcher.ts";
import { same, type Text } from "../../content/text.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice, Look } from "../checks/look.ts";
import { holds } from "../matching/holds.ts";
import { code } from "../matching/printable.ts";
import { isList, isMap, partShape, valueAt } from "../matching/value.ts";
import type { ContainerFacts } from "../snapshot.ts";
import { connecting } from "./networks.ts";
import { recreate } from "./start_error.ts";
import { unwantedItems, wanted, wantedEntries, wantedItems } from "./wanted.ts";

export function adviseAliases(field: JudgedField, facts: ContainerFacts): Advice {
  const failing = failingEntry(field);
  if (!failing) return {};
  const [network, matcher] = failing;
  const here = isMap(field.value) ? valueAt(field.value, network) : undefined;
  const names = isList(here) ? here : [];
  const alias = wantedItems(matcher).find((name) => !names.includes(name));
  if (alias === undefined) {
    const wished = wantedItems(matcher);
    const extra = names.find((name) =>
      matcher.is === "exactly" ? !wished.includes(String(name)) : unwantedItems(matcher).includes(String(name))
    );
    return extra === undefined ? {} : connected(facts, network, "", {
      es: `En la red ${code(network)} también responde al nombre ${code(String(extra))}`,
      en: `On the network ${code(network)} it also answers to the name ${code(String(extra))}`,
    });
  }
  if (network === "bridge") return unnamed(facts, alias);
  return connected(facts, network, `--alias ${alias}`, {
    es: `En la red ${code(network)} nadie responde al nombre ${code(alias)}`,
    en: `On the network ${code(network)} nobody answers to the name ${code(alias)}`,
  });
}

export function adviseAddresses(field: JudgedField, facts: ContainerFacts, _: ObjectCheck, look: Look): Advice {
  const failing = failingEntry(field);
  if (!failing) return {};
  const [network, matcher] = failing;
  const goal = wanted(matcher);
  const here = facts.addresses?.[network];
  if (facts.networks?.includes(network) && here === undefined) {
    return {
      because: {
        es: "Un contenedor solo tiene dirección mientras está en marcha",
        en: "A container has an address only while it runs",
      },
      next: same(code(`docker start ${facts.name}`)),
    };
  }
  const lacks: Text = here === undefined
    ? {
      es: `${code(facts.name)} no está en la red ${code(network)}`,
      en: `${code(facts.name)} is not on the network ${code(network)}`,
    }
    : {
      es: `En la red ${code(network)} tiene la dirección ${code(here)}`,
      en: `On the network ${code(network)} it has the address ${code(here)}`,
    };
  if (goal === undefined) return { because: lacks };
  if (network === "bridge" || network === "host") {
    return {
      because: lacks,
      next: recreate(facts.name, {
        es: `en una red tuya, con ${code(`--network … --ip ${goal}`)}: en ${code(network)} la dirección no se elige`,
        en: `on a network of your own, with ${code(`--network … --ip ${goal}`)}: on ${
          code(network)
        } addresses are not chosen`,
      }),
    };
  }
  const subnets = look.snapshot.networks.get(network);
  const fits = subnets?.kind !== "found" || subnets.facts.subnets === undefined ||
    subnets.facts.subnets.some((subnet) => inSubnet(String(goal), subnet));
  if (!fits && subnets?.kind === "found") {
    return {
      because: {
        es: `${lacks.es}, y ${code(String(goal))} no cabe en su subred (${
          code(subnets.facts.subnets?.join(", ") ?? "")
        })`,
        en: `${lacks.en}, and ${code(String(goal))} is outside of its subnet (${
          code(subnets.facts.subnets?.join(", ") ?? "")
        })`,
      },
      next: {
        es: `Crea la red otra vez con ${code("--subnet …")}, y conecta a ella el contenedor con ${
          code(`--ip ${goal}`)
        }`,
        en: `Create the network again with ${code("--subnet …")}, and connect the container with ${
          code(`--ip ${goal}`)
        }`,
      },
    };
  }
  return connected(facts, network, `--ip ${goal}`, lacks);
}

/** The entry that is not as it should be. */
function failingEntry({ matcher, value, type }: JudgedField): readonly [string, Matcher] | undefined {
  const map = isMap(value) ? value : {};
  return wantedEntries(matcher).find(([key, part]) =>
    !holds(part, valueAt(map, key), partShape(type, key), { workspace: "" })
  );
}

/** An endpoint does not change: the container leaves the network and comes back. It need not be created again. */
function connected(facts: ContainerFacts, network: string, option: string, because: Text): Advice {
  const { name, networks } = facts;
  const connect = connecting(network, facts, option);
  if (!networks?.includes(network)) return { because, next: connect };
  const disconnect = code(`docker network disconnect ${network} ${name}`);
  return {
    because,
    next: {
      es: `Vuelve a conectarlo: ${disconnect} y después ${connect.es}`,
      en: `Connect it again: ${disconnect}, then ${connect.en}`,
    },
  };
}

/** Docker resolves no names on the default network. */
function unnamed({ name }: ContainerFacts, alias: string): Advice {
  return {
    because: {
      es: `En la red ${code("bridge")}, la de por defecto, no hay nombres: solo los hay en las redes que tú creas`,
      en: `The default network, ${code("bridge")}, has no names: only networks that you create have them`,
    },
    next: {
      es: `Crea una red con ${code("docker network create …")} y conéctalo: ${
        code(`docker network connect --alias ${alias} … ${name}`)
      }`,
      en: `Create a network with ${code("docker network create …")} and connect it: ${
        code(`docker network connect --alias ${alias} … ${name}`)
      }`,
    },
  };
}

/** IPv4 only; anything else is taken to fit. */
function inSubnet(address: string, subnet: string): boolean {
  const [base = "", bits = ""] = subnet.split("/");
  const [one, other] = [numberOf(address), numberOf(base)];
  if (one === undefined || other === undefined || !/^\d+$/.test(bits)) return true;
  const size = 2 ** (32 - Number(bits));
  return Math.floor(one / size) === Math.floor(other / size);
}

function numberOf(address: string): number | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address)?.slice(1).map(Number);
  return parts?.every((part) => part < 256) ? parts.reduce((sum, part) => sum * 256 + part, 0) : undefined;
}
