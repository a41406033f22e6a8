/**
 * What is on the disk at any moment while events are stored is a sound store that holds all that was acknowledged. This is as near
 * to a power cut as a process gets: a disk that says it has written what it has not is beyond it.
 */

import assert from "node:assert/strict";
import { openStore } from "../../lib/store/event_store.ts";
import { seeded } from "../../lib/quiz/rng.ts";
import { project, temporaryFolder } from "../e2e/grumete.ts";

/** The two files as they were at one moment, and the uids that had been told before. */
interface Moment {
  readonly store: Uint8Array;
  readonly log: Uint8Array;
  readonly acknowledged: readonly string[];
}

const rng = seeded(20_261_121);

/** Stops a program that stores events again and again, and looks at what is there. */
async function moments(folder: string, count: number): Promise<readonly Moment[]> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "-q", `${project}/tests/store/append.ts`, folder, "1000000"],
    stdout: "piped",
  }).spawn();
  const found: Moment[] = [];
  let said = "";
  let next = 0;
  for await (const chunk of child.stdout.pipeThrough(new TextDecoderStream())) {
    said += chunk;
    const acknowledged = said.split("\n").slice(0, -1);
    if (found.length === count || acknowledged.length < next) continue;
    next = acknowledged.length + 20 + rng() * 150;
    child.kill("SIGSTOP");
    await stopped(child.pid);
    found.push({
      store: Deno.readFileSync(`${folder}/grumete.db`),
      log: Deno.readFileSync(`${folder}/grumete.db-wal`),
      acknowledged,
    });
    child.kill(found.length === count ? "SIGKILL" : "SIGCONT");
  }
  await child.status;
  return found;
}

/** A signal is not heard at once. */
async function stopped(pid: number): Promise<void> {
  while (true) {
    const { stdout } = await new Deno.Command("cat", { args: [`/proc/${pid}/stat`] }).output();
    if (/\) T /.test(new TextDecoder().decode(stdout))) return;
  }
}

/** Bytes that were on their way to the log when the power went. */
const tails: Readonly<Record<string, (log: Uint8Array) => Uint8Array>> = {
  "nothing more": () => new Uint8Array(),
  "a piece of the next page": () => crypto.getRandomValues(new Uint8Array(1 + Math.floor(rng() * 4000))),
  "room that was never filled": () => new Uint8Array(1 + Math.floor(rng() * 20_000)),
  "an old page once more": (log) => log.slice(32, 32 + 4096 + 24),
};

Deno.test("a store that is cut off at any moment is sound, and holds all that was acknowledged until then, in order", async () => {
  using folder = temporaryFolder();
  const found = await moments(`${folder.path}/state`, 12);
  for (const [index, { store, log, acknowledged }] of found.entries()) {
    for (const [name, tail] of Object.entries(tails)) {
      const copy = `${folder.path}/${index}-${name}`;
      Deno.mkdirSync(copy);
      Deno.writeFileSync(`${copy}/grumete.db`, store);
      Deno.writeFileSync(`${copy}/grumete.db-wal`, log);
      Deno.writeFileSync(`${copy}/grumete.db-wal`, tail(log), { append: true });
      using opened = openStore(copy);
      assert.deepEqual(opened.flaws(), [], name);
      const uids = opened.read().map(({ uid }) => uid);
      assert.deepEqual(uids.slice(0, acknowledged.length), acknowledged, name);
      opened.append({ kind: "quiz-skipped", quiz: "z", attempt: "a", question: "q" }, 1);
    }
  }
  assert.ok((found.at(-1)?.acknowledged.length ?? 0) > 200, "so little was stored that it shows nothing");
});

/** Lines such as `write(1</x/stdout>, "…` and `fsync(21</x/grumete.db-wal>) = 0`; nothing where there is no strace. */
async function systemCalls(folder: string, events: number): Promise<readonly string[] | undefined> {
  const trace = `${folder}/trace`;
  const program = [Deno.execPath(), "run", "-A", "-q", `${project}/tests/store/append.ts`, `${folder}/state`];
  try {
    const { success } = await new Deno.Command("strace", {
      args: ["-f", "-y", "-e", "trace=fsync,fdatasync,write", "-o", trace, ...program, String(events)],
      stdout: "piped",
      stderr: "null",
    }).output();
    if (!success) return undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
  return Deno.readTextFileSync(trace).split("\n");
}

Deno.test("an event is told only after the system was asked to bring the log to the disk, each time", async (t) => {
  using folder = temporaryFolder();
  const calls = await systemCalls(folder.path, 20);
  if (!calls) return void await t.step({ name: "there is no strace here", ignore: true, fn: () => {} });
  const order = calls.flatMap((line) =>
    /\bf(?:data)?sync\(\d+<[^>]*grumete\.db-wal>\) += 0/.test(line)
      ? ["synced"]
      : /\bwrite\(1</.test(line)
      ? ["told"]
      : []
  );
  assert.equal(order.filter((what) => what === "told").length, 20);
  for (const [index, what] of order.entries()) if (what === "told") assert.equal(order[index - 1], "synced");
});
