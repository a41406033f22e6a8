/** Runs the docker commands of a lab's author: what prepares a lab, and what solves it. */

import type { SolutionStep } from "../content/schema/lab.ts";
import { commandWords } from "../lab/command_words.ts";
import type { Fault } from "../lab/fault.ts";
import type { Labels } from "../lab/inventory.ts";
import type { Docker } from "./binary.ts";
import { hasComposePlugin, oldCompose } from "./compose_program.ts";
import { cleaned, readingOf } from "./faults.ts";
import { type Heard, listener } from "./heard.ts";
import { read, type ReadingVerb, run } from "./run.ts";
import { sleep } from "./sleep.ts";

export interface StepsOptions {
  /** The learner's workspace, absolute: files of a solution are written there, commands run there. */
  readonly folder: string;
  /** Put on what is created: by `setup`, and by `prove`. What a learner makes bears none. */
  readonly labels?: Labels;
  /** ms for each command. */
  readonly deadline?: number;
  readonly signal?: AbortSignal;
  /** `"$(docker ps …)"` becomes what docker answers: in what an author types as a learner would, never in what a lab runs by itself. */
  readonly answers?: boolean;
  readonly onStep?: (step: SolutionStep) => void;
  /** Told what docker says while a step goes on. */
  readonly onHeard?: (heard: Heard) => void;
}

/** `failed` is docker's refusal, in its words; a `fault` means that docker could not be asked. */
export type StepResult =
  | { readonly kind: "done"; readonly step: SolutionStep; readonly stdout: string; readonly stderr: string }
  | { readonly kind: "failed"; readonly step: SolutionStep; readonly code: number; readonly detail: string }
  | { readonly kind: "fault"; readonly step: SolutionStep; readonly fault: Fault };

/** Building an image takes longest. */
const usualDeadline = 120_000;
const outputLimit = 64 * 1024;

/** In order, until one is not `done`: the last result tells. Steps may come from content, so nothing of them reaches a shell. */
export async function runSteps(
  docker: Docker,
  steps: readonly SolutionStep[],
  options: StepsOptions,
): Promise<readonly StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) {
    options.onStep?.(step);
    const result = typeof step === "string"
      ? await runCommand(docker, step, options)
      : await writeFile(step, options.folder);
    results.push(result);
    if (result.kind !== "done") break;
  }
  return results;
}

async function runCommand(docker: Docker, step: string, options: StepsOptions): Promise<StepResult> {
  const words = commandWords(step);
  const failed = (code: number, detail: string): StepResult => ({ kind: "failed", step, code, detail });
  if (words === undefined || words[0] !== "docker" || words.length < 2) return failed(-1, "not a docker command");
  const typed = words.slice(1);
  const known = options.answers === true
    ? await Promise.all(typed.map((word) => withAnswer(docker, word, options.signal)))
    : typed;
  const inFolder = withAbsoluteMounts(known.map((word) => withFolder(word, options.folder)), options.folder);
  const [program, args] = await withCompose(docker, withLabels(inFolder, options.labels ?? {}), options.signal);
  const call = await run(program, args, {
    deadline: options.deadline ?? usualDeadline,
    limit: outputLimit,
    signal: options.signal,
    cwd: options.folder,
    // A build speaks on either stream.
    ...(options.onHeard ? { onOutput: listener(options.onHeard), onErrors: listener(options.onHeard) } : {}),
  });
  if (call.end === "exited" && call.code === 0) return { kind: "done", step, stdout: call.stdout, stderr: call.stderr };
  const reading = readingOf(call);
  if (call.end !== "exited" && reading.kind === "fault") return { kind: "fault", step, fault: reading.fault };
  // A program in a container may end with any code and say anything: only what is no answer of docker is a fault.
  if (reading.kind === "fault" && !["unknown", "not-executable", "usage-bug"].includes(reading.fault.kind)) {
    return { kind: "fault", step, fault: reading.fault };
  }
  return failed(call.code, cleaned(call.stderr || call.stdout));
}

/** Where Compose is no plugin of docker, the program of the first generation does what a lab's author wrote. */
async function withCompose(
  docker: Docker,
  words: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly [Docker, readonly string[]]> {
  const [verb, ...args] = words;
  const path = verb === "compose" ? oldCompose(docker) : undefined;
  if (path === undefined) return [docker, words];
  return await hasComposePlugin(docker, signal) === true ? [docker, words] : [{ ...docker, path }, args];
}

/** What a learner's shell would put in, and nothing else of a shell. */
export function withFolder(word: string, folder: string): string {
  return word.replace(/\$\(pwd\)|\$\{PWD\}|\$PWD\b/g, () => folder);
}

/** Names that nobody can know beforehand: the container of a task, the node itself. */
const asking: Readonly<Record<string, ReadingVerb>> = { "ps": "container ls", "node ls": "node ls" };
/** ms in which a container must be there that swarm was told to start, and how often it is looked for. */
const comesWithin = 10_000;
const asksEvery = 250;

/**
 * `"$(docker ps -q -f name=faro.1)"` in quotes is one word of a shell: what that command says, once it says something. A name
 * never begins with a dash: what does would be an option that nobody has checked.
 */
async function withAnswer(docker: Docker, word: string, signal: AbortSignal | undefined): Promise<string> {
  const [, verb = "", rest = ""] = /^\$\(docker (ps|node ls) ([^()]*)\)$/.exec(word) ?? [];
  const ask = asking[verb];
  if (ask === undefined) return word;
  for (let waited = 0;; waited += asksEvery) {
    const { stdout } = await read(docker, ask, commandWords(rest) ?? [], { deadline: comesWithin, signal });
    if (stdout.trim().startsWith("-")) return word;
    if (stdout.trim() !== "" || waited >= comesWithin || signal?.aborted === true) return stdout.trimEnd();
    await sleep(asksEvery, signal);
  }
}

/** Clients before 23 refuse `-v ./site:/www`, newer ones put the folder in themselves. */
export function withAbsoluteMounts(argv: readonly string[], folder: string): readonly string[] {
  return argv.map((word, at) => {
    const joined = word.match(/^(--volume|--mount)=(.*)$/s);
    const [option = argv[at - 1], value = word] = joined?.slice(1) ?? [];
    const prefix = joined ? `${option}=` : "";
    switch (option) {
      case "-v":
      case "--volume":
        return prefix + value.replace(/^\.(?=[/:])/, () => folder);
      case "--mount":
        return prefix + value.replace(/(^|,)(src|source)=\.(?=[/,]|$)/, (_, start, key) => `${start}${key}=${folder}`);
      default:
        return word;
    }
  });
}

const creating: readonly (readonly string[])[] = [
  ["run"],
  ["create"],
  ["container", "run"],
  ["container", "create"],
  ["volume", "create"],
  ["network", "create"],
  ["build"],
  ["image", "build"],
];

/** Behind the verb, where docker reads its own options. Commands that create nothing stay as they are. */
export function withLabels(argv: readonly string[], labels: Labels): readonly string[] {
  const verb = creating.find((words) => words.every((word, at) => argv[at] === word));
  if (verb === undefined) return argv;
  const flags = Object.entries(labels).flatMap(([name, value]) => ["--label", `${name}=${value}`]);
  return [...verb, ...flags, ...argv.slice(verb.length)];
}

async function writeFile(step: Exclude<SolutionStep, string>, folder: string): Promise<StepResult> {
  const parts = step.file.split("/");
  const failed = (detail: string): StepResult => ({ kind: "failed", step, code: -1, detail });
  // The schema says so too; what writes files does not take it on trust.
  if (parts.some((part) => part === "" || part === "." || part === "..") || /[\\:\0]/.test(step.file)) {
    return failed("the path leaves the folder");
  }
  try {
    // Before anything is made: a link on the way may lead anywhere.
    for (let length = 1; length <= parts.length; length++) {
      if (await isLink(`${folder}/${parts.slice(0, length).join("/")}`)) return failed("a link is in the way");
    }
    const target = `${folder}/${step.file}`;
    await Deno.mkdir(target.slice(0, target.lastIndexOf("/")), { recursive: true });
    await Deno.writeTextFile(target, step.content);
    return { kind: "done", step, stdout: "", stderr: "" };
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

async function isLink(path: string): Promise<boolean> {
  try {
    return (await Deno.lstat(path)).isSymlink;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
