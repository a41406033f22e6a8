/** Ports are not published as asked: the wrong number, the wrong way round, only exposed, or not at all. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import { both, type Text } from "../../content/text.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice, Look } from "../checks/look.ts";
import { holds } from "../matching/holds.ts";
import { code } from "../matching/printable.ts";
import { valueAt } from "../matching/value.ts";
import type { ContainerFacts } from "../snapshot.ts";
import { recreate } from "./start_error.ts";
import { adviseState } from "./state.ts";
import { wanted, wantedEntries, wantedRows } from "./wanted.ts";

export function advisePorts({ matcher, value, match }: JudgedField, facts: ContainerFacts): Advice {
  const ports = facts.ports ?? {};
  const map = typeof value === "object" && !Array.isArray(value) ? value as Readonly<Record<string, never>> : {};
  const failing = wantedEntries(matcher).find(([inside, part]) =>
    !holds(part, valueAt(map, inside), "bindings", { workspace: "" })
  );
  if (!failing) return match.detail ? { because: match.detail } : {};
  const [inside, part] = failing;
  if (part.is === "absent") {
    return {
      because: { es: `${code(inside)} está publicado`, en: `${code(inside)} is published` },
      next: recreate(facts.name, {
        es: `sin ${code("-p")} para ese puerto`,
        en: `without ${code("-p")} for that port`,
      }),
    };
  }
  const row = wantedRows(part)[0];
  const port = row?.["port"] && wanted(row["port"]);
  const address = row?.["address"] && wanted(row["address"]);
  const flag = publishFlag(inside, port, address);
  return {
    because: reason(inside, port === undefined ? undefined : Number(port), ports),
    next: recreate(facts.name, { es: `con ${code(flag)}`, en: `with ${code(flag)}` }),
  };
}

/** What is open now: nothing of a stopped container is, whatever was asked for. */
export function adviseLivePorts(field: JudgedField, facts: ContainerFacts, _: ObjectCheck, { snapshot }: Look): Advice {
  const { name, state, ports = {}, livePorts = {} } = facts;
  if (state !== undefined && state !== "running") {
    const { because, next } = adviseState("running", facts, snapshot);
    const lead: Text = {
      es: "Un contenedor que no está en marcha no tiene ningún puerto abierto",
      en: "A container that is not running has no open port",
    };
    return {
      because: because ? { es: `${lead.es}. ${because.es}`, en: `${lead.en}. ${because.en}` } : lead,
      ...(next ? { next } : {}),
    };
  }
  const asked = wantedEntries(field.matcher).map(([inside]) => inside).find((inside) =>
    (ports[inside]?.length ?? 0) > 0 && (livePorts[inside]?.length ?? 0) === 0
  );
  if (asked === undefined) return advisePorts(field, facts);
  return {
    because: {
      es: `${code(asked)} se pidió al crear el contenedor, pero docker no lo tiene abierto`,
      en: `${code(asked)} was asked for when the container was created, but docker does not hold it open`,
    },
    next: {
      es: `Arráncalo otra vez: ${code(`docker restart ${name}`)}`,
      en: `Start it again: ${code(`docker restart ${name}`)}`,
    },
  };
}

/** `-p 8080:80`, as docker wants it: host first. */
function publishFlag(
  inside: string,
  port: string | number | boolean | undefined,
  address: string | number | boolean | undefined,
): string {
  const [number = "", protocol = "tcp"] = inside.split("/");
  const target = protocol === "tcp" ? number : inside;
  return `-p ${address === undefined ? "" : `${address}:`}${port === undefined ? "…" : port}:${target}`;
}

function reason(inside: string, port: number | undefined, ports: NonNullable<ContainerFacts["ports"]>): Text {
  const [number = ""] = inside.split("/");
  const here = Object.hasOwn(ports, inside) ? ports[inside] ?? [] : undefined;
  const other = Object.entries(ports).find(([, bindings]) => bindings.some((binding) => binding.port === port));
  const published = Object.values(ports).some((bindings) => bindings.length > 0);
  if (
    port !== undefined && ports[`${port}/tcp`]?.some((binding) => binding.port === Number(number)) &&
    port !== Number(number)
  ) {
    return {
      es: `Los números están al revés: en ${code("-p")} va primero el puerto del anfitrión y después el del contenedor`,
      en: `The numbers are the wrong way round: in ${
        code("-p")
      } the port of the host comes first, then the container's`,
    };
  }
  if (here && here.length > 0) {
    const rows = [...new Set(here.map((binding) => String(binding.port)))].join(", ");
    if (here.some((binding) => binding.port === port)) {
      return {
        es: `El puerto ${rows} está publicado en otra dirección: ${code(here[0]?.address ?? "")}`,
        en: `Port ${rows} is published on another address: ${code(here[0]?.address ?? "")}`,
      };
    }
    return {
      es: `${code(inside)} está publicado en el puerto ${rows} del anfitrión`,
      en: `${code(inside)} is published on port ${rows} of the host`,
    };
  }
  if (other) {
    return {
      es: `El puerto ${port} del anfitrión lleva a ${code(other[0])}, no a ${code(inside)}`,
      en: `Port ${port} of the host leads to ${code(other[0])}, not to ${code(inside)}`,
    };
  }
  if (here) {
    return {
      es: `${code(inside)} solo está declarado (EXPOSE): sin ${code("-p")} no se llega a él desde el anfitrión`,
      en: `${code(inside)} is only declared (EXPOSE): without ${code("-p")} it cannot be reached from the host`,
    };
  }
  return both((lang) =>
    published
      ? lang === "es"
        ? `${code(inside)} no está publicado; otros puertos sí`
        : `${code(inside)} is not published; other ports are`
      : lang === "es"
      ? "No publica ningún puerto, y los puertos se eligen al crear el contenedor"
      : "It publishes no port, and ports are chosen when the container is created"
  );
}
