/** One attempt as it goes on: what is stored of it, its clock, and what is handed in at its end. */

import type { Lang } from "../../content/text.ts";
import { later } from "../../content/later.ts";
import { UserError } from "../../content/user_error.ts";
import manifest from "../../../deno.json" with { type: "json" };
import { attemptOf, type Progress } from "../../exam/attempt/attempt.ts";
import type { Entry, Step } from "../../exam/attempt/journal.ts";
import type { Clock } from "../../exam/attempt/journal_lines.ts";
import { encodeSubmission, openSubmissionFile, submissionFile } from "../../exam/attempt/submission_file.ts";
import { noProgress, progressAfter } from "../../exam/attempt/attempt.ts";
import { endOf } from "../../exam/tickets/window.ts";
import { hashOf } from "../../exam/hash.ts";
import { attemptFolder, attemptsMade, AttemptStore } from "../../store/exam_attempt.ts";
import { storeFault } from "../../store/store_faults.ts";
import { writeWhole } from "../../store/write_whole.ts";
import type { ExamClock } from "../../screens/exam_clock.ts";
import type { OpenExam } from "./open_exam.ts";
import { writeSecret } from "../output/output_file.ts";
import { examMoment } from "./exam_rules.ts";

/** Every half minute, ms. */
const signOfLife = 30_000;

/** What was handed in. `hash`: SHA-256 of the file, hex. */
export interface HandedIn {
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly attempt: number;
}

export class ExamSitting implements Disposable {
  readonly #store: AttemptStore;
  #progress: Progress;
  /** ms: what the wall clock said at its latest, and how long the program ran then. */
  #latest: Clock;
  #lastLine = 0;
  /** ms that it was closed, where it goes on now. */
  readonly away: number | undefined;

  private constructor(readonly exam: OpenExam, readonly lang: Lang, readonly attempt: number, store: AttemptStore) {
    this.#store = store;
    const before = attemptOf(store.entries);
    this.#progress = before ?? noProgress;
    const clock = clockNow();
    this.#latest = { at: Math.max(clock.at, before?.lastAt ?? 0), up: clock.up };
    if (!before || before.finished) return;
    this.away = Math.max(0, clock.at - before.lastAt);
    this.record([{ kind: "reopened" }]);
  }

  /**
   * The attempt that was begun last, or a new one where there is none, or where it is over and another one is asked for. Throws a
   * `UserError`: outside the window and all attempts used (2), in use or damaged (3).
   */
  static open(exam: OpenExam, stateFolder: string, lang: Lang, again: boolean): ExamSitting {
    const made = attemptsMade(stateFolder, exam.hash, exam.student);
    const open = (attempt: number) =>
      new ExamSitting(
        exam,
        lang,
        attempt,
        AttemptStore.open(attemptFolder(stateFolder, exam.hash, exam.student, attempt)),
      );
    if (made > 0) {
      const last = open(made);
      if (!again || !last.progress.finished) return last;
      last[Symbol.dispose]();
      if (made >= exam.pack.attempts) throw usedUp(exam, made);
    }
    checkWindow(exam, Date.now());
    return open(made + 1);
  }

  get begun(): boolean {
    return this.#store.entries.length > 0;
  }

  get folder(): string {
    return this.#store.folder;
  }

  get progress(): Progress {
    return this.#progress;
  }

  get entries(): readonly Entry[] {
    return this.#store.entries;
  }

  /** A clock that is set back gives no time: what has passed since it was latest is added to what it said then. */
  clock(): ExamClock {
    const { at, up } = clockNow();
    const now = Math.max(at, this.#latest.at + (up - this.#latest.up));
    this.#latest = { at: now, up };
    const [begun] = this.#store.entries;
    const end = endOf(this.exam.window, begun?.at ?? now);
    return end === undefined ? { now } : { now, end };
  }

  get isOver(): boolean {
    const { now, end } = this.clock();
    return end !== undefined && now >= end;
  }

  /** On disk when it returns. The first steps begin the attempt. Throws a `UserError` when they cannot be kept. */
  record(steps: readonly Step[]): void {
    if (!this.begun) this.#begin();
    this.#store.append(steps, clockNow());
    this.#lastLine = performance.now();
    this.#progress = steps.reduce(progressAfter, this.#progress);
  }

  #begin(): void {
    const { exam, attempt, lang } = this;
    checkWindow(exam, this.clock().now);
    const ticket = exam.ticket ? { ticket: exam.ticket.toBase64() } : {};
    const step = { kind: "begun", pack: exam.hash, student: exam.student, ...ticket, attempt } as const;
    this.#store.begin(exam.bytes, (key) => ({ ...step, key, grumete: manifest.version, lang }), clockNow());
  }

  /** To be called now and then: every half minute in which nothing else happened there is a line. */
  live(): void {
    if (!this.begun || this.#progress.finished) return;
    if (performance.now() - this.#lastLine >= signOfLife) this.record([{ kind: "alive" }]);
  }

  /** Of an attempt that is over. The same bytes each time. Throws a `UserError` when it cannot be written. */
  async handIn(out: string): Promise<HandedIn> {
    const bytes = await this.#submission();
    writeSecret(out, [bytes], "--out");
    return { path: out, bytes: bytes.length, hash: hashOf(bytes), attempt: this.attempt };
  }

  async #submission(): Promise<Uint8Array> {
    const path = `${this.#store.folder}/submission`;
    const kept = wholeFile(path);
    if (kept && openSubmissionFile(kept).kind === "sealed") return kept;
    const { hash, pack } = this.exam;
    const content = encodeSubmission({ format: 1, pack: hash, journal: this.#store.text });
    const { sealedFor } = await later<typeof import("../../store/sealed.ts")>(import.meta.url, "../../store/sealed.ts");
    const bytes = submissionFile(await sealedFor(pack.recipient, content));
    try {
      writeWhole(path, [bytes]);
    } catch (error) {
      throw storeFault(error, path);
    }
    return bytes;
  }

  [Symbol.dispose](): void {
    this.#store[Symbol.dispose]();
  }
}

/** ms. The wall clock may be set; the other one only runs. */
function clockNow(): Clock {
  return { at: Date.now(), up: Math.round(performance.now()) };
}

function wholeFile(path: string): Uint8Array | undefined {
  try {
    return Deno.readFileSync(path);
  } catch {
    return undefined;
  }
}

function checkWindow({ pack, window: { opens, closes } }: OpenExam, now: number): void {
  if (opens !== undefined && now < opens) {
    const moment = examMoment(opens);
    throw new UserError(
      {
        es: `No se puede empezar "${pack.title.es}": se abre el ${moment.es}`,
        en: `Cannot begin "${pack.title.en}": it opens on ${moment.en}`,
      },
      {
        es: `Repite la orden entonces. Si la hora de este equipo (${examMoment(now).es}) no es la buena, corrígela`,
        en: `Run this again then. Where the clock of this machine (${examMoment(now).en}) is wrong, set it`,
      },
    );
  }
  if (closes !== undefined && now >= closes) {
    const moment = examMoment(closes);
    throw new UserError(
      {
        es: `No se puede empezar "${pack.title.es}": se cerró el ${moment.es}`,
        en: `Cannot begin "${pack.title.en}": it closed on ${moment.en}`,
      },
      {
        es: `Habla con quien pone la prueba: puede darte un ticket con otro plazo`,
        en: `Speak with whoever gives the session: a ticket can give you another time`,
      },
    );
  }
}

function usedUp({ pack }: OpenExam, made: number): UserError {
  return new UserError(
    {
      es: `No se puede empezar otra vez "${pack.title.es}": ${
        made === 1 ? "había un intento" : `había ${made} intentos`
      }`,
      en: `Cannot begin "${pack.title.en}" again: there ${made === 1 ? "was one attempt" : `were ${made} attempts`}`,
    },
    {
      es: "Sin --again se vuelve a escribir lo entregado",
      en: "Without --again what was handed in is written again",
    },
  );
}
