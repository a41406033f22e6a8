/** `grumete review` with a history: what is due is asked, the schedule moves, and nothing that was shown is ever lost. */

import assert from "node:assert/strict";
import { openStore } from "../../lib/store/event_store.ts";
import type { StudyEvent } from "../../lib/study/events.ts";
import { recordOf, type StudyRecord } from "../../lib/study/record.ts";
import { noTmux, Tmux } from "../terminal/tmux.ts";
import { grumete, temporaryFolder } from "./grumete.ts";
import { command } from "./nine_kinds.ts";
import { stored } from "./quiz_taking.ts";

const ignore = noTmux();
const oneDay = 86_400_000;

const quiz = `format: 1
id: repaso
title: { es: Para repasar, en: To review }
questions:
  - id: kernel
    kind: choice
    concepts: [container-shares-host-kernel]
    prompt: { es: "¿De quién es el kernel?", en: "Whose kernel is it?" }
    explanation: { es: "Del anfitrión.", en: "The host's." }
    choices:
      - { id: host, text: { es: "Del anfitrión", en: "The host's" }, correct: true }
      - { id: own, text: { es: "Uno propio", en: "Its own" } }
      - { id: none, text: { es: "De nadie", en: "Nobody's" } }
  - id: vm
    kind: truefalse
    concepts: [container-vs-vm]
    prompt: { es: "Arranca su propio kernel.", en: "It boots a kernel of its own." }
    explanation: { es: "No arranca ninguno.", en: "It boots none." }
    answer: false
`;

const lab = `format: 1
id: repaso-lab
title: { es: Lo que falló, en: What went wrong }
concepts: [docker-cli]
minutes: 5
images: [busybox]
tasks:
  - id: run
    title: { es: Un contenedor, en: A container }
    text: { es: "Arranca \`uno\` con busybox.", en: "Start \`uno\` from busybox." }
    checks: [{ container: uno, state: running }]
    explanation: { es: "Vive mientras viva su proceso.", en: "It lives as long as its process." }
    solution: ["docker run -d --name uno busybox sleep 300"]
`;

/** A learner who answered both questions a while ago, and missed the task of the lab. */
function pastLearner(folder: string, days = 30): { readonly state: string; readonly args: readonly string[] } {
  Deno.mkdirSync(`${folder}/content/quizzes`, { recursive: true });
  Deno.mkdirSync(`${folder}/content/labs/repaso-lab`, { recursive: true });
  Deno.writeTextFileSync(`${folder}/content/quizzes/repaso.yaml`, quiz);
  Deno.writeTextFileSync(`${folder}/content/labs/repaso-lab/lab.yaml`, lab);
  const state = `${folder}/state`;
  const taken = { quiz: "repaso", attempt: "uno" };
  const right = { status: "correct", fraction: 1 } as const;
  const past: readonly StudyEvent[] = [
    { kind: "quiz-started", ...taken, options: { seed: 1 } },
    { kind: "quiz-answered", ...taken, question: "kernel", answer: { kind: "choice", choice: "host" }, ...right },
    { kind: "quiz-answered", ...taken, question: "vm", answer: { kind: "truefalse", value: false }, ...right },
    { kind: "lab-task-missed", lab: "repaso-lab", attempt: "dos", task: "run", checks: [0] },
    { kind: "study-settings", attempt: "tres", settings: { newPerDay: 0 }, algorithm: "FSRS-6.0" },
  ];
  using store = openStore(state);
  for (const event of past) store.append(event, Date.now() - days * oneDay);
  return { state, args: ["--content", `${folder}/content`, "--state", state] };
}

function recordIn(state: string): StudyRecord {
  return recordOf(stored(state));
}

function reviewed(state: string): readonly (readonly [string, boolean, number])[] {
  return stored(state).flatMap((event) =>
    event.kind === "review-answered" ? [[event.item, event.cram, event.fraction] as const] : []
  );
}

/** Answers the next card as it should be, up to its verdict; gives its item. */
async function answerRightly(tmux: Tmux): Promise<string> {
  const screen = await tmux.waitFor((screen) =>
    /Whose kernel|boots a kernel|Start uno/.test(screen) && !/1 again/.test(screen)
  );
  if (screen.includes("Start uno")) {
    await tmux.keys("Enter");
    await tmux.waitFor("docker run -d --name uno");
    await tmux.keys("3");
    await tmux.waitFor("[3 good");
    return "task/repaso-lab/run";
  }
  const letter = /([abc])\) The host's/.exec(screen)?.[1];
  await tmux.keys(letter ?? "f", "Enter");
  await tmux.waitFor("✔ Correct");
  return letter ? "quiz/repaso/kernel" : "quiz/repaso/vm";
}

Deno.test({
  name: "what was learned long ago is asked on the screen, with a lab's missed task, and the schedule moves",
  ignore,
  async fn() {
    using folder = temporaryFolder();
    const { state, args } = pastLearner(folder.path);
    const before = recordIn(state);
    assert.equal(before.cards.size, 3);
    await using tmux = await Tmux.start();
    await tmux.waitFor("$");
    await tmux.type(command("review", ...args, "--lang", "en").join(" "));
    await tmux.keys("Enter");
    assert.match(await tmux.waitFor("3 left"), /3 due/);
    const asked: string[] = [];
    for (const left of [2, 1, 0]) {
      asked.push(await answerRightly(tmux));
      assert.match(await tmux.waitFor(`${left} left`), /\d (again|hard|good|easy) · (tomorrow|\d+ d)/);
      await tmux.keys("Enter");
    }
    assert.match(await tmux.waitFor("3 of 3 right"), /Next due: /);
    await tmux.keys("q");
    await tmux.waitFor(/Nothing is left to review today; the next is due in \d+ days\./);

    assert.deepEqual(asked.toSorted(), ["quiz/repaso/kernel", "quiz/repaso/vm", "task/repaso-lab/run"]);
    assert.deepEqual(reviewed(state).map(([item]) => item).toSorted(), asked.toSorted());
    const { cards } = recordIn(state);
    for (const [item, card] of cards) {
      const was = before.cards.get(item);
      assert.ok(was && card.reps === was.reps + 1 && card.due > was.due, item);
      assert.ok(card.due > card.lastDay);
    }
  },
});

Deno.test({
  name: "killed in the middle, a review has lost nothing: the next one asks only what is left",
  ignore,
  async fn() {
    using folder = temporaryFolder();
    const { state, args } = pastLearner(folder.path);
    const all = command("review", ...args, "--lang", "en");
    let asked: string;
    {
      await using tmux = await Tmux.start(all);
      await tmux.waitFor("3 left");
      asked = await answerRightly(tmux);
      await tmux.outside(`kill -9 ${await tmux.ask("#{pane_pid}")}`);
    }
    assert.deepEqual(reviewed(state).map(([item]) => item), [asked]);
    await using tmux = await Tmux.start(all, { columns: 40, rows: 15 });
    await tmux.waitFor("2 left");
    const others = [await answerRightly(tmux), (await tmux.keys("Enter"), await answerRightly(tmux))];
    assert.ok(!others.includes(asked));
  },
});

Deno.test({
  name: "Ctrl-C in a review gives 130 and the terminal back",
  ignore,
  async fn() {
    using folder = temporaryFolder();
    const { args } = pastLearner(folder.path);
    await using tmux = await Tmux.start(command("review", ...args, "--lang", "en"));
    await tmux.waitFor("3 left");
    await tmux.keys("C-c");
    assert.equal(await tmux.exitCode(), 130);
    assert.equal(await tmux.ask("#{alternate_on}"), "0");
  },
});

Deno.test("without a terminal the cards are asked line by line, and what goes wrong comes again", async () => {
  using folder = temporaryFolder();
  const { state, args } = pastLearner(folder.path);
  const { code, stdout } = await grumete(["review", ...args, "--lang", "en", "--concept", "container-vs-vm"], {
    stdin: "t\n\nf\n",
  });
  assert.equal(code, 0);
  assert.match(stdout, /Left: 1 \(1 due\)[\s\S]*Left: 1 \(1 again\)[\s\S]*0 of 1 right/);
  assert.deepEqual(reviewed(state), [["quiz/repaso/vm", false, 0], ["quiz/repaso/vm", true, 1]]);
  const card = recordIn(state).cards.get("quiz/repaso/vm");
  assert.ok(card?.lastRating === "again" && card.reps === 2 && card.lapses === 1);
});

Deno.test("nothing due is a sentence and exit code 0", async () => {
  using folder = temporaryFolder();
  const { args } = pastLearner(folder.path, 0);
  const { code, stdout } = await grumete(["review", ...args, "--lang", "es"], { stdin: "" });
  assert.equal(code, 0);
  assert.match(stdout, /^Hoy no toca repasar nada\.\nLo siguiente que toca: /);
});

Deno.test("--cram practises what is not due, and leaves the schedule alone", async () => {
  using folder = temporaryFolder();
  const { state, args } = pastLearner(folder.path, 0);
  const before = recordIn(state).cards;
  const { code } = await grumete(
    ["review", ...args, "--lang", "en", "--cram", "--concept", "container-vs-vm", "--limit", "1"],
    { stdin: "f\n" },
  );
  assert.equal(code, 0);
  assert.deepEqual(reviewed(state), [["quiz/repaso/vm", true, 1]]);
  assert.deepEqual(recordIn(state).cards, before);
});

Deno.test("settings are remembered and said; what is out of bounds is refused with the bounds", async () => {
  using folder = temporaryFolder();
  const { state, args } = pastLearner(folder.path, 0);
  const given = ["--retention", "0,85", "--day-start", "5", "--new-per-day", "0"];
  const { code, stdout } = await grumete(["review", ...args, "--lang", "es", ...given], { stdin: "" });
  assert.equal(code, 0);
  assert.match(stdout, /^Desde ahora: 0 nuevas al día, recordar el 85%, el día empieza a las 5:00\.\n/);
  const { retention, dayStart, newPerDay } = recordIn(state).settings;
  assert.deepEqual({ retention, dayStart, newPerDay }, { retention: 0.85, dayStart: 5, newPerDay: 0 });
  for (
    const [flag, value, bounds] of [
      ["--retention", "0.5", "from 0.7 to 0.97"],
      ["--day-start", "24", "from 0 to 23"],
      ["--new-per-day", "2.5", "whole number from 0 to 200"],
    ] as const
  ) {
    const refused = await grumete(["review", ...args, "--lang", "en", flag, value], { stdin: "" });
    assert.equal(refused.code, 2);
    assert.ok(refused.stderr.includes(bounds), refused.stderr);
  }
});

Deno.test("an unknown concept is refused with the nearest one", async () => {
  using folder = temporaryFolder();
  const { args } = pastLearner(folder.path, 0);
  const { code, stderr } = await grumete(["review", ...args, "--lang", "en", "--concept", "container-vs-vn"]);
  assert.equal(code, 2);
  assert.match(
    stderr,
    /Cannot review the concept "container-vs-vn": there is none\n.*Did you mean --concept container-vs-vm\?/,
  );
});

Deno.test("content that is gone is passed over", async () => {
  using folder = temporaryFolder();
  const { args } = pastLearner(folder.path);
  Deno.removeSync(`${folder.path}/content/labs`, { recursive: true });
  Deno.writeTextFileSync(`${folder.path}/content/quizzes/repaso.yaml`, quiz.slice(0, quiz.indexOf("  - id: vm")));
  const { stdout } = await grumete(["review", ...args, "--lang", "en"], { stdin: "" });
  assert.match(stdout, /Left: 1 \(1 due\)/);
});

Deno.test("a question that means something else than when it was answered begins anew, and says so", async () => {
  using folder = temporaryFolder();
  const { state, args } = pastLearner(folder.path);
  const one = ["review", ...args, "--lang", "en", "--concept", "container-vs-vm"];
  await grumete(one, { stdin: "f\n\n" });
  const path = `${folder.path}/content/quizzes/repaso.yaml`;
  Deno.writeTextFileSync(path, quiz.replace("It boots a kernel", "It does boot a kernel"));
  assert.doesNotMatch((await grumete([...one, "--cram"], { stdin: "" })).stdout, /It has changed/);
  Deno.writeTextFileSync(
    path,
    quiz.replace("Arranca su propio", "No arranca un").replace("answer: false", "answer: true"),
  );
  assert.match((await grumete([...one, "--cram"], { stdin: "" })).stdout, /It has changed since you answered it/);
  assert.equal(recordIn(state).cards.get("quiz/repaso/vm")?.reps, 2);
});
