/** What may stand for the value of a flag or an operand: fixed words, and which names of the engine. */

import type { Flag } from "../grammar.ts";
import type { Place } from "./place.ts";
import type { Source } from "./names.ts";

/** `ending` follows a name: a blank where the word is whole. */
export interface Values {
  readonly words?: readonly string[];
  readonly sources?: readonly Source[];
  /** Only containers in this state. */
  readonly state?: "running" | "paused" | "stopped";
  readonly ending?: string;
  /** The words go on, `type=bind,…`: nothing is put after them. */
  readonly open?: boolean;
}

const restarts = ["always", "no", "on-failure", "unless-stopped"];
const signals = ["HUP", "INT", "KILL", "QUIT", "STOP", "TERM", "USR1", "USR2"];
const failureActions = ["continue", "pause", "rollback"];
const orders = ["start-first", "stop-first"];

/** By verb and flag, or by flag alone. */
const flagWords: Readonly<Record<string, readonly string[]>> = {
  "--restart": restarts,
  "--signal": signals,
  "--stop-signal": signals,
  "--pull": ["always", "missing", "never"],
  "--log-driver": ["json-file", "local", "none", "journald", "syslog"],
  "--progress": ["auto", "plain", "tty"],
  "--availability": ["active", "drain", "pause"],
  "--mode": ["global", "replicated"],
  "--endpoint-mode": ["dnsrr", "vip"],
  "--restart-condition": ["any", "none", "on-failure"],
  "--update-order": orders,
  "--rollback-order": orders,
  "--update-failure-action": failureActions,
  "--rollback-failure-action": failureActions,
  "--rmi": ["all", "local"],
  "node update --role": ["manager", "worker"],
  "inspect --type": ["container", "image", "network", "node", "secret", "service", "task", "volume"],
  "network create --driver": ["bridge", "ipvlan", "macvlan", "overlay"],
  "volume create --driver": ["local"],
};

const filters: Readonly<Record<string, readonly string[]>> = {
  "container ls": [
    "ancestor",
    "exited",
    "expose",
    "health",
    "id",
    "label",
    "name",
    "network",
    "publish",
    "status",
    "volume",
  ],
  "image ls": ["before", "dangling", "label", "reference", "since"],
  "volume ls": ["dangling", "driver", "label", "name"],
  "network ls": ["dangling", "driver", "id", "label", "name", "scope", "type"],
  "system events": ["container", "event", "image", "label", "network", "type", "volume"],
  "service ls": ["id", "label", "mode", "name"],
  "service ps": ["desired-state", "id", "name", "node"],
  "node ls": ["id", "label", "membership", "name", "role"],
};

export function flagValues(verb: string, { name, type }: Flag, typed: string): Values {
  const words = flagWords[`${verb} ${name}`] ?? flagWords[name];
  if (words) return { words };
  if (name === "--filter") return { words: (filters[verb] ?? []).map((key) => `${key}=`), open: true };
  if (name === "--volumes-from" || name === "--link") return { sources: ["containers"] };
  if (name === "--context") return { sources: ["contexts"] };
  if (name === "--image" || name === "--cache-from") return { sources: ["images"] };
  if (/^--secret(?:-add|-rm)?$/.test(name) && verb.startsWith("service")) return { sources: ["secrets"] };
  if (/^--config(?:-add|-rm)?$/.test(name) && verb.startsWith("service")) return { sources: ["configs"] };
  if (type === "network" || /^--network(?:-add|-rm)?$/.test(name)) return { sources: ["networks"] };
  if (type === "images") return { sources: ["images"] };
  if (type === "mount") return mounted(typed);
  if (type === "path" || ["--file", "--env-file", "--compose-file", "--label-file"].includes(name)) return files(typed);
  if (type === "volume" && !typed.includes(":")) {
    return /^[./~]/.test(typed) ? { ...files(typed), ending: ":" } : { sources: ["volumes"], ending: ":" };
  }
  return {};
}

/** `type=volume,source=datos,target=/x`: the type first, then names after `source=`. */
function mounted(typed: string): Values {
  const parts = typed.split(",");
  const last = parts.at(-1) ?? "";
  const before = typed.slice(0, typed.length - last.length);
  if (parts.length === 1) {
    return { words: ["type=bind,source=", "type=tmpfs,target=", "type=volume,source="], open: true };
  }
  if (/^(?:source|src)=/.test(last)) return {};
  return { words: ["readonly", "source=", "target="].map((key) => before + key), open: true };
}

/** The folder that is typed already, and what is in it. */
function files(typed: string): Values {
  return { sources: [`files:${typed.slice(0, typed.lastIndexOf("/") + 1)}`] };
}

/** What has to be running for the verb, paused, or stopped. */
const states: Readonly<Record<string, NonNullable<Values["state"]>>> = {
  "container attach": "running",
  "container exec": "running",
  "container kill": "running",
  "container pause": "running",
  "container port": "running",
  "container stats": "running",
  "container stop": "running",
  "container top": "running",
  "container start": "stopped",
  "container unpause": "paused",
};

/** The first operand of these is a name that is not there yet. */
const naming = ["volume create", "network create", "context create", "secret create", "config create"];

export function operandValues({ verb, operand }: Extract<Place, { kind: "operand" }>, typed: string): Values {
  const source = (source: Source): Values => naming.includes(verb) ? {} : { sources: [source] };
  switch (operand.name) {
    case "CONTAINER": {
      const state = states[verb];
      return { sources: ["containers"], ...(state ? { state } : {}) };
    }
    case "IMAGE":
    case "REPOSITORY":
      return source("images");
    case "VOLUME":
      return source("volumes");
    case "NETWORK":
      return source("networks");
    case "SERVICE":
      return source(verb.startsWith("compose ") ? "compose" : "services");
    case "NODE":
      return source("nodes");
    case "SECRET":
      return source("secrets");
    case "CONFIG":
      return source("configs");
    case "STACK":
      return source("stacks");
    case "CONTEXT":
      return source("contexts");
    case "OBJECT":
      return { sources: ["containers", "images", "volumes", "networks"] };
    case "SCALE":
      return { sources: [verb.startsWith("compose ") ? "compose" : "services"], ending: "=" };
    case "ROLE":
      return { words: ["manager", "worker"] };
    case "SOURCE":
    case "TARGET":
      // `cp` takes a path here, or `container:path`.
      return /[./]/.test(typed)
        ? files(typed)
        : { sources: ["containers", ...files(typed).sources ?? []], ending: ":" };
    case "PATH":
    case "FILE":
      return files(typed);
    default:
      return {};
  }
}
