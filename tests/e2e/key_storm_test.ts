/** A hundred thousand random bytes and keys, and changes of size without end, in a real terminal: no fault, and it is given back whole. */

import assert from "node:assert/strict";
import { seeded } from "../../lib/quiz/rng.ts";
import { noTmux, Tmux } from "../terminal/tmux.ts";
import { temporaryFolder } from "./grumete.ts";
import { command, writeQuiz } from "./nine_kinds.ts";

const keys: readonly string[] = [
  ..."\x1b[A \x1b[B \x1b[C \x1b[D \x1b[H \x1b[F \x1b[5~ \x1b[6~ \x1b[3~ \x1b[Z \x1bOP \x1bOQ \x1b[15~ \x1b[19~ \x1b[1;5C \x1b[1;2A"
    .split(" "),
  ..."\x1bb \x1bf \x1b[200~pegado\x1b[201~ \x1b[<0;3;4M \x1b[M!!! \x1b[27;5;97~ \x1b]52;c;eA==\x07 \x1b[?1;2c \r \t"
    .split(" "),
  ..."\x08 \x7f \x01 \x02 \x05 \x06 \x07 \x0b \x0c \x0e \x0f \x10 \x12 \x14 \x15 \x17 \x19 ñ é 日 👩‍🚒 ? ? / L j k n p s v f 1 2 3 a b"
    .split(" "),
];

/** What ends or stops a program, or the terminal itself between two programs: Ctrl-C, D, Q, S, Z, \. */
const endings = new Set([0x03, 0x04, 0x11, 0x13, 0x1a, 0x1c]);

/** So many bytes: whole keys, and between them anything, pieces of keys too. */
function storm(seed: number, size: number): Uint8Array {
  const random = seeded(seed);
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  while (bytes.length < size) {
    const byte = Math.floor(random() * 256);
    const key = keys[Math.floor(random() * keys.length)] ?? "";
    if (random() < 0.1) {
      if (!endings.has(byte)) bytes.push(byte);
    } else bytes.push(...encoder.encode(key));
  }
  return new Uint8Array(bytes.slice(0, size));
}

const screens: readonly (readonly [name: string, args: (folder: string) => readonly string[]])[] = [
  ["home", () => []],
  ["quiz", (folder) => ["quiz", writeQuiz(folder)]],
];

for (const [name, args] of screens) {
  Deno.test({
    name:
      `beginning at the ${name} screen, 100,000 random bytes and 150 changes of size end in no fault and a sound terminal`,
    ignore: noTmux(),
    async fn() {
      using temporary = temporaryFolder();
      const folder = temporary.path;
      // No engine: what random keys may ask of one is nobody's wish.
      const environment = { DOCKER_HOST: "tcp://127.0.0.1:1", HOME: folder, DENO_DIR: denoFolder() };
      const words = command(...args(folder), "--state", `${folder}/state`).map((word) => `'${word}'`).join(" ");
      // Who leaves is started again, so that all the bytes meet the program.
      const script =
        `cd ${folder}; stty -echo; stty -a > before; while [ ! -e enough ]; do ${words} 2>> errors; echo $? >> codes; done
        stty -a > after; while read -r -t 0.5 -n 5000; do :; done; clear; echo ended$((1+1)); exec cat -v`;
      await using tmux = await Tmux.start(["bash", "--norc", "-c", script], {
        columns: 100,
        rows: 30,
        env: environment,
      });
      await tmux.waitFor(/grumete|Pregunta/);
      const random = seeded(3);
      const all = storm(name.length, 100_000);
      for (let at = 0, turn = 0; at < all.length; turn++) {
        const piece = all.subarray(at, at += 1 + Math.floor(random() * 1400));
        await tmux.bytes(piece);
        if (turn % 5 === 0) await tmux.wait(30);
        await tmux.resize(1 + Math.floor(random() * 160), 1 + Math.floor(random() * 50));
      }
      await tmux.resize(100, 30);
      await tmux.wait(1000);
      Deno.writeTextFileSync(`${folder}/enough`, "");
      for (let tries = 0; tries < 50 && !(await tmux.capture()).includes("ended2"); tries++) {
        await tmux.wait(300);
        await tmux.outside(`kill -TERM $(ps -o pid= --ppid ${await tmux.ask("#{pane_pid}")}) 2> /dev/null || true`);
      }
      await tmux.waitFor("ended2");
      assert.equal(Deno.readTextFileSync(`${folder}/errors`), "");
      const codes = new Set(Deno.readTextFileSync(`${folder}/codes`).trim().split("\n"));
      assert.deepEqual([...codes].filter((code) => !["0", "1", "130", "143"].includes(code)), []);
      assert.equal(Deno.readTextFileSync(`${folder}/after`), Deno.readTextFileSync(`${folder}/before`));
      assert.equal(
        await tmux.ask("#{alternate_on} #{cursor_flag} #{wrap_flag} #{mouse_any_flag} #{keypad_flag}"),
        "0 1 1 0 0",
      );
      await tmux.paste("pasted");
      await tmux.keys("Enter");
      await tmux.waitFor(/^pasted$/m);
    },
  });
}

function denoFolder(): string {
  return Deno.env.get("DENO_DIR") ?? `${Deno.env.get("HOME")}/.cache/deno`;
}
