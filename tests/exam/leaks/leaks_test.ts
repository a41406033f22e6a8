/** What would give answers away is found before a session is packed, and what does not is left alone. */

import assert from "node:assert/strict";
import type { Lab } from "../../../lib/content/schema/lab.ts";
import type { Question } from "../../../lib/content/schema/question.ts";
import { same, type Text } from "../../../lib/content/text.ts";
import { showPath } from "../../../lib/content/data_path.ts";
import { leaksIn } from "../../../lib/exam/leaks/leaks.ts";

const common = (id: string, words: string | Text = "?") => ({
  id,
  concepts: ["x"],
  prompt: typeof words === "string" ? same(words) : words,
  explanation: same("."),
  points: 1,
  hints: [] as readonly Text[],
});

type Options = { readonly shuffle?: boolean; readonly last?: number; readonly prompt?: string };

/** The first of the texts is right. */
function choice(
  id: string,
  [right = "", ...wrong]: readonly string[],
  { shuffle = true, last, prompt }: Options = {},
): Question {
  const choices = [right, ...wrong].map((text, at) => ({
    id: "abcd"[at] ?? "",
    text: same(text),
    correct: at === 0,
    last: at === last,
  }));
  return { kind: "choice", ...common(id, prompt), choices, shuffle };
}

function text(id: string, prompt: string | Text, accept: readonly string[], hints: readonly string[] = []): Question {
  return {
    kind: "text",
    ...common(id, prompt),
    hints: hints.map(same),
    accept: accept.map(same),
    reject: [],
    accents: 0,
    caseSensitive: false,
  };
}

function found(
  questions: readonly Question[],
  { hints = "none", labs = [] as readonly Lab[], verdicts = "recorded" as const } = {},
) {
  const leaks = leaksIn({
    spec: { hints: hints === "shown" ? "shown" : "none", verdicts },
    pools: [{
      title: same("P"),
      count: 1,
      questions: questions.map((question) => ({ ref: `q/${question.id}`, quiz: "q", question })),
    }],
    fileOf: (quiz) => `${quiz}.yaml`,
    indexOf: (_, id) => questions.findIndex((question) => question.id === id),
    labs: labs.map((lab) => ({ lab, file: `${lab.id}/lab.yaml` })),
  });
  return leaks.map(({ file, at, severity = "error", what }) => `${file} ${showPath(at)} ${severity}: ${what.en}`);
}

Deno.test("an answer that another question says is named with both places", () => {
  const one = choice("uno", ["un espacio de nombres por proceso", "una copia del disco por proceso"]);
  const other = choice("dos", ["sí", "no"], {
    prompt: "Si cada contenedor tiene un **espacio de nombres por proceso**, ¿…?",
  });
  const told = text("tres", "Pista: usa un espacio de nombres por proceso.", ["cgroups"]);
  assert.deepEqual(
    found([one, { ...other, prompt: same("Con `un espacio de nombres por proceso`, ¿qué pasa?") }, told]),
    [
      'q.yaml questions[0] warning: The answer "un espacio de nombres por proceso" can be read in q/dos, q/tres',
    ],
  );
});

Deno.test("short words are said everywhere: they tell nobody anything", () => {
  const one = choice("uno", ["la red bridge", "nada"]);
  const other = choice("dos", ["sí", "no"], { prompt: "En la red bridge, ¿qué?" });
  assert.deepEqual(found([one, other]), []);
});

Deno.test("what must be typed and can be read in the prompt, or in a hint that is shown, is found, as a whole word only", () => {
  assert.deepEqual(found([text("uno", "El `volume` guarda datos. ¿Cómo se llama?", ["volume"])]), [
    'q.yaml questions[0].prompt warning: What must be typed can be read here: "volume"',
  ]);
  assert.deepEqual(found([text("uno", "Los volumes…", ["volume"])]), []);
  const hinted = text("uno", "¿?", ["volume"], ["Empieza por v", "Es `volume`."]);
  assert.deepEqual(found([hinted]), []);
  assert.deepEqual(found([hinted], { hints: "shown" }), [
    'q.yaml questions[0].hints[1] warning: What must be typed can be read here: "volume"',
  ]);
});

Deno.test("a choice that is by far the longest, in either language, is found", () => {
  const long = "una respuesta larguísima que cuenta todo con detalle";
  assert.match(
    found([choice("uno", [long, "corta", "breve"])])[0] ?? "",
    /choices warning: The right choice is by far/,
  );
  assert.deepEqual(found([choice("uno", ["corta", long, "breve"])]), []);
  assert.deepEqual(found([choice("uno", [long, `${long} y más`])]), []);
});

Deno.test("items that carry their number, and choices that say of themselves that they are right, are errors", () => {
  const order = (texts: readonly string[]): Question => ({
    kind: "order",
    ...common("o"),
    items: texts.map((text, at) => ({ id: "abc"[at] ?? "", text: same(text) })),
    scoring: "exact",
  });
  assert.match(found([order(["1. crear", "2. arrancar", "3. parar"])])[0] ?? "", /items error/);
  assert.match(found([order(["Paso 1: crear", "Paso 2: arrancar", "Paso 3: parar"])])[0] ?? "", /items error/);
  assert.deepEqual(found([order(["3. crear", "1. arrancar", "2. parar"])]), []);
  assert.deepEqual(found([order(["crear", "arrancar", "parar"])]), []);
  assert.match(found([choice("c", ["sí (correcta)", "no"])])[0] ?? "", /choices\[0\] error/);
  assert.deepEqual(found([choice("c", ["Todo", "Nada"])]), []);
});

Deno.test("a place that is always right is found once it is a habit", () => {
  const many = (count: number, options: Options) =>
    Array.from({ length: count }, (_, at) => choice(`q${at}`, [`a${at}`, `b${at}`, `c${at}`], options));
  assert.equal(found(many(4, { last: 0 })).length, 4);
  assert.equal(found(many(3, { last: 0 })).length, 0);
  assert.equal(found(many(4, { last: 2 })).length, 0);
  assert.equal(found(many(4, { shuffle: false })).length, 4);
  assert.equal(found(many(4, {})).length, 0);
});

Deno.test("a name that a hidden check compares with stays in the file: where no text says it, its author is told", () => {
  const lab = (words: string): Lab =>
    ({
      id: "l",
      tasks: [{
        id: "t",
        title: same("T"),
        text: same(words),
        needs: [],
        questions: [],
        checks: [{
          kind: "container",
          name: "web",
          exists: true,
          expects: [{
            field: "sameNetworkAs",
            type: "list",
            matcher: { is: "includes", items: [{ is: "equal", value: "oculta" }] },
          }],
        }],
      }],
    }) as unknown as Lab;
  assert.deepEqual(found([], { labs: [lab("Une las dos.")] }), [
    'l/lab.yaml tasks[0].checks[0] warning: The name "oculta" stays in the file, although no text says it',
  ]);
  assert.deepEqual(found([], { labs: [lab("Une web con oculta.")] }), []);
});

Deno.test("an answer that the text of a task says is found as well", () => {
  const lab = {
    id: "l",
    tasks: [{
      id: "t",
      title: same("T"),
      text: same("Escribe `docker volume create datos`."),
      needs: [],
      questions: [],
      checks: [],
    }],
  };
  const command: Question = {
    kind: "command",
    ...common("c"),
    accept: ["docker volume create datos"],
    reject: [],
    allowFlags: [],
  };
  assert.deepEqual(found([command], { labs: [lab as unknown as Lab] }), [
    'q.yaml questions[0] warning: The answer "docker volume create datos" can be read in l/t',
  ]);
});
