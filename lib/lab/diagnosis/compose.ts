/** A Compose project differs from what was asked for: its file is what counts, and `up -d` applies it again. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { Matcher } from "../../content/schema/matcher.ts";
import { same, type Text } from "../../content/text.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice, Look } from "../checks/look.ts";
import { holds } from "../matching/holds.ts";
import { code } from "../matching/printable.ts";
import { isMap, partShape, valueAt } from "../matching/value.ts";
import type { ComposeFacts } from "../orchestration.ts";
import { exitText } from "./exit_code.ts";
import { declared, lineOfService, oneTooMany, renamedTo, takenOut } from "./in_file.ts";
import { nearest } from "./nearest.ts";
import { adviseHealth } from "./health.ts";
import { amountWanted } from "./tasks.ts";
import { unwantedItems, wanted, wantedEntries, wantedItems } from "./wanted.ts";

export function adviseCompose(field: JudgedField, facts: ComposeFacts, { name }: ObjectCheck, look: Look): Advice {
  const compose = command(name, facts);
  switch (field.field) {
    case "running":
    case "health":
    case "images":
    case "dependsOn": {
      const failing = failingEntry(field);
      if (!failing) return field.match.detail ? { because: field.match.detail } : {};
      const [service, part] = failing;
      if (!facts.services.includes(service)) return absent(service, facts, compose);
      return ofService(field.field, service, part, facts, compose, look);
    }
    case "files": {
      const file = wantedItems(field.matcher).find((file) => !facts.files?.includes(file));
      const up = `${compose} -f ${file ?? "…"} up -d`;
      return {
        because: { es: "El archivo se elige con `-f` cada vez", en: "The file is chosen with `-f` each time" },
        next: same(code(up)),
      };
    }
    case "generation":
      return generation(wanted(field.matcher));
    default:
      return members(field, facts, compose);
  }
}

/** As it has to be typed in the project's folder: `-p` only where the name is not the folder's own. */
function command(project: string, { generation, folder }: ComposeFacts): string {
  const own = folder?.replace(/[\\/]+$/, "").split(/[\\/]/).at(-1)?.toLowerCase().replace(/[^a-z0-9_-]/g, "").replace(
    /^[_-]+/,
    "",
  );
  return `${generation === 1 ? "docker-compose" : "docker compose"}${own === project ? "" : ` -p ${project}`}`;
}

function failingEntry({ type, matcher, value }: JudgedField): readonly [string, Matcher] | undefined {
  const map = isMap(value) ? value : {};
  return wantedEntries(matcher).find(([service, part]) =>
    !holds(part, valueAt(map, service), partShape(type, service), { workspace: "" })
  );
}

function ofService(
  field: string,
  service: string,
  part: Matcher,
  facts: ComposeFacts,
  compose: string,
  look: Look,
): Advice {
  const members = facts.containers.filter((container) => container.service === service);
  switch (field) {
    case "running":
      return running(service, part, facts, compose);
    case "health": {
      const worst = members.find(({ state, health }) => state === "running" && health === facts.health[service]);
      if (worst && worst.health !== undefined) return adviseHealth(worst, look.snapshot);
      if (worst === undefined) return running(service, { is: "range", min: 1 }, facts, compose);
      return {
        because: {
          es: `${code(service)} no tiene ninguna prueba de salud`,
          en: `${code(service)} has no health check`,
        },
        next: lineOfService("healthcheck:", service, `${compose} up -d`),
      };
    }
    case "images":
      return {
        because: {
          es: `${code(service)} usa ${code(facts.images[service] ?? "…")}`,
          en: `${code(service)} uses ${code(facts.images[service] ?? "…")}`,
        },
        next: lineOfService(`image: ${wanted(part) ?? "…"}`, service, `${compose} up -d`),
      };
    default: {
      const others = facts.dependsOn[service] ?? [];
      return {
        because: others.length === 0
          ? { es: `${code(service)} no espera a ningún otro`, en: `${code(service)} waits for no other` }
          : {
            es: `${code(service)} espera a ${others.map(code).join(", ")}`,
            en: `${code(service)} waits for ${others.map(code).join(", ")}`,
          },
        next: lineOfService(dependency(part, others), service, `${compose} up -d`),
      };
    }
  }
}

/** The first one that is missing, as it is written in the file. */
function dependency(part: Matcher, others: readonly string[]): string {
  const lacks = wantedItems(part).find((other) => !others.includes(other));
  const [service, condition] = lacks?.split(":") ?? [];
  if (service === undefined) return "depends_on:";
  return condition === undefined
    ? `depends_on: [${service}]`
    : `depends_on: { ${service}: { condition: ${condition} } }`;
}

function running(service: string, part: Matcher, facts: ComposeFacts, compose: string): Advice {
  const members = facts.containers.filter((container) => container.service === service);
  const here = facts.running[service] ?? 0;
  const goal = amountWanted(part, here);
  const fallen = members.find(({ state }) => state !== "running");
  if (fallen && (goal === undefined || here < goal)) {
    const up = code(`${compose} up -d ${service}`);
    const logs = code(`${compose} logs ${service}`);
    const why = fallen.exitCode === undefined || fallen.state === "created"
      ? undefined
      : exitText(fallen.exitCode, fallen.oomKilled === true);
    const state = fallen.state ?? "–";
    return {
      because: {
        es: `${code(fallen.name)} no está en marcha (${state})${why ? `: ${why.es}` : ""}`,
        en: `${code(fallen.name)} is not running (${state})${why ? `: ${why.en}` : ""}`,
      },
      next: {
        es: `${logs} dice qué pasó; ${up} lo arranca otra vez`,
        en: `${logs} tells what happened; ${up} starts it again`,
      },
    };
  }
  return {
    because: {
      es: `${code(service)} tiene ${members.length === 1 ? "un contenedor" : `${members.length} contenedores`}`,
      en: `${code(service)} has ${members.length === 1 ? "one container" : `${members.length} containers`}`,
    },
    next: same(code(`${compose} up -d --scale ${service}=${goal ?? "…"}`)),
  };
}

function members({ field, matcher, value, match }: JudgedField, facts: ComposeFacts, compose: string): Advice {
  const has = Array.isArray(value) ? value.map(String) : [];
  const lacks = wantedItems(matcher).find((item) => !has.includes(item));
  const because = match.detail ? { because: match.detail } : {};
  if (lacks !== undefined) {
    return field === "services"
      ? absent(lacks, facts, compose)
      : { ...because, next: declared(field, lacks, `${compose} up -d`) };
  }
  const extra = matcher.is === "exactly"
    ? has.find((item) => !wantedItems(matcher).includes(item))
    : unwantedItems(matcher).find((item) => has.includes(item));
  if (extra === undefined) return because;
  // `up` never removes what no service uses any more.
  if (field !== "services") {
    return { because: oneTooMany(extra), next: takenOut(`${compose} down && ${compose} up -d`) };
  }
  return {
    because: {
      es: `${code(extra)} sobra: si ya no está en el archivo, sus contenedores han quedado huérfanos`,
      en: `${code(extra)} is one too many: if it is no longer in the file, its containers are orphans`,
    },
    next: takenOut(`${compose} up -d --remove-orphans`),
  };
}

function absent(service: string, { services }: ComposeFacts, compose: string): Advice {
  const near = nearest(service, services);
  const also: Text = near === undefined ? same("") : { es: `, pero sí ${code(near)}`, en: `, but ${code(near)} has` };
  return {
    because: {
      es: `El servicio ${code(service)} no tiene ningún contenedor${also.es}`,
      en: `The service ${code(service)} has no container${also.en}`,
    },
    next: near === undefined
      ? same(code(`${compose} up -d ${service}`))
      : renamedTo(service, `${compose} up -d --remove-orphans`),
  };
}

function generation(goal: unknown): Advice {
  return goal === 1
    ? {
      because: {
        es: "Lo creó la segunda generación, `docker compose`",
        en: "The second generation made it, `docker compose`",
      },
      next: same(code("docker-compose up -d")),
    }
    : {
      because: {
        es: "Lo creó la primera generación, `docker-compose`",
        en: "The first generation made it, `docker-compose`",
      },
      next: same(code("docker compose up -d")),
    };
}
