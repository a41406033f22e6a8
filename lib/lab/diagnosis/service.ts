/** A service differs from what was asked for: nearly all of it is changed with `docker service update`. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { serviceFields } from "../../content/schema/field.ts";
import { same, type Text } from "../../content/text.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice, Look } from "../checks/look.ts";
import { code, said } from "../matching/printable.ts";
import { sizeFlag } from "../matching/size.ts";
import type { ServiceFacts } from "../orchestration.ts";
import { adviseEntries } from "./entries.ts";
import { adviseServiceMounts, adviseServicePorts } from "./service_doors.ts";
import { quotedWord } from "./quoted_word.ts";
import { adviseTaskError } from "./task_error.ts";
import { adviseTasks, amountWanted } from "./tasks.ts";
import { adviseUpdate } from "./update.ts";
import { unwantedItems, wanted, wantedItems } from "./wanted.ts";

type Field = keyof typeof serviceFields;
type Adviser = (field: JudgedField, facts: ServiceFacts, check: ObjectCheck, look: Look) => Advice;

const alive: Text = {
  es: "Se cambia sin borrar nada: swarm va sustituyendo las tareas",
  en: "It is changed without removing anything: swarm puts new tasks in the place of the old ones",
};

/** One value, one option. */
function option(flag: string): Adviser {
  return ({ type, matcher }, { name }) => {
    const goal = wanted(matcher);
    if (goal === undefined) return {};
    const word = type === "bytes"
      ? sizeFlag(Number(goal))
      : type === "duration"
      ? `${goal}s`
      : quotedWord(String(goal));
    return { because: alive, next: change(name, `${flag} ${word}`) };
  };
}

/** Entries `KEY=value`, added and removed with two options. */
function entries(flag: string): Adviser {
  return (field, { name }) =>
    adviseEntries(field, {
      flag: `${flag}-add`,
      set: (_, { key, goal, unwanted }) =>
        change(name, unwanted ? `${flag}-rm ${key}` : `${flag}-add ${quotedWord(`${key}=${goal ?? "…"}`)}`),
    });
}

/** Items of a list, in the same way. */
function items(flag: string, here: (facts: ServiceFacts) => readonly string[] | undefined): Adviser {
  return ({ matcher, match }, facts) => {
    const has = here(facts) ?? [];
    const lacks = wantedItems(matcher).find((item) => !has.includes(item));
    const extra = matcher.is === "exactly"
      ? has.find((item) => !wantedItems(matcher).includes(item))
      : unwantedItems(matcher).find((item) => has.includes(item));
    const because = match.detail ? { because: match.detail } : {};
    if (lacks !== undefined) return { ...because, next: change(facts.name, `${flag}-add ${quotedWord(lacks)}`) };
    return extra === undefined ? because : { ...because, next: change(facts.name, `${flag}-rm ${quotedWord(extra)}`) };
  };
}

const advisers: { readonly [Name in Field]: Adviser } = {
  mode: ({ matcher }, { name }) => ({
    because: { es: "El modo se decide al crear el servicio", en: "The mode is decided when the service is created" },
    next: again(name, `--mode ${wanted(matcher) ?? "…"}`),
  }),
  replicas: ({ matcher, value }, { name, mode }) => {
    const goal = amountWanted(matcher, Number(value ?? 0));
    if (mode?.startsWith("global") !== true) return { next: same(code(`docker service scale ${name}=${goal ?? "…"}`)) };
    return {
      because: {
        es: "Es global: tiene una tarea en cada nodo, y no un número de ellas",
        en: "It is global: it has one task on each node, and no number of them",
      },
      next: again(name, `--replicas ${goal ?? "…"}`),
    };
  },
  running: ({ matcher }, facts) => adviseTasks(facts, amountWanted(matcher, facts.running ?? 0)),
  completed: (_, facts) =>
    facts.mode?.endsWith("-job") === true ? adviseTasks(facts, undefined) : {
      because: { es: "No es un trabajo: sus tareas no terminan", en: "It is no job: its tasks do not end" },
      next: again(facts.name, "--mode replicated-job"),
    },
  image: (field, facts, check, look) => {
    const { updateState, updateMessage = "" } = facts;
    const failed = updateState === "paused" || updateState?.startsWith("rollback") === true;
    return {
      ...option("--image")(field, facts, check, look),
      ...(failed ? { because: refused(updateState ?? "", updateMessage) } : {}),
    };
  },
  command: (field, facts, check, look) => ({
    ...(facts.args !== undefined && facts.args.length > 0
      ? {
        because: {
          es: "Lo que se escribe detrás de la imagen son los argumentos (`args`), no el programa",
          en: "What is written behind the image are the arguments (`args`), not the program",
        },
      }
      : {}),
    ...option("--entrypoint")(field, facts, check, look),
  }),
  args: option("--args"),
  env: entries("--env"),
  user: option("--user"),
  labels: entries("--label"),
  containerLabels: entries("--container-label"),
  ports: adviseServicePorts,
  mounts: adviseServiceMounts,
  networks: items("--network", ({ networks }) => networks),
  secrets: items("--secret", ({ secrets }) => secrets),
  configs: items("--config", ({ configs }) => configs),
  constraints: items("--constraint", ({ constraints }) => constraints),
  maxPerNode: option("--replicas-max-per-node"),
  nodes: ({ matcher }, facts) => {
    const [node] = wantedItems(matcher);
    const tasks = adviseTasks(facts, undefined);
    if (facts.running === 0 || node === undefined) return tasks;
    return { next: change(facts.name, `--constraint-add node.hostname==${node}`) };
  },
  memory: option("--limit-memory"),
  cpus: option("--limit-cpu"),
  memoryReservation: option("--reserve-memory"),
  cpusReservation: option("--reserve-cpu"),
  restart: option("--restart-condition"),
  updateState: (field, facts) => adviseUpdate(field, facts),
  updateParallelism: option("--update-parallelism"),
  updateDelay: option("--update-delay"),
  updateOrder: option("--update-order"),
  failureAction: option("--update-failure-action"),
  rollbackParallelism: option("--rollback-parallelism"),
  errors: (_, facts) => {
    const error = facts.tasks?.find(({ error }) => error !== undefined)?.error;
    return error === undefined ? {} : adviseTaskError(error, facts);
  },
};

export function adviseService(field: JudgedField, facts: ServiceFacts, check: ObjectCheck, look: Look): Advice {
  // The schema lets no other field through.
  return advisers[field.field as Field](field, facts, check, look);
}

function change(name: string, options: string): Text {
  return same(code(`docker service update ${options} ${name}`));
}

function again(name: string, options: string): Text {
  const [remove, create] = [
    code(`docker service rm ${name}`),
    code(`docker service create --name ${name} ${options} …`),
  ];
  return {
    es: `Bórralo con ${remove} y créalo de nuevo: ${create}`,
    en: `Remove it with ${remove} and create it again: ${create}`,
  };
}

function refused(state: string, message: string): Text {
  const words = said(message, 160);
  return state === "paused"
    ? { es: `La actualización se detuvo: ${words}`, en: `The update was paused: ${words}` }
    : { es: `La actualización se deshizo: ${words}`, en: `The update was undone: ${words}` };
}
