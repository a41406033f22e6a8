/** Each kind of question in a real terminal, from the first key to the stored answer: wrong first, then right; and resized half way. */

import assert from "node:assert/strict";
import type { Question } from "../../lib/content/schema/question.ts";
import type { Stored } from "../../lib/study/events.ts";
import { noTmux, type Tmux } from "../terminal/tmux.ts";
import { answer, letterOf, prompts, type QuestionId, seed, texts } from "./nine_kinds.ts";
import { stored, take } from "./quiz_taking.ts";

const ignore = noTmux();

/** The question of each kind, whether letters are text there, and what the wrong answer below is worth in the order of the seed. */
const kinds: Readonly<
  Record<Question["kind"], { readonly id: QuestionId; readonly types: boolean; readonly status: string }>
> = {
  choice: { id: "kernel", types: false, status: "incorrect" },
  multiple: { id: "objects", types: false, status: "incorrect" },
  truefalse: { id: "vm", types: false, status: "incorrect" },
  text: { id: "socket", types: true, status: "incorrect" },
  number: { id: "port", types: true, status: "incorrect" },
  order: { id: "life", types: false, status: "partial" },
  match: { id: "pairs", types: false, status: "partial" },
  cloze: { id: "blanks", types: true, status: "incorrect" },
  command: { id: "list", types: true, status: "incorrect" },
};

/** Keys for a wrong answer, without Enter; gives what is then on the screen of it. */
async function wrongly(tmux: Tmux, kind: Question["kind"]): Promise<RegExp> {
  const screen = await tmux.capture();
  switch (kind) {
    case "choice":
      await tmux.keys(letterOf(screen, texts.nobody.en));
      return /● [a-c]\) Nobody's/;
    case "multiple":
      await tmux.keys(letterOf(screen, texts.bios.en));
      return /\[x\] [a-d]\) BIOS/;
    case "truefalse":
      await tmux.keys("t");
      return /● t\) True/;
    case "text":
      await tmux.type("containerd?");
      return /❯ containerd\?$/m;
    case "number":
      await tmux.type("443");
      return /❯ 443$/m;
    case "order":
      await tmux.keys("Space");
      return /↕ 1\. /;
    case "match": {
      const letter = letterOf(screen, texts.lists.en);
      await tmux.keys(letter, letter);
      return new RegExp(`2\\. rm → ${letter}\\)`);
    }
    case "cloze":
      await tmux.type("nadie");
      await tmux.keys("Tab");
      await tmux.type("nada");
      return /The nadie_ talks to the nada__/;
    case "command":
      await tmux.type("docker p");
      await tmux.keys("Tab", "Tab", "Tab", "Tab", "Tab", "Tab");
      return /\$ docker pull$/m;
  }
}

/** Up to and with Enter. */
async function rightly(tmux: Tmux, kind: Question["kind"]): Promise<void> {
  const { id } = kinds[kind];
  if (kind !== "multiple" && kind !== "number") return await answer(tmux, id, "en");
  const screen = await tmux.waitFor(prompts[id].en);
  if (kind === "number") await tmux.type("80");
  else await tmux.keys(letterOf(screen, texts.image.en), letterOf(screen, texts.volume.en));
  await tmux.keys("Enter");
}

function answers(events: readonly Stored[]): readonly Extract<Stored, { kind: "quiz-answered" }>[] {
  return events.flatMap((event) => event.kind === "quiz-answered" ? [event] : []);
}

for (const [name, { id, types, status }] of Object.entries(kinds)) {
  const kind = name as Question["kind"];
  Deno.test({
    name: `${kind}: a wrong answer told to be sure, why it is wrong, and the right one the second time, all stored`,
    ignore,
    async fn() {
      await using taking = await take(["--kind", kind, "--lang", "en", "--seed", String(seed)]);
      const { tmux, state } = taking;
      await tmux.waitFor(prompts[id].en);
      await tmux.keys(types ? "F6" : "s");
      await tmux.waitFor("I am sure");
      await tmux.waitFor(await wrongly(tmux, kind));
      await tmux.keys("Enter");
      const screen = await tmux.waitFor(status === "partial" ? "◐ Partly correct" : "✘ Incorrect");
      assert.match(screen, status === "partial" ? /Where yours goes wrong:/ : /Why yours is wrong:/);
      assert.match(screen, /Right answer:/);
      assert.match(screen, / · sure$/m);
      // What is on the screen is on the disk.
      const [first, ...none] = answers(stored(state));
      assert.ok(first);
      assert.deepEqual(none, []);
      assert.equal(first.question, id);
      assert.equal(first.answer.kind, kind);
      assert.equal(first.status, status);
      assert.equal(first.confidence, "sure");
      assert.equal(first.hints, 0);
      assert.match(first.meaning ?? "", /^[0-9a-f]{8}-[0-9a-f]{16}$/);
      assert.ok(first.took !== undefined && first.took > 0 && first.took < 60_000, `${first.took}`);

      await tmux.keys("Enter");
      await tmux.waitFor("By concept");
      await tmux.keys("r");
      await tmux.waitFor(/Question 1 of 1/);
      await rightly(tmux, kind);
      await tmux.waitFor("✔ Correct");
      const [, second] = answers(stored(state));
      assert.ok(second && second.attempt !== first.attempt);
      assert.equal(second.status, "correct");
      assert.equal(second.fraction, 1);
      assert.equal(second.confidence, undefined);
    },
  });

  Deno.test({
    name: `${kind}: resizing half way keeps what was done, from wide to narrow and back`,
    ignore,
    async fn() {
      await using taking = await take(["--kind", kind, "--lang", "en", "--seed", String(seed)]);
      const { tmux, state } = taking;
      await tmux.waitFor(prompts[id].en);
      const seen = await wrongly(tmux, kind);
      await tmux.waitFor(seen);
      for (const [columns, rows] of [[160, 50], [40, 15], [30, 8], [110, 20], [80, 24]] as const) {
        await tmux.resize(columns, rows);
        const screen = await tmux.waitFor((screen) => {
          const lines = screen.split("\n").slice(0, rows);
          if (columns === 30) return screen.includes("30×8");
          return lines[0]?.length === columns && /^enter /.test(lines[rows - 1] ?? "") &&
            seen.test(withoutRule(screen));
        });
        assert.equal(screen.match(/Question 1 of 1/g)?.length ?? 0, columns === 30 ? 0 : 1, screen);
      }
      await tmux.keys("Enter");
      await tmux.waitFor(status === "partial" ? "◐ Partly correct" : "✘ Incorrect");
      assert.equal(answers(stored(state)).length, 1);
    },
  });
}

/** What stands on the right of a wide window, as it would stand alone. */
function withoutRule(screen: string): string {
  return screen.split("\n").map((line) => line.replace(/^.* │ /, "").trimEnd()).join("\n");
}

Deno.test({
  name: "a question flagged with a note is stored at once, marked, and marked the next time",
  ignore,
  async fn() {
    await using taking = await take(["--kind", "command", "--lang", "en"]);
    const { tmux, state } = taking;
    await tmux.waitFor(prompts.list.en);
    await tmux.type("docker ps");
    await tmux.keys("F7");
    await tmux.waitFor("What is unclear?");
    await tmux.type("¿-a o --all? q L");
    await tmux.keys("Enter");
    const screen = await tmux.waitFor("⚠ unclear");
    assert.match(screen, /\$ docker ps$/m);
    const flagged = stored(state).flatMap((event) =>
      event.kind === "question-flagged" ? [[event.item, event.note]] : []
    );
    assert.deepEqual(flagged, [["quiz/nine-kinds/list", "¿-a o --all? q L"]]);
    await tmux.keys("Enter", "Enter");
    await tmux.waitFor("By concept");
    await tmux.keys("r");
    await tmux.waitFor(/Question 1 of 1/);
    await tmux.waitFor("⚠ unclear");
  },
});

Deno.test({
  name: "skipped questions are offered again before the end, by their letters",
  ignore,
  async fn() {
    await using taking = await take(["--kind", "truefalse", "--lang", "en"]);
    const { tmux, state } = taking;
    await tmux.waitFor(prompts.vm.en);
    await tmux.keys("n");
    await tmux.waitFor("1 is not answered");
    await tmux.keys("a");
    await tmux.waitFor(prompts.vm.en);
    await tmux.keys("f", "Enter");
    await tmux.waitFor("✔ Correct");
    await tmux.keys("Enter");
    await tmux.waitFor("By concept");
    assert.deepEqual(stored(state).map(({ kind }) => kind), [
      "quiz-started",
      "quiz-skipped",
      "quiz-answered",
      "quiz-finished",
    ]);
  },
});

Deno.test({
  name: "a quiz killed at the stop before the end comes back to it",
  ignore,
  async fn() {
    await using taking = await take(["--lang", "en", "--seed", "7", "--count", "2"]);
    const { tmux, again } = taking;
    await answer(tmux, "list", "en");
    await tmux.waitFor("✔ Correct");
    await tmux.keys("Enter");
    await tmux.waitFor(prompts.socket.en);
    await tmux.keys("C-n");
    await tmux.waitFor("1 is not answered");
    await tmux.outside(`kill -KILL ${await tmux.ask("#{pane_pid}")}`);
    await using second = await again();
    await second.waitFor("1 is not answered");
    await second.keys("a");
    await second.waitFor(prompts.socket.en);
  },
});
