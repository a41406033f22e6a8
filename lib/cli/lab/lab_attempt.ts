/** A lab's run on this machine: begun once, remembered in the store, ended by clean-up. */

import type { Lab } from "../../content/schema/lab.ts";
import { UserError } from "../../content/user_error.ts";
import type { DockerEngine } from "../../docker/engine.ts";
import { takeInventory } from "../../docker/inventory.ts";
import { runSetup } from "../../docker/setup.ts";
import { lookAroundFor } from "../../docker/surroundings.ts";
import type { Fault } from "../../lab/fault.ts";
import { asksForHistory } from "../../lab/graph.ts";
import { faultSentence, faultText } from "../../lab/fault_text.ts";
import { later } from "../../content/later.ts";
import { claimOf } from "../../lab/claim.ts";
import { attemptLabel, labLabel } from "../../lab/labels.ts";
import { type Obstacle, obstacleKey } from "../../lab/obstacle.ts";
import { inTheWay } from "../../lab/preflight.ts";
import { setupProblems } from "../../lab/setup_allowed.ts";
import type { EventStore } from "../../store/event_store.ts";
import { workspaceFolder } from "../../store/state_folder.ts";
import { layOut } from "../../store/workspace.ts";
import type { LabProgress } from "../../study/progress.ts";
import { type Elsewhere, elsewhere } from "./bound_engine.ts";
import { histories } from "./lab_look.ts";
import { claimsBeside, isReady, openAttempt } from "./lab_passes.ts";
import type { ActivityNews } from "../output/reporting.ts";

/** `half-prepared`: its setup is still running in another grumete, or never came to its end. */
export type Begun =
  | { readonly kind: "begun" | "resumed"; readonly progress: LabProgress }
  | { readonly kind: "half-prepared" }
  | { readonly kind: "elsewhere"; readonly elsewhere: Elsewhere }
  | { readonly kind: "in-the-way"; readonly obstacles: readonly Obstacle[] }
  | { readonly kind: "unreachable"; readonly fault: Fault };

export interface BeginningWorld {
  readonly store: EventStore;
  readonly engine: DockerEngine;
  readonly stateFolder: string;
  readonly now: () => number;
  /** Obstacles, by their keys, that the learner chose to leave as they are. */
  readonly accepted?: ReadonlySet<string>;
  /** Nothing is begun once it is aborted; what was begun is prepared to its end. */
  readonly signal?: AbortSignal;
  /** Gives the preparation up once it is aborted: what was made is taken away again. */
  readonly given?: AbortSignal;
  /** Told how far it is. */
  readonly tell?: (news: ActivityNews) => void;
}

/** Begins the lab unless it is going on: looks at what is there, lays out the workspace, runs `setup`. */
export async function begin(
  lab: Lab,
  labFolder: string,
  world: BeginningWorld,
): Promise<Begun> {
  const { store, engine, signal } = world;
  const folder = workspaceFolder(world.stateFolder, lab.id);
  const going = openAttempt(store, lab.id);
  if (going) {
    const other = await elsewhere(engine, going);
    if (other) return { kind: "elsewhere", elsewhere: other };
    if (!isReady(lab, going)) return { kind: "half-prepared" };
    layOut(folder, labFolder, lab.workspace);
    return { kind: "resumed", progress: going };
  }
  refuseForbiddenSetup(lab);
  const surroundings = lookAroundFor(engine.docker, lab, signal);
  const [inventory, address] = await Promise.all([takeInventory(engine.docker, signal), engine.address()]);
  if (inventory.kind === "fault") return { kind: "unreachable", fault: inventory.fault };
  const around = { ...await surroundings, claims: claimsBeside(store, lab.id, address) };
  const obstacles = inTheWay(lab, inventory.value, around).filter((it) =>
    world.accepted?.has(obstacleKey(it)) !== true
  );
  if (obstacles.length > 0) return { kind: "in-the-way", obstacles };
  if (signal?.aborted) return { kind: "unreachable", fault: { kind: "cancelled", detail: "" } };
  layOut(folder, labFolder, lab.workspace);
  // Stored before anything is created: what an interrupted preparation leaves behind is known too.
  const attempt = crypto.randomUUID();
  store.append({
    kind: "lab-prepared",
    lab: lab.id,
    attempt,
    before: inventory.value,
    ...(address ? { engine: address } : {}),
    claim: claimOf(lab),
    folder: labFolder,
  }, world.now());
  const progress = openAttempt(store, lab.id);
  if (!progress) throw new TypeError("the attempt that was just stored is not there");
  // Another grumete was quicker by a moment: the lab is set up once, by that one.
  if (progress.attempt !== attempt) {
    return isReady(lab, progress) ? { kind: "resumed", progress } : { kind: "half-prepared" };
  }
  if (lab.setup.length > 0) {
    const end = await setUp(lab, folder, attempt, world);
    if (end === "given-up") throw await takenBack(lab, labFolder, world);
  }
  // What the setup did is no deed of the learner.
  if (asksForHistory(lab)) await (await histories()).beginAttemptHistory(attempt, store.path, engine.docker);
  if (lab.setup.length === 0) return { kind: "begun", progress };
  store.append({ kind: "lab-set-up", lab: lab.id, attempt }, world.now());
  return { kind: "begun", progress: { ...progress, setUp: true } };
}

/** Throws a `UserError` when docker refuses (1) or cannot be asked (3). */
async function setUp(
  lab: Lab,
  folder: string,
  attempt: string,
  { engine, given, tell }: Pick<BeginningWorld, "engine" | "given" | "tell">,
): Promise<"done" | "given-up"> {
  const labels = { [labLabel]: lab.id, [attemptLabel]: attempt };
  const total = lab.setup.length;
  let done = 0;
  const results = await runSetup(engine.docker, lab.setup, {
    folder,
    labels,
    ...(given ? { signal: given } : {}),
    onStep: (step) => tell?.({ steps: { done: done++, total }, note: String(step) }),
    // Of the only step its own steps are more to the point.
    onHeard: ({ line, steps }) => tell?.({ note: line, ...(steps && total === 1 ? { steps } : {}) }),
  });
  // A child that was ended by the same Ctrl-C may be heard of before the interruption itself.
  await new Promise((resolve) => setTimeout(resolve, 0));
  if (given?.aborted === true) return "given-up";
  const last = results.at(-1);
  if (last?.kind === "fault") throw unreachable(last.fault);
  if (last?.kind === "failed") {
    throw new UserError(
      {
        es: `No se puede preparar el laboratorio: "${String(last.step)}" ha fallado: ${last.detail}`,
        en: `Cannot prepare the lab: "${String(last.step)}" failed: ${last.detail}`,
      },
      {
        es: `Deshaz lo empezado con: grumete cleanup ${lab.id}`,
        en: `Undo what was begun with: grumete cleanup ${lab.id}`,
      },
      1,
    );
  }
  return "done";
}

/** Docker may go on for a moment with what it was told last: that is waited for. Exit code 130, with what was done. */
async function takenBack(
  lab: Lab,
  labFolder: string,
  world: BeginningWorld,
): Promise<UserError> {
  world.tell?.({ what: { es: "Se deshace lo empezado", en: "Undoing what was begun" }, note: "" });
  const { cleanUp, planCleaning } = await later<typeof import("./clean_lab.ts")>(import.meta.url, "./clean_lab.ts");
  const { removals, left } = await cleanUp(lab, labFolder, await planCleaning(lab, world), world);
  const gone = removals.filter(({ end }) => end === "removed").map(({ name }) => name).join(", ");
  const stays = left.map(({ name }) => name).join(", ");
  return new UserError(
    {
      es: `Preparación cancelada: ${gone === "" ? "no se había creado nada" : `se ha quitado ${gone}`}`,
      en: `Preparation cancelled: ${gone === "" ? "nothing had been made" : `${gone} removed`}`,
    },
    stays === "" ? undefined : {
      es: `Queda ${stays}; quítalo con: grumete cleanup ${lab.id}`,
      en: `${stays} stays; remove it with: grumete cleanup ${lab.id}`,
    },
    130,
  );
}

/** A lab file is somebody else's program: what it may run is a short list. Throws a `UserError` (4). */
export function refuseForbiddenSetup(lab: Lab): void {
  const [problem] = setupProblems(lab.setup);
  if (!problem) return;
  const { command, what } = problem;
  throw new UserError(
    {
      es: `No se puede preparar el laboratorio: su setup pide "${command}": ${what.es}`,
      en: `Cannot prepare the lab: its setup asks for "${command}": ${what.en}`,
    },
    {
      es: "Es un error del laboratorio: avisa a quien lo escribió",
      en: "It is a mistake in the lab: tell its author",
    },
    4,
  );
}

/** The setup is under way elsewhere, or was broken off: exit code 1. `reference` as it is typed in a shell. */
export function halfPrepared(lab: Lab, reference = lab.id): UserError {
  return new UserError(
    {
      es: `No se puede seguir con "${lab.id}": su preparación no ha terminado`,
      en: `Cannot go on with "${lab.id}": its preparation has not ended`,
    },
    {
      es: `Si no la está haciendo otro grumete, deshaz lo empezado con: grumete cleanup ${reference}`,
      en: `Unless another grumete is at it, undo what was begun with: grumete cleanup ${reference}`,
    },
    1,
  );
}

/** The learner has ended it in another window: exit code 1. */
export function cleanedElsewhere(lab: Lab): UserError {
  return new UserError(
    { es: `"${lab.id}" se ha limpiado desde otro grumete`, en: `"${lab.id}" was cleaned up by another grumete` },
    { es: "Sal, y ábrelo otra vez para empezar de nuevo", en: "Leave, and open it again to begin anew" },
    1,
  );
}

/** The engine could not be asked: exit code 3, with the repair. */
export function unreachable(fault: Fault): UserError {
  return new UserError(faultSentence(fault), faultText(fault.kind).next, 3);
}
