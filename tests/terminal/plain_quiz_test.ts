/** A quiz taken line by line. */

import assert from "node:assert/strict";
import * as v from "valibot";
import { quizSchema } from "../../lib/content/schema/quiz.ts";
import { plainQuiz } from "../../lib/cli/plain/plain_quiz.ts";
import type { Session } from "../../lib/quiz/session.ts";
import { same } from "../../lib/content/text.ts";
import { advance } from "../../lib/quiz/session_advance.ts";
import { startSession } from "../../lib/quiz/session_start.ts";
import type { Happening } from "../../lib/screens/effects.ts";
import { converse } from "../../lib/terminal/conversation.ts";

const common = { concepts: ["container"], explanation: "Because." };

/** One question of each kind. */
const quiz = v.parse(quizSchema, {
  format: 1,
  id: "demo",
  title: "Demo",
  questions: [
    {
      kind: "choice",
      id: "q-choice",
      prompt: "One?",
      ...common,
      hints: ["first hint", "second hint"],
      choices: [{ text: "right one", correct: true }, { text: "wrong one", feedback: "No." }, { text: "other" }],
    },
    {
      kind: "multiple",
      id: "q-multiple",
      prompt: "Some?",
      ...common,
      choices: [{ text: "yes 1", correct: true }, { text: "yes 2", correct: true }, { text: "no" }],
    },
    { kind: "truefalse", id: "q-truefalse", prompt: "So?", ...common, answer: false },
    { kind: "text", id: "q-text", prompt: "Word?", ...common, accept: ["imagen"] },
    { kind: "number", id: "q-number", prompt: "How many?", ...common, answer: 2.5, unit: "GiB" },
    {
      kind: "order",
      id: "q-order",
      prompt: "Order?",
      ...common,
      items: [{ text: "one" }, { text: "two" }, { text: "three" }],
    },
    {
      kind: "match",
      id: "q-match",
      prompt: "Join?",
      ...common,
      pairs: [{ left: "L1", right: "R1" }, { left: "L2", right: "R2" }],
    },
    {
      kind: "cloze",
      id: "q-cloze",
      prompt: "Fill?",
      ...common,
      text: "docker {{verb}} nginx {{flag}}",
      blanks: { verb: { accept: ["run"] }, flag: { accept: ["-d"] } },
    },
    { kind: "command", id: "q-command", prompt: "List all?", ...common, accept: ["docker ps -a"] },
  ],
});

const session = startSession(quiz, { seed: 7 });

/** The right lines to type, by question; letters by the place on the screen. */
function rightLines(session: Session): Readonly<Record<string, readonly string[]>> {
  const shown = (id: string) => session.items.find(({ question }) => question.id === id)?.shown ?? [];
  const letters = (id: string, ids: readonly string[]) =>
    ids.map((one) => String.fromCharCode(97 + shown(id).indexOf(one))).join(" ");
  return {
    "q-choice": [letters("q-choice", ["a"])],
    "q-multiple": [letters("q-multiple", ["a", "b"])],
    "q-truefalse": ["f"],
    "q-text": ["imagen"],
    "q-number": ["2,5 GiB"],
    "q-order": [letters("q-order", ["a", "b", "c"])],
    "q-match": [letters("q-match", ["a", "b"])],
    "q-cloze": ["run", "-d"],
    "q-command": ["docker container ls --all"],
  };
}

const right = rightLines(session);
const order = session.items.map(({ question }) => question.id);

/** What a quiz needs besides. */
const asker = () => ({
  concept: () => ({ name: same("Container"), fact: same("A container is a process.") }),
  item: (question: string) => `quiz/demo/${question}`,
  flags: new Map<string, string>(),
  shown() {},
});

async function take(lines: readonly string[], from: Session = session, stored: Happening[] = []) {
  const bytes = new TextEncoder().encode(lines.map((line) => `${line}\n`).join(""));
  let read = false;
  const written: string[] = [];
  using talk = converse({
    read: () => Promise.resolve(read ? undefined : (read = true, bytes)),
    write: (text) => written.push(text) > 0,
    depth: "bare",
    width: () => 80,
    echoes: false,
  });
  const end = await plainQuiz(talk, from, {
    lang: "en",
    pass: 0.6,
    names: {},
    record: (what) => stored.push(what),
    ...asker(),
  });
  return { end, text: written.join(""), stored };
}

Deno.test("a quiz of every kind is answered line by line, from the first question to the summary", async () => {
  const { end, text, stored } = await take(order.flatMap((id) => right[id] ?? []));
  assert.ok(end);
  assert.deepEqual(end.items.map(({ mark }) => mark?.status), order.map(() => "correct"));
  assert.match(text, /Question 1 of 9/);
  assert.match(text, /Question 9 of 9/);
  assert.match(text, /9 \/ 9 \(100%\), passed/);
  assert.deepEqual(stored.map(({ kind }) => kind), [...order.map(() => "quiz-answered"), "quiz-finished"]);
});

Deno.test("an answer is stored before its result is shown", async () => {
  const stored: Happening[] = [];
  const broken = startSession(quiz, { seed: 7, kind: "truefalse" });
  const bytes = new TextEncoder().encode("f\n");
  const written: string[] = [];
  using talk = converse({
    read: () => Promise.resolve(bytes),
    write: (text) => written.push(text) > 0,
    depth: "bare",
    width: () => 80,
    echoes: false,
  });
  const record = (what: Happening) => {
    stored.push(what);
    throw new Error("disk full");
  };
  await assert.rejects(plainQuiz(talk, broken, { lang: "en", pass: 0.6, names: {}, record, ...asker() }), /disk full/);
  assert.equal(stored.length, 1);
  assert.ok(!written.join("").includes("Correct"));
});

Deno.test("hints come one by one and are stored", async () => {
  const only = startSession(quiz, { seed: 7, kind: "choice" });
  const { text, stored } = await take(["?", "?", "?", "q"], only);
  assert.match(text, /first hint[\s\S]*second hint[\s\S]*no more hints/);
  assert.deepEqual(stored.map((what) => what.kind === "quiz-hint" ? what.tier : what.kind), [1, 2]);
});

Deno.test("a skipped question is offered again at the end, and what is left open counts nothing", async () => {
  const skipped = order.map(() => "-");
  const { end, text } = await take([
    ...skipped,
    "<",
    ...(right[order[0] ?? ""] ?? []),
    ...order.slice(1).map(() => "-"),
    "",
  ]);
  assert.match(text, /9 not answered/);
  assert.match(text, /8 not answered/);
  assert.equal(end?.items.filter(({ mark }) => mark?.status === "correct").length, 1);
});

Deno.test("who quits before the end with questions open has not finished the quiz", async () => {
  const { end, stored, text } = await take([...order.map(() => "-"), "q"]);
  assert.equal(end, undefined);
  assert.ok(stored.every(({ kind }) => kind === "quiz-skipped"));
  assert.match(text, /What you have answered is stored/);
});

Deno.test("going back shows what was answered and does not ask it again", async () => {
  const first = order[0] ?? "";
  const { text } = await take([...(right[first] ?? []), "<", "", "q"]);
  assert.match(text, /Answered already/);
  assert.match(text, /What you have answered is stored/);
});

Deno.test("what is no answer is explained and asked again", async () => {
  const only = startSession(quiz, { seed: 7, kind: "choice" });
  const { end, text } = await take(["zz", "docker ps", "", "b c", right["q-choice"]?.[0] ?? ""], only);
  assert.equal(text.match(/Type one letter, a to c/g)?.length, 3);
  assert.equal(end?.items[0]?.mark?.status, "correct");
});

Deno.test("what is no number is a slip of the fingers: it is asked again and costs nothing", async () => {
  const only = startSession(quiz, { seed: 7, kind: "number" });
  const { end, text, stored } = await take(["docker ps", "2,5 lemons", "2,5 GiB"], only);
  assert.match(text, /docker ps is not a number/);
  assert.equal(end?.items[0]?.mark?.status, "correct");
  assert.equal(stored.filter(({ kind }) => kind === "quiz-answered").length, 1);
});

Deno.test("all signs are told to who asks, before an answer and after it", async () => {
  const only = startSession(quiz, { seed: 7, questions: ["q-choice", "q-text"] });
  const { text } = await take(["??", ...right[only.items[0]?.question.id ?? ""] ?? [], "<", "??", "q"], only);
  assert.equal(text.match(/Before you answer you may tell how sure you are/g)?.length, 2);
});

Deno.test("who goes on with a quiz is told so, and can ask about the answer before", async () => {
  const begun = startSession(quiz, { seed: 7, questions: ["q-choice", "q-text"] });
  const answer = { kind: "text", typed: "imagen" } as const;
  const first = begun.items[0]?.question.id === "q-text" ? answer : { kind: "choice", choice: "a" } as const;
  const half = advance(advance(begun, { kind: "answer", answer: first }), { kind: "next" });
  const { text } = await take(["*", "q"], half);
  assert.match(text, /You go on where you left: 1 of 2 answered/);
  assert.match(text, /A container is a process\./);
});

Deno.test("the summary names each question by its id and its words, and shows no marks of Markdown", async () => {
  const only = startSession(quiz, { seed: 7, kind: "match" });
  const { text } = await take([right["q-match"]?.[0]?.split(" ").toReversed().join(" ") ?? ""], only);
  const summary = text.slice(text.lastIndexOf("Demo"));
  assert.match(summary, /incorrect +0\/\d+ {2}q-match: \w/);
  assert.doesNotMatch(summary, /`/);
});

Deno.test("a sign with a meaning is answered with = before it", async () => {
  const only = startSession(quiz, { seed: 7, kind: "text" });
  const { end } = await take(["=q"], only);
  assert.deepEqual(end?.items[0]?.answer, { kind: "text", typed: "q" });
});

Deno.test("the end of the input leaves the quiz, with what was answered stored", async () => {
  const { end, stored } = await take(right[order[0] ?? ""] ?? []);
  assert.equal(end, undefined);
  assert.deepEqual(stored.map(({ kind }) => kind), ["quiz-answered"]);
});

Deno.test("letters may be joined, separated or counted", async () => {
  const only = startSession(quiz, { seed: 7, kind: "order" });
  for (const typed of ["abc", "a b c", "A, B, C", "1 2 3"]) {
    const { end } = await take([typed], only);
    assert.deepEqual(end?.items[0]?.answer, { kind: "order", items: only.items[0]?.shown });
  }
  const pairs = startSession(quiz, { seed: 7, kind: "match" });
  for (const typed of ["ab", "1a 2b", "1. a, 2. b"]) {
    const { end } = await take([typed], pairs);
    assert.deepEqual(end?.items[0]?.answer, {
      kind: "match",
      pairs: { a: pairs.items[0]?.shown[0], b: pairs.items[0]?.shown[1] },
    });
  }
});

Deno.test("how sure the learner is can be told before an answer, and is stored with the hints and the meaning", async () => {
  const only = startSession(quiz, { seed: 7, kind: "choice" });
  for (const [sign, confidence] of [["++", "sure"], ["+-", "unsure"], ["--", "guess"]] as const) {
    const { stored, text } = await take(["?", sign, "b"], only);
    const answered = stored.find((what) => what.kind === "quiz-answered");
    assert.ok(answered?.kind === "quiz-answered");
    assert.equal(answered.confidence, confidence);
    assert.equal(answered.hints, 1);
    assert.match(answered.meaning ?? "", /^[0-9a-f]{8}-[0-9a-f]{16}$/);
    assert.match(text, /Incorrect {2}0 of 1 point · (?:sure|not sure|guessed)/);
  }
});

Deno.test("the last word on how sure the learner is counts, and none is needed", async () => {
  const only = startSession(quiz, { seed: 7, kind: "truefalse" });
  const told = async (...lines: readonly string[]) => {
    const [what] = (await take(lines, only)).stored;
    return what?.kind === "quiz-answered" ? what.confidence : what?.kind;
  };
  assert.equal(await told("++", "--", "f"), "guess");
  assert.equal(await told("f"), undefined);
});

Deno.test("a question is flagged with a note, which is told when it is asked again, and unflagged without one", async () => {
  const only = startSession(quiz, { seed: 7, kind: "text" });
  const { stored, text } = await take(["!", "! what word? ", "-", "<", "!", "imagen"], only);
  assert.deepEqual(stored.slice(0, 3), [
    { kind: "question-flagged", item: "quiz/demo/q-text", note: "what word?" },
    { kind: "quiz-skipped", quiz: "demo", question: "q-text" },
    { kind: "question-unflagged", item: "quiz/demo/q-text" },
  ]);
  assert.match(text, /Type after “!” what is unclear/);
  assert.match(text, /Question 1 of 1 · 1 point · flagged as unclear/);
});

Deno.test("an answered question can be flagged when one comes back to it", async () => {
  const first = order[0] ?? "";
  const { stored } = await take([...(right[first] ?? []), "<", "! why?", "", "q"]);
  assert.deepEqual(stored.map(({ kind }) => kind), ["quiz-answered", "question-flagged"]);
});

Deno.test("a star tells more of the question before: what is said of other answers, and its concept", async () => {
  const only = startSession(quiz, { seed: 7, questions: ["q-choice", "q-text"] });
  const [first] = only.items;
  assert.ok(first);
  const lines = first.question.id === "q-choice" ? [...right["q-choice"] ?? [], "*", "q"] : ["imagen", "*", "q"];
  const { text } = await take(["*", ...lines], only);
  assert.match(text, /There is no question before this one yet/);
  if (first.question.id === "q-choice") assert.match(text, /wrong one: No\./);
  assert.match(text, /A container is a process\./);
});

Deno.test("what is written into a blank stays when a hint or a word on certainty comes between", async () => {
  const only = startSession(quiz, { seed: 7, kind: "cloze" });
  const { end, text } = await take(["run", "?", "++", "-d"], only);
  assert.deepEqual(end?.items[0]?.answer, { kind: "cloze", blanks: { verb: "run", flag: "-d" } });
  assert.equal(text.match(/Blank \[1\]/g)?.length, 1);
});

Deno.test("signs with a meaning are answered with = before them", async () => {
  const only = startSession(quiz, { seed: 7, kind: "text" });
  for (const typed of ["++", "--", "*", "!no", "?", "=q"]) {
    const { end } = await take([`=${typed}`], only);
    assert.deepEqual(end?.items[0]?.answer, { kind: "text", typed });
  }
});

Deno.test("a screenful, as it is read", async (t) => {
  await t.assertSnapshot((await take(["?", "z", "b"], startSession(quiz, { seed: 7, kind: "choice" }))).text);
});
