/** Whatever is pressed, sent or resized: the program never throws and every picture fits. */

import { ok } from "node:assert/strict";
import fc from "fast-check";
import { same } from "../../lib/content/text.ts";
import { resumeSession } from "../../lib/quiz/session_resume.ts";
import { startSession } from "../../lib/quiz/session_start.ts";
import { app } from "../../lib/screens/app.ts";
import type { AppState } from "../../lib/screens/app_state.ts";
import type { Frame, Size } from "../../lib/screens/frame.ts";
import type { Message } from "../../lib/screens/message.ts";
import type { Input } from "../../lib/screens/program.ts";
import { widthOf } from "../../lib/screens/width.ts";
import { type Any, key, play } from "./drawn.ts";
import { placeOf, places } from "./places.ts";
import { sampleGate, sampleTrust } from "./sample_gate.ts";
import { examBegan } from "./sample_exam.ts";
import { lonelyConcept, sampleConcept } from "./sample_concept.ts";
import { homeWith, hostileHome, manyEntries, sampleHome } from "./sample_home.ts";
import { reached, sampleOpening, sampleVerdict } from "./sample_lab.ts";
import { examStep, homeWithPath, placementStep, sampleStep } from "./sample_path.ts";
import { only, sampleQuiz } from "./sample_quiz.ts";
import { questionCard, sampleReview, taskCard } from "./sample_review.ts";
import { firstDays, nothingYet } from "./sample_stats.ts";

const names = [
  ..."abcdefhjklnopqrstuvxyzñ?/L!KJ123:-<> ".replace(" ", ""),
  ..."up down down left right home end pageup pagedown enter enter enter enter enter enter tab shift-tab space 1 5 escape backspace delete"
    .split(
      " ",
    ),
  ..."shift-up shift-down ctrl-t ctrl-n ctrl-p ctrl-q ctrl-l ctrl-w ctrl-a ctrl-e ctrl-u ctrl-k ctrl-d ctrl-o ctrl-r ctrl-y ctrl-_ alt-b alt-d alt-s alt-y f1 f2 f3 f5 f6 f7 f8"
    .split(" "),
];

const statuses = fc.constantFrom("passed", "failed", "blocked", "unchecked");

const inputs: fc.Arbitrary<Message | Input> = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(...names).map((name): Input => ({ kind: "key", key: key(name) })) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: "grapheme", maxLength: 30 }).map((text): Input => ({
      kind: "key",
      key: { kind: "paste", text },
    })),
  },
  {
    weight: 2,
    arbitrary: fc.record({ columns: fc.integer({ min: 1, max: 180 }), rows: fc.integer({ min: 1, max: 60 }) })
      .map((size): Input => ({ kind: "resize", size })),
  },
  {
    weight: 2,
    arbitrary: fc.array(statuses, { minLength: 3, maxLength: 3 })
      .map((list): Message => ({ kind: "lab-verdict", lab: "volumenes", verdict: sampleVerdict(...list) })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Message>(
      { kind: "lab-engine", lab: "volumenes", engine: reached },
      {
        kind: "lab-engine",
        lab: "volumenes",
        engine: { kind: "fault", fault: { kind: "socket-permission", detail: "denied" } },
      },
      { kind: "lab-looking", lab: "volumenes" },
      { kind: "lab-clock", lab: "volumenes", now: 1_000 },
      { kind: "lab-clock", lab: "volumenes", now: 90_000, begun: 500 },
      { kind: "lab-gate", lab: "volumenes", gate: sampleGate() },
      { kind: "lab-gate", lab: "volumenes", gate: sampleTrust },
      { kind: "lab-gate", lab: "volumenes" },
      { kind: "home-loaded", home: manyEntries },
      { kind: "home-loaded", home: homeWith({}) },
      { kind: "home-loaded", home: hostileHome },
      { kind: "home-loaded", home: sampleHome },
      { kind: "home-loaded", home: homeWithPath },
      { kind: "recorded", ticket: 3 },
      { kind: "clock", now: examBegan + 19 * 60_000 },
      { kind: "clock", now: examBegan + 29 * 60_000 },
      { kind: "learner-loaded", flags: new Map([["quiz/muestra/kernel", "¿qué?"]]), commands: ["docker ps"] },
    ),
  },
);

/** Answers like the world would, now and then with a failure. */
function perform(effect: Any): readonly Message[] {
  switch (effect.kind) {
    case "hand-in":
      return [{ kind: "exam-handed-in", written: { path: "a.submission", size: 1, mark: "0" } }];
    case "journal":
    case "record":
      return effect.ticket % 7 === 0
        ? [{ kind: "failed", ticket: effect.ticket, what: { es: "No se puede guardar", en: "Cannot store" } }]
        : [{ kind: "recorded", ticket: effect.ticket }];
    case "open-quiz": {
      const questions = effect.start.kind === "retry" ? effect.start.questions : [];
      if (effect.id === "docker") return [{ kind: "failed", what: { es: "No se puede abrir", en: "Cannot open" } }];
      const session = effect.start.kind === "resume"
        ? resumeSession(sampleQuiz, { seed: 5 }, {
          answers: new Map([["hipervisor", { kind: "truefalse", value: true }]]),
        })
        : startSession(only(sampleQuiz, ...(effect.id === "hipervisores" ? ["hipervisor", "puerto"] : questions)), {
          seed: 9,
        });
      return [{ kind: "quiz-opened", session }];
    }
    case "open-lab":
      return [{ kind: "lab-opened", opening: sampleOpening }];
    case "load-concept":
      return [{ kind: "concept-loaded", opening: { ...sampleConcept, id: effect.id, sources: [] } }];
    case "load-summary": {
      const labs = [{ id: "volumenes", title: same("Volúmenes") }];
      const concepts = [{ id: "contenedor", before: NaN, after: 7, labs }, { id: "imagen", before: 1, after: 0, labs }];
      return [{ kind: "summary-loaded", news: { quiz: effect.quiz, concepts, next: -3 } }];
    }
    case "open-concept":
      return [{ kind: "concept-opened", opening: effect.id === "volume" ? sampleConcept : lonelyConcept }];
    case "open-review":
      return [{ kind: "review-opened", opening: sampleReview([questionCard("kernel"), taskCard]) }];
    case "open-stats":
      return [{ kind: "stats-opened", statistics: firstDays }];
    case "open-step":
      return [{
        kind: "step-opened",
        opening: effect.place === "exam" ? examStep : { ...sampleStep, place: effect.place },
      }];
    case "load-step":
      return [{ kind: "step-loaded", opening: { ...placementStep, place: effect.place } }];
    case "question-shown":
    case "keep-time":
    case "copy":
      return [];
    case "load-stats":
      return [{ kind: "stats-loaded", statistics: nothingYet }];
    case "load-home":
      return [{ kind: "home-loaded", home: homeWithPath }];
    case "open-prompt":
      return [{ kind: "prompt-history", lab: effect.lab, lines: ["docker ps -a", "docker volume ls"] }];
    case "list-names":
      return [{
        kind: "names-listed",
        lab: effect.lab,
        sources: effect.sources,
        names: Object.fromEntries(effect.sources.map((source) => [source, [{ text: "web", state: "running" }]])),
      }];
    case "run-command": {
      const { lab, id } = effect;
      return [
        { kind: "command-output", lab, id, stream: "out", text: "uno\r\x1b[1mdos\n\ttres" },
        { kind: "command-runs", lab, id, seconds: 61 },
        ...(id % 3 === 0 ? [] : [{ kind: "command-ended", lab, id, end: { kind: "exited", code: id % 2 } } as const]),
      ];
    }
    case "stop-command":
      return [{ kind: "command-ended", lab: effect.lab, id: effect.id, end: { kind: "exited", code: 130 } }];
    case "answer-gate":
      return effect.answer.kind === "trust" ? [{ kind: "lab-gate", lab: effect.lab }] : [{
        kind: "lab-activity",
        lab: effect.lab,
        activity: { what: same("docker pull"), steps: { done: 1, total: 3 }, note: "…", seconds: 2, cancel: true },
      }, {
        kind: "lab-gate",
        lab: effect.lab,
        gate: sampleGate(1),
      }];
    case "reset-task":
      return [{ kind: "lab-reset", lab: effect.lab, news: { tasks: [effect.task], standsOn: [], aside: ["a.bak"] } }];
    case "refresh-lab":
    case "leave-lab":
    case "watch-lab":
    case "cancel-work":
    case "begin":
    case "quit":
    case "suspend":
      return [];
  }
}

const control = /[\p{Cc}\p{Bidi_Control}\u200b\ufeff]/u;

function fits({ lines, cursor }: Frame, { columns, rows }: Size): void {
  ok(lines.length <= rows, `${lines.length} lines in ${rows} rows`);
  for (const line of lines) {
    const text = line.map(({ text }) => text).join("");
    ok(!control.test(text), JSON.stringify(text));
    ok(widthOf(text) <= columns, `"${text}" is wider than ${columns}`);
    // That style is drawn reversed: a column of bars beside all that is not chosen.
    const [first] = line;
    ok(first?.style !== "selected" || first.text.trim() !== "", `"${text}" begins with a reversed blank`);
  }
  ok(cursor === undefined || (cursor.row >= 0 && cursor.row < rows && cursor.column >= 0 && cursor.column < columns));
}

/** How many keys, messages and sizes each place gets. */
const count = 100_000;
/** A picture of each place is looked at after so many of them, and after every change of size. */
const looked = 5;

const given: readonly (Message | Input)[] = fc.sample(inputs, { numRuns: count, seed: 20_261_121 });

/** Gives them all to a place; who leaves it, is brought back. Returns the places that were seen. */
function walk(begin: AppState, stays: boolean): ReadonlySet<string> {
  const seen = new Set<string>();
  let state = begin;
  let since = 0;
  for (const [index, input] of given.entries()) {
    try {
      state = play(state, [input], perform).state;
      if (index % looked !== 0 && input.kind !== "resize") continue;
      const frame = app.view(state, state.size);
      fits(frame, state.size);
    } catch (error) {
      const last = given.slice(since, index + 1).slice(-200).map((one) =>
        "key" in one && "name" in one.key ? one.key.name : one.kind
      );
      throw new Error(`after ${last.join(" ")} in ${state.size.columns}×${state.size.rows}`, { cause: error });
    }
    const place = placeOf(state);
    seen.add(place);
    if (!stays || place === placeOf(begin)) continue;
    const { size, lang } = state;
    state = { ...begin, size, lang, theme: { ascii: index % 2 === 0 } };
    since = index + 1;
  }
  return seen;
}

for (const [name, begin] of places) {
  Deno.test(`${name}: a hundred thousand random keys, messages and sizes never throw, and every picture fits`, () => {
    ok(walk(begin, true).has(placeOf(begin)));
  });
}

Deno.test("wherever a hundred thousand random keys lead, nothing is thrown and every picture fits", () => {
  const [, home] = [...places][0] ?? [];
  ok(home);
  const seen = walk(home, false);
  // A graded session begins in the shell.
  const reachable = [...places.values()].filter((place) => !placeOf(place).startsWith("exam"));
  for (const place of reachable) ok(seen.has(placeOf(place)), `never came to ${placeOf(place)}`);
});
