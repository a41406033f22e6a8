/** A lab of eight volumes, and what a learner can be sure of who does it and is cut off again and again. */

import assert from "node:assert/strict";
import type { Stored } from "../../lib/study/events.ts";
import { docker } from "./engine.ts";
import { leftBehind } from "./killing.ts";

const tasks = 8;

export class LabSittings implements AsyncDisposable {
  readonly folder: string;
  /** Tasks that were done, as far as docker got. */
  readonly #done = new Set<number>();
  #asked = new Set<number>();
  #hinted = new Set<number>();
  /** The first task that is not passed. */
  #next = 1;
  #announced = 0;

  constructor(parent: string, readonly state: string, readonly id: string) {
    this.folder = `${parent}/${id}`;
    Deno.mkdirSync(this.folder);
    Deno.writeTextFileSync(`${this.folder}/lab.yaml`, labText(id));
  }

  /** What the learner types: a hint for every third task; the task itself is done in another window. */
  reply(said: string): string | undefined {
    const task = headings(said).at(-1);
    if (task === undefined || !said.includes("Motor de Docker")) return undefined;
    if (task % 3 === 0 && !this.#hinted.has(task)) {
      this.#hinted.add(task);
      return "?\n";
    }
    // Once in each sitting: docker may have been too busy the last time.
    if (!this.#asked.has(task)) docker("volume", "create", `${this.id}-${task}`).catch(() => {});
    this.#asked.add(task);
    this.#done.add(task);
    return undefined;
  }

  /** Nothing that was said is missing, and it went on with the task that was left. */
  check(said: string): void {
    leftBehind(this.state, (store) => {
      const events = store.read();
      const passed = passedIn(events);
      const told = [...said.matchAll(/Tarea-(\d): superada/g)].map(([, task]) => `t${task}`);
      assert.deepEqual(told.filter((task) => !passed.has(task)), [], "announced, and not in the store");
      const hints = new Set(events.flatMap((event) => event.kind === "lab-hint" ? [event.task] : []));
      const shown = [...said.matchAll(/Pista-(\d)\./g)].map(([, task]) => `t${task}`);
      assert.deepEqual(shown.filter((task) => !hints.has(task)), [], "hints that were shown");
      this.#announced += told.length;
      // What was done and not seen any more is passed at the first look.
      const landed = told.length > 0 ? headings(said).find((task) => task >= this.#next) ?? this.#next : this.#next;
      for (let task = this.#next; task < landed; task++) assert.ok(this.#done.has(task), `went to task ${landed}`);
      this.#next = passed.size + 1;
      [this.#asked, this.#hinted] = [new Set(), new Set()];
    });
  }

  /** It was cleaned up. */
  restart(): void {
    this.#next = 1;
    this.#done.clear();
  }

  get announced(): number {
    return this.#announced;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (let task = 1; task <= tasks; task++) await docker("volume", "rm", "-f", `${this.id}-${task}`).catch(() => {});
  }
}

function headings(said: string): readonly number[] {
  return [...said.matchAll(/Tarea (\d) de 8: Tarea-\d/g)].map(([, task]) => Number(task));
}

/** Tasks of the attempt that is going on. */
function passedIn(events: readonly Stored[]): ReadonlySet<string> {
  const attempt = events.findLast(({ kind }) => kind === "lab-prepared")?.attempt;
  return new Set(
    events.flatMap((event) => event.kind === "lab-task-passed" && event.attempt === attempt ? [event.task] : []),
  );
}

function labText(id: string): string {
  const list = Array.from({ length: tasks }, (_, index) =>
    `  - id: t${index + 1}
    title: Tarea-${index + 1}
    text: Crea.
    checks: [{ volume: ${id}-${index + 1}, driver: local }]
    hints: [Pista-${index + 1}.]
    explanation: Ya.
    solution: [docker volume create ${id}-${index + 1}]
`).join("");
  return `format: 1\nid: ${id}\ntitle: Volúmenes\nconcepts: [docker-cli]\nminutes: 5\ntasks:\n${list}`;
}
