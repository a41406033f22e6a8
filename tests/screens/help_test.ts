/** On every screen, and in the smallest window, help shows all keys of that screen and where in the list one is. */

import { ok, strictEqual as equal } from "node:assert/strict";
import { app } from "../../lib/screens/app.ts";
import { keysOn } from "../../lib/screens/app_state.ts";
import { keyLabel } from "../../lib/screens/footer.ts";
import { lineWidth } from "../../lib/screens/width.ts";
import { play } from "./drawn.ts";
import { places } from "./places.ts";

const size = { columns: 40, rows: 15 };

for (const [name, begin] of places) {
  for (const lang of ["es", "en"] as const) {
    Deno.test(`${name} (${lang}): in 40×15 help can be read to its end, and its place is shown`, () => {
      const { overlay: _, ...without } = begin;
      let { state } = play({ ...without, lang }, [{ kind: "resize", size }, "f1"]);
      equal(state.overlay?.kind, "help");
      const keys = keysOn(state.screens.at(-1));
      const seen = new Set<string>();
      let last = "";
      for (;;) {
        const { lines } = app.view(state, size);
        equal(lines.length, size.rows);
        for (const line of lines) ok(lineWidth(line) <= size.columns);
        const texts = lines.map((line) => line.map(({ text }) => text).join(""));
        texts.slice(1, -1).forEach((text) => seen.add(text));
        const picture = texts.join("\n");
        if (picture === last) break;
        const isMore = texts.at(-1)?.includes("↓") && state.overlay?.kind === "help";
        ok(last !== "" || keys.length < size.rows - 2 || isMore, picture);
        last = picture;
        state = play(state, ["pagedown"]).state;
      }
      const all = [...seen].join("\n");
      for (const { keys: [key = ""], help, alone = help } of keys) {
        ok(all.includes(keyLabel(key, lang)), `${keyLabel(key, lang)} is not in\n${all}`);
        const word = alone[lang].split(" ")[0] ?? "";
        ok(all.includes(word), `${word} is not in\n${all}`);
      }
      equal(play(state, ["escape"]).state.overlay, undefined);
    });
  }
}
