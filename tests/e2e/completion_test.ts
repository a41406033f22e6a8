/** Shell completion in real shells: what TAB makes of a line, with content that would rather be a command. */

import { deepStrictEqual as deepEqual, doesNotMatch, match, strictEqual as equal } from "node:assert/strict";
import { noTmux, Tmux } from "../terminal/tmux.ts";
import { grumete, project, temporaryFolder } from "./grumete.ts";

const shells = ["bash", "zsh", "fish"] as const;
type Shell = (typeof shells)[number];

function lacks(shell: Shell): boolean {
  try {
    return noTmux() || !new Deno.Command(shell, { args: ["-c", "true"] }).outputSync().success;
  } catch {
    return Deno.env.get("GRUMETE_TMUX") === undefined;
  }
}

/** How each begins without what the machine has set up for it; `grumete` is the one on PATH. */
const beginnings: Readonly<Record<Shell, (home: string) => readonly string[]>> = {
  bash: (home) => {
    Deno.writeTextFileSync(`${home}/rc`, "PS1='$ '\nsource <(grumete completions bash)\n");
    return ["bash", "--rcfile", `${home}/rc`, "-i"];
  },
  zsh: (home) => {
    Deno.writeTextFileSync(
      `${home}/.zshrc`,
      `PS1='$ '; bindkey -e; autoload -Uz compinit; compinit -u -d ${home}/dump\nsource <(grumete completions zsh)\n`,
    );
    return ["zsh", "-i"];
  },
  fish: (home) => {
    Deno.mkdirSync(`${home}/.config/fish`, { recursive: true });
    Deno.writeTextFileSync(
      `${home}/.config/fish/config.fish`,
      "function fish_prompt; printf '$ '; end\nfunction fish_greeting; end\ngrumete completions fish | source\n",
    );
    return ["fish", "-i"];
  },
};

const lab = (id: string) =>
  `format: 1\nid: ${id}\ntitle: { es: "Título: «raro»", en: "Title" }\nconcepts: [container-definition]\nminutes: 1\nimages: [busybox]\n` +
  `tasks:\n  - id: only-task\n    title: Task\n    text: "Run \`web\`"\n    explanation: It runs\n    solution: [docker run -d --name web busybox]\n` +
  `    checks:\n      - { container: web, state: running }\n`;

interface Place extends Disposable {
  readonly home: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A home, grumete on PATH, and a folder with content whose names want to be run. */
function place(): Place {
  const root = temporaryFolder();
  const [home, folder] = [`${root.path}/home`, `${root.path}/here`];
  for (const path of [home, `${root.path}/bin`, `${folder}/quizzes`, `${folder}/my labs/labs/own-lab`]) {
    Deno.mkdirSync(path, { recursive: true });
  }
  const program = `#!/bin/sh\nexec ${Deno.execPath()} run -A -q --no-prompt ${project}/main.ts "$@"\n`;
  Deno.writeTextFileSync(`${root.path}/bin/grumete`, program, { mode: 0o755 });
  Deno.writeTextFileSync(`${folder}/my labs/labs/own-lab/lab.yaml`, lab("own-lab"));
  for (
    const name of ["zz-fine", "zz-$(touch pwned)", "zz-`touch pwned`", "zz-;touch pwned", "zz-\x1b[31m", "zz\nzz-two"]
  ) {
    Deno.writeTextFileSync(`${folder}/quizzes/${name}.yaml`, "title: Hostile\\e[2J\n");
  }
  Deno.writeTextFileSync(`${folder}/spaced quiz.yaml`, "");
  const env = {
    HOME: home,
    // Where npx and deno task say that they were called: it would stand in for the folder that the shell is in.
    INIT_CWD: folder,
    ZDOTDIR: home,
    PATH: `${root.path}/bin:${Deno.env.get("PATH") ?? "/usr/bin:/bin"}`,
    DENO_DIR: Deno.env.get("DENO_DIR") ?? `${Deno.env.get("HOME") ?? ""}/.cache/deno`,
  };
  return { home, folder, env, [Symbol.dispose]: () => root[Symbol.dispose]() };
}

/** What is typed, and what the line is after one TAB. */
const lines: readonly (readonly [typed: string, completed: RegExp])[] = [
  ["grumete verif", /^\$ grumete verify *$/m],
  ["grumete --lang en conce", /^\$ grumete --lang en concept *$/m],
  ["grumete verify first-c", /^\$ grumete verify first-container *$/m],
  ["grumete verify first-container --task name-", /--task name-and-id *$/m],
  ["grumete verify first-container --task=name-", /--task=name-and-id *$/m],
  ["grumete quiz containers --kind trueF".replace("F", ""), /--kind truefalse *$/m],
  ["grumete concept virtualization-any-", /concept virtualization-any-resource *$/m],
  ['grumete lab --content "my labs" own', /"my labs" own-lab *$/m],
  ['grumete verify --content="my labs" own-lab --task ', /--task only-task *$/m],
  ["grumete quiz ./spaced", /quiz \.\/spaced\\ quiz\.yaml *$/m],
  ["grumete list --state=./my", /--state=\.\/my\\ labs\/? *$/m],
  ["grumete quiz --content . zz", /zz-fine *$/m],
  ["grumete nonsense ", /^\$ grumete nonsense *$/m],
];

for (const shell of shells) {
  Deno.test({
    name: `${shell} completes verbs, flags, values, ids, tasks and paths, and runs nothing that a name holds`,
    ignore: lacks(shell),
    fn: async () => {
      using here = place();
      await using tmux = await Tmux.start(beginnings[shell](here.home), {
        columns: 100,
        cwd: here.folder,
        env: here.env,
      });
      await tmux.waitFor(/^\$ *$/m);
      for (const [typed, completed] of lines) {
        await tmux.type(typed);
        await tmux.waitFor((screen) => screen.includes(typed.trimEnd()));
        await tmux.keys("Tab");
        await tmux.waitFor(completed);
        await tmux.keys("C-u");
        await tmux.waitFor((screen) => /\$ *$/.test(screen.trimEnd()));
      }
      const names = [...Deno.readDirSync(here.folder)].map(({ name }) => name).sort();
      deepEqual(names, ["my labs", "quizzes", "spaced quiz.yaml"]);
    },
  });
}

async function answer(place: Place, ...words: readonly string[]): Promise<readonly string[]> {
  const { code, stdout, stderr } = await grumete(["complete", ...words], { env: place.env, cwd: place.folder });
  deepEqual([code, stderr], [0, ""]);
  return stdout.split("\n").filter((line) => line !== "");
}

Deno.test("names that are no ids are never offered, and what they are called cannot steer the terminal", async () => {
  using here = place();
  const all = await answer(here, "zsh", "4", "grumete", "quiz", "--content", ".", "zz");
  deepEqual(all.filter((line) => line.includes("zz")), ["zz-fine\tHostile\\e[2J"]);
  // deno-lint-ignore no-control-regex -- it is what must not be there
  for (const line of all) doesNotMatch(line, /[\x00-\x08\x0b-\x1f\x7f]/);
});

Deno.test("bash gets only what stands behind the break in its word", async () => {
  using here = place();
  deepEqual(await answer(here, "bash", "e", "grumete list --lang=e", ""), ["none", "es", "en"]);
  deepEqual(await answer(here, "bash", "--lang=e", "grumete list --lang=e", ""), ["none", "--lang=es", "--lang=en"]);
});

Deno.test("what is asked of content with errors, or of nothing, is nothing, without a word", async () => {
  using here = place();
  Deno.writeTextFileSync(`${here.folder}/my labs/labs/own-lab/lab.yaml`, "tasks: [");
  deepEqual(await answer(here, "fish", "4", "grumete", "verify", "./my labs/labs/own-lab", "--task", ""), []);
  deepEqual(await answer(here, "fish", "3", "grumete", "verify", "--task", ""), ["none"]);
  deepEqual(await answer(here, "zsh", "3", "grumete", "list", "--content", "/nowhere"), ["folders"]);
  deepEqual(await answer(here), []);
});

Deno.test("titles come in the language of the line", async () => {
  using here = place();
  const titles = async (lang: string) =>
    (await answer(here, "fish", "6", "grumete", "--lang", lang, "--content", "my labs", "lab", ""))
      .find((line) => line.startsWith("own-lab"));
  equal(await titles("es"), "own-lab\tTítulo: «raro»");
  equal(await titles("en"), "own-lab\tTitle");
});

Deno.test("contexts of docker are known without docker", async () => {
  using here = place();
  Deno.mkdirSync(`${here.home}/contexts/meta/a`, { recursive: true });
  Deno.writeTextFileSync(`${here.home}/contexts/meta/a/meta.json`, `{"Name":"far-away"}`);
  const words = ["complete", "fish", "4", "grumete", "verify", "x", "--context", ""];
  const { stdout } = await grumete(words, { env: { ...here.env, DOCKER_CONFIG: here.home, PATH: "/nowhere" } });
  equal(stdout, "none\ndefault\nfar-away\n");
});

Deno.test("a shell that has no script is refused with those that have one", async () => {
  const { code, stdout, stderr } = await grumete(["completions", "ksh", "--lang", "en"]);
  deepEqual([code, stdout], [2, ""]);
  match(stderr, /bash, zsh and fish/);
});
