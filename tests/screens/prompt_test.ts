/** The docker prompt of a lab: typing, history, completion, running, stopping, and what is seen of it. */

import { deepStrictEqual, ok, strictEqual as equal } from "node:assert/strict";
import type { Status } from "../../lib/lab/verdict.ts";
import { app } from "../../lib/screens/app.ts";
import { type AppState, startApp } from "../../lib/screens/app_state.ts";
import type { Effect } from "../../lib/screens/effects.ts";
import type { Size } from "../../lib/screens/frame.ts";
import type { Message } from "../../lib/screens/message.ts";
import type { PromptState } from "../../lib/screens/prompt.ts";
import { pictureOf, play, typed } from "./drawn.ts";
import { reached, sampleOpening, sampleVerdict } from "./sample_lab.ts";

type Inputs = Parameters<typeof play>[1];

const lab = "volumenes";
const usual: Size = { columns: 80, rows: 24 };
const small: Size = { columns: 40, rows: 15 };
const wide: Size = { columns: 140, rows: 40 };

const verdict = (...statuses: readonly Status[]): Message => ({
  kind: "lab-verdict",
  lab,
  verdict: sampleVerdict(...statuses),
});
const engine: Message = { kind: "lab-engine", lab, engine: reached };
const history: Message = {
  kind: "prompt-history",
  lab,
  lines: ["docker ps -a", "docker volume ls", "docker run -d web"],
};
const wrote = (text: string, stream: "out" | "err" = "out", id = 1): Message => ({
  kind: "command-output",
  lab,
  id,
  stream,
  text,
});
const exited = (code: number, id = 1): Message => ({ kind: "command-ended", lab, id, end: { kind: "exited", code } });
const runs = (seconds: number, id = 1): Message => ({ kind: "command-runs", lab, id, seconds });

function opened(...inputs: Inputs) {
  const state = startApp({ lang: "es", theme: { ascii: false }, size: usual, names: {} }, {
    kind: "lab",
    opening: sampleOpening,
  });
  return play(state, [engine, verdict("failed", "blocked", "blocked"), ":", history, ...inputs]);
}

function promptOf(state: AppState): PromptState {
  const screen = state.screens.at(-1);
  if (screen?.kind !== "lab") throw new Error("no lab");
  return screen.state.prompt;
}

const line = (...inputs: Inputs) => promptOf(opened(...inputs).state).editor.text;
const run = (text: string): Inputs => [...typed(text), "enter"];
const effectsOf = (...inputs: Inputs) =>
  opened(...inputs).effects.filter(({ kind }) => kind !== "open-prompt") as readonly Effect[];

Deno.test("the line begins with docker, is kept when the prompt is closed, and is there again", () => {
  equal(line(), "docker ");
  equal(line(...typed("volume ls"), "escape", ":"), "docker volume ls");
  const { state, effects } = opened(...typed("ps"), "escape", "q");
  equal(promptOf(state).open, false);
  deepStrictEqual(effects.map(({ kind }) => kind), ["open-prompt", "leave-lab", "quit"]);
});

Deno.test("letters are typed, not taken for keys of the lab", () => {
  equal(line(...typed("hpqsrL?123:d")), "docker hpqsrL?123:d");
});

Deno.test("enter starts the command with its words, and the line is free for the next one", () => {
  const { state, effects } = opened(...run(`run -v 'a b':/x busybox`));
  deepStrictEqual(effects.at(-1), {
    kind: "run-command",
    lab,
    id: 1,
    command: { program: "docker", args: ["run", "-v", "a b:/x", "busybox"], own: 4, terminal: false },
    line: "docker run -v 'a b':/x busybox",
    remember: true,
    secret: false,
  });
  equal(promptOf(state).editor.text, "docker ");
  ok(pictureOf(state).includes("$ docker run -v 'a b':/x busybox"));
});

Deno.test("an interactive command asks for the terminal", () => {
  const effect = effectsOf(...run("run -it busybox sh")).at(-1);
  ok(effect?.kind === "run-command" && effect.command.terminal);
});

Deno.test("nothing starts while a command runs; what is typed stays", () => {
  const { state, effects } = opened(...run("build ."), ...run("ps"));
  equal(effects.filter(({ kind }) => kind === "run-command").length, 1);
  equal(promptOf(state).editor.text, "docker ps");
  ok(pictureOf(state).includes("aún no ha terminado: ctrl-c la para"));
});

Deno.test("what no shell is there for is said, and the line stays to be mended", () => {
  const { state, effects } = opened(...run("ps | wc"));
  deepStrictEqual(effects.map(({ kind }) => kind), ["open-prompt"]);
  ok(pictureOf(state).includes("Aquí no hay shell"));
  equal(promptOf(state).editor.text, "docker ps | wc");
  ok(!pictureOf(play(state, ["left"]).state).includes("Aquí no hay shell"));
});

Deno.test("enter on an empty line starts nothing, exit closes, clear empties the output", () => {
  deepStrictEqual(effectsOf("enter"), []);
  equal(promptOf(opened("ctrl-u", ...typed("exit"), "enter").state).open, false);
  const written = opened(...run("ps"), wrote("uno\n"), exited(0), "ctrl-u", ...typed("clear"), "enter");
  deepStrictEqual(promptOf(written.state).output.lines, []);
});

Deno.test("arrows walk through earlier commands that begin with what is typed, and back to it", () => {
  equal(line("up"), "docker run -d web");
  equal(line("up", "up", "up", "up"), "docker ps -a");
  equal(line("up", "up", "down", "down"), "docker ");
  equal(line(...typed("v"), "up"), "docker volume ls");
  equal(line(...typed("v"), "up", "down"), "docker v");
  equal(line("ctrl-u", ...typed("ls"), "ctrl-r"), "docker volume ls");
  equal(line(...run("ps"), exited(0), "up"), "docker ps");
});

Deno.test("a line that begins with a blank is not remembered", () => {
  const { state, effects } = opened("home", "space", "end", ...run("login -p x -u y"), exited(0), "up");
  equal(promptOf(state).editor.text, "docker run -d web");
  const effect = effects.at(-1);
  ok(effect?.kind === "run-command" && effect.secret && !effect.remember);
});

Deno.test("the same command twice is remembered once", () => {
  const asked = effectsOf(...run("ps"), exited(0), ...run("ps")).map((effect) =>
    effect.kind === "run-command" && effect.remember
  );
  deepStrictEqual(asked, [true, false]);
});

const containers: Message = {
  kind: "names-listed",
  lab,
  sources: ["containers"],
  names: { containers: [{ text: "web-1", state: "running" }, { text: "web-2", state: "running" }] },
};

Deno.test("tab asks for names that are not known yet, and goes on when they come", () => {
  const asked = opened(...typed("exec w"), "tab");
  deepStrictEqual(asked.effects.at(-1), { kind: "list-names", lab, sources: ["containers"] });
  equal(promptOf(asked.state).editor.text, "docker exec w");
  const state = play(asked.state, [containers]).state;
  equal(promptOf(state).editor.text, "docker exec web-");
  ok(/web-1 {2}web-2/.test(pictureOf(state)));
  equal(promptOf(play(state, ["tab"]).state).editor.text, "docker exec web-1");
  equal(promptOf(play(state, ["tab", "tab"]).state).editor.text, "docker exec web-2");
  equal(promptOf(play(state, ["tab", "tab", "tab"]).state).editor.text, "docker exec web-1");
  equal(promptOf(play(state, ["shift-tab", "space"]).state).editor.text, "docker exec web-2 ");
});

Deno.test("names that come when something else is typed change nothing", () => {
  equal(line(...typed("exec w"), "tab", "x", containers), "docker exec wx");
});

Deno.test("names are asked for once, and again after something happened on the engine", () => {
  const asks = (...inputs: Inputs) => effectsOf(...inputs).filter(({ kind }) => kind === "list-names").length;
  const twice: Inputs = [...typed("exec w"), "tab", containers, "escape", "tab"];
  equal(asks(...twice), 1);
  equal(asks(...twice, verdict("failed", "blocked", "blocked"), "escape", "tab"), 2);
});

Deno.test("completion in the middle of a line leaves what follows", () => {
  equal(line(...typed("volum ls"), "left", "left", "left", "tab"), "docker volume ls");
});

Deno.test("a pasted command may go on over lines, of several only the first is taken", () => {
  const pasted = (text: string): Inputs => ["ctrl-u", { kind: "key", key: { kind: "paste", text } }];
  equal(line(...pasted("docker run -d \\\n  --name web \\ \r\n  nginx\n")), "docker run -d  --name web  nginx");
  const { state, effects } = opened(...pasted("docker ps\ndocker images\n"));
  equal(promptOf(state).editor.text, "docker ps");
  ok(pictureOf(state).includes("solo la primera línea"));
  equal(effects.length, 1, "nothing is run by itself");
});

Deno.test("Ctrl-C stops what runs, harder each time; else it clears the line, and never ends the program", () => {
  const stops = opened(...run("wait x"), "ctrl-c", "ctrl-c", "ctrl-c").effects.slice(2);
  deepStrictEqual(stops, [1, 2, 3].map(() => ({ kind: "stop-command", lab, id: 1 })));
  const { state, effects } = opened(...typed("ps"), "ctrl-c", "ctrl-c", "ctrl-c");
  equal(promptOf(state).editor.text, "docker ");
  deepStrictEqual(effects.map(({ kind }) => kind), ["open-prompt"]);
  equal(app.takesInterrupt?.(state), true);
  const closed = play(state, ["escape"]).state;
  equal(app.takesInterrupt?.(closed), false);
  deepStrictEqual(play(closed, ["ctrl-c"]).effects, [{ kind: "quit", code: 130 }]);
});

Deno.test("Ctrl-D deletes, and on an empty line closes the prompt", () => {
  equal(line(...typed("psx"), "left", "ctrl-d"), "docker ps");
  const { state, effects } = opened("ctrl-d");
  equal(promptOf(state).open, false);
  deepStrictEqual(effects.map(({ kind }) => kind), ["open-prompt"]);
});

Deno.test("under the help Ctrl-C ends the program", () => {
  deepStrictEqual(opened("f1", "ctrl-c").effects.at(-1), { kind: "quit", code: 130 });
});

Deno.test("the next task can be read beside what earlier commands wrote, the last one in full", () => {
  const many = Array.from({ length: 20 }, (_, index) => `line ${index}`).join("\n");
  const text = (state: AppState) => pictureOf(state);
  const before = [...run("ps"), wrote(many), exited(0)];
  const { state } = opened(...before, ...run("volume create datos"), wrote("datos\n", "out", 2), exited(0, 2));
  ok(text(state).includes("Crea un volumen"), text(state));
  ok(text(state).includes("$ docker volume create datos"));
  const { state: long } = opened(...before);
  ok(text(long).includes("line 19") && text(long).includes("line 10"), text(long));
});

Deno.test("at the prompt nothing speaks of keys that are typed there", () => {
  const shown = ["ctrl-o", "pagedown", "pagedown"];
  const { state } = opened("escape", "h", ":", ...shown, verdict("passed", "failed", "blocked"), ...shown);
  ok(!/pulsa|< >/.test(pictureOf(state)), pictureOf(state));
});

Deno.test("output of another command than the one that runs is not shown", () => {
  const { state } = opened(...run("ps"), exited(0), wrote("tarde\n"));
  ok(!pictureOf(state).includes("tarde"));
});

Deno.test("who has scrolled back keeps seeing the same lines while more are written", () => {
  const lines = (from: number) => Array.from({ length: 60 }, (_, at) => `linea-${from + at}\n`).join("");
  const back = opened(...run("logs x"), wrote(lines(0)), "pageup", "pageup").state;
  const seen = /linea-\d+/.exec(pictureOf(back))?.[0];
  equal(/linea-\d+/.exec(pictureOf(play(back, [wrote(lines(60))]).state))?.[0], seen);
  ok(pictureOf(play(back, [...Array.from({ length: 20 }, () => "pagedown")]).state).includes("linea-59"));
});

Deno.test("ticks and the typed line are both in sight at every size, whatever is written", () => {
  const state = opened(
    ...run("ps"),
    wrote("x\n".repeat(100)),
    runs(3),
    verdict("passed", "failed", "blocked"),
    ...typed("r"),
    "tab",
  )
    .state;
  for (const size of [usual, small, wide]) {
    const picture = pictureOf(play(state, [{ kind: "resize", size }]).state);
    ok(/✔ 1\. Crear/.test(picture), picture);
    ok(/\$ docker r▏/.test(picture), picture);
  }
});

Deno.test("a verdict while the prompt is open says nothing of keys that are letters here", () => {
  const { state } = opened(...run("volume create datos"), exited(0), verdict("passed", "failed", "blocked"));
  ok(pictureOf(state).includes("✔ Tarea 1 superada"));
  ok(!pictureOf(state).includes("pulsa 1"));
});

/** The program is told of each size before the picture is taken, as the terminal does. */
function pictures(name: string, inputs: Inputs, sizes: readonly Size[] = [usual, small]): void {
  const english = { kind: "key", key: { kind: "key", name: "f8", ctrl: false, alt: false, shift: false } } as const;
  for (const size of sizes) {
    for (const [lang, more] of [["es", []], ["en", [english]]] as const) {
      Deno.test(`${name} at ${size.columns}×${size.rows} in ${lang}`, async (t) => {
        await t.assertSnapshot(pictureOf(play(opened(...more, ...inputs).state, [{ kind: "resize", size }]).state));
      });
    }
  }
}

const table = [
  "CONTAINER ID   IMAGE     COMMAND        CREATED         STATUS         PORTS     NAMES\n",
  ...[1, 2, 3].map((n) =>
    `4268430111a${n}   busybox   "sleep 6000"   2 minutes ago   Up 2 minutes             web-${n}\n`
  ),
].join("");

pictures("the prompt just opened", [], [usual, small, wide]);
pictures("a task turns green after a command", [
  ...run("volume create datos"),
  wrote("datos\n"),
  exited(0),
  verdict("passed", "failed", "blocked"),
], [usual, small, wide]);
pictures("a table", [...run("ps"), wrote(table), exited(0)]);
pictures("a command that failed", [...run("rm x"), wrote("Error: No such container: x\n", "err"), exited(1)]);
pictures("a build that runs", [...run("build ."), wrote("Step 1/4 : FROM busybox\n"), runs(75)]);
pictures("a build that was asked twice to end", [...run("build ."), runs(9), "ctrl-c", "ctrl-c"]);
pictures("candidates", [...typed("run --net"), "tab", "tab"]);
pictures("many candidates", [...typed("run --"), "tab"]);
pictures("a pipe is refused", [...run("ps | wc -l")]);
pictures("a long line", [...typed("run -d --name web --network backend -v datos:/datos -p 8080:80 nginx:1.27")]);
pictures("the lab completed at the prompt", [verdict("passed", "passed", "passed")]);
pictures("help of the prompt", ["f1"], [usual]);
