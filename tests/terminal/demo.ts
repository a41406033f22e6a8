/** A small program that can end in every way there is; the tests drive it in a real terminal. */

import { crashReport } from "../../lib/terminal/crash.ts";
import { keyName } from "../../lib/screens/key.ts";
import type { Program } from "../../lib/screens/program.ts";
import { runProgram } from "../../lib/terminal/run.ts";
import { writeAll } from "../../lib/terminal/stream.ts";
import { openTerminal } from "../../lib/terminal/tty.ts";

interface State {
  readonly last: string;
  readonly count: number;
  readonly ticks: number;
}

type Message = { readonly kind: "tick" };
type Effect = { readonly kind: "reject" | "throw-later" | "ticks" | "child" | "copy" };

const program: Program<State, Message, Effect> = {
  update(state, message) {
    if (message.kind === "tick") return { state: { ...state, ticks: state.ticks + 1 }, effects: [] };
    if (message.kind === "resize") return { state: { ...state }, effects: [] };
    const last = message.key.kind === "paste" ? `paste:${message.key.text}` : keyName(message.key);
    if (last === "t") throw new Error("thrown in update");
    return { state: { ...state, last, count: state.count + 1 }, effects: effectsOf(last) };
  },
  view({ last, count, ticks }, { columns, rows }) {
    if (last === "v") throw new Error("thrown in view");
    const lines = [`demo ${columns}x${rows} pid ${Deno.pid}`, `key ${last}`, `count ${count}`, `ticks ${ticks}`];
    const filler = Array.from({ length: Math.max(0, rows - lines.length - 1) }, () => "");
    return {
      lines: [...lines, ...filler, "─".repeat(columns)].map((text) => [{ text, style: "plain" }]),
      cursor: { row: 1, column: 4 },
    };
  },
};

function effectsOf(key: string) {
  switch (key) {
    case "q":
      return [{ kind: "quit", code: 0 }] as const;
    case "ctrl-c":
    case "ctrl-d":
      return [{ kind: "quit", code: 130 }] as const;
    case "ctrl-z":
      return [{ kind: "suspend" }] as const;
    case "r":
      return [{ kind: "reject" }] as const;
    case "x":
      return [{ kind: "throw-later" }] as const;
    case "w":
      return [{ kind: "ticks" }] as const;
    case "c":
      return [{ kind: "copy" }] as const;
    case "s":
      return [{ kind: "child" }] as const;
    default:
      return [];
  }
}

async function main(): Promise<number> {
  using terminal = openTerminal();
  if (!terminal) {
    writeAll("no terminal\n");
    return 2;
  }
  return await runProgram<State, Message, Effect>(program, { last: "", count: 0, ticks: 0 }, {
    terminal,
    perform(effect, { dispatch, handOver, copy }): void | Promise<void> {
      switch (effect.kind) {
        case "reject":
          void Promise.reject(new Error("rejected and not handled"));
          return;
        case "throw-later":
          setTimeout(() => {
            throw new Error("thrown in a timer");
          }, 10);
          return;
        case "ticks":
          for (let count = 0; count < 100; count++) setTimeout(() => dispatch({ kind: "tick" }), count);
          return;
        case "copy":
          return copy("docker ps -a --filter name=ñandú\n");
        case "child":
          return handOver(async () => {
            const command = new Deno.Command("sh", {
              args: ["-c", 'echo child ready; read line; echo "child got $line"; sleep 0.3'],
              stdin: "inherit",
              stdout: "inherit",
              stderr: "inherit",
            });
            await command.output();
          });
      }
    },
  });
}

let code: number;
try {
  code = await main();
} catch (error) {
  writeAll(`${crashReport(error, "en", false)}\n`);
  code = 1;
}
Deno.exit(code);
