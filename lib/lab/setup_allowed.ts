/** What a lab file may make docker do by itself: it is somebody else's program on the learner's machine. */

import type { Text } from "../content/text.ts";
import { type FlagUse, type ParsedCommand, parseDocker } from "../quiz/command/parse.ts";
import { commandWords } from "./command_words.ts";
import { code } from "./matching/printable.ts";
import { isPrivate } from "./subnet.ts";

/** Flags of `run` and `create` that give a container nothing of the host but its processor, memory and ports. */
export const containerFlags: readonly string[] = [
  ...[
    "--cpus",
    "--detach",
    "--entrypoint",
    "--env",
    "--expose",
    "--health-cmd",
    "--health-interval",
    "--health-retries",
  ],
  ...["--health-start-period", "--health-timeout", "--hostname", "--init", "--interactive", "--label", "--memory"],
  ...["--memory-reservation", "--memory-swap", "--mount", "--name", "--network", "--network-alias", "--no-healthcheck"],
  ...["--pids-limit", "--publish", "--publish-all", "--pull", "--read-only", "--restart", "--rm", "--stop-signal"],
  ...["--stop-timeout", "--tmpfs", "--tty", "--ulimit", "--user", "--volume", "--workdir", "--cap-drop"],
];

/** Verbs that `setup` may use, by the name that stands for their aliases, with the flags that each may have. */
const setupVerbs: Readonly<Record<string, readonly string[]>> = {
  "container run": containerFlags,
  "container create": containerFlags,
  "container start": [],
  "container stop": ["--time", "--timeout", "--signal"],
  "container pause": [],
  "volume create": ["--label", "--name"],
  "network create": ["--attachable", "--driver", "--gateway", "--internal", "--ip-range", "--label", "--subnet"],
  "network connect": ["--alias", "--ip"],
  "image tag": [],
};

/** A command of `setup` that may not stand there, by its index. */
export interface SetupProblem {
  readonly index: number;
  readonly command: string;
  readonly what: Text;
}

/** All that a lab may not run to prepare itself: each command alone, and what it does to objects that are not the lab's. */
export function setupProblems(setup: readonly string[]): readonly SetupProblem[] {
  const made = new Set<string>();
  return setup.flatMap((command, index) => {
    const words = commandWords(command) ?? [];
    const what = setupProblem(words) ?? strangersProblem(words, made);
    return what ? [{ index, command, what }] : [];
  });
}

/** A container that the lab did not make is the learner's own: it is not started, stopped, paused or connected. */
function strangersProblem(words: readonly string[], made: Set<string>): Text | undefined {
  const parsed = parseDocker(words);
  if (parsed.kind === "problem") return parsed.what;
  const { verb, flags, operands } = parsed.command;
  if (verb === "container run" || verb === "container create") {
    const name = flags.findLast(({ flag }) => flag.name === "--name")?.value;
    if (name !== undefined) made.add(name);
    return undefined;
  }
  const touched = verb === "network connect" ? operands.slice(1) : verb.startsWith("container ") ? operands : [];
  const stranger = touched.find((name) => !made.has(name));
  if (stranger === undefined) return undefined;
  return {
    es: `el contenedor ${code(stranger)} no lo ha creado antes el propio ${code("setup")}`,
    en: `the container ${code(stranger)} was not made before by this ${code("setup")}`,
  };
}

/** Why a command may not stand in `setup`, or undefined. `words` begins with `docker`. */
export function setupProblem(words: readonly string[]): Text | undefined {
  const parsed = parseDocker(words);
  if (parsed.kind === "problem") return parsed.what;
  const { command } = parsed;
  const global = command.flags.find(({ scope }) => scope !== "verb");
  if (global) return globalFlag(global);
  const allowed = Object.hasOwn(setupVerbs, command.verb) ? setupVerbs[command.verb] : undefined;
  if (!allowed) {
    const verbs = Object.keys(setupVerbs).map((verb) => code(verb)).join(", ");
    return {
      es: `${code(`docker ${command.writtenVerb}`)} no se puede usar en ${code("setup")}; sí: ${verbs}`,
      en: `${code(`docker ${command.writtenVerb}`)} may not be used in ${code("setup")}; these may: ${verbs}`,
    };
  }
  for (const use of command.flags) {
    const problem = allowed.includes(use.flag.name) ? valueProblem(use) : forbiddenFlag(use);
    if (problem) return problem;
  }
  return staysInFront(command);
}

function forbiddenFlag({ written }: FlagUse): Text {
  return {
    es: `la opción ${code(written)} no se puede usar en ${code("setup")}`,
    en: `the option ${code(written)} may not be used in ${code("setup")}`,
  };
}

function globalFlag({ written }: FlagUse): Text {
  return {
    es: `${code(written)} cambiaría el motor de docker con el que se trabaja`,
    en: `${code(written)} would change the docker engine that is worked with`,
  };
}

/** Values that reach out of the container: folders of the host, its network, its environment. */
function valueProblem({ flag, value, written }: FlagUse): Text | undefined {
  switch (flag.name) {
    case "--volume":
      return isNamedVolume(value) ? undefined : hostFolder(`${written} ${value}`);
    case "--mount":
      return isHarmlessMount(value) ? undefined : hostFolder(`${written} ${value}`);
    case "--network":
      // Only a bare name: the long form is CSV to docker, with quotes, blanks and repeated keys in which `host` can hide.
      return isObjectName(value) && value.toLowerCase() !== "host" ? undefined : hostNetwork(`${written} ${value}`);
    case "--label":
      return value.startsWith("grumete.") ? forbiddenLabel(`${written} ${value}`) : undefined;
    case "--subnet":
    case "--ip-range":
    case "--gateway":
    case "--ip":
      return isPrivate(value) ? undefined : publicAddresses(`${written} ${value}`);
    case "--driver":
      return value === "bridge" ? undefined : hostNetwork(`${written} ${value}`);
    case "--env":
      return value.includes("=") ? undefined : {
        es: `${code(`${written} ${value}`)} copiaría una variable del anfitrión: escribe ${code(`${value}=…`)}`,
        en: `${code(`${written} ${value}`)} would copy a variable of the host: write ${code(`${value}=…`)}`,
      };
    default:
      return undefined;
  }
}

/** As docker names what it keeps (moby: names.RestrictedNamePattern). */
function isObjectName(name: string): boolean {
  return /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/.test(name);
}

/** `datos:/data`, `datos:/data:ro`, or `/data` alone, for which docker makes a volume. */
function isNamedVolume(spec: string): boolean {
  return /^(?:[a-zA-Z0-9][a-zA-Z0-9_.-]*:)?\/[^:$]*$|^[a-zA-Z0-9][a-zA-Z0-9_.-]*:\/[^:$]*:[a-z,]+$/.test(spec);
}

/** What a value of `--mount` may hold. Options of a volume's driver could turn a volume into a folder of the host. */
const mountFields: Readonly<Record<string, RegExp>> = {
  type: /^(?:volume|tmpfs)$/,
  source: /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/,
  target: /^\/[^$"\s]*$/,
  readonly: /^(?:true|false|1|0)?$/,
  "tmpfs-size": /^\d+[bkmg]?$/i,
  "tmpfs-mode": /^[0-7]+$/,
  "volume-nocopy": /^(?:true|false|1|0)?$/,
};

const sameMountField: Readonly<Record<string, string>> = {
  src: "source",
  dst: "target",
  destination: "target",
  ro: "readonly",
};

/**
 * Docker reads the value as CSV, where quotes, line ends and repeated keys can say something else than they seem to: each
 * field must be known, plain, and there once.
 */
function isHarmlessMount(spec: string): boolean {
  const seen = new Set<string>();
  return spec.split(",").every((part) => {
    const [, written = "", value = ""] = /^([a-z-]+)(?:=([^=]*))?$/.exec(part) ?? [];
    const key = Object.hasOwn(sameMountField, written) ? sameMountField[written] ?? "" : written;
    const allowed = Object.hasOwn(mountFields, key) ? mountFields[key] : undefined;
    if (!allowed?.test(value) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function forbiddenLabel(written: string): Text {
  return {
    es: `${code(written)}: esa etiqueta la pone grumete, para saber qué es de cada laboratorio`,
    en: `${code(written)}: grumete itself sets that label, to know what belongs to which lab`,
  };
}

function hostFolder(written: string): Text {
  return {
    es: `${code(written)} daría acceso a carpetas del anfitrión: en ${
      code("setup")
    } solo se montan volúmenes con nombre`,
    en: `${code(written)} would give access to folders of the host: ${code("setup")} may mount only named volumes`,
  };
}

function hostNetwork(written: string): Text {
  return {
    es: `${code(written)} daría acceso a la red del anfitrión: usa una red de tipo ${code("bridge")}`,
    en: `${code(written)} would give access to the network of the host: use a ${code("bridge")} network`,
  };
}

function publicAddresses(written: string): Text {
  return {
    es: `${code(written)}: solo direcciones privadas, como ${code("10.20.0.0/24")}`,
    en: `${code(written)}: only private addresses, such as ${code("10.20.0.0/24")}`,
  };
}

/** A container that is not detached would keep the preparation waiting for ever. */
function staysInFront({ verb, flags }: ParsedCommand): Text | undefined {
  // The last one counts, as for docker.
  const detach = flags.findLast(({ flag }) => flag.name === "--detach")?.value;
  if (verb !== "container run" || detach === "true") return undefined;
  return {
    es: `${code("docker run")} necesita ${code("-d")} en ${code("setup")}: si no, la preparación no acabaría`,
    en: `${code("docker run")} needs ${code("-d")} in ${code("setup")}: otherwise the preparation would not end`,
  };
}

/** Verbs that no step may use in the learner's own configuration: they change their docker, not objects of the lab. */
const neverVerbs = [
  "context create",
  "context import",
  "context rm",
  "context update",
  "context use",
  "login",
  "logout",
];

/**
 * What follows `--config FOLDER` or `--config FOLDER --context NAME`, where the folder is one of the workspace: a docker
 * configuration of the lab's own, so that contexts can be practised and the learner's stay as they are.
 */
function inOwnConfiguration([option, folder = "", ...rest]: readonly string[]): readonly string[] | undefined {
  if (option !== "--config" || !isObjectName(folder)) return undefined;
  return rest[0] === "--context" && isObjectName(rest[1] ?? "") ? rest.slice(2) : rest;
}

/** Why a command may not stand in `solution` or `mistakes`, or undefined: any verb, but on this engine. */
export function stepProblem(words: readonly string[]): Text | undefined {
  const own = words[0] === "docker" ? inOwnConfiguration(words.slice(1)) : undefined;
  if (own !== undefined && own[0]?.startsWith("-") === false) return undefined;
  const [program, first = ""] = words;
  if (program !== "docker") {
    return { es: `tiene que empezar por ${code("docker")}`, en: `it has to begin with ${code("docker")}` };
  }
  if (first.startsWith("-")) {
    return {
      es: `${code(first)} no se puede usar delante del verbo: cambiaría el motor de docker con el que se trabaja`,
      en: `${code(first)} may not be used before the verb: it would change the docker engine that is worked with`,
    };
  }
  const verb = neverVerbs.find((verb) => words.slice(1).join(" ").startsWith(verb));
  if (verb === undefined) return undefined;
  return {
    es: `${code(`docker ${verb}`)} cambiaría la configuración de docker de quien aprende`,
    en: `${code(`docker ${verb}`)} would change the learner's docker configuration`,
  };
}
