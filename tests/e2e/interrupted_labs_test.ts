/** Twenty labs that are killed at random moments, and cleaned up: nothing of any of them is left. */

import assert from "node:assert/strict";
import { seeded } from "../../lib/quiz/rng.ts";
import { docker, engineTest } from "./engine.ts";
import { grumete, project, temporaryFolder } from "./grumete.ts";
import { type PreparedLab, writePreparedLab } from "./prepared_lab.ts";

/** What is going on when grumete is killed. */
const moments = ["prepare", "screen", "cleanup", "work"] as const;

/** grumete without an end of its own, killed after `ms` or when it has ended. */
async function killed(args: readonly string[], ms: number): Promise<void> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "-q", "--no-prompt", `${project}/main.ts`, ...args],
    env: { NO_COLOR: "1" },
    stdin: "piped",
    stdout: "null",
    stderr: "null",
  }).spawn();
  const timer = setTimeout(() => {
    try {
      child.kill("SIGKILL");
    } catch {
      // It was quicker.
    }
  }, ms);
  await child.status;
  clearTimeout(timer);
  await child.stdin.close().catch(() => {});
}

/** The learner is at work, in another terminal. Returns the volumes that got no name. */
async function works(lab: PreparedLab): Promise<readonly string[]> {
  await docker("run", "-d", "--name", lab.web, "-v", "/copia", "busybox", "sleep", "600");
  await docker("volume", "create", lab.datos);
  await docker("run", "-d", "--network", lab.red, "busybox", "sleep", "600");
  const names = await docker("container", "inspect", "--format", "{{range .Mounts}}{{.Name}} {{end}}", lab.web);
  return names.trim().split(" ");
}

engineTest("no residue after twenty labs that were killed at random moments and then cleaned up", async () => {
  const seed = 20_261_121;
  const rng = seeded(seed);
  using folder = temporaryFolder();
  const rounds = Array.from({ length: 20 }, (_, round) => ({
    moment: moments[round % moments.length] ?? "prepare",
    // From before the first line of it runs until after the last.
    ms: Math.round(100 + rng() * 1100),
  }));
  const one = async ({ moment, ms }: (typeof rounds)[number]) => {
    await using lab = writePreparedLab(folder.path);
    const at = ["--state", `${folder.path}/state-${lab.id}`];
    let unnamed: readonly string[] = [];
    const told = `${moment} killed after ${ms} ms, seed ${seed}`;
    if (moment === "prepare") {
      await killed(["prepare", lab.folder, "--yes", ...at], ms);
    } else if (moment === "screen") {
      await killed(["lab", lab.folder, "--plain", "--yes", ...at], ms);
    } else {
      const prepared = await grumete(["prepare", lab.folder, "--yes", ...at]);
      assert.equal(prepared.code, 0, prepared.stderr);
      unnamed = await works(lab);
      if (moment === "cleanup") await killed(["cleanup", lab.folder, ...at], ms);
      else await killed(["lab", lab.folder, "--plain", ...at], ms);
    }
    const cleaned = await grumete(["cleanup", lab.folder, "--yes", ...at]);
    assert.equal(cleaned.code, 0, `${told}: ${cleaned.stdout}${cleaned.stderr}`);
    // What a killed grumete had started would be there by now.
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual(await lab.objects(), [], `${told}: ${cleaned.stdout}`);
    const volumes = (await docker("volume", "ls", "-q")).split("\n");
    assert.deepEqual(unnamed.filter((name) => volumes.includes(name)), [], `${told}: volumes without a name`);
    const again = await grumete(["cleanup", lab.folder, ...at]);
    assert.match(again.stdout, /No queda nada/, told);
  };
  for (let at = 0; at < rounds.length; at += 5) await Promise.all(rounds.slice(at, at + 5).map(one));
});
