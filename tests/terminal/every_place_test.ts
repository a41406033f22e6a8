/** Every screen on a real terminal: it shows what the pure picture says, at every size that it comes to. */

import assert from "node:assert/strict";
import { inAscii } from "../../lib/screens/ascii.ts";
import { app } from "../../lib/screens/app.ts";
import type { AppState } from "../../lib/screens/app_state.ts";
import { places } from "../screens/places.ts";
import { noTmux, Tmux } from "./tmux.ts";

const show = (name: string) => [Deno.execPath(), "run", "-q", "--allow-env", "tests/terminal/show_place.ts", name];

function expected(state: AppState, columns: number, rows: number): string {
  const size = { columns, rows };
  return text(app.view({ ...state, size }, size));
}

function text({ lines }: ReturnType<typeof app.view>): string {
  return lines.map((line) => line.map(({ text }) => text).join("").trimEnd()).join("\n").trimEnd();
}

async function waitForPicture(tmux: Tmux, picture: string): Promise<void> {
  const seen = (screen: string) => screen.split("\n").map((line) => line.trimEnd()).join("\n").trimEnd() === picture;
  await tmux.waitFor(seen).catch(async () => assert.equal(await tmux.capture(), picture));
}

for (const [name, state] of places) {
  Deno.test({
    name: `${name} follows every change of size, and comes back as it was`,
    ignore: noTmux(),
    async fn() {
      await using tmux = await Tmux.start(show(name));
      await waitForPicture(tmux, expected(state, 80, 24));
      for (const [columns, rows] of [[160, 50], [40, 15]] as const) {
        await tmux.resize(columns, rows);
        await waitForPicture(tmux, expected(state, columns, rows));
      }
      for (const [columns, rows] of [[1, 1], [200, 60], [39, 15], [30, 8], [120, 3], [41, 16], [80, 24]] as const) {
        await tmux.resize(columns, rows);
      }
      await waitForPicture(tmux, expected(state, 80, 24));
    },
  });
}

for (const term of ["xterm", "xterm-256color", "screen", "screen-256color", "tmux-256color", "linux", "vt100"]) {
  Deno.test({
    name: `TERM=${term} shows the same lines, in the signs and colours that it has, and is given back`,
    ignore: noTmux(),
    async fn() {
      const state = places.get("lab");
      assert.ok(state);
      await using tmux = await Tmux.start(undefined, { env: { TERM: term } });
      await tmux.waitFor("$");
      await tmux.type(`${show("lab").join(" ")}; echo code $?`);
      await tmux.keys("Enter");
      const size = { columns: 80, rows: 24 };
      const frame = app.view({ ...state, size }, size);
      await waitForPicture(tmux, text(term === "linux" ? inAscii(frame) : frame));
      const escapes = await tmux.escapes();
      assert.equal(/\[[\d;]*38;[25];/.test(escapes), term.includes("256color"));
      assert.equal(/\[(?:\d+;)*[39][0-7](?:;\d+)*m/.test(escapes), term !== "vt100");
      await tmux.keys("C-c");
      await tmux.waitFor("code 130");
      assert.equal(await tmux.ask("#{alternate_on} #{cursor_flag} #{wrap_flag}"), "0 1 1");
    },
  });
}

Deno.test({
  name: "TERM=dumb is no terminal to draw on",
  ignore: noTmux(),
  async fn() {
    await using tmux = await Tmux.start(undefined, { env: { TERM: "dumb" } });
    await tmux.waitFor("$");
    await tmux.type(show("home").join(" "));
    await tmux.keys("Enter");
    await tmux.waitFor("There is no terminal");
  },
});
