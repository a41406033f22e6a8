/** Limits of memory, processors and processes: `docker update` changes them while the container runs. */

import { same } from "../../content/text.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice } from "../checks/look.ts";
import { code } from "../matching/printable.ts";
import type { ContainerFacts, Snapshot } from "../snapshot.ts";
import { adviseState, memoryUpdate } from "./state.ts";
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
    : {
      because: {
        es: "Los límites se pueden cambiar con el contenedor en marcha",
        en: "Limits can be changed while the container runs",
      },
    };
  if (typeof goal !== "number" || goal <= 0) return because;
  return { ...because, next: same(code(update(field, goal, name))) };
}

/** The kernel may kill another process than the main one: then the container goes on. */
export function adviseOutOfMemory(facts: ContainerFacts, snapshot: Snapshot): Advice {
  const { name, memory = 0, state } = facts;
  if (state !== "running") return adviseState("running", facts, snapshot);
  return {
    because: {
      es: "El núcleo mató a alguno de sus procesos por pasarse del límite de memoria",
      en: "The kernel killed one of its processes for using more memory than the limit",
    },
    ...(memory > 0 ? { next: same(code(memoryUpdate(memory * 2, name))) } : {}),
  };
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
