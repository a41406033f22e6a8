/** What stands between the learner and a lab: how it looks, and what the keys ask for. */

import { deepStrictEqual, match, ok, strictEqual as equal } from "node:assert/strict";
import { type AppState, startApp } from "../../lib/screens/app_state.ts";
import type { Size } from "../../lib/screens/frame.ts";
import type { Gate } from "../../lib/screens/gate.ts";
import type { Message } from "../../lib/screens/message.ts";
import { type Any, pictureOf, play } from "./drawn.ts";
import { sampleGate, sampleTrust } from "./sample_gate.ts";
import { sampleOpening, sampleVerdict } from "./sample_lab.ts";

type Inputs = Parameters<typeof play>[1];

const lab = sampleOpening.lab.id;
const size: Size = { columns: 80, rows: 24 };
const english = { kind: "key", key: { kind: "key", name: "f8", ctrl: false, alt: false, shift: false } } as const;
const shown = (gate?: Gate): Message => gate ? { kind: "lab-gate", lab, gate } : { kind: "lab-gate", lab };

function opened(...inputs: Inputs): { readonly state: AppState; readonly effects: readonly Any[] } {
  const start = startApp({ lang: "es", theme: { ascii: false }, size, names: {} }, {
    kind: "lab",
    opening: sampleOpening,
  });
  return play(start, inputs);
}

function pictures(name: string, state: () => AppState): void {
  for (const { columns, rows } of [size, { columns: 40, rows: 15 }]) {
    Deno.test(`${name} at ${columns}×${rows}`, async (t) => {
      await t.assertSnapshot(pictureOf(play(state(), [{ kind: "resize", size: { columns, rows } }]).state));
    });
  }
}

pictures("what is in the way, with its choices", () => opened(shown(sampleGate())).state);
pictures(
  "what is in the way, in English, a container chosen",
  () => opened(shown(sampleGate(2)), english, "down").state,
);
pictures("the last of what is in the way", () => opened(shown(sampleGate()), ..."jjjjjjj").state);
pictures("what loses data is asked a second time", () => opened(shown(sampleGate(4)), "x").state);
pictures("what is being done", () => opened(shown(sampleGate(2)), english, "p").state);
pictures("help at the gate", () => opened(shown(sampleGate(2)), "?").state);
pictures("a lab from elsewhere shows what it runs", () => opened(shown(sampleTrust)).state);
pictures("a lab from elsewhere shows what it runs, in English", () => opened(shown(sampleTrust), english).state);

const answers = (...inputs: Inputs) =>
  opened(...inputs).effects.flatMap((effect) => effect.kind === "answer-gate" ? [effect.answer] : []);

Deno.test("a choice is asked for once, and its letter does nothing while it is carried out", () => {
  const rename = { kind: "choice", obstacle: "container web", choice: "rename" } as const;
  deepStrictEqual(answers(shown(sampleGate(3)), "n", "n", "u"), [rename]);
  const use = { kind: "choice", obstacle: "container web", choice: "use" } as const;
  deepStrictEqual(answers(shown(sampleGate(3)), "n", shown(sampleGate(3)), "u"), [rename, use]);
});

Deno.test("what loses data is done only after yes; any other key is no", () => {
  deepStrictEqual(answers(shown(sampleGate(4)), "x"), []);
  deepStrictEqual(answers(shown(sampleGate(4)), "x", "z", "enter"), []);
  deepStrictEqual(answers(shown(sampleGate(4)), "x", "y"), [
    { kind: "choice", obstacle: "volume datos", choice: "remove" },
  ]);
});

Deno.test("a question stays while the lab looks again, so that no does not mean rename", () => {
  const [asked, again] = [shown(sampleGate(4)), shown(sampleGate(4))];
  const remove = { kind: "choice", obstacle: "volume datos", choice: "remove" } as const;
  deepStrictEqual(answers(asked, "x", again, again, "enter"), [remove]);
  deepStrictEqual(answers(shown(sampleGate(3)), "x", shown(sampleGate(3)), "n"), []);
  const gone = opened(asked, "x", shown(sampleGate(5))).state;
  ok(!pictureOf(gone).includes("¿Seguir?"), "of another obstacle nothing was asked");
});

Deno.test("letters of choices that an obstacle does not have do nothing", () => {
  deepStrictEqual(answers(shown(sampleGate(2)), "n", "x", "t", "c"), []);
  deepStrictEqual(answers(shown(sampleGate(1)), "u", "x", "p"), [], "only docker itself can make a swarm");
});

Deno.test("the pointer stays on its place when something above is gone, and never leaves the list", () => {
  const { state } = opened(shown(sampleGate()), ..."jjjjjjj", shown(sampleGate(6)));
  match(pictureOf(state), /❯ ✘ En el puerto 9090/);
});

Deno.test("a lab from elsewhere begins when the learner agrees, and not by any other key", () => {
  deepStrictEqual(answers(shown(sampleTrust), "u", "x", "space", "down"), []);
  deepStrictEqual(answers(shown(sampleTrust), "enter"), [{ kind: "trust" }]);
});

Deno.test("leaving at the gate leaves the lab", () => {
  for (const gate of [sampleGate(), sampleTrust]) {
    const { effects } = opened(shown(gate), "q");
    deepStrictEqual(effects.map(({ kind }) => kind), ["leave-lab", "quit"]);
  }
});

Deno.test("the gate lies over the lab, and is gone with what was in the way", () => {
  const verdict: Message = { kind: "lab-verdict", lab, verdict: sampleVerdict("failed", "blocked", "blocked") };
  const { state } = opened(verdict, shown(sampleGate()));
  ok(!/✘ 1\. /.test(pictureOf(state)));
  match(pictureOf(play(state, [shown()]).state), /✘ 1\. /);
  const other = play(state, [{ kind: "lab-gate", lab: "otro" }]).state;
  equal(pictureOf(other), pictureOf(state), "another lab's gate is not this one's");
});

Deno.test("a choice that docker refuses is told over the gate, which is there again behind it", () => {
  const failed: Message = { kind: "failed", what: { es: "No se puede", en: "Cannot" } };
  const { state } = opened(shown(sampleGate(3)), "n", failed, shown(sampleGate(3)));
  match(pictureOf(state), /Aviso/);
  match(pictureOf(play(state, ["enter"]).state), /❯ ✘ Ya existe un contenedor llamado web/);
});

Deno.test("a task is begun anew only after yes, and what came of it is said", () => {
  const verdict: Message = { kind: "lab-verdict", lab, verdict: sampleVerdict("passed", "failed", "blocked") };
  const resets = (...inputs: Inputs) => opened(verdict, ...inputs).effects.filter(({ kind }) => kind === "reset-task");
  equal(resets("z", "n").length, 0);
  equal(resets("z", "left").length, 0);
  const [first, second] = sampleOpening.lab.tasks.map(({ id }) => id);
  deepStrictEqual(resets("1", "z", "y"), [{ kind: "reset-task", lab, task: first }]);
  const news = { tasks: [first ?? "", second ?? ""], standsOn: [], aside: ["nota.txt.bak"] };
  const { state } = opened(verdict, { kind: "lab-reset", lab, news });
  match(pictureOf(state), /Otra vez desde el principio: tareas 1, 2 · tu versión queda en nota\.txt\.bak/);
});
