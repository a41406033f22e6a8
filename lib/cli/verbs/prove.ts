/** `grumete prove`: the author's proof that a lab can be solved, fails when it must, explains mistakes and cleans up. */

import { formatProblem, type Problem } from "../../content/problem.ts";
import type { Lab } from "../../content/schema/lab.ts";
import { both, type Lang, same, type Text } from "../../content/text.ts";
import { type ExitCode, UserError } from "../../content/user_error.ts";
import { createEngine, type DockerEngine } from "../../docker/engine.ts";
import type { Heard } from "../../docker/heard.ts";
import { takeInventory } from "../../docker/inventory.ts";
import { withoutKept } from "../../docker/kept_images.ts";
import { lookAroundFor } from "../../docker/surroundings.ts";
import type { Claim } from "../../lab/claim.ts";
import { inTheWay } from "../../lab/preflight.ts";
import {
  itemsOf,
  type LabProof,
  proofDocument,
  type ProofItem,
  type ProofStep,
  statusOf,
} from "../../lab/proving/proof.ts";
import { openStore } from "../../store/event_store.ts";
import { storeExists } from "../../store/state_folder.ts";
import type { Line } from "../../screens/frame.ts";
import { openConversation } from "../../terminal/conversation.ts";
import type { ProveFlags } from "../table/flags.ts";
import { unreachable } from "../lab/lab_attempt.ts";
import { claimsBeside } from "../lab/lab_passes.ts";
import { obstaclesError } from "../lab/obstacles_error.ts";
import { lintFile } from "../lint/lint_file.ts";
import { openConcepts, type Opened, openLab } from "../load.ts";
import { printJson } from "../output/print.ts";
import { type ActivityNews, type Reporting, reporting } from "../output/reporting.ts";
import { agreed } from "../lab/shipped.ts";
import { proveLab } from "../proof/prove_lab.ts";
import { endLine, headLine, problemLines, stepLines, tried } from "../proof/prove_text.ts";
import { ProvingWorld } from "../proof/prove_world.ts";
import type { World } from "../world.ts";

/** A proof with the exit code that it asks for. */
interface Proven {
  readonly proof: LabProof;
  readonly code: 0 | 1 | 3 | 4;
}

/** What is told while a proof goes on. */
interface Telling {
  readonly begins: (lab: Lab) => void;
  readonly step: Parameters<typeof proveLab>[2];
  readonly problem: (problem: Text) => void;
  readonly ends: (proof: LabProof) => void;
}

/** 4 when a lab's file is wrong, 3 when the engine could not be asked, 1 when one is not proven; one lab after the other. */
export async function run(world: World, flags: ProveFlags, ...references: readonly string[]): Promise<ExitCode> {
  const opened = await Promise.all(references.map((reference) => openLab(world, reference)));
  const concepts = new Set((await openConcepts(world)).concepts.keys());
  const linted = opened.map((lab) => ({ lab, problems: lintFile(lab.file, concepts) }));
  // Nothing of a lab with errors is run, so nobody need agree to it.
  for (const { lab, problems } of linted) {
    if (!problems.some(isError)) await agreed(world, lab, { yes: flags.yes, steps: true });
  }
  using talk = openConversation();
  await using engine = createEngine({ context: world.context });
  using life = reporting(world, words.engine);
  const telling = flags.json === true ? silent(life, world) : tellingTo(talk, life, world);
  const proven: Proven[] = [];
  for (const { lab, problems } of linted) {
    proven.push(
      await proveOne(lab, problems, {
        world,
        engine,
        telling,
        signal: talk.interrupted,
        onHeard: ({ line }) => life.tell({ note: line }),
      }),
    );
  }
  if (flags.json) printJson(proofDocument(proven.map(({ proof }) => proof), world.lang));
  return ([4, 3, 1, 0] as const).find((code) => proven.some((one) => one.code === code)) ?? 0;
}

interface Proving {
  readonly world: World;
  readonly engine: DockerEngine;
  readonly telling: Telling;
  readonly signal: AbortSignal;
  readonly onHeard: (heard: Heard) => void;
}

/** What keeps it from being proven stands in the proof; only an interruption is thrown. */
async function proveOne(opened: Opened<Lab>, problems: readonly Problem[], proving: Proving): Promise<Proven> {
  const { content: lab } = opened;
  const { telling, signal } = proving;
  const began = performance.now();
  const steps: ProofStep[] = [];
  telling.begins(lab);
  let problem: Text | undefined;
  let code: Proven["code"] = 0;
  try {
    await takeSteps(opened, problems, proving, steps);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (!(error instanceof UserError)) throw error;
    problem = both((lang) => [error.what[lang], ...error.next ? [`  ${error.next[lang]}`] : []].join("\n"));
    code = error.exitCode === 3 ? 3 : 1;
    telling.problem(problem);
  }
  const status = problem ? "unchecked" : statusOf(steps);
  if (status === "failed" || status === "skipped") code = 1;
  if (status === "unchecked" && code === 0) code = 3;
  // What could not be tried for another reason may still stand beside it: a wrong file goes first.
  if (steps[0]?.kind === "lint" && steps[0].status === "failed") code = 4;
  const seconds = (performance.now() - began) / 1000;
  const proof = { lab: lab.id, status, seconds, steps, ...(problem ? { problem } : {}) };
  telling.ends(proof);
  return { proof, code };
}

async function takeSteps(
  { file, content: lab }: Opened<Lab>,
  problems: readonly Problem[],
  { world, engine, telling, signal, onHeard }: Proving,
  steps: ProofStep[],
): Promise<void> {
  const errors = problems.filter(isError);
  const listener: Telling["step"] = {
    begins: telling.step.begins,
    ends: (step, number, total) => {
      steps.push(step);
      telling.step.ends(step, number, total);
    },
  };
  if (errors.length > 0) {
    listener.ends({ kind: "lint", name: lab.id, status: "failed", seconds: 0, problem: listed(errors) }, 1, 1);
    return;
  }
  const unstated = problems.filter(({ code }) => code === "not-stated");
  const lint = unstated.length === 0
    ? { status: "passed" } as const
    : { status: "failed", problem: listed(unstated) } as const;
  const [inventory, around] = await Promise.all([takeInventory(engine.docker), lookAroundFor(engine.docker, lab)]);
  signal.throwIfAborted();
  if (inventory.kind === "fault") throw unreachable(inventory.fault);
  const claims = await claimsOfLearner(lab, engine, world);
  const obstacles = inTheWay(lab, inventory.value, { ...around, claims });
  if (obstacles.length > 0) {
    throw obstaclesError(lab, obstacles, { es: "Arréglalo y repite", en: "Mend it and try again" });
  }
  const folder = `${world.stateFolder()}/proving/${crypto.randomUUID()}`;
  const where = { engine, folder, labFolder: file.folder, signal, onHeard };
  await using place = new ProvingWorld(lab, withoutKept(inventory.value), where);
  await proveLab(place, lint, listener);
}

/** Labs that the author is doing on this engine: what they will use is not taken from them. */
async function claimsOfLearner(lab: Lab, engine: DockerEngine, world: World): Promise<readonly Claim[]> {
  const folder = world.stateFolder();
  if (!storeExists(folder)) return [];
  using store = openStore(folder);
  return claimsBeside(store, lab.id, await engine.address());
}

function isError({ severity }: Problem): boolean {
  return severity === "error";
}

function listed(problems: readonly Problem[]): Text {
  return both((lang) => problems.map((problem) => formatProblem(problem, lang)).join("\n"));
}

/** For a program that reads the document: only that it goes on. */
function silent(life: Reporting, { lang }: World): Telling {
  return {
    begins: () => {},
    step: {
      begins: (item, number, total) => life.tell(trying(item, number, total, lang)),
      ends: () => {},
    },
    problem: () => {},
    ends: () => {},
  };
}

function tellingTo(talk: ReturnType<typeof openConversation>, life: Reporting, { lang }: World): Telling {
  const say = (lines: readonly Line[]) => life.aside(() => talk.say(lines));
  talk.interrupted.addEventListener("abort", () => {
    life.tell({ what: words.cleaning });
    say([[{ text: words.interrupted[lang], style: "warn" }]]);
  });
  return {
    begins: (lab) => say([headLine(lab, itemsOf(lab).length, lang)]),
    step: {
      begins: (item, number, total) => life.tell(trying(item, number, total, lang)),
      ends: (step, number, total) => say(stepLines(step, number, total, lang)),
    },
    problem: (problem) => say(problemLines(problem, lang)),
    ends: (proof) => say([endLine(proof, lang), []]),
  };
}

function trying(item: ProofItem, number: number, total: number, lang: Lang): ActivityNews {
  return { what: same(tried(item, lang)), steps: { done: number - 1, total } };
}

const words = {
  engine: { es: "Mirando el motor", en: "Looking at the engine" },
  interrupted: { es: "Interrumpido: limpiando…", en: "Interrupted: cleaning up…" },
  cleaning: { es: "Limpiando", en: "Cleaning up" },
} satisfies Readonly<Record<string, Text>>;
