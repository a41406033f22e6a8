/** `grumete prove`: the author's proof that a lab can be solved, fails when it must, explains mistakes and cleans up. */

import { formatProblem, type Problem } from "../../content/problem.ts";
import type { Lab } from "../../content/schema/lab.ts";
import { both, type Text } from "../../content/text.ts";
import { type ExitCode, UserError } from "../../content/user_error.ts";
import { createEngine, type DockerEngine } from "../../docker/engine.ts";
import { takeInventory } from "../../docker/inventory.ts";
import { lookAroundFor } from "../../docker/surroundings.ts";
import type { Claim } from "../../lab/claim.ts";
import { inTheWay } from "../../lab/preflight.ts";
import { itemsOf, type LabProof, proofDocument, type ProofStep, statusOf } from "../../lab/proving/proof.ts";
import { openStore } from "../../store/event_store.ts";
import { storeExists } from "../../store/state_folder.ts";
import { openConversation } from "../../terminal/conversation.ts";
import type { ProveFlags } from "../flags.ts";
import { unreachable } from "../lab_attempt.ts";
import { claimsBeside } from "../lab_passes.ts";
import { obstaclesError } from "../obstacles_error.ts";
import { lintFile } from "../lint_file.ts";
import { openConcepts, type Opened, openLab } from "../load.ts";
import { printJson } from "../print.ts";
import { agreed } from "../shipped.ts";
import { proveLab } from "../prove_lab.ts";
import { endLine, headLine, problemLines, stepLines, tryingLine } from "../prove_text.ts";
import { ProvingWorld } from "../prove_world.ts";
import type { World } from "../world.ts";

/** A proof with the exit code that it asks for. */
interface Proven {
  readonly proof: LabProof;
  readonly code: 0 | 1 | 3 | 4;
}

/** What is told while a proof goes on; nothing for a program that reads the document. */
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
  const telling = flags.json === true ? silent : tellingTo(talk, world);
  const proven: Proven[] = [];
  for (const { lab, problems } of linted) {
    proven.push(await proveOne(lab, problems, { world, engine, telling, signal: talk.interrupted }));
  }
  if (flags.json) printJson(proofDocument(proven.map(({ proof }) => proof), world.lang));
  return ([4, 3, 1, 0] as const).find((code) => proven.some((one) => one.code === code)) ?? 0;
}

interface Proving {
  readonly world: World;
  readonly engine: DockerEngine;
  readonly telling: Telling;
  readonly signal: AbortSignal;
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
  { world, engine, telling, signal }: Proving,
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
  await using place = new ProvingWorld(lab, inventory.value, { engine, folder, labFolder: file.folder, signal });
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

const silent: Telling = {
  begins: () => {},
  step: { begins: () => {}, ends: () => {} },
  problem: () => {},
  ends: () => {},
};

function tellingTo(talk: ReturnType<typeof openConversation>, { lang, plain }: World): Telling {
  talk.interrupted.addEventListener("abort", () => talk.say([[{ text: interrupted[lang], style: "warn" }]]));
  return {
    begins: (lab) => talk.say([headLine(lab, itemsOf(lab).length, lang)]),
    step: {
      begins: (item, number, total) => {
        if (!plain) talk.passing(tryingLine(item, number, total, lang));
      },
      ends: (step, number, total) => talk.say(stepLines(step, number, total, lang)),
    },
    problem: (problem) => talk.say(problemLines(problem, lang)),
    ends: (proof) => talk.say([endLine(proof, lang), []]),
  };
}

const interrupted: Text = { es: "Interrumpido: limpiando…", en: "Interrupted: cleaning up…" };
