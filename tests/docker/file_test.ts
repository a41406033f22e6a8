/** Files of containers on a real engine, with every client that this machine has. */

import { deepEqual, equal, ok } from "node:assert/strict";
import type { FileCheck } from "../../lib/content/schema/checks/inside.ts";
import { createEngine } from "../../lib/docker/engine.ts";
import { contentLimit } from "../../lib/lab/file_content.ts";
import type { FileFacts, Sighting } from "../../lib/lab/snapshot.ts";
import { planFor } from "../lab/plans.ts";
import { clients, haveEngine, ownNames, sh } from "./real_engine.ts";

function test(sentence: string, body: () => Promise<void>): void {
  Deno.test({ name: `engine: ${sentence}`, ignore: !haveEngine, fn: body });
}

const inside = (container: string, path: string): FileCheck => ({
  kind: "file",
  name: `${container}:${path}`,
  container,
  path,
  exists: true,
  expects: [],
});

/** What each client says of these files of one container. */
async function seen(
  container: string,
  paths: readonly string[],
  each: (of: (path: string) => Sighting<FileFacts> | undefined, client: string) => void,
): Promise<void> {
  for (const client of clients) {
    await using engine = createEngine({ docker: client });
    const plan = planFor({ container: [container] }, { files: paths.map((path) => inside(container, path)) });
    const { files } = await engine.look(plan);
    each((path) => files.get(`${container}:${path}`), client.path);
  }
}

function facts(sighting: Sighting<FileFacts> | undefined): FileFacts {
  if (sighting?.kind !== "found") throw new Error(JSON.stringify(sighting));
  return sighting.facts;
}

const program = `
  printf 'hola\\nadiós\\n' >/tmp/motd; chown 1000:1001 /tmp/motd; chmod 4755 /tmp/motd; ln -s motd /tmp/link
  ln -s /nada /tmp/lost; ln -s /tmp /short; mkdir '/a folder'; printf '\\0\\1' >'/a folder/binary'; printf '\\361' >/latin1
  : >/empty; echo v >/vol/f; echo s >/scratch/f; n=$(printf 'x%.0s' $(seq 220)); echo largo >/tmp/$n; mkfifo /tmp/pipe
  head -c 70000 /dev/zero | tr '\\0' 'a' >/large; dd if=/dev/zero of=/huge bs=1M count=300 2>/dev/null; touch /ready
  exec sleep 9999`;

test("a file is told as it is, whether its container runs or not", async () => {
  await using names = ownNames();
  const [web, volume] = [names.of("web"), names.of("vol")];
  await sh("volume", "create", volume);
  await sh("run", "-d", "--name", web, "-v", `${volume}:/vol`, "--tmpfs", "/scratch", "busybox", "sh", "-c", program);
  await sh("exec", web, "sh", "-c", "while [ ! -e /ready ]; do sleep 0.1; done");
  const long = `/tmp/${"x".repeat(220)}`;
  const paths = [
    "/tmp/motd",
    "/tmp/link",
    "/short/motd",
    "/a folder",
    "/a folder/binary",
    "/latin1",
    "/empty",
    "/vol/f",
  ];
  const more = ["/tmp/lost", "/nada", "/nada/x", "/empty/x", long, "/large", "/huge", "/", "/tmp/pipe", "/scratch/f"];
  const check = (of: (path: string) => Sighting<FileFacts> | undefined) => {
    const motd = { content: "hola\nadiós\n", size: 12, mode: "4755", owner: "1000:1001" };
    deepEqual(facts(of("/tmp/motd")), { type: "file", ...motd });
    deepEqual(facts(of("/tmp/link")), { type: "link", link: "motd", ...motd });
    deepEqual(facts(of("/short/motd")), { type: "file", ...motd });
    deepEqual(facts(of("/a folder")), { type: "directory", mode: "755", owner: "0:0" });
    deepEqual([facts(of("/a folder/binary")).binary, facts(of("/a folder/binary")).size], [true, 2]);
    equal(facts(of("/latin1")).binary, true);
    deepEqual([facts(of("/empty")).content, facts(of("/empty")).size], ["", 0]);
    equal(facts(of("/vol/f")).content, "v\n");
    deepEqual(facts(of("/tmp/lost")), { type: "link", link: "/nada" });
    for (const path of ["/nada", "/nada/x", "/empty/x", "/scratch/f"]) equal(of(path)?.kind, "missing", path);
    equal(facts(of(long)).content, "largo\n");
    deepEqual([facts(of("/large")).content?.length, facts(of("/large")).size], [contentLimit, 70_000]);
    deepEqual([facts(of("/huge")).binary, facts(of("/huge")).size], [true, 300 * 1024 * 1024]);
    equal(facts(of("/")).type, "directory");
    equal(facts(of("/tmp/pipe")).type, "other");
  };
  await seen(web, [...paths, ...more], check);
  await sh("pause", web);
  await seen(web, [...paths, ...more], check);
  await sh("unpause", web);
  await sh("stop", "-t", "0", web);
  await seen(web, [...paths, ...more], check);
});

test("an image needs no shell, and its container need not have started", async () => {
  await using names = ownNames();
  const image = `${names.of("bare")}:1`;
  const folder = Deno.makeTempDirSync();
  try {
    Deno.writeTextFileSync(`${folder}/only`, "one\n");
    await new Deno.Command("tar", { args: ["-C", folder, "-cf", `${folder}.tar`, "only"] }).output();
    await sh("import", `${folder}.tar`, image);
    await sh("create", "--name", names.of("web"), image, "/nothing");
    await seen(names.of("web"), ["/only", "/bin/sh"], (of) => {
      equal(facts(of("/only")).content, "one\n");
      equal(of("/bin/sh")?.kind, "missing");
    });
  } finally {
    await sh("rm", names.of("web"));
    await sh("rmi", image);
    Deno.removeSync(folder, { recursive: true });
    Deno.removeSync(`${folder}.tar`);
  }
});

test("no more is read of something huge than is looked at", async () => {
  await using names = ownNames();
  await sh("run", "--name", names.of("web"), "busybox", "dd", "if=/dev/zero", "of=/huge", "bs=1M", "count=500");
  await seen(names.of("web"), ["/huge", "/"], (of) => equal(facts(of("/huge")).size, 500 * 1024 * 1024));
  const began = performance.now();
  await seen(names.of("web"), ["/huge", "/"], (of) => equal(facts(of("/")).type, "directory"));
  // Half a gigabyte through a pipe takes longer than this for each client.
  ok(performance.now() - began < 1500 * clients.length, `${performance.now() - began} ms`);
});

test("in a container that is gone a file is missing too", async () => {
  await using names = ownNames();
  await seen(names.of("nobody"), ["/etc/motd"], (of) => equal(of("/etc/motd")?.kind, "missing"));
});
