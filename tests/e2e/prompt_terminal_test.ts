/** A whole lab in a single terminal: docker commands typed at grumete's prompt, some of which get the terminal and give it back. */

import assert from "node:assert/strict";
import { openStore } from "../../lib/store/event_store.ts";
import { noTmux, Tmux } from "../terminal/tmux.ts";
import { docker, hasEngine } from "./engine.ts";
import { grumete, project, temporaryFolder } from "./grumete.ts";
import { command } from "./nine_kinds.ts";
import { type SmallLab, writeLab } from "./small_lab.ts";

const ignore = noTmux() || !hasEngine;
const host = Deno.env.get("DOCKER_HOST");
const env: Readonly<Record<string, string>> = host === undefined ? {} : { DOCKER_HOST: host };

interface Doing {
  readonly lab: SmallLab;
  readonly state: string;
  readonly args: readonly string[];
  /** grumete with the prompt open, in place of the shell. */
  readonly open: (size?: { readonly columns?: number; readonly rows?: number }) => Promise<Tmux>;
}

function promptTest(name: string, fn: (doing: Doing) => Promise<void>): void {
  Deno.test({
    name,
    ignore,
    async fn() {
      using folder = temporaryFolder();
      await using lab = writeLab(folder.path);
      const state = `${folder.path}/state`;
      const args = ["lab", lab.folder, "--state", state, "--lang", "en"];
      await fn({
        lab,
        state,
        args,
        async open(size = {}) {
          const tmux = await Tmux.start(command(...args), { ...size, env });
          await tmux.waitFor(/^[❯ ] [✔✘] 1\. /m, 20_000);
          await tmux.keys(":");
          await tmux.waitFor(/^\$ docker$/m);
          return tmux;
        },
      });
    },
  });
}

/** ✔ ✘ … ? of the tasks in sight. */
function ticks(screen: string): string {
  return [...screen.matchAll(/^[❯ ] ([✔✘…?]) \d\. /gm)].map(([, tick]) => tick).join("");
}

async function enter(tmux: Tmux, line: string): Promise<void> {
  await tmux.type(line);
  await tmux.keys("Enter");
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

const sleeping = (lab: SmallLab, ...more: readonly string[]) =>
  ["run", "-d", "--network", "none", "--name", lab.id, ...more, "busybox", "sleep", "300"].join(" ");

/** The picture is drawn on the alternate screen, with the prompt as its last line but one. */
async function back(tmux: Tmux): Promise<string> {
  const screen = await tmux.waitFor(/^\$ docker\n.*F1 (?:help|ayuda)/m);
  assert.equal(await tmux.ask("#{alternate_on} #{cursor_flag}"), "1 1");
  assert.match(screen, /^Three tasks|^Tres tareas/);
  return screen;
}

promptTest("a lab is done from its first task to clean-up by the prompt alone", async ({ lab, state, open }) => {
  {
    await using tmux = await open();
    await enter(tmux, sleeping(lab));
    let screen = await tmux.waitFor((screen) => ticks(screen) === "✔✘✘");
    assert.match(screen, /Task 1 passed/);
    assert.match(screen, new RegExp(`^\\$ docker run -d .*${lab.id}`, "m"));
    await enter(tmux, `volume create ${lab.volume}`);
    await tmux.waitFor((screen) => ticks(screen) === "✔✔✘");
    await enter(tmux, `stop -t 0 ${lab.id}`);
    screen = await tmux.waitFor((screen) => ticks(screen) === "✔✔✔");
    assert.match(screen, /Lab complete: 4 of 4 points. Leave with esc and q/);
    await tmux.keys("Escape");
    await tmux.waitFor((screen) => !screen.includes("$ docker\n"));
    await tmux.keys("q");
    assert.equal(await tmux.exitCode(), 0);
  }
  using store = openStore(state);
  const commands = store.read().flatMap((event) => event.kind === "lab-command" ? [event] : []);
  assert.deepEqual(commands.map(({ argv, code }) => [argv.slice(0, 3).join(" "), code]), [
    ["docker run -d", 0],
    ["docker volume create", 0],
    ["docker stop -t", 0],
  ]);
  assert.ok(commands.every(({ from, to }) => from <= to && to - from < 30_000));
  const cleaned = await grumete(["cleanup", lab.folder, "--state", state, "--lang", "en"]);
  assert.equal(cleaned.code, 0, cleaned.stdout + cleaned.stderr);
  assert.deepEqual(await lab.objects(), []);
});

promptTest("a wrong command shows docker's words and exit code, and the tick stays red", async ({ lab, open }) => {
  await using tmux = await open({ columns: 40, rows: 15 });
  await enter(tmux, `stop ${lab.id}-nope`);
  const screen = await tmux.waitFor("[exit code 1]");
  assert.match(screen.replaceAll("\n", ""), /No such container/);
  assert.match(ticks(screen), /^✘✘/);
});

promptTest("an interactive shell gets the real terminal, at its size, and gives it back", async ({ lab, open }) => {
  await using tmux = await open();
  await enter(tmux, sleeping(lab));
  await tmux.waitFor((screen) => ticks(screen) === "✔✘✘");
  await enter(tmux, `exec -it ${lab.id} sh`);
  const screen = await tmux.waitFor(/^\/ # $|^\/ #$/m);
  assert.match(screen, new RegExp(`\\$ docker exec -it ${lab.id} sh`));
  assert.match(screen, /exit, Ctrl-D or Ctrl-C/);
  assert.equal(await tmux.ask("#{alternate_on}"), "0");
  // The client tells the size a moment after the shell has begun.
  await enter(tmux, "until stty size | grep '24 80'; do sleep 0.1; done");
  await tmux.waitFor(/^24 80$/m);
  // A Ctrl-C inside is for what runs inside.
  await enter(tmux, "echo be$((1+1))gins; sleep 60");
  await tmux.waitFor("be2gins");
  await pause(200);
  await tmux.keys("C-c");
  await tmux.resize(100, 30);
  await enter(tmux, "until stty size | grep '30 100'; do sleep 0.1; done");
  await tmux.waitFor(/^30 100$/m);
  await enter(tmux, "exit");
  const after = await back(tmux);
  assert.equal(after.trimEnd().split("\n").length, 30, "drawn anew at the new size");
  await enter(tmux, `volume create ${lab.volume}`);
  await tmux.waitFor((screen) => screen.includes("✔ 2. A volume"));
});

promptTest("Ctrl-C ends logs -f and not grumete", async ({ lab, open }) => {
  await using tmux = await open();
  await enter(tmux, `run -d --network none --name ${lab.id} busybox sh -c 'while sleep 0.1; do echo tic; done'`);
  await tmux.waitFor((screen) => ticks(screen) === "✔✘✘");
  await enter(tmux, `logs -f ${lab.id}`);
  await tmux.waitFor(/(?:tic\n){5}/);
  // Long enough to have been read: no Enter is asked for.
  await pause(1500);
  await tmux.keys("C-c");
  assert.equal(ticks(await back(tmux)), "✔✘✘");
});

promptTest(
  "what an interactive command says in a moment can be read before the screen comes back",
  async ({ open }) => {
    await using tmux = await open();
    await enter(tmux, "run -it --rm --network none busybox echo hola");
    await tmux.waitFor(/^hola\n.*Enter: back to the lab/m);
    await tmux.keys("Enter");
    await back(tmux);
  },
);

promptTest("Ctrl-C stops a command in the pane, the lab goes on meanwhile", async ({ lab, open }) => {
  await using tmux = await open();
  await enter(tmux, sleeping(lab));
  await tmux.waitFor((screen) => ticks(screen) === "✔✘✘");
  await enter(tmux, `wait ${lab.id}`);
  await tmux.waitFor(/● docker wait .* 1 s · ctrl-c stops it/);
  await docker("volume", "create", lab.volume);
  await tmux.waitFor((screen) => ticks(screen) === "✔✔✘");
  await tmux.keys("C-c");
  await tmux.waitFor("[exit code 130]");
  await enter(tmux, "ps -q");
  await back(tmux);
});

promptTest("tab completes the name of a real container, of which another one is stopped", async ({ lab, open }) => {
  await using tmux = await open();
  await docker("create", "--network", "none", "--name", `${lab.id}-off`, "busybox");
  await docker("run", "-d", "--network", "none", "--name", `${lab.id}-on`, "busybox", "sleep", "300");
  await tmux.type(`stop -t 0 ${lab.id}-`);
  await tmux.keys("Tab");
  await tmux.waitFor(new RegExp(`^\\$ docker stop -t 0 ${lab.id}-on$`, "m"));
  await tmux.keys("C-u");
  await tmux.type(`docker rm ${lab.id}-`);
  await tmux.keys("Tab");
  await tmux.waitFor(`${lab.id}-off  ${lab.id}-on`);
  await tmux.keys("Tab", "Tab");
  await tmux.waitFor(new RegExp(`^\\$ docker rm ${lab.id}-on$`, "m"));
});

promptTest("what was typed is there again in the next session", async ({ open }) => {
  {
    await using tmux = await open();
    await enter(tmux, "version --format hola");
    await tmux.waitFor(/^hola$/m);
    await tmux.keys("Home");
    await enter(tmux, " ");
    await tmux.waitFor("tab shows what there is");
  }
  await using tmux = await open();
  await tmux.keys("Up");
  await tmux.waitFor(/^\$ docker version --format hola$/m);
});

promptTest("relative mounts are those of the learner's folder, whatever the client", async ({ state, lab, open }) => {
  await using tmux = await open();
  const workspace = `${state}/workspaces/${lab.id}`;
  Deno.mkdirSync(`${workspace}/site`, { recursive: true });
  Deno.writeTextFileSync(`${workspace}/site/saludo`, "buenas\n");
  await enter(tmux, "run --rm --network none -v ./site:/s busybox cat /s/saludo");
  await tmux.waitFor(/^buenas$/m);
});

for (const starts of ["deno run", "deno task"] as const) {
  promptTest(
    `Ctrl-Z in a command that has the terminal stops all of it, and fg goes on with it (${starts})`,
    async (doing) => {
      const { lab, args, state } = doing;
      await using tmux = await Tmux.start(undefined, { cwd: project, env: { ...env, XDG_STATE_HOME: state } });
      await tmux.waitFor("$");
      const line = starts === "deno run"
        ? command(...args)
        : [Deno.execPath(), "task", "-q", "start", "lab", lab.folder];
      await enter(tmux, line.join(" "));
      await tmux.waitFor(/^[❯ ] [✔✘] 1\. /m, 20_000);
      await tmux.keys(":");
      await enter(
        tmux,
        `run -d --network none --name ${lab.id} busybox sh -c 'i=0; while sleep 0.1; do i=$((i+1)); echo tic $i; done'`,
      );
      await tmux.waitFor((screen) => ticks(screen).startsWith("✔"));
      await enter(tmux, `logs -f ${lab.id}`);
      for (const round of [1, 2]) {
        await tmux.waitFor(/tic \d+\n(?:tic \d+\n){3}/);
        await pause(600);
        await tmux.keys("C-z");
        await tmux.waitFor((screen) => screen.includes("Stopped") && /\$ *$/.test(screen.trimEnd()));
        await enter(tmux, `clear; echo round$((${round}+1)); fg`);
        await tmux.waitFor(new RegExp(`round${round + 1}[^]*tic`));
      }
      await pause(1000);
      await tmux.keys("C-c");
      await back(tmux);
    },
  );
}

promptTest("line by line a docker command runs where it is typed", async ({ lab, args }) => {
  await using tmux = await Tmux.start(command(...args, "--plain"), { env, columns: 100, rows: 40 });
  await tmux.waitFor("Type docker commands here");
  await tmux.waitFor(/Docker engine|does not exist/, 20_000);
  await enter(tmux, `docker ${sleeping(lab)}`);
  await tmux.waitFor("A running container: ", 20_000);
  await enter(tmux, `docker exec -it ${lab.id} sh`);
  await tmux.waitFor(/^\/ #/m);
  await enter(tmux, "echo be$((1+1))gins; sleep 60");
  await tmux.waitFor("be2gins");
  await pause(200);
  await tmux.keys("C-c");
  await enter(tmux, "echo den$((1+1))tro; exit");
  await tmux.waitFor("den2tro");
  // What is typed while it ends is its own.
  await tmux.outside(`while pgrep -f 'exec -i[t] ${lab.id}'; do sleep 0.05; done`);
  await enter(tmux, "docker ps | wc");
  await tmux.waitFor("There is no shell here");
  await enter(tmux, `docker volume create ${lab.volume}`);
  await enter(tmux, `docker stop -t 0 ${lab.id}`);
  await tmux.waitFor("Lab passed", 20_000);
  assert.equal(await tmux.exitCode(), 0);
});
