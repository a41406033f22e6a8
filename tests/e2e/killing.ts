/** Programs that are killed while somebody talks to them, and the state that they leave behind. */

import assert from "node:assert/strict";
import { type EventStore, openStore } from "../../lib/store/event_store.ts";
import { command } from "./nine_kinds.ts";

export interface Killed {
  /** All that was on standard output when it ended. */
  readonly said: string;
  /** False: it came to its end before. */
  readonly killed: boolean;
}

/** When to kill: ms after its start, or after it has said the first thing that matters. */
export interface Moment {
  readonly after: "start" | RegExp;
  readonly ms: number;
}

/** Runs `grumete ARGS`, answers what it says with what `reply` gives, and kills it with SIGKILL. */
export async function killedAt(
  moment: Moment,
  args: readonly string[],
  reply: (said: string) => string | undefined,
): Promise<Killed> {
  const [program = "", ...rest] = command(...args);
  const child = new Deno.Command(program, {
    args: rest,
    env: { NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" },
    stdin: "piped",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const writer = child.stdin.getWriter();
  const encoder = new TextEncoder();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const arm = () => timer ??= setTimeout(() => kill(child), moment.ms);
  if (moment.after === "start") arm();
  // On a machine so busy that nothing is said, it is killed all the same.
  const last = setTimeout(() => kill(child), 10_000);
  let said = "";
  for await (const chunk of child.stdout.pipeThrough(new TextDecoderStream())) {
    said += chunk;
    if (moment.after instanceof RegExp && moment.after.test(said)) arm();
    const line = reply(said);
    // Who is dead already hears nothing.
    if (line !== undefined) writer.write(encoder.encode(line)).catch(() => {});
  }
  const { signal } = await child.status;
  clearTimeout(timer);
  clearTimeout(last);
  await writer.close().catch(() => {});
  return { said, killed: signal === "SIGKILL" };
}

function kill(child: Deno.ChildProcess): void {
  try {
    child.kill("SIGKILL");
  } catch {
    // It was quicker.
  }
}

/** Opens a copy of what is on disk, so that the next program finds what the killed one left; checks that it is sound. */
export function leftBehind<Result>(state: string, look: (store: EventStore) => Result): Result {
  const copy = Deno.makeTempDirSync({ prefix: "grumete-test-" });
  try {
    for (const { name } of Deno.readDirSync(state)) {
      if (/^grumete\.db(?:-wal)?$/.test(name)) Deno.copyFileSync(`${state}/${name}`, `${copy}/${name}`);
    }
    using store = openStore(copy);
    assert.deepEqual(store.flaws(), []);
    return look(store);
  } finally {
    Deno.removeSync(copy, { recursive: true });
  }
}
