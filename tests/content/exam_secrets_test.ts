/** No answer of a packed session can be found in its file: neither as text, nor inside what is encoded, nor in a field that nobody thought of. */

import assert from "node:assert/strict";
import { isRecord } from "../../lib/content/is_record.ts";
import type { Lab } from "../../lib/content/schema/lab.ts";
import type { Question } from "../../lib/content/schema/question.ts";
import type { Quiz } from "../../lib/content/schema/quiz.ts";
import { langs, type Text } from "../../lib/content/text.ts";
import { answersOf, textsShown } from "../../lib/exam/leaks/item.ts";
import type { Pack } from "../../lib/exam/pack/pack.ts";
import { decodePack, encodePack } from "../../lib/exam/pack/pack_document.ts";
import type { PackedLab } from "../../lib/exam/pack/pack_of.ts";
import { sealCheck } from "../../lib/exam/pack/sealed_check.ts";
import { signDocument } from "../../lib/exam/signed.ts";
import { namesOf } from "../../lib/lab/lab_names.ts";
import { newSigningKey, signerOf } from "../../lib/store/ed25519.ts";
import { labToPack, packed } from "./packed.ts";
import { shippedLabs, shippedQuizzes } from "./shipped.ts";

const signer = signerOf(newSigningKey());

/** What a search finds: the bytes of the file, what JSON writes otherwise, and what base64 hides. */
function searched(pack: Pack): string {
  assert.ok(signer);
  const file = new TextDecoder().decode(signDocument("exam", encodePack(pack), signer));
  const hidden = [...file.matchAll(/"([A-Za-z0-9+/]{8,}={0,2})"/g)].flatMap(([, text = ""]) => {
    try {
      return new TextDecoder().decode(Uint8Array.fromBase64(text));
    } catch {
      return [];
    }
  });
  return [file, ...leaves(JSON.parse(file.split("\n").slice(2).join("\n"))), ...hidden].join("\n")
    // Names and hashes say nothing, and hold any short number.
    .replaceAll(/\bn[0-9a-f]{16}\b|\b[0-9a-f]{64}\b/g, "");
}

function leaves(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(leaves);
  return isRecord(value) ? Object.entries(value).flatMap(([key, part]) => [key, ...leaves(part)]) : [];
}

const both = (texts: readonly (Text | undefined)[]) =>
  texts.flatMap((text) => text ? langs.map((lang) => text[lang]) : []);

/** All that is the teacher's, apart from the answer itself. */
function asides(question: Question, hints: boolean): readonly string[] {
  const wrong = "reject" in question ? question.reject.flatMap(({ feedback }) => both([feedback])) : [];
  const feedback = "choices" in question ? both(question.choices.map((choice) => choice.feedback)) : [];
  const pairs = question.kind === "match" ? both(question.pairs.map((pair) => pair.feedback)) : [];
  const blanks = question.kind === "cloze"
    ? Object.values(question.blanks).flatMap(({ reject }) => reject.flatMap(({ feedback }) => both([feedback])))
    : [];
  const own = question.kind === "truefalse" ? both([question.feedback]) : [];
  const untold = hints ? [] : both(question.hints);
  return [...both([question.explanation]), ...wrong, ...feedback, ...pairs, ...blanks, ...own, ...untold];
}

/** Ids as an author writes them: "correct", "a". Of one or two letters they are anywhere. */
function ids(question: Question, ref: string): readonly string[] {
  const parts = "choices" in question
    ? question.choices.map(({ id }) => id)
    : question.kind === "order"
    ? question.items.map(({ id }) => id)
    : question.kind === "match"
    ? [...question.pairs, ...question.distractors].map(({ id }) => id)
    : question.kind === "cloze"
    ? Object.keys(question.blanks).map((name) => `{{${name}}}`)
    : [];
  return [`"${question.id}"`, `"${ref}"`, ...parts.filter((id) => id.length > 2).map((id) => `"${id}"`)];
}

/** Keys and words of the format itself, and of the session in these tests. */
const formatWords =
  "grumete exam 1 ed25519 format id title es en attempts pass shuffle hints feedback verdicts seed recipient tickets pools " +
  "count questions labs kind prompt points choices text last unit items lefts rights blanks choice multiple truefalse number order match " +
  "cloze command none score recorded test Test document workspace summary minutes images ports requires setup tasks needs checks sealed name " +
  "others history banner run user timeout tail url method address object path true false";

/** What must be shown anyway is no secret, wherever it stands. */
function assertAbsent(secrets: readonly string[], pack: Pack, shown: readonly string[]): void {
  const there = searched(pack);
  const open = [formatWords, ...shown].join("\n").replaceAll(/\{\{\s*[a-z0-9-]+\s*\}\}/g, "");
  const found = [...new Set(secrets)].filter((secret) =>
    // A number such as 4 is among the points and minutes of any session.
    !/^\d{0,2}$/.test(secret.trim()) && there.includes(secret) && !open.includes(secret.replace(/^"([^"]*)"$/, "$1"))
  );
  assert.deepEqual(found, []);
}

const shownOf = (question: Question, hints: boolean) => both(textsShown({ question, hints }));

for (const quiz of shippedQuizzes()) {
  for (const hints of ["none", "shown"] as const) {
    Deno.test(`no answer, explanation, feedback or id of ${quiz.id} is in its file (hints ${hints})`, () => {
      const shows = hints === "shown";
      assertAbsent(
        quiz.questions.flatMap((question) => [
          ...asides(question, shows),
          ...both(answersOf(question)),
          ...ids(question, `${quiz.id}/${question.id}`),
          ...question.concepts.map((concept) => `"${concept}"`),
        ]),
        packed([quiz], [], { hints }),
        [...both([quiz.title]), ...quiz.questions.flatMap((question) => shownOf(question, shows))],
      );
    });
  }
}

/** Every word that a check expects, wherever it stands in it. */
function expectations(lab: Lab): readonly string[] {
  const words = (value: unknown): readonly string[] =>
    typeof value === "number"
      ? [String(value)]
      : Array.isArray(value) || isRecord(value)
      ? leavesOf(value)
      : typeof value === "string"
      ? [value]
      : [];
  const leavesOf = (value: object): readonly string[] => Object.values(value).flatMap(words);
  return lab.tasks.flatMap(({ checks }) =>
    checks.flatMap((check) => {
      const { kind: _, ...rest } = check;
      const probed = new Set(leaves(sealCheck(check)));
      // The words of the decoded form are everywhere; those of the author are what counts.
      return words(rest).filter((word) => !probed.has(word) && !grammar.has(word));
    })
  );
}

/** Of decoded checks: kinds of matchers, types and names of fields, and the words of docker that any lab has. */
const grammar = new Set(
  ("equal contains matches startsWith oneOf range count exactly includes fields absent all any not text whole decimal flag bytes " +
    "image list map ports mounts counts lists duration raw state exitCode command entrypoint user workdir hostname env labels livePorts " +
    "networks aliases addresses sameNetworkAs restart memory cpus pids capAdd capDrop readonly privileged init health healthOutput error " +
    "restarts oomKilled autoRemove size layers history builtFrom exposed tags digests volumes healthcheck architecture driver options " +
    "scope internal attachable subnets gateways containers stdout stderr status body headers output open banner type content mode owner " +
    "link services running images dependsOn files generation manager managers nodes role availability leader engine replicas completed " +
    "args containerLabels secrets configs constraints maxPerNode memoryReservation cpusReservation updateState updateParallelism " +
    "updateDelay updateOrder failureAction rollbackParallelism errors container volume network service node secret config GET")
    .split(" "),
);

/** What a lab shows although every check of it is hidden. */
function shownByLab(lab: Lab, { workspace }: PackedLab): readonly string[] {
  const decoder = new TextDecoder();
  return [
    ...both([lab.title, lab.summary]),
    ...lab.setup,
    ...lab.images,
    ...lab.workspace,
    ...[...workspace.values()].map((bytes) => decoder.decode(bytes)),
    ...lab.tasks.flatMap(({ id, title, text, questions, checks }) => [
      id,
      ...both([title, text]),
      ...questions.flatMap((question) => shownOf(question, false)),
      ...checks.flatMap((check) => leaves(sealCheck(check))),
    ]),
  ];
}

for (const lab of shippedLabs()) {
  const toPack = labToPack(lab);
  Deno.test(`no solution, explanation, mistake or expectation of ${lab.id} is in its file`, () => {
    const steps = lab.tasks.flatMap(({ solution, alternatives, mistakes }) => [
      ...solution,
      ...alternatives.flat(),
      ...mistakes.flatMap(({ run }) => run),
    ]);
    assertAbsent(
      [
        ...both(lab.tasks.flatMap((task) => [task.explanation, ...task.hints.map(({ text }) => text)])),
        ...both(lab.tasks.flatMap(({ mistakes }) => mistakes.map(({ says }) => says))),
        ...both(lab.tasks.flatMap(({ checks }) => checks.map(({ says }) => says))),
        ...steps.map((step) => typeof step === "string" ? step : step.content),
        ...expectations(lab).map((word) => `"${word}"`),
        ...expectations(lab).filter((word) => word.length > 12),
        ...lab.tasks.flatMap(({ id, questions }) =>
          questions.flatMap((question) => [
            ...asides(question, false),
            ...both(answersOf(question)),
            ...ids(question, `${lab.id}/${id}/${question.id}`),
          ])
        ),
      ],
      packed([], [toPack]),
      shownByLab(lab, toPack),
    );
  });
}

/** Every field and every text of a packed question, by what it may be. */
const fields: Readonly<Record<string, readonly string[]>> = {
  choice: ["choices", "shuffle"],
  multiple: ["choices", "shuffle"],
  truefalse: [],
  text: [],
  command: [],
  number: ["unit"],
  order: ["items"],
  match: ["lefts", "rights"],
  cloze: ["text", "blanks"],
};

Deno.test("a packed question has the fields that it is asked with, and no other; its texts are those shown", () => {
  const quizzes: readonly Quiz[] = shippedQuizzes();
  const pack = packed(quizzes, [], { hints: "shown" });
  const questions = quizzes.flatMap((quiz) => quiz.questions);
  const open = new Set(
    questions.flatMap((question) => shownOf(question, true)).map((text) => text.replaceAll(/\{\{.*?\}\}/g, "{{}}")),
  );
  assert.equal(pack.questions.length, questions.length);
  for (const asked of pack.questions) {
    const own = ["id", "kind", "prompt", "points", "hints", ...fields[asked.kind] ?? []];
    assert.deepEqual(Object.keys(asked).filter((key) => !own.includes(key)), [], asked.kind);
    for (const leaf of leaves({ ...asked, kind: "" })) {
      const isName = /^n[0-9a-f]{16}$/.test(leaf);
      const isKey = [...own, "text", "es", "en", "last", ""].includes(leaf);
      assert.ok(isName || isKey || open.has(leaf.replaceAll(/\{\{.*?\}\}/g, "{{}}")), leaf);
    }
  }
});

Deno.test("a packed session comes out of its file as it went in", () => {
  const labs = shippedLabs().map(labToPack);
  const pack = packed(shippedQuizzes(), labs);
  const read = decodePack(encodePack(pack));
  assert.ok(read.kind === "pack", JSON.stringify(read).slice(0, 200));
  assert.deepEqual(JSON.parse(JSON.stringify(read.pack)), JSON.parse(JSON.stringify(pack)));
});

Deno.test("the lists of a pack tell nothing by their order: questions and parts are in that of their names", () => {
  const { questions } = packed(shippedQuizzes(), []);
  const sorted = (names: readonly string[]) => assert.deepEqual(names, names.toSorted());
  sorted(questions.map(({ id }) => id));
  for (const question of questions) {
    if (question.kind === "order") sorted(question.items.map(({ id }) => id));
    if (question.kind === "match") {
      [question.lefts, question.rights].forEach((side) => sorted(side.map(({ id }) => id)));
    }
    if (question.kind === "cloze") sorted(question.blanks);
    if ("choices" in question && question.shuffle) {
      sorted(question.choices.filter(({ last }) => !last).map(({ id }) => id));
    }
  }
});

Deno.test("names of objects that only a solution uses are not in the file", () => {
  for (const lab of shippedLabs()) {
    const toPack = labToPack(lab);
    const there = searched(packed([], [toPack]));
    const open = shownByLab(lab, toPack).join("\n");
    const { volumes, networks, containers } = namesOf(lab, { mistakes: true });
    const found = [...volumes, ...networks, ...containers].filter((name) =>
      name.length > 3 && there.includes(`"${name}"`) && !open.includes(name)
    );
    assert.deepEqual(found, [], lab.id);
  }
});
