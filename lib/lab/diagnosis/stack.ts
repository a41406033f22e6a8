/** A stack differs from what was asked for: its file is what counts, and `docker stack deploy` applies it again. */

import { same, type Text } from "../../content/text.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice, Look } from "../checks/look.ts";
import { holds } from "../matching/holds.ts";
import { code } from "../matching/printable.ts";
import { isMap, partShape, valueAt } from "../matching/value.ts";
import type { StackFacts } from "../orchestration.ts";
import { declared, lineOfService, oneTooMany, renamedTo, takenOut } from "./in_file.ts";
import { nearest } from "./nearest.ts";
import { adviseTasks, amountWanted } from "./tasks.ts";
import { unwantedItems, wanted, wantedEntries, wantedItems } from "./wanted.ts";

export function adviseStack(field: JudgedField, facts: StackFacts, stack: string, look: Look): Advice {
  switch (field.field) {
    case "running":
    case "replicas":
    case "images":
      return ofService(field, facts, stack, look);
    default:
      return members(field, stack);
  }
}

/** The service that fails, of those that the matcher names. */
function ofService(
  { field, type, matcher, value, match }: JudgedField,
  facts: StackFacts,
  stack: string,
  look: Look,
): Advice {
  const map = isMap(value) ? value : {};
  const failing = wantedEntries(matcher).find(([service, part]) =>
    !holds(part, valueAt(map, service), partShape(type, service), { workspace: look.workspace })
  );
  if (!failing) return match.detail ? { because: match.detail } : {};
  const [service, part] = failing;
  if (!facts.services.includes(service)) return absent(service, facts.services, stack);
  const behind = facts.behind.find(({ name }) => name === `${stack}_${service}`);
  const goal = amountWanted(part, Number(valueAt(map, service) ?? 0));
  if (field === "running" && behind) return adviseTasks(behind, goal);
  const deploy = deployment(stack);
  return field === "images"
    ? {
      because: { es: `${code(service)} usa otra imagen`, en: `${code(service)} uses another image` },
      next: lineOfService(`image: ${wanted(part) ?? "…"}`, service, deploy),
    }
    : {
      because: {
        es: `${code(service)} pide otro número de réplicas`,
        en: `${code(service)} asks for another number of replicas`,
      },
      next: lineOfService(`deploy: { replicas: ${goal ?? "…"} }`, service, deploy),
    };
}

function members({ field, matcher, value, match }: JudgedField, stack: string): Advice {
  const has = Array.isArray(value) ? value.map(String) : [];
  const lacks = wantedItems(matcher).find((item) => !has.includes(item));
  const because = match.detail ? { because: match.detail } : {};
  if (lacks !== undefined) {
    return field === "services"
      ? absent(lacks, has, stack)
      : { ...because, next: declared(field, lacks, deployment(stack)) };
  }
  const extra = matcher.is === "exactly"
    ? has.find((item) => !wantedItems(matcher).includes(item))
    : unwantedItems(matcher).find((item) => has.includes(item));
  if (extra === undefined) return because;
  // Deploying again leaves alone what the file no longer has; of services, unless told otherwise.
  return {
    because: oneTooMany(extra),
    next: takenOut(
      field === "services" ? deployment(stack, "--prune ") : `docker ${field.replace(/s$/, "")} rm ${stack}_${extra}`,
    ),
  };
}

function absent(service: string, others: readonly string[], stack: string): Advice {
  const near = nearest(service, others);
  const also: Text = near === undefined
    ? same("")
    : { es: `, pero sí ${code(near)}`, en: `, but there is ${code(near)}` };
  return {
    because: {
      es: `La pila no tiene el servicio ${code(service)}${also.es}`,
      en: `The stack has no service ${code(service)}${also.en}`,
    },
    next: near === undefined
      ? declared("services", service, deployment(stack))
      : renamedTo(service, deployment(stack, "--prune ")),
  };
}

function deployment(stack: string, options = ""): string {
  return `docker stack deploy ${options}-c … ${stack}`;
}
