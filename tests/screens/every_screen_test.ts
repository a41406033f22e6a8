/** Every place of the program in three sizes, both languages, with and without colour, as the terminal gets it. */

import { app } from "../../lib/screens/app.ts";
import type { AppState } from "../../lib/screens/app_state.ts";
import type { Size } from "../../lib/screens/frame.ts";
import { type Depth, styled } from "../../lib/terminal/palette.ts";
import { key, play } from "./drawn.ts";
import { places } from "./places.ts";

const sizes: readonly Size[] = [{ columns: 80, rows: 24 }, { columns: 40, rows: 15 }, { columns: 160, rows: 50 }];
/** `NO_COLOR` leaves attributes: bold, reverse. */
const depths = { "without colour": "none", "in 256 colours": "256" } as const satisfies Record<string, Depth>;

/** Escapes are written ␛. */
function pictureOf(state: AppState, size: Size, depth: Depth): string {
  const { lines } = app.view(state, size);
  const drawn = lines.map((line) => line.map(({ text, style }) => styled(text, style, depth)).join("").trimEnd());
  return drawn.join("\n").trimEnd().replaceAll("\x1b", "␛");
}

for (const [name, begun] of places) {
  for (const size of sizes) {
    Deno.test(`${name} at ${size.columns}×${size.rows}`, async (t) => {
      const spanish = play(begun, [{ kind: "resize", size }]).state;
      for (const state of [spanish, { ...spanish, lang: "en" as const }]) {
        for (const [how, depth] of Object.entries(depths)) {
          await t.assertSnapshot(
            pictureOf(state, size, depth),
            `${name} ${size.columns}×${size.rows} ${state.lang} ${how}`,
          );
        }
      }
    });
  }
}

Deno.test("the language is switched in place on every screen, and nothing else changes", () => {
  for (const [name, begun] of places) {
    const there = play(begun, [{ kind: "key", key: key("f8") }]).state;
    const back = play(there, [{ kind: "key", key: key("f8") }]).state;
    if (JSON.stringify(back) !== JSON.stringify(begun)) throw new Error(`${name} is not as it was`);
    if (there.lang === begun.lang) throw new Error(`${name} keeps its language`);
  }
});
