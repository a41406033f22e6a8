/** A stack differs from what was asked for: its file is what counts, and `docker stack deploy` applies it again. */

import { same, type Text } from "../../content/text.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice, Look } from "../checks/look.ts";
import { holds } from "../matching/holds.ts";
import { code } from "../matching/printable.ts";
import { isMap, partShape, valueAt } from "../matching/value.ts";
import type { StackFacts } from "../orchestration.ts";
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
  const image = wanted(part);
  return {
    because: field === "images"
      ? { es: `${code(service)} usa otra imagen`, en: `${code(service)} uses another image` }
      : {
        es: `${code(service)} pide otro número de réplicas`,
        en: `${code(service)} asks for another number of replicas`,
      },
    next: field === "images"
      ? changed(stack, `image: ${image ?? "…"}`, service)
      : changed(stack, `replicas: ${goal ?? "…"}`, service),
  };
}

function members({ field, matcher, value, match }: JudgedField, stack: string): Advice {
  const has = Array.isArray(value) ? value.map(String) : [];
  const lacks = wantedItems(matcher).find((item) => !has.includes(item));
  if (lacks !== undefined) {
    if (field === "services") return absent(lacks, has, stack);
    return { ...(match.detail ? { because: match.detail } : {}), next: changed(stack, `${field}:`, lacks) };
  }
  const extra = matcher.is === "exactly"
    ? has.find((item) => !wantedItems(matcher).includes(item))
    : unwantedItems(matcher).find((item) => has.includes(item));
  if (extra === undefined) return {};
  return {
    because: { es: `${code(extra)} sobra`, en: `${code(extra)} is one too many` },
    next: field === "services"
      ? {
        es: `Quítalo del archivo y despliega otra vez: ${code(`docker stack deploy --prune -c … ${stack}`)}`,
        en: `Take it out of the file and deploy again: ${code(`docker stack deploy --prune -c … ${stack}`)}`,
      }
      : same(code(`docker ${field.replace(/s$/, "")} rm ${stack}_${extra}`)),
  };
}

function absent(service: string, others: readonly string[], stack: string): Advice {
  const near = nearest(service, others);
  const also: Text = near === undefined ? same("") : { es: `, pero sí ${code(near)}`, en: `, but ${code(near)}` };
  return {
    because: {
      es: `La pila no tiene el servicio ${code(service)}${also.es}`,
      en: `The stack has no service ${code(service)}${also.en}`,
    },
    next: changed(stack, "services:", service),
  };
}

function changed(stack: string, line: string, of: string): Text {
  const deploy = code(`docker stack deploy -c … ${stack}`);
  return {
    es: `Corrige ${code(line)} para ${code(of)} en el archivo y despliega otra vez: ${deploy}`,
    en: `Mend ${code(line)} for ${code(of)} in the file and deploy again: ${deploy}`,
  };
}
