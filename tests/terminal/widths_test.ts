/** The cells that this program counts are those that a real terminal uses. */

import assert from "node:assert/strict";
import { cleanLine } from "../../lib/screens/clean.ts";
import { widthOf } from "../../lib/screens/width.ts";
import { temporaryFolder } from "../e2e/grumete.ts";
import { noTmux, Tmux } from "./tmux.ts";

/** As somebody may write them; cleaned before they are drawn. */
const texts: Readonly<Record<string, string>> = {
  "accents of one and of two characters": "ñandú n\u0303andu\u0301",
  "Latin with stacked marks": "a\u0310\u0316x",
  "Greek and Cyrillic": "Ωmega Жизнь",
  "Chinese, Japanese and Korean": "漢字かなカナ한국어",
  "half-width and full-width forms": "ｱｲｳ ＡＢＣ",
  "conjoining jamo": "\u1112\u1161\u11ab",
  "emoji": "🐳🚀",
  "an emoji of several people": "👩‍🚒",
  "a heart with and without its selector": "❤\ufe0f❤",
  "flags": "🇪🇸",
  "symbols of the program": "✔✘❯●○◐█░│─→←↑↓↳⚠…",
  "zero-width space, soft hyphen, byte order mark": "a\u200bb\u00adc\ufeffd",
  "a joiner where nothing is joined": "a\u200db",
  "marks of direction": "abc\u202edef\u202c\u2066x\u2069",
  "a tab": "a\tb",
  "hard and wide blanks": "a\u00a0b\u3000c",
};

Deno.test({
  name: "widths of accents, wide characters, emoji, marks, tabs and what is not seen are those of the terminal",
  ignore: noTmux(),
  async fn(t) {
    using folder = temporaryFolder();
    const file = `${folder.path}/line`;
    await using tmux = await Tmux.start([
      ...["bash", "--norc", "-c"],
      `stty -echo; while read -r; do clear; cat ${file}; done`,
    ]);
    for (const [name, text] of Object.entries(texts)) {
      await t.step(name, async () => {
        const cleaned = cleanLine(text);
        Deno.writeTextFileSync(file, `${name}\n${cleaned}|`);
        await tmux.keys("Enter");
        await tmux.waitFor((screen) => screen.startsWith(`${name}\n`) && screen.includes("|"));
        assert.equal(Number(await tmux.ask("#{cursor_x}")) - 1, widthOf(cleaned));
      });
    }
  },
});
