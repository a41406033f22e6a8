/** A lab in a real terminal while docker is used elsewhere: live ticks, diagnosis, hints, leaving and coming back, an engine that goes away. */

import assert from "node:assert/strict";
import { openStore } from "../../lib/store/event_store.ts";
import { noTmux, Tmux } from "../terminal/tmux.ts";
import { docker, hasEngine } from "./engine.ts";
import { grumete, temporaryFolder } from "./grumete.ts";
import { command } from "./nine_kinds.ts";
import { Proxy } from "./proxy.ts";
import { type SmallLab, writeLab } from "./small_lab.ts";

const ignore = noTmux() || !hasEngine;
const engineHost = Deno.env.get("DOCKER_HOST");

interface Doing {
  readonly lab: SmallLab;
  readonly state: string;
  /** For a socket and the like. */
  readonly folder: string;
  /** grumete with the lab in place of the shell. */
  readonly open: (
    options?: { readonly host?: string; readonly columns?: number; readonly rows?: number },
  ) => Promise<Tmux>;
  readonly grumete: (verb: string, ...args: readonly string[]) => ReturnType<typeof grumete>;
}

function labTest(name: string, fn: (doing: Doing) => Promise<void>): void {
  Deno.test({
    name,
    ignore,
    async fn() {
      using folder = temporaryFolder();
      await using lab = writeLab(folder.path);
      const state = `${folder.path}/state`;
      await fn({
        lab,
        state,
        folder: folder.path,
        open: ({ host = engineHost, ...size } = {}) =>
          Tmux.start(command("lab", lab.folder, "--state", state, "--lang", "en"), {
            ...size,
            env: host === undefined ? {} : { DOCKER_HOST: host },
          }),
        grumete: (verb, ...args) => grumete([verb, lab.folder, "--state", state, "--lang", "en", ...args]),
      });
    },
  });
}

/** ✔ ✘ … ? of the three tasks, as they stand in the list. */
function ticks(screen: string): string {
  return [...screen.matchAll(/^[❯ ] ([✔✘…?]) \d\. /gm)].map(([, tick]) => tick).join("");
}

/** The engine's facts stand under the title; while there is a fault, that stands there. */
function reached(screen: string): boolean {
  return /^Docker \d/m.test(screen);
}

function showing(wanted: string): (screen: string) => boolean {
  return (screen) => ticks(screen) === wanted;
}

async function run(lab: SmallLab, image = "busybox"): Promise<void> {
  await docker("run", "-d", "--name", lab.id, image, "sleep", "300");
}

function passedIn(state: string): readonly string[] {
  using store = openStore(state);
  return store.read().flatMap((event) => event.kind === "lab-task-passed" ? [event.task] : []);
}

labTest(
  "ticks turn green by themselves, a wrong attempt is explained, the end is said, clean-up leaves nothing",
  async (doing) => {
    const { lab, state, open, grumete } = doing;
    {
      await using tmux = await open();
      await tmux.waitFor(showing("✘✘…"));
      await run(lab, "debian:bookworm-slim");
      let screen = await tmux.waitFor("Seen:     image: debian:bookworm-slim");
      assert.match(screen, /Expected: image: busybox/);
      assert.match(screen, /Because: .*chosen when it is created/);
      assert.match(screen, /Try: .*docker rm -f/);
      assert.equal(ticks(screen), "✘✘…");
      await docker("rm", "-f", lab.id);
      await tmux.waitFor("Seen:     does not exist");
      await run(lab);
      screen = await tmux.waitFor(showing("✔✘✘"));
      assert.match(screen, /Task 1 passed: A running container · \+2 points/);
      assert.match(screen, /^❯ ✘ 2\. A volume/m, "the pointer goes on to the next open task");
      await docker("volume", "create", lab.volume);
      await tmux.waitFor(showing("✔✔✘"));
      await docker("stop", "-t", "0", lab.id);
      screen = await tmux.waitFor(showing("✔✔✔"));
      assert.match(screen, /Lab complete: 4 of 4 points/);
      await tmux.keys("q");
      assert.equal(await tmux.exitCode(), 0);
    }
    assert.deepEqual(passedIn(state), ["run", "keep", "stop"]);
    assert.equal((await lab.objects()).length, 2);
    const cleaned = await grumete("cleanup");
    assert.equal(cleaned.code, 0, cleaned.stdout + cleaned.stderr);
    assert.deepEqual(await lab.objects(), []);
  },
);

labTest("a docker command typed in a second pane turns the first one green", async ({ lab, open }) => {
  await using tmux = await open({ columns: 80, rows: 40 });
  await tmux.waitFor(showing("✘✘…"));
  await tmux.split([
    "env",
    ...engineHost === undefined ? [] : [`DOCKER_HOST=${engineHost}`],
    "PS1=$ ",
    "bash",
    "--norc",
    "--noprofile",
    "-i",
  ], 10);
  await tmux.waitFor((screen) => screen.includes("$"), 10_000, ":0.1");
  await tmux.type(`docker run -d --name ${lab.id} busybox sleep 300`, ":0.1");
  await tmux.keysTo(":0.1", "Enter");
  await tmux.waitFor(showing("✔✘✘"));
});

labTest("hints in tiers, one with its price; the solution only when confirmed", async ({ lab, state, open }) => {
  await using tmux = await open();
  await tmux.waitFor(showing("✘✘…"));
  await tmux.keys("h");
  await tmux.waitFor("Use docker run");
  await tmux.keys("h");
  await tmux.waitFor("See hint 2? It takes 0.5 points away");
  await tmux.keys("n");
  assert.doesNotMatch(await tmux.waitFor((screen) => !screen.includes("See hint 2?")), /goes to the background/);
  await tmux.keys("h", "Enter");
  await tmux.waitFor("goes to the background");
  await run(lab);
  await tmux.waitFor((screen) => ticks(screen) === "✔✘✘" && screen.includes("1.5/4 points"));
  await tmux.keys("s", "n");
  assert.doesNotMatch(await tmux.capture(), /Solution/);
  await tmux.keys("s", "y");
  await tmux.waitFor(`docker volume create ${lab.volume}`);
  using store = openStore(state);
  const kinds = store.read().map(({ kind }) => kind).filter((kind) => kind !== "lab-prepared");
  assert.deepEqual(kinds, ["lab-hint", "lab-hint", "lab-task-passed", "lab-given-up"]);
});

labTest("left and opened again, at 40×15, the passes are kept although the object is gone", async ({ lab, open }) => {
  {
    await using tmux = await open();
    await tmux.waitFor(showing("✘✘…"));
    await run(lab);
    await tmux.waitFor(showing("✔✘✘"));
    await tmux.keys("q");
    await tmux.exitCode();
  }
  await docker("rm", "-f", lab.id);
  await using tmux = await open({ columns: 40, rows: 15 });
  const screen = await tmux.waitFor(showing("✔✘✘"));
  assert.match(screen, /2\/4 points/);
});

labTest(
  "the engine goes away and comes back: the fault and its repair are said, no pass is lost, the next is seen",
  async (doing) => {
    const { lab, state, folder, open } = doing;
    await using proxy = new Proxy(`${folder}/docker.sock`);
    await using tmux = await open({ host: proxy.host });
    await tmux.waitFor(showing("✘✘…"));
    await run(lab);
    await tmux.waitFor(showing("✔✘✘"));

    await proxy.stop();
    const screen = await tmux.waitFor((screen) => ticks(screen) === "✔??" && screen.includes("systemctl start docker"));
    assert.match(screen, /Cannot talk to the Docker engine/);
    assert.match(screen, /2\/4 points/);
    await docker("volume", "create", lab.volume);

    proxy.start();
    await tmux.waitFor((screen) => ticks(screen) === "✔✔✘" && reached(screen), 15_000);
    await docker("stop", "-t", "0", lab.id);
    await tmux.waitFor(showing("✔✔✔"));
    assert.deepEqual(passedIn(state), ["run", "keep", "stop"]);
  },
);

labTest("an engine that accepts and never answers is noticed in seconds, and quitting is immediate", async (doing) => {
  const { lab, state, folder, open } = doing;
  await using proxy = new Proxy(`${folder}/docker.sock`);
  await using tmux = await open({ host: proxy.host });
  await tmux.waitFor(showing("✘✘…"));
  await run(lab);
  await tmux.waitFor(showing("✔✘✘"));

  proxy.freeze();
  const screen = await tmux.waitFor(
    (screen) => ticks(screen) === "✔??" && screen.includes("did not answer in time"),
    20_000,
  );
  assert.match(screen, /docker version/);
  await proxy.thaw();
  await tmux.waitFor((screen) => ticks(screen) === "✔✘✘" && reached(screen), 15_000);

  proxy.freeze();
  // A look is under way that nobody answers.
  await tmux.keys("r");
  await tmux.waitFor("looking…");
  const began = performance.now();
  await tmux.keys("q");
  assert.equal(await tmux.exitCode(), 1, "not all was passed");
  assert.ok(performance.now() - began < 1000, `${performance.now() - began} ms`);
  assert.deepEqual(passedIn(state), ["run"]);
});

labTest("opened while the engine is down, the lab begins by itself when it comes up", async ({ lab, folder, open }) => {
  await using proxy = new Proxy(`${folder}/docker.sock`);
  await proxy.stop();
  await using tmux = await open({ host: proxy.host });
  await tmux.waitFor("Cannot talk to the Docker engine");
  proxy.start();
  await tmux.waitFor(showing("✘✘…"), 15_000);
  await run(lab);
  await tmux.waitFor(showing("✔✘✘"));
});
