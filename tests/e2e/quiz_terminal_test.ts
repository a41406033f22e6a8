/** A whole quiz in a real terminal, from the first key to the summary; resized, interrupted, without colours. */

import assert from "node:assert/strict";
import type { Stored } from "../../lib/study/events.ts";
import { noTmux, Tmux } from "../terminal/tmux.ts";
import { temporaryFolder } from "./grumete.ts";
import { answer, command, order, points, prompts, type QuestionId, seed, writeQuiz } from "./nine_kinds.ts";
import { stored, take } from "./quiz_taking.ts";

const ignore = noTmux();

function answeredIn(events: readonly Stored[]): readonly string[] {
  return events.flatMap((event) => event.kind === "quiz-answered" ? [event.question] : []);
}

function quizTest(name: string, fn: () => Promise<void>): void {
  Deno.test({ name, ignore, fn });
}

/** Waits until the question is on the screen, the `number`th of nine. */
async function at(tmux: Tmux, question: QuestionId, lang: "es" | "en" = "en"): Promise<string> {
  const number = order.indexOf(question) + 1;
  const heading = lang === "es" ? `Pregunta ${number} de 9` : `Question ${number} of 9`;
  return await tmux.waitFor((screen) => screen.includes(heading) && screen.includes(prompts[question][lang]));
}

quizTest(
  "all nine kinds by key at 80×24: feedback, hint, skip, back, summary by concept, and every event stored",
  async () => {
    await using taking = await take(["--seed", String(seed), "--lang", "en"]);
    const { tmux, state } = taking;
    await at(tmux, "list");
    await answer(tmux, "list", "en");
    let screen = await tmux.waitFor("Correct");
    assert.match(screen, /3 of 3 points/);
    assert.match(screen, /With -a the stopped ones show too/);
    assert.match(screen, /3\/16 points/);
    await tmux.keys("Enter");

    await at(tmux, "socket");
    await tmux.keys("F2");
    screen = await tmux.waitFor("It ends in d");
    assert.doesNotMatch(screen, /It begins with docker/);
    await tmux.keys("C-n");

    await at(tmux, "objects");
    await answer(tmux, "objects", "en");
    screen = await tmux.waitFor("Partly correct");
    assert.match(screen, /1 of 2 points/);
    assert.match(screen, /You missed 1 right choice/);
    await tmux.keys("Enter");

    for (const question of ["blanks", "life"] as const) {
      await at(tmux, question);
      await answer(tmux, question, "en");
      await tmux.waitFor("✔ Correct");
      await tmux.keys("Enter");
    }

    await at(tmux, "port");
    await answer(tmux, "port", "en");
    screen = await tmux.waitFor("Incorrect");
    assert.match(screen, /Right answer:\n80/);
    assert.match(screen, /Port 80\./);
    await tmux.keys("Enter");

    for (const question of ["pairs", "vm"] as const) {
      await at(tmux, question);
      await answer(tmux, question, "en");
      await tmux.waitFor("✔ Correct");
      await tmux.keys("Enter");
    }

    await at(tmux, "kernel");
    for (const question of ["vm", "pairs", "port", "life", "blanks", "objects", "socket"] as const) {
      await tmux.keys("p");
      await at(tmux, question);
    }
    await answer(tmux, "socket", "en");
    await tmux.waitFor("It is called dockerd");
    for (const question of order.slice(2)) {
      await tmux.keys("Enter");
      await at(tmux, question);
    }
    await answer(tmux, "kernel", "en");
    await tmux.waitFor("a container is a process");
    await tmux.keys("Enter");

    screen = await tmux.waitFor("By concept");
    assert.match(screen, /14 of 16 points +88%/);
    assert.match(screen, /7 right +◐ 1 partly +✘ 1 wrong/);
    assert.match(screen, /Shared kernel.* 100%/);
    assert.match(screen, /The docker command line.* 82%/);
    assert.match(screen, /The Docker socket.* 100%/);
    assert.match(screen, /◐ Which are Docker objects\?\n.*✘ Which port does HTTP use\?/);
    await tmux.keys("q");
    assert.equal(await tmux.exitCode(), 0);

    const events = stored(state);
    assert.deepEqual(events.map(({ kind }) => kind), [
      ...["quiz-started", "quiz-answered", "quiz-hint", "quiz-skipped"],
      ...Array(8).fill("quiz-answered"),
      "quiz-finished",
    ]);
    assert.equal(new Set(events.map(({ attempt }) => attempt)).size, 1);
    assert.deepEqual(
      events.flatMap((event) => event.kind === "quiz-answered" ? [[event.question, event.status, event.fraction]] : []),
      ["list", "objects", "blanks", "life", "port", "pairs", "vm", "socket", "kernel"].map((question) =>
        question === "objects"
          ? [question, "partial", 0.5]
          : question === "port"
          ? [question, "incorrect", 0]
          : [question, "correct", 1]
      ),
    );
    const [first, last] = [events[0], events.at(-1)];
    assert.ok(first?.kind === "quiz-started" && first.options.seed === seed);
    assert.ok(last?.kind === "quiz-finished" && last.score === points.score && last.max === points.max);
  },
);

quizTest("all nine kinds by key at 40×15 in Spanish, and less than what passes ends with 1", async () => {
  await using taking = await take(["--seed", String(seed), "--pass", "0.9"], { columns: 40, rows: 15 });
  const { tmux, state } = taking;
  for (const question of order) {
    await at(tmux, question, "es");
    await answer(tmux, question, "es");
    await tmux.waitFor(
      question === "objects" ? "Correcto en parte" : question === "port" ? "Incorrecto" : "✔ Correcto",
    );
    await tmux.keys("Enter");
  }
  const screen = await tmux.waitFor("Siguiente paso");
  assert.match(screen, /14 de 16 puntos +88/);
  await tmux.keys("q");
  assert.equal(await tmux.exitCode(), 1);
  assert.deepEqual(answeredIn(stored(state)), [...order]);
});

quizTest("resizing in the middle of an answer redraws the whole frame and loses nothing", async () => {
  await using taking = await take(["--seed", String(seed), "--lang", "en"]);
  const { tmux } = taking;
  await at(tmux, "list");
  await tmux.type("docker ps");
  await tmux.waitFor("$ docker ps");
  for (const [columns, rows] of [[40, 15], [200, 50], [30, 8], [80, 24]] as const) {
    await tmux.resize(columns, rows);
    const screen = await tmux.waitFor((screen) => {
      const lines = screen.split("\n").slice(0, rows);
      return columns === 30 ? screen.includes("30×8") : lines[0]?.endsWith("0/16 points") === true &&
        lines[0].length === columns && lines[rows - 1]?.startsWith("enter answer") === true;
    });
    assert.equal(screen.includes("$ docker ps"), columns !== 30);
    assert.equal(screen.match(/seed 7/g)?.length ?? 0, columns === 30 ? 0 : 1, screen);
  }
  await tmux.type(" -a");
  await tmux.keys("Enter");
  await tmux.waitFor("3 of 3 points");
});

quizTest("what is typed while the window is too small is not taken for an answer", async () => {
  await using taking = await take(["--seed", String(seed), "--lang", "en"]);
  const { tmux, state } = taking;
  await at(tmux, "list");
  await tmux.type("docker ps");
  await tmux.waitFor("$ docker ps");
  await tmux.resize(30, 8);
  await tmux.waitFor("30×8");
  await tmux.keys("x", "Enter", "C-n");
  await tmux.resize(80, 24);
  await tmux.waitFor((screen) => /\$ docker ps$/m.test(screen));
  await tmux.keys("C-c");
  assert.equal(await tmux.exitCode(), 130);
  assert.deepEqual(answeredIn(stored(state)), []);
});

quizTest("L changes the language in place, Ctrl-L where letters are text", async () => {
  await using taking = await take(["--seed", String(seed), "--lang", "en"]);
  const { tmux } = taking;
  await at(tmux, "list");
  await tmux.type("docker L");
  await tmux.keys("C-l");
  let screen = await at(tmux, "list", "es");
  assert.match(screen, /\$ docker L/);
  assert.match(screen, /responder/);
  await tmux.keys("C-n", "C-n");
  await at(tmux, "objects", "es");
  await tmux.keys("a", "L");
  screen = await at(tmux, "objects", "en");
  assert.match(screen, /\[x\] a\)/);
});

quizTest(
  "killed in the middle, the quiz goes on at the same question in the same order, and no answer is lost",
  async () => {
    using folder = temporaryFolder();
    const state = `${folder.path}/state`;
    const again = command("quiz", writeQuiz(folder.path), "--state", state, "--lang", "en");
    let seen: string | undefined;
    const asked: QuestionId[] = [];
    // Two answers, kill -9, two more, kill -9 …
    for (let round = 0; round < 5; round++) {
      await using tmux = await Tmux.start(again);
      for (let count = 0; count < 2 && asked.length < order.length; count++) {
        const screen = await tmux.waitFor(`Question ${asked.length + 1} of 9`);
        const shown = screen.match(/seed (\d+)/)?.[1];
        seen ??= shown;
        assert.equal(shown, seen);
        const question = order.find((id) => screen.includes(prompts[id].en));
        assert.ok(question && !asked.includes(question), screen);
        asked.push(question);
        await answer(tmux, question, "en");
        await tmux.waitFor(question === "port" ? "✘ Incorrect" : /Correct|Partly correct/);
        if (count === 0 || asked.length === order.length) await tmux.keys("Enter");
      }
      if (asked.length === order.length) {
        await tmux.waitFor("14 of 16 points");
        await tmux.keys("q");
        assert.equal(await tmux.exitCode(), 0);
        break;
      }
      // Right after the feedback was on the screen: what is shown is stored.
      await tmux.outside(`kill -KILL ${await tmux.ask("#{pane_pid}")}`);
      assert.deepEqual(answeredIn(stored(state)), asked);
    }
    const events = stored(state);
    assert.deepEqual(answeredIn(events), asked);
    assert.equal(events.filter(({ kind }) => kind === "quiz-started").length, 1);
    assert.equal(events.at(-1)?.kind, "quiz-finished");
  },
);

quizTest("the same seed given again goes on with the quiz that was killed; another seed begins anew", async () => {
  using folder = temporaryFolder();
  const taking = (seed: number) =>
    Tmux.start(
      command("quiz", writeQuiz(folder.path), "--state", `${folder.path}/state`, "--lang", "en", "--seed", `${seed}`),
    );
  {
    await using tmux = await taking(seed);
    await answer(tmux, "list", "en");
    await tmux.waitFor("✔ Correct");
    await tmux.outside(`kill -KILL ${await tmux.ask("#{pane_pid}")}`);
  }
  {
    await using tmux = await taking(seed + 1);
    await tmux.waitFor("Question 1 of 9");
  }
  await using tmux = await taking(seed);
  const screen = await at(tmux, "socket");
  assert.match(screen, /3\/16 points/);
});

quizTest("with NO_COLOR no colour is written, and without it there is some", async () => {
  for (const env of [{ NO_COLOR: "1" }, {}]) {
    await using taking = await take(["--seed", String(seed), "--lang", "en"], { env });
    const { tmux } = taking;
    await answer(tmux, "list", "en");
    await tmux.waitFor("✔ Correct");
    const escapes = await tmux.escapes();
    const coloured = /\p{Cc}\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:[;:][0-9;:]*)?m/u.test(escapes);
    assert.equal(coloured, !("NO_COLOR" in env), JSON.stringify(escapes));
  }
});
