/** Two hundred kill -9 at random moments: nothing acknowledged is lost, the store is sound, and it goes on where it was. */

import assert from "node:assert/strict";
import { seeded } from "../../lib/quiz/rng.ts";
import { noTmux, Tmux } from "../terminal/tmux.ts";
import { engineTest } from "./engine.ts";
import { grumete, temporaryFolder } from "./grumete.ts";
import { killedAt, type Moment } from "./killing.ts";
import { command } from "./nine_kinds.ts";
import { LabSittings } from "./volume_lab.ts";
import { places, prompt, Sittings, writeWords } from "./word_quiz.ts";

const seed = 20_261_121;

/** One in four while the program starts and opens the store, the others while it is being talked to. */
function momentOf(rng: () => number, first: RegExp, span: number): Moment {
  return rng() < 0.25 ? { after: "start", ms: rng() * 500 } : { after: first, ms: rng() * span };
}

/** Takes the quiz line by line until it is killed; every fifth question gets a hint first. */
async function plainSitting(path: string, sittings: Sittings, moment: Moment): Promise<boolean> {
  const sent: string[] = [];
  const hints: string[] = [];
  let heard = 0;
  const args = ["quiz", path, "--plain", "--state", sittings.state, "--lang", "es"];
  const { said, killed } = await killedAt(moment, args, (said) => {
    if (said.length === heard || !said.endsWith("> ")) return undefined;
    heard = said.length;
    const question = [...said.matchAll(prompt)].at(-1)?.[1] ?? "";
    if (question.endsWith("5") && hints.at(-1) !== question) {
      hints.push(question);
      return "?\n";
    }
    const typed = crypto.randomUUID();
    sent.push(`${question} ${typed}`);
    return `${typed}\n`;
  });
  const verdicts = said.match(/Incorrecto/g)?.length ?? 0;
  for (const answer of sent.slice(0, verdicts)) sittings.answered(...answer.split(" ") as [string, string]);
  for (const question of hints) if (said.includes(`Pista de ${question}.`)) sittings.hinted(question);
  sittings.began(places(said));
  return killed;
}

Deno.test("no answer that was acknowledged is lost in 150 quizzes that are killed, and each goes on at the right question", async () => {
  using folder = temporaryFolder();
  const path = writeWords(folder.path);
  const totals = await Promise.all([1, 2, 3].map(async (worker) => {
    const rng = seeded(seed + worker);
    const sittings = new Sittings(`${folder.path}/state-${worker}`);
    for (let kills = 0; kills < 50;) {
      const killed = await plainSitting(path, sittings, momentOf(rng, /Palabra/, 300));
      if (exists(sittings.state)) sittings.check();
      if (killed) kills++;
    }
    return sittings.acknowledged;
  }));
  // A program that stops talking would pass otherwise.
  assert.ok(Math.min(...totals) > 50, `acknowledged: ${totals}`);
});

/** Types answers until the program is dead. Gives the last screen. */
async function screenSitting(tmux: Tmux, ms: number, acknowledge: (screen: string) => void): Promise<void> {
  const pid = Number(await tmux.ask("#{pane_pid}"));
  const dead = async () => (await tmux.ask("#{pane_dead}")) === "1";
  setTimeout(() => Deno.kill(pid, "SIGKILL"), ms);
  while (!await dead()) {
    const screen = await tmux.capture();
    acknowledge(screen);
    if (/Incorrecto/.test(screen)) await tmux.keys("Enter");
    else if (/Palabra q\d{3}/.test(screen)) {
      await tmux.type(crypto.randomUUID());
      await tmux.keys("Enter");
      await tmux.waitFor(/Incorrecto|Pane is dead/, 1000).catch(() => {});
    }
  }
  acknowledge(await tmux.capture());
}

Deno.test({
  name:
    "no answer whose verdict was on the screen is lost in 30 quizzes that are killed, and each goes on at the right question",
  ignore: noTmux(),
  async fn() {
    using folder = temporaryFolder();
    const path = writeWords(folder.path);
    await Promise.all([1, 2].map(async (worker) => {
      const rng = seeded(seed + 10 * worker);
      const sittings = new Sittings(`${folder.path}/state-${worker}`);
      for (let kills = 0; kills < 15; kills++) {
        await using tmux = await Tmux.start(command("quiz", path, "--state", sittings.state, "--lang", "es"));
        await tmux.waitFor("Palabra");
        const shown: { place: number; question: string }[] = [];
        const seen = new Set<string>();
        await screenSitting(tmux, 100 + rng() * 900, (screen) => {
          const now = placeOnScreen(screen);
          if (!now) return;
          if (shown.at(-1)?.place !== now.place) shown.push(now);
          const typed = screen.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/)?.[0];
          if (!typed || !/Incorrecto/.test(screen) || seen.has(typed)) return;
          seen.add(typed);
          sittings.answered(now.question, typed);
        });
        sittings.began(shown);
        sittings.check();
      }
      assert.ok(sittings.acknowledged > 15, `acknowledged: ${sittings.acknowledged}`);
    }));
  },
});

/** Nothing while something else is shown. */
function placeOnScreen(screen: string): { place: number; question: string } | undefined {
  const [, place, question] = screen.match(/Pregunta (\d+) de 400[^?]*Palabra (q\d{3})/) ?? [];
  return place && question ? { place: Number(place), question } : undefined;
}

engineTest(
  "no task that was announced as passed and no hint that was shown is lost in 20 labs that are killed, and each goes on at the right task",
  async () => {
    using folder = temporaryFolder();
    const ended = await Promise.allSettled([1, 2].map(async (worker) => {
      const rng = seeded(seed + 100 * worker);
      const state = `${folder.path}/state-${worker}`;
      await using lab = new LabSittings(folder.path, state, `grumete-killed-${Deno.pid}-${worker}`);
      const at = ["--state", state, "--lang", "es"];
      // What is made before the lab has begun would be in its way the next time.
      const prepare = async () => assert.equal((await grumete(["prepare", lab.folder, "--yes", ...at])).code, 0);
      await prepare();
      for (let kills = 0; kills < 10;) {
        const args = ["lab", lab.folder, "--plain", "--yes", ...at];
        const { said, killed } = await killedAt(
          momentOf(rng, /Motor de Docker/, 1500),
          args,
          (said) => lab.reply(said),
        );
        if (exists(state)) lab.check(said);
        if (killed) {
          kills++;
          continue;
        }
        const { code, stderr } = await grumete(["cleanup", lab.folder, "--yes", ...at]);
        // An engine that is too busy to answer leaves the lab open; then it goes on.
        assert.ok(code === 0 || code === 3, stderr);
        if (code === 3) continue;
        lab.restart();
        await prepare();
      }
      return lab.announced;
    }));
    // The other one has cleaned up by now.
    const totals = ended.map((end) => {
      if (end.status === "rejected") throw end.reason;
      return end.value;
    });
    assert.ok(Math.min(...totals) > 5, `announced: ${totals}`);
  },
);

function exists(state: string): boolean {
  try {
    return Deno.statSync(`${state}/grumete.db`).isFile;
  } catch {
    return false;
  }
}
