/** Two containers should share a network, or should not. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import { same, type Text } from "../../content/text.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice, Look } from "../checks/look.ts";
import { sharedNetworks } from "../checks/others.ts";
import { code } from "../matching/printable.ts";
import type { ContainerFacts } from "../snapshot.ts";
import { connecting } from "./networks.ts";
import { unwantedItems, wantedItems } from "./wanted.ts";

/** Networks that docker brings: on none of them are there names. */
const builtIn: readonly string[] = ["bridge", "host", "none"];

export function adviseSameNetwork(field: JudgedField, facts: ContainerFacts, _: ObjectCheck, look: Look): Advice {
  const known = (name: string) => {
    const sighting = look.snapshot.containers.get(name);
    return sighting?.kind === "found" ? sighting.facts : undefined;
  };
  const companions = Array.isArray(field.value) ? field.value : [];
  const lacks = wantedItems(field.matcher).find((name) => !companions.includes(name));
  if (lacks !== undefined) {
    const other = known(lacks);
    return other ? apart(facts, other) : gone(facts, lacks);
  }
  const extra = unwantedItems(field.matcher).find((name) => companions.includes(name));
  const other = extra === undefined ? undefined : known(extra);
  return other ? together(facts, other) : {};
}

function gone({ name, networks = [] }: ContainerFacts, lacks: string): Advice {
  const network = networks.find((network) => !builtIn.includes(network)) ?? "…";
  return {
    because: {
      es: `No existe ningún contenedor llamado ${code(lacks)}`,
      en: `There is no container called ${code(lacks)}`,
    },
    next: {
      es: `Créalo en una red de ${code(name)}: ${code(`docker run --name ${lacks} --network ${network} …`)}`,
      en: `Create it on a network of ${code(name)}: ${code(`docker run --name ${lacks} --network ${network} …`)}`,
    },
  };
}

function apart(one: ContainerFacts, other: ContainerFacts): Advice {
  const because: Text = {
    es: `${code(one.name)} está en ${list(one)} y ${code(other.name)} en ${list(other)}: no comparten ninguna red`,
    en: `${code(one.name)} is on ${list(one)} and ${code(other.name)} on ${list(other)}: they share no network`,
  };
  const theirs = own(other);
  if (theirs !== undefined) return { because, next: connecting(theirs, one) };
  const ours = own(one);
  if (ours !== undefined) return { because, next: connecting(ours, other) };
  // On the default network they would reach each other by address, but not by name.
  return {
    because,
    next: {
      es: `Crea una red con ${code("docker network create …")} y conecta a los dos con ${
        code("docker network connect …")
      }: en la de por defecto no se encontrarían por su nombre`,
      en: `Create a network with ${code("docker network create …")} and connect both with ${
        code("docker network connect …")
      }: on the default one they would not find each other by name`,
    },
  };
}

function together(one: ContainerFacts, other: ContainerFacts): Advice {
  const [network = "…"] = sharedNetworks(one, other);
  return {
    because: {
      es: `${code(one.name)} y ${code(other.name)} comparten la red ${code(network)}`,
      en: `${code(one.name)} and ${code(other.name)} share the network ${code(network)}`,
    },
    next: same(code(`docker network disconnect ${network} ${one.name}`)),
  };
}

function own({ networks = [] }: ContainerFacts): string | undefined {
  return networks.find((network) => !builtIn.includes(network));
}

function list({ networks = [] }: ContainerFacts): string {
  return networks.length === 0 ? "–" : networks.map(code).join(", ");
}
