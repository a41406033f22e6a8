/** A container is there but one of its fields is not as it should be: why, and the smallest step that mends it. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { containerFields } from "../../content/schema/field.ts";
import { same } from "../../content/text.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice, Look } from "../checks/look.ts";
import { code } from "../matching/printable.ts";
import type { ContainerFacts } from "../snapshot.ts";
import { adviseEntries } from "./entries.ts";
import { exitText } from "./exit_code.ts";
import { adviseMounts } from "./mounts.ts";
import { adviseNetworks } from "./networks.ts";
import { adviseLimit } from "./limits.ts";
import { advisePorts } from "./ports.ts";
import { recreate } from "./start_error.ts";
import { adviseHealth, adviseState } from "./state.ts";
import { wanted } from "./wanted.ts";

type Field = keyof typeof containerFields;
type Adviser = (field: JudgedField, facts: ContainerFacts, check: ObjectCheck, look: Look) => Advice;

const fixedAtCreation = {
  es: "Eso se decide al crear el contenedor",
  en: "That is decided when the container is created",
};

/** A field that is fixed at creation, with the option that sets it. */
function option(flag: string): Adviser {
  return ({ matcher }, { name }) => {
    const value = wanted(matcher);
    const words = value === undefined || value === true ? `${flag}` : `${flag} ${quotedWord(String(value))}`;
    return { because: fixedAtCreation, next: recreate(name, { es: `con ${code(words)}`, en: `with ${code(words)}` }) };
  };
}

/** A flag that is either given or left out. */
function flag(name: string): Adviser {
  return ({ value }, facts) => ({
    because: fixedAtCreation,
    next: recreate(
      facts.name,
      value === true
        ? { es: `sin ${code(name)}`, en: `without ${code(name)}` }
        : { es: `con ${code(name)}`, en: `with ${code(name)}` },
    ),
  });
}

function quotedWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `"${text}"`;
}

const advisers: { readonly [Name in Field]: Adviser } = {
  state: ({ matcher }, facts, _, { snapshot }) => {
    const goal = wanted(matcher);
    return adviseState(goal === undefined ? undefined : String(goal), facts, snapshot);
  },
  exitCode: (_, facts) => {
    if (facts.state === "running" || facts.state === "paused") {
      return {
        because: {
          es: "Aún no ha terminado: no tiene código de salida",
          en: "It has not ended yet: there is no exit code",
        },
        next: {
          es: `Espera a que termine, o páralo con ${code(`docker stop ${facts.name}`)}`,
          en: `Wait until it ends, or stop it with ${code(`docker stop ${facts.name}`)}`,
        },
      };
    }
    if (facts.exitCode === undefined) return {};
    const why = exitText(facts.exitCode, facts.oomKilled === true);
    return {
      because: { es: capital(why.es), en: capital(why.en) },
      next: {
        es: `Mira qué dijo: ${code(`docker logs ${facts.name}`)}`,
        en: `See what it said: ${code(`docker logs ${facts.name}`)}`,
      },
    };
  },
  image: ({ matcher }, facts) => {
    const image = wanted(matcher);
    return {
      because: {
        es: "La imagen de un contenedor se elige al crearlo",
        en: "The image of a container is chosen when it is created",
      },
      next: recreate(
        facts.name,
        image === undefined
          ? { es: "a partir de la imagen pedida", en: "from the image that is asked for" }
          : { es: `a partir de ${code(String(image))}`, en: `from ${code(String(image))}` },
      ),
    };
  },
  command: (_, { name }) => ({
    because: {
      es: "El programa se indica al crear el contenedor",
      en: "The program is given when the container is created",
    },
    next: recreate(name, {
      es: "con el programa detrás del nombre de la imagen",
      en: "with the program after the name of the image",
    }),
  }),
  entrypoint: option("--entrypoint"),
  user: option("--user"),
  workdir: option("--workdir"),
  hostname: option("--hostname"),
  env: (field, facts) => adviseEntries(field, { flag: "-e", set: (words) => recreate(facts.name, words) }),
  labels: (field, facts) => adviseEntries(field, { flag: "--label", set: (words) => recreate(facts.name, words) }),
  ports: advisePorts,
  livePorts: advisePorts,
  mounts: adviseMounts,
  networks: adviseNetworks,
  aliases: () => ({}),
  addresses: () => ({}),
  sameNetworkAs: () => ({}),
  restart: ({ matcher }, { name }) => {
    const policy = wanted(matcher);
    return policy === undefined ? {} : { next: same(code(`docker update --restart ${policy} ${name}`)) };
  },
  memory: adviseLimit,
  cpus: adviseLimit,
  pids: adviseLimit,
  readonly: flag("--read-only"),
  privileged: flag("--privileged"),
  init: flag("--init"),
  capAdd: option("--cap-add"),
  capDrop: option("--cap-drop"),
  error: () => ({}),
  healthOutput: (_, facts) => adviseHealth(facts),
  health: (_, facts) => adviseHealth(facts),
  restarts: (_, { name }) => ({
    next: {
      es: `Mira por qué se reinicia: ${code(`docker logs ${name}`)}`,
      en: `See why it restarts: ${code(`docker logs ${name}`)}`,
    },
  }),
  oomKilled: (_, facts) =>
    facts.oomKilled === true && facts.exitCode !== undefined
      ? { because: { es: capital(exitText(facts.exitCode, true).es), en: capital(exitText(facts.exitCode, true).en) } }
      : {
        because: {
          es: "El núcleo no lo ha matado por falta de memoria",
          en: "The kernel has not killed it for lack of memory",
        },
      },
  autoRemove: flag("--rm"),
};

export function adviseContainer(field: JudgedField, facts: ContainerFacts, check: ObjectCheck, look: Look): Advice {
  const advise = Object.hasOwn(advisers, field.field) ? advisers[field.field as Field] : undefined;
  return advise ? advise(field, facts, check, look) : {};
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
