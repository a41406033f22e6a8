/** What is shown of something that takes its time: in a lab, at its gate, and as a line of text. */

import { deepStrictEqual as deepEqual, match, ok, strictEqual as equal } from "node:assert/strict";
import fc from "fast-check";
import { same } from "../../lib/content/text.ts";
import { type Activity, activityLine, activityText } from "../../lib/screens/activity.ts";
import { type AppState, startApp } from "../../lib/screens/app_state.ts";
import type { Message } from "../../lib/screens/message.ts";
import { lineWidth } from "../../lib/screens/width.ts";
import { type Any, pictureOf, play } from "./drawn.ts";
import { sampleGate } from "./sample_gate.ts";
import { sampleOpening, sampleVerdict } from "./sample_lab.ts";

const lab = sampleOpening.lab.id;
const pull: Activity = {
  what: same("docker pull nginx:1.27"),
  steps: { done: 2, total: 6 },
  note: "a1b2c3d4e5f6: Pull complete",
  seconds: 12,
  cancel: true,
};
const shown = (activity?: Activity): Message => ({ kind: "lab-activity", lab, ...(activity ? { activity } : {}) });
const text = (activity: Activity, width: number) =>
  activityLine(activity, "en", width).map(({ text }) => text).join("");

function opened(...inputs: Parameters<typeof play>[1]): { readonly state: AppState; readonly effects: readonly Any[] } {
  const start = startApp({ lang: "en", theme: { ascii: false }, size: { columns: 80, rows: 24 }, names: {} }, {
    kind: "lab",
    opening: sampleOpening,
  });
  return play(start, inputs);
}

Deno.test("a bar says how much is done, the count which step is under way, and the end for how long", () => {
  equal(text(pull, 80), "████░░░░░░░░ 3/6 docker pull nginx:1.27: a1b2c3d4e5f6: Pull complete        12 s");
  equal(text({ ...pull, steps: { done: 6, total: 6 } }, 40), "██████ 6/6 docker pull nginx:1.27:… 12 s");
});

Deno.test("where the end is not known something moves each second, and pretends nothing", () => {
  const at = (seconds: number) => text({ what: same("Looking"), seconds }, 60).replace(/ .*/, "");
  deepEqual([1, 2, 11, 12].map(at), ["░█░░░░░░░░░░", "░░█░░░░░░░░░", "░░░░░░░░░░░█", "█░░░░░░░░░░░"]);
});

Deno.test("line by line it is words", () => {
  equal(activityText(pull, "es"), "docker pull nginx:1.27 3/6: a1b2c3d4e5f6: Pull complete (12 s)");
  equal(activityText({ what: { es: "Quitando", en: "Removing" }, seconds: 3 }, "es"), "Quitando… (3 s)");
});

Deno.test("it is never wider than its place, whatever is said", () => {
  fc.assert(fc.property(
    fc.string({ unit: "grapheme" }),
    fc.option(fc.record({ done: fc.nat(), total: fc.nat() }), { nil: undefined }),
    fc.nat(10_000),
    fc.integer({ min: 20, max: 200 }),
    (note, steps, seconds, width) => {
      const line = activityLine(
        { what: same("docker build"), note, seconds, ...(steps ? { steps } : {}) },
        "en",
        width,
      );
      ok(lineWidth(line) <= width);
    },
  ));
});

for (const columns of [80, 40] as const) {
  const rows = columns === 80 ? 24 : 15;
  const size = { kind: "resize", size: { columns, rows } } as const;
  Deno.test(`a lab that is being prepared at ${columns}×${rows}`, async (t) => {
    const preparing: Activity = {
      ...pull,
      what: { es: "Preparando el laboratorio", en: "Preparing the lab" },
      note: "docker volume create datos",
    };
    await t.assertSnapshot(pictureOf(opened(shown(preparing), size).state));
  });
  Deno.test(`what is fetched at the gate at ${columns}×${rows}`, async (t) => {
    const gate: Message = { kind: "lab-gate", lab, gate: sampleGate() };
    await t.assertSnapshot(pictureOf(opened(gate, shown(pull), size).state));
  });
}

Deno.test("escape gives up what can be given up, in the lab and at its gate, and nothing else", () => {
  const cancels = ({ effects }: { readonly effects: readonly Any[] }) =>
    effects.filter((effect) => JSON.stringify(effect).includes("cancel-work")).length;
  const gate: Message = { kind: "lab-gate", lab, gate: sampleGate() };
  const { cancel: _, ...firm } = pull;
  equal(cancels(opened(shown(pull), "escape")), 1);
  equal(cancels(opened(gate, shown(pull), "escape")), 1);
  equal(cancels(opened(shown(firm), "escape")), 0);
  equal(cancels(opened(shown(pull), shown(), "escape")), 0);
});

Deno.test("when it is over nothing of it is shown any more", () => {
  const state = opened({ kind: "lab-verdict", lab, verdict: sampleVerdict() }, shown(pull)).state;
  match(pictureOf(state), /docker pull/);
  ok(!pictureOf(play(state, [shown()]).state).includes("docker pull"));
});
