/** What stands between the learner and a lab, in a real terminal and on a real engine: agreed to, chosen about, given back. */

import assert from "node:assert/strict";
import { emptyEngine, sampleLabText } from "../cli/sample_world.ts";
import { fakeDocker } from "../docker/fake_docker.ts";
import { eventually } from "../docker/eventually.ts";
import { noTmux, Tmux } from "../terminal/tmux.ts";
import { docker, hasEngine } from "./engine.ts";
import { grumete, temporaryFolder } from "./grumete.ts";
import { command } from "./nine_kinds.ts";
import { writePreparedLab } from "./prepared_lab.ts";

const ignore = noTmux() || !hasEngine;
const engineHost = Deno.env.get("DOCKER_HOST");
const env = engineHost === undefined ? {} : { DOCKER_HOST: engineHost };

async function idOf(name: string): Promise<string> {
  return (await docker("container", "inspect", "--format", "{{.Id}}", name)).trim();
}

Deno.test({
  name: "a lab from elsewhere is agreed to, what is in its way gives way, and clean-up gives its name back",
  ignore,
  async fn() {
    using folder = temporaryFolder();
    await using lab = writePreparedLab(folder.path);
    const at = ["--state", `${folder.path}/state`, "--lang", "en"];
    await docker("create", "--name", lab.web, "busybox");
    const mine = await idOf(lab.web);
    {
      await using tmux = await Tmux.start(command("lab", lab.folder, ...at), { env });
      const asked = await tmux.waitFor("This lab does not come with grumete");
      assert.match(asked, new RegExp(`docker volume create ${lab.id}-mapa`));
      assert.deepEqual(await lab.objects(), [`container ${lab.web}`], "nothing was run yet");
      await tmux.keys("Enter");
      await tmux.waitFor(`There is a container called ${lab.web} already`);
      await tmux.keys("n");
      await tmux.waitFor("❯ ✘ 1. Una web");
      assert.equal(await idOf(`${lab.web}-antes`), mine);
      assert.ok((await lab.objects()).includes(`container ${lab.faro}`));
      await docker("run", "-d", "--name", lab.web, "busybox", "sleep", "600");
      await tmux.waitFor("✔ 1. Una web");
      await tmux.keys("1", "z");
      await tmux.waitFor("Begin this task anew?");
      await tmux.keys("y");
      await tmux.waitFor((screen) =>
        screen.includes("From the beginning again: tasks 1, 2") && screen.includes("✘ 1. Una web")
      );
      assert.ok(!(await lab.objects()).includes(`container ${lab.web}`));
      await tmux.keys("q");
      assert.equal(await tmux.exitCode(), 1, "left before all was passed");
    }
    // By its id, although its folder is none that is searched: it is going on.
    const cleaned = await grumete(["cleanup", lab.id, ...at]);
    assert.equal(cleaned.code, 0, cleaned.stdout + cleaned.stderr);
    assert.match(cleaned.stdout, new RegExp(`${lab.web}-antes is called ${lab.web} again`));
    assert.equal(await idOf(lab.web), mine);
    assert.deepEqual(await lab.objects(), [`container ${lab.web}`]);
  },
});

Deno.test({
  name: "prepare and clean-up ask line by line on a terminal, and do nothing when the answer is no",
  ignore,
  async fn() {
    using folder = temporaryFolder();
    await using lab = writePreparedLab(folder.path);
    const at = ["--state", `${folder.path}/state`, "--lang", "en"];
    await docker("volume", "create", lab.datos);
    {
      await using tmux = await Tmux.start(command("prepare", lab.folder, ...at), { env });
      await tmux.waitFor("Go on? [y/N]");
      await tmux.type("no");
      await tmux.keys("Enter");
      assert.equal(await tmux.exitCode(), 1);
    }
    assert.deepEqual(await lab.objects(), [`volume ${lab.datos}`]);
    {
      await using tmux = await Tmux.start(command("prepare", lab.folder, ...at), { env });
      await tmux.waitFor("Go on? [y/N]");
      await tmux.type("y");
      await tmux.keys("Enter");
      await tmux.waitFor((screen) => screen.includes("There is a volume called") && /^>/m.test(screen));
      await tmux.type("x");
      await tmux.keys("Enter");
      await tmux.waitFor("type the letter again");
      await tmux.type("x");
      await tmux.keys("Enter");
      await tmux.waitFor("Prepared: Un faro");
      assert.equal(await tmux.exitCode(), 0);
    }
    const there = await lab.objects();
    assert.ok(!there.includes(`volume ${lab.datos}`));
    {
      await using tmux = await Tmux.start(command("cleanup", lab.folder, ...at), { env });
      const asked = await tmux.waitFor("Remove it? [y/N");
      assert.match(asked, new RegExp(`To be removed:[^]*container ${lab.faro}`));
      await tmux.keys("Enter");
      await tmux.waitFor("Nothing was removed");
      assert.equal(await tmux.exitCode(), 1);
    }
    assert.deepEqual(await lab.objects(), there);
    assert.equal((await grumete(["cleanup", lab.folder, ...at])).code, 0);
  },
});

Deno.test({
  name: "who interrupts prepare while an image comes does not wait for it, and it does not go on",
  ignore: noTmux(),
  async fn() {
    using folder = temporaryFolder();
    using fake = fakeDocker(
      `[ "$1" = pull ] && { echo "Pulling from library/nginx"; exec sleep 57.5; }\n${emptyEngine}`,
    );
    Deno.mkdirSync(`${folder.path}/muelle`);
    const text = sampleLabText().replace("minutes: 5", "minutes: 5\nimages: [nginx]");
    Deno.writeTextFileSync(`${folder.path}/muelle/lab.yaml`, text);
    const words = command("prepare", `${folder.path}/muelle`, "--state", `${folder.path}/state`, "--lang", "en");
    await using tmux = await Tmux.start(words, { env: { PATH: `${fake.folder}:${Deno.env.get("PATH") ?? ""}` } });
    await tmux.waitFor("p  pull: docker pull nginx");
    await tmux.keys("p", "Enter");
    await tmux.waitFor("Pulling from library/nginx");
    // To grumete alone: the Ctrl-C of a terminal is heard by what it has started too.
    await tmux.outside(`kill -INT ${await tmux.ask("#{pane_pid}")}`);
    assert.equal(await tmux.exitCode(), 130);
    assert.match(await tmux.capture(), /Interrupted/);
    await eventually(() => tmux.outside("! pgrep -f 'sleep 57.[5]'").then(() => true, () => false));
  },
});
