/** The names that completion offers: asked of the engine kind by kind, and of the learner's folder. */

import type { Name, Source } from "../quiz/command/completion/names.ts";
import { parseRows } from "./neighbours.ts";
import type { PromptPlace } from "./prompt.ts";
import { read, type ReadingVerb } from "./run.ts";

/** ms: who waits for a name goes on typing. */
const deadline = 1500;
/** Entries of one folder that are offered. */
const mostFiles = 500;

type EngineSource = Exclude<Source, "compose" | `files:${string}`>;

/** How each kind is listed; fields are named one by one, so that the engine measures nothing. */
const lists: Readonly<Record<EngineSource, readonly [verb: ReadingVerb, format: string, ...args: readonly string[]]>> =
  {
    containers: ["container ls", "[{{json .Names}},{{json .Status}}]", "--all"],
    images: ["image ls", "[{{json .Repository}},{{json .Tag}}]"],
    volumes: ["volume ls", "[{{json .Name}}]"],
    networks: ["network ls", "[{{json .Name}}]"],
    services: ["service ls", "[{{json .Name}}]"],
    nodes: ["node ls", "[{{json .Hostname}}]"],
    secrets: ["secret ls", "[{{json .Name}}]"],
    configs: ["config ls", "[{{json .Name}}]"],
    stacks: ["stack ls", "[{{json .Name}}]"],
    contexts: ["context ls", "[{{json .Name}}]"],
  };

/** Undefined where they could not be had in time. */
export async function namesOf(source: Source, place: PromptPlace): Promise<readonly Name[] | undefined> {
  if (isFiles(source)) return filesIn(source.slice("files:".length), place.folder);
  if (source === "compose") return composeServices(place.folder);
  const [verb, format, ...args] = lists[source];
  const call = await read(place.docker, verb, [...args, "--format", format], { deadline });
  if (call.end !== "exited" || call.code !== 0) return undefined;
  return parseRows(call.stdout).flatMap((row) => nameOf(source, row));
}

function isFiles(source: Source): source is `files:${string}` {
  return source.startsWith("files:");
}

function nameOf(source: EngineSource, [first = "", second = ""]: readonly string[]): readonly Name[] {
  switch (source) {
    case "containers": {
      // Links of other containers are listed as names with a slash.
      const text = first.split(",").find((name) => !name.includes("/")) ?? first;
      const state = !second.startsWith("Up") ? "stopped" : second.includes("(Paused)") ? "paused" : "running";
      return [{ text, state }];
    }
    case "images":
      return first === "<none>" || second === "<none>" ? [] : [{ text: `${first}:${second}` }];
    default:
      return first === "" ? [] : [{ text: first }];
  }
}

/** Folders end with `/`. */
function filesIn(folder: string, here: string): readonly Name[] {
  try {
    const entries = [...Deno.readDirSync(folder.startsWith("/") ? folder : `${here}/${folder}`)].slice(0, mostFiles);
    return entries.map(({ name, isDirectory }) => ({ text: isDirectory ? `${name}/` : name }));
  } catch {
    return [];
  }
}

const composeFiles = ["compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"];

/** The keys below `services:`, found without asking whether the file is right: it is being written. */
function composeServices(folder: string): readonly Name[] {
  for (const file of composeFiles) {
    try {
      const [, services = ""] =
        /^services:[^\n]*\n((?:[ \t#][^\n]*\n|\s*\n)*)/m.exec(`${Deno.readTextFileSync(`${folder}/${file}`)}\n`) ?? [];
      const indent = /^( +)[^\s#]/m.exec(services)?.[1] ?? "";
      return [...services.matchAll(new RegExp(`^${indent}(["']?)([\\w.-]+)\\1:`, "gm"))].map(([, , text = ""]) => ({
        text,
      }));
    } catch {
      // The next name.
    }
  }
  return [];
}
