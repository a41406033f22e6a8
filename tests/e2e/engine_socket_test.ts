/** An engine of the tests: a container reaches it at the usual socket, folders can be mounted, and the machine sees nothing of it. */

import assert from "node:assert/strict";
import { temporaryFolder } from "./grumete.ts";
import { engineScript, enginesTest, start } from "./second_engine.ts";

/** An engine of this test's own. */
const name = "socket";
const socket = "/var/run/docker.sock";

/** What stands at the usual socket of this machine, and the mounts that have to do with the engine. */
async function machine(): Promise<readonly string[]> {
  const there = await Deno.lstat(socket).then(({ ino }) => [`socket ${ino}`], () => []);
  // Deno itself reads nothing below /proc without every permission.
  const { stdout } = await new Deno.Command("cat", { args: ["/proc/self/mounts"] }).output();
  const mounts = new TextDecoder().decode(stdout).split("\n");
  assert.ok(mounts.length > 2);
  return [...there, ...mounts.filter((line) => line.includes(`grumete-engine-${name}/`))];
}

enginesTest("a container is given the engine's socket as on any machine, and nothing shows outside", async () => {
  const before = await machine();
  const { host, pid } = await start(name);
  const docker = async (...args: readonly string[]) => {
    const { success, stdout, stderr } = await new Deno.Command("docker", {
      args: [...args],
      env: { DOCKER_HOST: host },
      stdin: "null",
    }).output();
    if (!success) throw new Error(new TextDecoder().decode(stderr));
    return new TextDecoder().decode(stdout).trim();
  };
  using folder = temporaryFolder();
  try {
    await engineScript("clean", name);
    const ask = 'open O, ">/out/info"; my $s = IO::Socket::UNIX->new("/s") or die $!; ' +
      'print $s "GET /info HTTP/1.0\\r\\n\\r\\n"; print O <$s>';
    const mounts = ["-v", `${socket}:/s`, "-v", `${folder.path}:/out`];
    const answers = async () => {
      const perl = ["debian:bookworm-slim", "perl", "-MIO::Socket::UNIX", "-e", ask];
      await docker("run", "--rm", "--network", "none", ...mounts, ...perl);
      const info = await Deno.readTextFile(`${folder.path}/info`);
      assert.ok(info.includes(`"ID":"${await docker("info", "--format", "{{.ID}}")}"`), info);
      assert.deepEqual(await machine(), before);
    };
    await answers();

    // What a killed engine left running is stopped by the next one, which has another mount namespace.
    await docker("run", "-d", "--name", "left", "--restart", "always", ...mounts, "busybox", "sleep", "600");
    Deno.kill(pid, "SIGKILL");
    await start(name);
    await answers();
    assert.equal(await docker("exec", "left", "ls", "/s"), "/s");
  } finally {
    await engineScript("clean", name).catch(() => {});
    await engineScript("stop", name);
  }
  assert.deepEqual(await machine(), before);
});
