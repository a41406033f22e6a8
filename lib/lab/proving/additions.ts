/** Whether commands only make new objects: then taking those away again leaves everything as it was. */

import type { SolutionStep } from "../../content/schema/lab.ts";
import { type FlagUse, type ParsedCommand, parseDocker } from "../../quiz/command/parse.ts";
import { commandWords } from "../command_words.ts";
import type { Inventory } from "../inventory.ts";
import { containerFlags } from "../setup_allowed.ts";

/** Names of what the steps themselves have made so far; what was there before is never among them. */
interface Made {
  readonly containers: Set<string>;
  readonly volumes: Set<string>;
  readonly networks: Set<string>;
  readonly services: Set<string>;
  readonly secrets: Set<string>;
  readonly configs: Set<string>;
}

type Kind = keyof Made;

/**
 * `there` is what is on the engine before the steps. False where in doubt: a file in a container or a volume that was there
 * may be another afterwards, and no list would show it.
 */
export function onlyAdds(steps: readonly SolutionStep[], there: Inventory): boolean {
  const made: Made = {
    containers: new Set(),
    volumes: new Set(),
    networks: new Set(),
    services: new Set(),
    secrets: new Set(),
    configs: new Set(),
  };
  return steps.every((step) => {
    if (typeof step !== "string") return false;
    const parsed = parseDocker(commandWords(step) ?? []);
    return parsed.kind === "command" && adds(parsed.command, made, there);
  });
}

function adds(command: ParsedCommand, made: Made, there: Inventory): boolean {
  const { verb, flags, operands } = command;
  if (flags.some(({ scope }) => scope !== "verb")) return false;
  // Only a manager of a swarm lists what the swarm holds: without a list nothing is known to be new.
  const isNew = (kind: Kind, name: string) =>
    there[kind]?.every((object) => object.name !== name) === true && made[kind].add(name).has(name);
  switch (verb) {
    case "container run":
    case "container create": {
      const name = flags.findLast(({ flag }) => flag.name === "--name")?.value;
      return flags.every((use) => isApart(use, made, there)) && (name === undefined || isNew("containers", name));
    }
    case "volume create":
    case "network create":
      return operands.every((name) => isNew(verb === "volume create" ? "volumes" : "networks", name));
    case "container exec":
    case "container kill":
    case "container pause":
    case "container restart":
    case "container rm":
    case "container start":
    case "container stop":
    case "container unpause":
    case "container update":
    case "container wait":
      return (verb === "container exec" ? operands.slice(0, 1) : operands).every((name) => made.containers.has(name));
    case "container rename":
      return made.containers.has(operands[0] ?? "") && isNew("containers", operands[1] ?? "");
    case "network connect":
    case "network disconnect":
      return made.containers.has(operands[1] ?? "");
    case "service create": {
      const name = flags.findLast(({ flag }) => flag.name === "--name")?.value;
      const apart = flags.every((use) => use.flag.name !== "--mount" || isApart(use, made, there));
      return apart && name !== undefined && isNew("services", name);
    }
    case "service rm":
    case "service rollback":
    case "service scale":
      return operands.every((operand) => made.services.has(operand.replace(/=.*$/, "")));
    case "service update":
      return operands.every((name) => made.services.has(name)) &&
        flags.every(({ flag }) => flag.name !== "--mount-add");
    case "secret create":
    case "config create":
      return isNew(verb === "secret create" ? "secrets" : "configs", operands[0] ?? "");
    default:
      return looksOnly.has(verb);
  }
}

const looksOnly: ReadonlySet<string> = new Set([
  ...["events", "info", "inspect", "version"],
  ...["diff", "inspect", "logs", "ls", "port", "stats", "top"].map((verb) => `container ${verb}`),
  ...["history", "inspect", "ls"].map((verb) => `image ${verb}`),
  ...["inspect", "ls"].flatMap((verb) =>
    ["config", "network", "node", "secret", "service", "volume"].map((object) => `${object} ${verb}`)
  ),
  ...["logs", "ps"].map((verb) => `service ${verb}`),
]);

/** A container that can reach nothing of what was there before but to read it. */
function isApart({ flag, value }: FlagUse, made: Made, there: Inventory): boolean {
  const isStrange = (source: string) => source !== "" && !made.volumes.has(source) && wasThere(source, there);
  switch (flag.name) {
    case "--volume": {
      const [source = "", target, options = ""] = value.split(":");
      return target === undefined || options.split(",").includes("ro") || !isStrange(source);
    }
    case "--mount": {
      const fields = value.split(",");
      const source = fields.flatMap((field) => /^(?:source|src)=(.*)$/.exec(field)?.[1] ?? [])[0] ?? "";
      return fields.some((field) => /^(?:readonly|ro)(?:=(?:true|1))?$/.test(field)) || !isStrange(source);
    }
    default:
      return containerFlags.includes(flag.name);
  }
}

/** A folder of the host always was. */
function wasThere(source: string, { volumes }: Inventory): boolean {
  return /[/\\.~$]/.test(source.charAt(0)) || volumes.some(({ name }) => name === source);
}
