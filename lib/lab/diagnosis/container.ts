/** A container is there but one of its fields is not as it should be: why, and the smallest step that mends it. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { containerFields } from "../../content/schema/field.ts";
import { same } from "../../content/text.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice, Look } from "../checks/look.ts";
import { code } from "../matching/printable.ts";
import { bareCapability } from "../matching/capability.ts";
import type { ContainerFacts, Snapshot } from "../snapshot.ts";
import { adviseAddresses, adviseAliases } from "./endpoint.ts";
import { adviseEntries } from "./entries.ts";
import { exitText } from "./exit_code.ts";
import { adviseHealth } from "./health.ts";
import { adviseMounts } from "./mounts.ts";
import { adviseNetworks } from "./networks.ts";
import { adviseLimit, adviseOutOfMemory } from "./limits.ts";
import { adviseLivePorts, advisePorts } from "./ports.ts";
import { quotedWord } from "./quoted_word.ts";
import { adviseSameNetwork } from "./same_network.ts";
import { adviseStartError, recreate } from "./start_error.ts";
import { adviseState, lastWords, stateWanted } from "./state.ts";
import { unwantedItems, wanted, wantedItems } from "./wanted.ts";

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

/** One option for each capability that is not as it should be. */
function capabilities(flag: string): Adviser {
  return ({ matcher, value }, { name }) => {
    const here = Array.isArray(value) ? value : [];
    const lacks = wantedItems(matcher).map(bareCapability).filter((item) => !here.includes(item));
    const extra = matcher.is === "exactly"
      ? here.filter((item) => !wantedItems(matcher).map(bareCapability).includes(item))
      : unwantedItems(matcher).map(bareCapability).filter((item) => here.includes(item));
    const [words, without] = lacks.length > 0 ? [lacks, false] : [extra, true];
    const options = words.length === 0 ? code(flag) : words.map((item) => code(`${flag} ${item}`)).join(" ");
    return {
      because: fixedAtCreation,
      next: recreate(
        name,
        without ? { es: `sin ${options}`, en: `without ${options}` } : { es: `con ${options}`, en: `with ${options}` },
      ),
    };
  };
}

function adviseRestarts({ name, restarts = 0, restart = "no" }: ContainerFacts, snapshot: Snapshot): Advice {
  if (restarts === 0) {
    return {
      because: restart === "no"
        ? {
          es: "Su política de reinicio es `no`: docker nunca lo reinicia",
          en: "Its restart policy is `no`: docker never restarts it",
        }
        : { es: "Aún no se ha caído ninguna vez", en: "It has not fallen yet" },
      ...(restart === "no" ? { next: same(code(`docker update --restart on-failure ${name}`)) } : {}),
    };
  }
  const said = lastWords(name, snapshot);
  return {
    because: {
      es: `Docker lo ha reiniciado ${restarts} veces porque se cae${said.es}`,
      en: `Docker has restarted it ${restarts} times because it falls${said.en}`,
    },
    next: {
      es: `Mira por qué se cae: ${code(`docker logs ${name}`)}`,
      en: `See why it falls: ${code(`docker logs ${name}`)}`,
    },
  };
}

const advisers: { readonly [Name in Field]: Adviser } = {
  state: ({ matcher }, facts, _, { snapshot }) => adviseState(stateWanted(matcher), facts, snapshot),
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
  command: ({ matcher }, { name }) => {
    const program = wanted(matcher);
    const words = program === undefined ? undefined : code(String(program));
    return {
      because: {
        es: "El programa se indica al crear el contenedor",
        en: "The program is given when the container is created",
      },
      next: recreate(name, {
        es: `con ${words ?? "el programa"} detrás del nombre de la imagen`,
        en: `with ${words ?? "the program"} after the name of the image`,
      }),
    };
  },
  entrypoint: option("--entrypoint"),
  user: option("--user"),
  workdir: option("--workdir"),
  hostname: option("--hostname"),
  env: (field, facts) => adviseEntries(field, { flag: "-e", set: (words) => recreate(facts.name, words) }),
  labels: (field, facts) => adviseEntries(field, { flag: "--label", set: (words) => recreate(facts.name, words) }),
  ports: advisePorts,
  livePorts: adviseLivePorts,
  mounts: adviseMounts,
  networks: adviseNetworks,
  aliases: adviseAliases,
  addresses: adviseAddresses,
  sameNetworkAs: adviseSameNetwork,
  restart: ({ matcher }, { name }) => {
    const policy = wanted(matcher);
    return policy === undefined ? {} : {
      because: {
        es: "La política de reinicio se puede cambiar sin crear otra vez el contenedor",
        en: "The restart policy can be changed without creating the container again",
      },
      next: same(code(`docker update --restart ${policy} ${name}`)),
    };
  },
  memory: adviseLimit,
  cpus: adviseLimit,
  pids: adviseLimit,
  readonly: flag("--read-only"),
  privileged: flag("--privileged"),
  init: flag("--init"),
  capAdd: capabilities("--cap-add"),
  capDrop: capabilities("--cap-drop"),
  error: (_, facts, _check, { snapshot }) =>
    facts.error === undefined
      ? {
        because: {
          es: "Docker no guarda ningún error de este contenedor: no falló al arrancar",
          en: "Docker keeps no error of this container: it did not fail to start",
        },
      }
      : adviseStartError(facts.error, facts, snapshot),
  healthOutput: (_, facts, _check, { snapshot }) => adviseHealth(facts, snapshot),
  health: (_, facts, _check, { snapshot }) => adviseHealth(facts, snapshot),
  restarts: (_, facts, _check, { snapshot }) => adviseRestarts(facts, snapshot),
  oomKilled: (_, facts, _check, { snapshot }) =>
    facts.oomKilled === true ? adviseOutOfMemory(facts, snapshot) : {
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
