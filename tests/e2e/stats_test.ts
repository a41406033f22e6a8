/** `grumete stats` from a store with a history: on a screen, in sentences, as a document. */

import assert from "node:assert/strict";
import { openStore } from "../../lib/store/event_store.ts";
import { someHistory } from "../study/some_history.ts";
import { noTmux, Tmux } from "../terminal/tmux.ts";
import { grumete, project, temporaryFolder } from "./grumete.ts";

/** Of shipped content, up to yesterday. */
const quizzes = [
  { id: "containers", questions: ["main-process-ends"] },
  { id: "gone", questions: ["first", "second"] },
];

const missed = {
  kind: "quiz-answered",
  quiz: "containers",
  question: "main-process-ends",
  answer: { kind: "choice", choice: "orphan" },
  status: "incorrect",
  fraction: 0,
} as const;

function learned(folder: string, events: number): void {
  const history = someHistory({
    events,
    days: 20,
    quizzes,
    labs: [{ id: "first-container", tasks: ["run"] }],
    lastDay: Math.floor(Date.now() / 86_400_000) - 1,
  });
  using store = openStore(folder);
  for (const { event, at, zone } of history) store.append(event, at, zone);
}

Deno.test("stats --json is one document, and it adds up what is stored", async () => {
  using folder = temporaryFolder();
  learned(folder.path, 200);
  using store = openStore(folder.path);
  for (const attempt of ["x", "y", "z"]) store.append({ ...missed, attempt }, Date.now());
  const answers = store.read().filter(({ kind }) => kind === "quiz-answered" || kind === "review-answered").length;
  const { code, stdout, stderr } = await grumete(["stats", "--json", "--lang", "en", "--state", folder.path]);
  assert.deepEqual([code, stderr], [0, ""]);
  const document = JSON.parse(stdout);
  assert.equal(document.totals.answers, answers);
  assert.ok(answers > 50, `${answers}`);
  assert.ok([365, 366].includes(document.calendar.days.length));
  const hard = document.hardest.find(({ item }: { item: string }) => item === "quiz/containers/main-process-ends");
  assert.match(hard.question, /What is running once ten seconds have gone by/);
  // What is not in the content any more is nobody's weakness.
  assert.ok(document.hardest.every(({ item }: { item: string }) => !item.startsWith("quiz/gone/")));
  const areas: readonly { readonly name: string; readonly seen: number }[] = document.mastery.areas;
  const seen = areas.filter(({ seen }) => seen > 0).map(({ name }) => name);
  assert.ok(seen.includes("Containers") && !seen.includes("Hypervisors"), seen.join());
});

Deno.test("stats in a pipe are sentences, in the language asked for", async () => {
  using folder = temporaryFolder();
  learned(folder.path, 100);
  const { code, stdout, stderr } = await grumete(["stats", "--lang", "es", "--state", folder.path]);
  assert.deepEqual([code, stderr], [0, ""]);
  for (const section of ["Resumen", "Dominio", "Calendario", "Previsión", "Retención", "Tiempo", "Difíciles"]) {
    assert.match(stdout, new RegExp(`^${section}$`, "m"));
  }
  assert.match(stdout, /Contenedores: \d+%; vistas [12] de \d+/);
  for (const sign of ["\u001b", "█", "░", "●"]) assert.ok(!stdout.includes(sign), sign);
});

Deno.test("stats of who has done nothing say what to do first, and store no event", async () => {
  using folder = temporaryFolder();
  const { code, stdout } = await grumete(["stats", "--lang", "en", "--state", folder.path]);
  assert.equal(code, 0);
  assert.match(stdout, /Take a quiz or a lab/);
  assert.ok(![...Deno.readDirSync(folder.path)].some(({ name }) => name.startsWith("grumete.db")));
});

Deno.test({
  name: "in a terminal the statistics are walked by key, resized, and lead to a concept and back",
  ignore: noTmux(),
  fn: async () => {
    using folder = temporaryFolder();
    learned(folder.path, 200);
    const argv = [Deno.execPath(), "run", "-A", "-q", `${project}/main.ts`, "stats", "--state", folder.path];
    await using tmux = await Tmux.start([...argv, "--lang", "en"], { columns: 80, rows: 24, cwd: project });
    await tmux.waitFor("[1 Overview]");
    await tmux.keys("2", "Down");
    await tmux.waitFor(/❯ Hypervisors/);
    await tmux.resize(130, 40);
    await tmux.waitFor((screen) => /❯ Hypervisors/.test(screen) && /│ 4 Forecast/.test(screen));
    await tmux.keys("Enter");
    await tmux.waitFor("2 Mastery: Hypervisors");
    await tmux.keys("Enter");
    await tmux.waitFor((screen) => screen.includes("Hypervisors 1/") && !screen.includes("2 Mastery"));
    await tmux.keys("q");
    await tmux.waitFor("2 Mastery: Hypervisors");
    await tmux.keys("Escape");
    await tmux.waitFor(/❯ Hypervisors/);
    await tmux.resize(40, 15);
    await tmux.waitFor((screen) => /❯ Hypervisors/.test(screen) && !screen.includes("3 Calendar"));
    await tmux.keys("q");
    assert.equal(await tmux.exitCode(), 0);
  },
});
