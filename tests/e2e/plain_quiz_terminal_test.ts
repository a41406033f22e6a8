/** A quiz line by line: through a pipe, and on a terminal that cannot move its cursor. */

import assert from "node:assert/strict";
import { noTmux } from "../terminal/tmux.ts";
import { grumete, temporaryFolder } from "./grumete.ts";
import { order, type QuestionId, seed, writeQuiz } from "./nine_kinds.ts";
import { stored, take } from "./quiz_taking.ts";

/** What a learner types line by line; the letters of choices are those of the seed. */
const typed: Readonly<Record<QuestionId, string>> = {
  list: "docker ps --all",
  socket: "?\n-",
  objects: "a, c",
  blanks: "client\ndaemon",
  life: "3 1 2",
  port: "443",
  pairs: "1a 2b",
  vm: "f",
  kernel: "c",
};

Deno.test("a piped learner has a conversation line by line, without a single escape, up to the summary", async () => {
  using folder = temporaryFolder();
  const { code, stdout, stderr } = await grumete(
    [
      "quiz",
      writeQuiz(folder.path),
      "--seed",
      String(seed),
      "--lang",
      "en",
      "--plain",
      "--state",
      `${folder.path}/state`,
    ],
    { stdin: `${order.map((question) => typed[question]).join("\n")}\n<\ndockerd\n\n` },
  );
  assert.equal(code, 0, stdout + stderr);
  assert.doesNotMatch(stdout.replaceAll("\n", ""), /\p{Cc}/u);
  assert.match(stdout, /Hint.*It ends in d/);
  assert.match(stdout, /1 not answered/);
  assert.match(stdout, /By concept:/);
  assert.match(stdout, /15 \/ 16 \(94%\), passed/);
});

Deno.test("through a pipe every kind can be told with how sure one is, flagged and asked about, and all of it is stored", async () => {
  using folder = temporaryFolder();
  const signs = ["++", "+-", "--"];
  const lines = order.map((question, index) => `${signs[index % 3]}\n${typed[question].replace("?\n-", "dockerd")}`);
  const { code, stdout, stderr } = await grumete(
    ["quiz", writeQuiz(folder.path), "--seed", String(seed), "--lang", "es", "--plain", "--state", `${folder.path}/s`],
    {
      stdin: `! ¿cuál es la lista?\n${
        lines.join("\n*\n").replace("client\n", "cliente\n").replace("daemon", "demonio")
      }\n`,
    },
  );
  assert.equal(code, 0, stdout + stderr);
  assert.match(stdout, /Pregunta 2 de 9 · 1 punto · 2 pistas/);
  assert.match(stdout, /Marcada como poco clara/);
  const events = stored(`${folder.path}/s`);
  assert.deepEqual(events.flatMap((event) => event.kind === "question-flagged" ? [[event.item, event.note]] : []), [
    ["quiz/nine-kinds/list", "¿cuál es la lista?"],
  ]);
  assert.deepEqual(
    events.flatMap((event) => event.kind === "quiz-answered" ? [[event.question, event.confidence]] : []),
    order.map((question, index) => [question, (["sure", "unsure", "guess"] as const)[index % 3]]),
  );
});

Deno.test({
  name: "on a dumb terminal the quiz is a conversation that reaches the summary",
  ignore: noTmux(),
  async fn() {
    await using taking = await take(["--seed", String(seed), "--lang", "en"], { env: { TERM: "dumb" }, rows: 60 });
    const { tmux, state } = taking;
    for (const [index, question] of order.entries()) {
      await tmux.waitFor(`Question ${index + 1} of 9`);
      for (const line of typed[question].split("\n")) {
        await tmux.waitFor((screen) => /> *$/.test(screen.trimEnd()));
        await tmux.type(line);
        await tmux.keys("Enter");
      }
    }
    await tmux.waitFor("1 not answered");
    assert.equal(await tmux.ask("#{alternate_on}"), "0");
    await tmux.keys("Enter");
    await tmux.waitFor(/14 \/ 16 \(88%\), passed/);
    assert.equal(await tmux.exitCode(), 0);
    assert.equal(stored(state).at(-1)?.kind, "quiz-finished");
  },
});
