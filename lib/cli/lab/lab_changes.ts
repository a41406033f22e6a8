/** What the lab screen changes on the engine itself: what is in the way of the lab, and tasks that are begun anew. */

import type { Lab } from "../../content/schema/lab.ts";
import { same, type Text } from "../../content/text.ts";
import { type ChoiceKind, type Obstacle, obstacleKey } from "../../lab/obstacle.ts";
import type { Message } from "../../screens/message.ts";
import type { EventStore } from "../../store/event_store.ts";
import type { CleaningWorld } from "./clean_lab.ts";
import { later } from "../../content/later.ts";
import type { Opened } from "../load.ts";
import { type Work, Working, type WorkOptions } from "./working.ts";

export interface ChangingWorld extends Omit<CleaningWorld, "store"> {
  readonly store: EventStore;
  /** Opens another lab, which is in the way of this one. */
  readonly open: ((reference: string) => Promise<Opened<Lab>>) | undefined;
  readonly tell: (message: Message) => void;
  readonly complain: (error: unknown) => void;
  /** Asks for a look. */
  readonly touch: () => void;
}

export class LabChanges implements AsyncDisposable {
  /** Keys of obstacles that the learner leaves as they are. */
  readonly accepted = new Set<string>();
  #obstacles: readonly Obstacle[] = [];
  #busy: Promise<void> | undefined;
  #count = 0;
  readonly #closing = new AbortController();
  readonly #working: Working;

  constructor(readonly lab: Lab, readonly labFolder: string, readonly world: ChangingWorld) {
    this.#working = new Working(lab.id, world.tell);
  }

  /** Something is being changed: what a look shows now is true no more in a moment. */
  get busy(): boolean {
    return this.#busy !== undefined;
  }

  /** How often something was changed: a look that began before it knows nothing. */
  get count(): number {
    return this.#count;
  }

  get obstacles(): readonly Obstacle[] {
    return this.#obstacles;
  }

  /** Told again at each look that finds something, so that the screen knows that it was looked. */
  found(obstacles: readonly Obstacle[]): void {
    const [lab, before] = [this.lab.id, this.#obstacles.length];
    this.#obstacles = obstacles;
    if (obstacles.length > 0) this.world.tell({ kind: "lab-gate", lab, gate: { kind: "obstacles", obstacles } });
    else if (before > 0) this.world.tell({ kind: "lab-gate", lab });
  }

  /** What the learner chose about an obstacle. */
  async choose(key: string, kind: ChoiceKind): Promise<void> {
    const obstacle = this.#obstacles.find((it) => obstacleKey(it) === key);
    if (!obstacle) return;
    await this.#change(async (work) => {
      const { choose } = await later<typeof import("./gate_choice.ts")>(import.meta.url, "./gate_choice.ts");
      await choose(this.lab, this.labFolder, obstacle, kind, {
        ...this.world,
        accepted: this.accepted,
        signal: AbortSignal.any([this.#closing.signal, work.given]),
        onHeard: ({ line, steps }) => work.tell({ note: line, ...(steps ? { steps } : {}) }),
      });
    }, { what: shownCommands(obstacle, kind), cancel: kind === "pull" });
  }

  /** Begins a task anew. */
  async reset(task: string): Promise<void> {
    await this.#change(async () => {
      const { planReset, resetTask } = await later<typeof import("./reset_task.ts")>(
        import.meta.url,
        "./reset_task.ts",
      );
      const plan = await planReset(this.lab, task, this.world);
      const { aside } = await resetTask(this.lab, this.labFolder, plan, this.world);
      this.world.tell({ kind: "lab-reset", lab: this.lab.id, news: { ...plan, aside } });
    }, { what: { es: "Empezando de nuevo la tarea", en: "Beginning the task anew" }, cancel: false });
  }

  /** Gives up what may be given up: what docker fetches. */
  cancel(): void {
    this.#working.cancel();
  }

  /** While nobody looks; then it is looked. What does not work is told. */
  async #change(work: (work: Work) => Promise<void>, options: WorkOptions): Promise<void> {
    if (this.#busy) return;
    this.#count++;
    this.#busy = this.#working.during(options, work).catch(this.world.complain);
    await this.#busy;
    this.#busy = undefined;
    this.world.touch();
  }

  /** What docker was told to fetch is given up; anything else comes to its end, and is stored. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    await this.#busy;
  }
}

/** As at the gate. */
function shownCommands({ choices }: Obstacle, kind: ChoiceKind): Text {
  const commands = choices.find((choice) => choice.kind === kind)?.commands ?? [];
  if (commands.length === 0) return { es: "Un momento", en: "One moment" };
  return same(commands.map((words) => `docker ${words.join(" ")}`).join(" · "));
}
