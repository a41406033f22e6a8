/** What grumete costs with years of study behind it: a log of 100,000 events, and a quiz of 500 questions. */

import { decodeQuiz } from "../../lib/content/decode.ts";
import { openQuiz } from "../../lib/cli/load.ts";
import { Performer } from "../../lib/cli/screen/performer.ts";
import { worldOf } from "../../lib/cli/world.ts";
import { app } from "../../lib/screens/app.ts";
import { startApp } from "../../lib/screens/app_state.ts";
import { load } from "../../lib/screens/loaded.ts";
import { openStore } from "../../lib/store/event_store.ts";
import { Incoming } from "../../lib/store/incoming.ts";
import { contentFiles } from "../../lib/store/library.ts";
import { runProgram } from "../../lib/terminal/run.ts";
import type { Terminal } from "../../lib/terminal/tty.ts";
import { someHistory } from "../study/some_history.ts";
import { inTurns, median, project, Pty } from "./measure.ts";
import { bank } from "./start_up.ts";

const run = [Deno.execPath(), "run", "-q", "--no-prompt", "-A"].join(" ");
const events = 100_000;
const questions = 500;

interface Learner {
  /** Holds `quizzes/bank.yaml` and `state`. */
  readonly folder: string;
  /** For a shell. */
  readonly flags: string;
}

let made: Learner | undefined;

/** Three years of the shipped quizzes and of the bank; made once for all benches of a run. */
function learner(): Learner {
  if (made) return made;
  const folder = Deno.makeTempDirSync();
  // It is as large as years of study.
  addEventListener("unload", () => Deno.removeSync(folder, { recursive: true }));
  Deno.mkdirSync(`${folder}/quizzes`);
  Deno.writeTextFileSync(`${folder}/quizzes/bank.yaml`, bank("bank", questions));
  const quizzes = contentFiles([project, folder]).filter(({ kind }) => kind === "quiz").flatMap(({ id, path }) => {
    const { value } = decodeQuiz(Deno.readTextFileSync(path), path);
    return value ? [{ id, questions: value.questions.map(({ id }) => id) }] : [];
  });
  const state = `${folder}/state`;
  const path = openedOnce(state);
  using incoming = new Incoming(path);
  const lastDay = Math.floor(Date.now() / 86_400_000);
  for (const [index, { event, at, zone }] of someHistory({ events, days: 3 * 365, lastDay, quizzes }).entries()) {
    incoming.add({ uid: `bench-${index}`, turn: at, at, zone, event });
  }
  incoming.keep();
  return made = { folder, flags: `--content ${folder} --state ${state} --lang en` };
}

function openedOnce(state: string): string {
  using store = openStore(state);
  return store.path;
}

/** From process start to the home screen on a terminal ÷ an empty script, both inside `script`. */
export async function home100k(): Promise<number> {
  const { folder, flags } = learner();
  Deno.writeTextFileSync(`${folder}/empty.ts`, "");
  const [nothing = NaN, home = NaN] = await inTurns(15, [
    async () => {
      const began = performance.now();
      await using pty = new Pty(`${run} ${folder}/empty.ts`);
      await pty.ended();
      return performance.now() - began;
    },
    async () => {
      const began = performance.now();
      await using pty = new Pty(`${run} ${project}/main.ts ${flags}`);
      await pty.until("Due today");
      const took = performance.now() - began;
      // What is written behind the first picture is worth its time to the next start only if it may come to its end.
      await pty.type("q");
      await pty.ended();
      return took;
    },
  ]);
  return home / nothing;
}

/** Milliseconds from a key to the changed screen, inside the process: the median of all keys that change it, in the middle of the quiz. */
export async function keyToScreen(): Promise<number> {
  const { folder } = learner();
  const world = worldOf({ content: [folder], state: `${folder}/state` }, "en");
  const { content: quiz } = await openQuiz(world, "bank");
  await using performer = new Performer(world);
  const session = performer.quizzes.started(quiz, { seed: 1 });
  const terminal = new Keyboard();
  await load("quiz");
  const state = startApp({ lang: "en", theme: { ascii: false }, size: terminal.size(), names: {} }, {
    kind: "quiz",
    session: { ...session, at: questions / 2 },
  });
  const taken: number[] = [];
  const ended = runProgram(app, state, { terminal, perform: performer.perform, first: [{ kind: "begin" }] });
  for (const key of Array.from({ length: 60 }, () => ["2", "\x1b[B", "\r", "\r"]).flat()) {
    const took = await terminal.timeOf(key);
    if (took !== undefined) taken.push(took);
  }
  terminal.close();
  await ended;
  // The first keys compile what they need.
  return median(taken.slice(20));
}

/** A terminal of 80×24 that is typed on by a program. */
class Keyboard implements Terminal {
  readonly depth = "256";
  reading = false;
  #typed: ((bytes: Uint8Array | undefined) => void) | undefined;
  #written: (() => void) | undefined;

  size(): { readonly columns: number; readonly rows: number } {
    return { columns: 80, rows: 24 };
  }

  read(): Promise<Uint8Array | undefined> {
    return new Promise((resolve) => this.#typed = resolve);
  }

  write(): void {
    this.#written?.();
  }

  /** Undefined for a key that changes nothing. */
  async timeOf(key: string): Promise<number | undefined> {
    // Not while something is still going on.
    await new Promise((resolve) => setTimeout(resolve, 5));
    const changed = Promise.withResolvers<number | undefined>();
    const began = performance.now();
    this.#written = () => changed.resolve(performance.now() - began);
    const nothing = setTimeout(() => changed.resolve(undefined), 100);
    this.#typed?.(new TextEncoder().encode(key));
    const took = await changed.promise;
    clearTimeout(nothing);
    this.#written = undefined;
    return took;
  }

  close(): void {
    this.#typed?.(undefined);
  }

  copy(): void {}
  listen(): void {}
  async suspend(): Promise<void> {}
  handOver<Result>(work: () => Promise<Result>): Promise<Result> {
    return work();
  }
  [Symbol.dispose](): void {}
}

/** The most memory, in MB, that the home screen or the quiz in use ever held (VmHWM). */
export async function memoryMb(): Promise<number | string> {
  const { folder, flags } = learner();
  if (Deno.build.os !== "linux") return "only Linux tells how much a process held at most";
  // The first start has no cache to read.
  await peak(flags, "Due today", "");
  const home = await peak(flags, "Due today", "jjkk/vol");
  const quiz = await peak(`quiz bank --seed 1 ${flags}`, "Which statement", "2\r\r".repeat(20));
  return Math.max(home, quiz);

  async function peak(args: string, first: string, keys: string): Promise<number> {
    await using pty = new Pty(`sh -c 'echo $$ >${folder}/pid; exec ${run} ${project}/main.ts ${args}'`);
    await pty.until(first);
    for (const key of keys) {
      await pty.type(key);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    // Deno itself reads nothing in /proc unless it may do everything.
    const { stdout } = await new Deno.Command("sh", { args: ["-c", `cat /proc/$(cat ${folder}/pid)/status`] }).output();
    return Number(/VmHWM:\s*(\d+) kB/.exec(new TextDecoder().decode(stdout))?.[1]) * 1024 / 1e6;
  }
}
