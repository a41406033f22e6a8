/** Limits of memory, processors and processes: `docker update` changes them while the container runs. */

import { same } from "../../content/text.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice } from "../checks/look.ts";
import { code } from "../matching/printable.ts";
import type { ContainerFacts } from "../snapshot.ts";
import { memoryUpdate } from "./state.ts";
import { wanted } from "./wanted.ts";

export function adviseLimit({ field, matcher, value }: JudgedField, { name }: ContainerFacts): Advice {
  const goal = wanted(matcher);
  const unlimited = typeof value === "number" && value <= 0;
  const because = unlimited
    ? {
      because: {
        es: "No tiene ningún límite: puede usar todo lo del anfitrión",
        en: "It has no limit: it may use all that the host has",
      },
    }
    : {};
  if (typeof goal !== "number" || goal <= 0) return because;
  return { ...because, next: same(code(update(field, goal, name))) };
}

function update(field: string, goal: number, name: string): string {
  switch (field) {
    case "memory":
      return memoryUpdate(goal, name);
    case "cpus":
      return `docker update --cpus ${goal} ${name}`;
    default:
      return `docker update --pids-limit ${goal} ${name}`;
  }
}
