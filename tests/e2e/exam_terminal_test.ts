/** A graded session on a real terminal: with keys, with the wrong ones, killed, resized, and out of time. */

import assert from "node:assert/strict";
import { noTmux, Tmux } from "../terminal/tmux.ts";
import { Teacher } from "./exam_files.ts";
import { grumete, temporaryFolder } from "./grumete.ts";
import { command } from "./nine_kinds.ts";

interface Place {
  readonly teacher: Teacher;
  readonly folder: string;
  readonly take: (exam: string, ...more: readonly string[]) => readonly string[];
  readonly out: string;
}

function terminalTest(name: string, fn: (place: Place) => Promise<void>): void {
  Deno.test({
    name,
    ignore: noTmux(),
    async fn() {
      using folder = temporaryFolder();
      const out = `${folder.path}/ana.submission`;
      const at = ["--state", `${folder.path}/state`, "--student", "ana", "--out", out, "--lang", "es"];
      await fn({
        teacher: await Teacher.in(folder.path),
        folder: folder.path,
        out,
        take: (exam, ...more) => ["exam", "take", exam, ...at, ...more],
      });
    },
  });
}

async function gone(tmux: Tmux): Promise<void> {
  for (let tries = 0; tries < 500 && await tmux.ask("#{pane_dead}") !== "1"; tries++) await tmux.wait(20);
}

/** Says its exit code at the end: tmux does not always hear of it. */
function saying(args: readonly string[]): readonly string[] {
  const words = command(...args).map((word) => `'${word}'`);
  return ["bash", "--norc", "-c", `${words.join(" ")}; echo code $?; sleep 60`];
}

async function typed(tmux: Tmux, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await tmux.keys(key);
}

terminalTest(
  "a whole session: all nine kinds, flags, the overview, changed answers, and handing in",
  async ({ teacher, take, out }) => {
    const exam = teacher.exam({ minutes: 30, hints: "shown" });
    await using tmux = await Tmux.start(saying(take(exam)));
    await tmux.waitFor("intento 1 de 1");
    await tmux.keys("Enter");
    await tmux.waitFor(/Pregunta 1 de 9.*sin contestar/s);
    await tmux.waitFor("quedan 30 min");
    await typed(tmux, "h", "b", "Enter");
    await tmux.waitFor("Pregunta 2 de 9");
    // Keys that mean nothing here.
    await typed(tmux, "z", "F12", "C-b", "Escape", "Space", "Down", "Space", "n");
    await tmux.waitFor("Pregunta 3 de 9");
    await tmux.resize(40, 15);
    await tmux.waitFor("Pregunta 3 de 9");
    await typed(tmux, "v", "m", "Enter");
    await tmux.waitFor("Pregunta 4 de 9");
    await tmux.resize(120, 30);
    await tmux.type("volumen");
    await tmux.keys("Enter");
    await tmux.waitFor("Pregunta 5 de 9");
    await tmux.type("512");
    await tmux.keys("C-n");
    await tmux.waitFor("Pregunta 6 de 9");
    await typed(tmux, "d", "Enter");
    await tmux.waitFor("Pregunta 7 de 9");
    await typed(tmux, "a", "n");
    await tmux.waitFor("Pregunta 8 de 9");
    await tmux.type("pull");
    await tmux.keys("C-n");
    await tmux.waitFor("Pregunta 9 de 9");
    await tmux.type("docker ps -a");
    await tmux.keys("Enter");
    await tmux.waitFor("9 de 9 contestadas");
    // A changed mind.
    await typed(tmux, "Home", "Down", "Down", "Down", "Enter");
    await tmux.waitFor("Pregunta 4 de 9");
    await tmux.keys("C-u");
    await tmux.type("imagen");
    await tmux.keys("C-o");
    await tmux.waitFor("9 de 9 contestadas");
    await tmux.keys("e");
    await tmux.waitFor(/Has contestado todas.*Marcadas: 3/s);
    // What is pressed so often hands nothing in.
    await tmux.keys("Enter");
    await tmux.waitFor("9 de 9 contestadas");
    await typed(tmux, "e", "s");
    await tmux.waitFor("Tu entrega está en");
    await tmux.keys("q");
    await tmux.waitFor("code 0");
    const { attempt, entries } = await teacher.opened(out);
    assert.equal(attempt.finished, "student");
    assert.equal(attempt.answers.size, 9);
    assert.ok([...attempt.answers.values()].includes("imagen"));
    assert.ok(![...attempt.answers.values()].includes("volumen"));
    assert.equal(attempt.flags.size, 1);
    assert.equal(attempt.hints.size, 1);
    assert.equal(entries.filter(({ kind }) => kind === "reopened").length, 0);
    const twice = await grumete(take(exam));
    assert.equal(twice.code, 0, twice.stderr);
    assert.match(twice.stdout, /ya había terminado/);
    assert.equal((await teacher.opened(out)).entries.length, entries.length);
  },
);

terminalTest(
  "killed in the middle of a word: the same command goes on there, and says how long it was away",
  async ({ teacher, take, out }) => {
    const exam = teacher.exam({ minutes: 30 });
    {
      await using tmux = await Tmux.start(command(...take(exam)));
      await tmux.waitFor("empezar");
      await typed(tmux, "Enter");
      await tmux.waitFor("Pregunta 1 de 9");
      await typed(tmux, "a", "n", "n", "n");
      await tmux.waitFor("Pregunta 4 de 9");
      await tmux.type("ima");
      // What is being written is stored by itself.
      await tmux.waitFor(/Pregunta 4 de 9.* guardada/, 15_000);
      Deno.kill(Number(await tmux.ask("#{pane_pid}")), "SIGKILL");
      await gone(tmux);
    }
    await using tmux = await Tmux.start(saying(take(exam)));
    await tmux.waitFor(/Pregunta 4 de 9.*❯ ima.*estuvo cerrado \d+ s/s);
    await tmux.type("gen");
    await tmux.keys("C-q");
    await tmux.waitFor(/sigue abierto, con 2 de 9 contestadas; el reloj sigue corriendo/);
    const { code } = await grumete(take(exam, "--plain"), { stdin: "e\ns\n" });
    assert.equal(code, 0);
    const { attempt } = await teacher.opened(out);
    assert.ok([...attempt.answers.values()].includes("imagen"));
    assert.equal(attempt.reopened, 2);
  },
);

terminalTest(
  "time runs out: what is being written is handed in, and nothing more can be done",
  async ({ teacher, take, out }) => {
    const exam = teacher.exam({ minutes: 0.12 });
    await using tmux = await Tmux.start(saying(take(exam)));
    await tmux.waitFor("empezar");
    await tmux.keys("Enter");
    await tmux.waitFor(/quedan 0:0\d/);
    await typed(tmux, "n", "n", "n");
    await tmux.waitFor("Pregunta 4 de 9");
    await tmux.type("imagen");
    await tmux.waitFor("Se acabó el tiempo", 12_000);
    await tmux.waitFor("Tu entrega está en");
    await typed(tmux, "x", "Enter");
    await tmux.waitFor("code 0");
    const { attempt } = await teacher.opened(out);
    assert.equal(attempt.finished, "time");
    assert.deepEqual([...attempt.answers.values()], ["imagen"]);
  },
);

terminalTest(
  "two terminals on one attempt: the second one is told, and the first goes on",
  async ({ teacher, take }) => {
    const exam = teacher.exam();
    await using tmux = await Tmux.start(command(...take(exam)));
    await tmux.waitFor("empezar");
    await tmux.keys("Enter");
    await tmux.waitFor("Pregunta 1 de 9");
    const second = await grumete(take(exam, "--plain"), { stdin: "" });
    assert.equal(second.code, 3);
    assert.match(second.stderr, /otro grumete lo tiene abierto/);
    await typed(tmux, "a", "n");
    await tmux.waitFor("Pregunta 2 de 9");
  },
);
