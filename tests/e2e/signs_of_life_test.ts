/** Verbs that take their time say so on standard error, leave no trace of it on a terminal, and can be interrupted. */

import { deepStrictEqual as deepEqual, match, ok, strictEqual as equal } from "node:assert/strict";
import { fakeDocker } from "../docker/fake_docker.ts";
import { noTmux, Tmux } from "../terminal/tmux.ts";
import { grumete, project } from "./grumete.ts";
import { sampleLabText } from "../cli/sample_world.ts";

/** Empty, but for the volume `bodega` once it was made; the volume `segunda` takes a minute. */
const slow = `
case "$1 $2" in
  "volume ls") [ -e "$0.made" ] && echo bodega; exit 0;;
  "volume inspect") echo '[{"Name":"bodega","CreatedAt":"2026-01-02T00:00:00Z","Labels":{"grumete.lab":"muelle"}}]'; exit 0;;
  "volume rm") rm -f "$0.made"; exit 0;;
  "volume create") case "$*" in *segunda*) sleep 60;; *) touch "$0.made";; esac; exit 0;;
  *" ls") exit 0;;
  *" inspect") echo '[]'; exit 0;;
  info*) exit 0;;
  version*) sleep 1.6; exit 1;;
esac`;

function setting() {
  const docker = fakeDocker(slow);
  const folder = `${docker.folder}/muelle`;
  Deno.mkdirSync(folder);
  Deno.writeTextFileSync(
    `${folder}/lab.yaml`,
    sampleLabText(["docker volume create bodega", "docker volume create segunda"]),
  );
  const env = { PATH: `${docker.folder}:${Deno.env.get("PATH") ?? "/usr/bin:/bin"}`, DOCKER_HOST: "unix:///nowhere" };
  const flags = ["--state", `${docker.folder}/state`, "--lang", "en"];
  return { docker, folder, env, flags, [Symbol.dispose]: () => docker[Symbol.dispose]() };
}

const program = [Deno.execPath(), "run", "-q", "--no-prompt", "-A", `${project}/main.ts`];

Deno.test("without a terminal it is a line on standard error, and the document stays a document", async () => {
  using at = setting();
  const { stdout, stderr } = await grumete(["doctor", "--json", ...at.flags], { env: at.env });
  ok(Array.isArray(JSON.parse(stdout).findings));
  match(stderr, /^Asking docker… \(1 s\)\n$/);
});

Deno.test({
  name: "on a terminal it is one line that is gone in the end",
  ignore: noTmux(),
  fn: async () => {
    using at = setting();
    await using tmux = await Tmux.start([...program, "doctor", ...at.flags], { columns: 100, env: at.env });
    await tmux.waitFor("Asking docker");
    equal(await tmux.exitCode(), 3);
    ok(!(await tmux.capture()).includes("Asking docker"));
  },
});

Deno.test({
  name: "Ctrl-C while a lab is prepared takes back what was made, says so, and ends with 130",
  ignore: noTmux(),
  fn: async () => {
    using at = setting();
    await using tmux = await Tmux.start([...program, "prepare", at.folder, "--yes", ...at.flags], {
      columns: 100,
      env: at.env,
    });
    await tmux.waitFor(/2\/2 Preparing the lab: docker volume create segunda +\d+ s/);
    await tmux.keys("C-c");
    await tmux.waitFor("Preparation cancelled: bodega removed", 20_000);
    equal(await tmux.exitCode(), 130);
    const left = await grumete(["cleanup", at.folder, "--dry-run", ...at.flags], { env: at.env });
    deepEqual([left.code, left.stdout.includes("bodega")], [0, false]);
  },
});
