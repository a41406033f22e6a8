/** A graded session on a disk that fills up, or that may only be read: it is said, nothing is lost, and it goes on. */

import assert from "node:assert/strict";
import { Teacher } from "./exam_files.ts";
import { grumete, project, temporaryFolder } from "./grumete.ts";

/** Only root can do it; where the engine is required, root runs the tests. */
async function mounted(args: readonly string[], target: string): Promise<AsyncDisposable | undefined> {
  Deno.mkdirSync(target);
  const { success } = await new Deno.Command("mount", { args: [...args, target], stderr: "null" }).output();
  assert.ok(success || Deno.env.get("GRUMETE_ENGINE") !== "required", `mount ${args.join(" ")} ${target}`);
  if (!success) return undefined;
  return {
    async [Symbol.asyncDispose]() {
      await new Deno.Command("umount", { args: ["-l", target] }).output();
    },
  };
}

function fill(path: string): void {
  using filler = Deno.openSync(path, { create: true, append: true });
  for (const size of [4096, 64, 1]) {
    try {
      while (true) filler.writeSync(new Uint8Array(size));
    } catch (error) {
      assert.match(String(error), /No space left/);
    }
  }
}

Deno.test("a disk that fills up in the middle: what cannot be stored is said, and with room again it goes on in the same sitting", async () => {
  using folder = temporaryFolder();
  const teacher = await Teacher.in(folder.path);
  const state = `${folder.path}/small`;
  await using disk = await mounted(["-t", "tmpfs", "-o", "size=64k", "tmpfs"], state);
  if (!disk) return;
  const out = `${folder.path}/ana.submission`;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "-A", `${project}/main.ts`, "exam", "take", teacher.exam(), "--student", "ana"].concat(
      ["--plain", "--yes", "--state", state, "--out", out, "--lang", "en"],
    ),
    env: { NO_COLOR: "1" },
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  const input = child.stdin.getWriter();
  const type = (text: string) => input.write(new TextEncoder().encode(text));
  const output = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  let said = "";
  const heard = async (what: RegExp) => {
    while (!what.test(said)) {
      const { value, done } = await output.read();
      assert.ok(!done, said);
      said += value;
    }
    said = "";
  };
  await heard(/Question 1 of 9[\s\S]*> $/);
  await type("b\n");
  await heard(/Stored[\s\S]*Question 2 of 9[\s\S]*> $/);
  fill(`${state}/filler`);
  let tries = 0;
  // The last block of the journal may have room for a line or two.
  for (let full = false; !full && tries < 40; tries++) {
    await type(tries % 2 === 0 ? "#1\n" : "#2\n");
    while (!/> $/.test(said)) said += (await output.read()).value;
    full = /disk is full.*what was stored so far is still there/.test(said.replaceAll(/\s+/g, " "));
    said = "";
  }
  assert.ok(tries < 40, "it never was full");
  Deno.removeSync(`${state}/filler`);
  await type("\n");
  await heard(/Question [12] of 9[\s\S]*> $/);
  await type("#2\n");
  await heard(/Question 2 of 9[\s\S]*> $/);
  await type("a b\n");
  await heard(/Stored[\s\S]*Question 3 of 9[\s\S]*> $/);
  await type("e\n");
  await heard(/Hand in now[\s\S]*> $/);
  await type("y\n");
  await input.close();
  while (!(await output.read()).done);
  assert.equal((await child.status).code, 0);
  const { attempt } = await teacher.opened(out);
  assert.equal(attempt.answers.size, 2);
  assert.equal(attempt.reopened, 0);
});

Deno.test("a state folder that may only be read is said before anything begins", async () => {
  using folder = temporaryFolder();
  const teacher = await Teacher.in(folder.path);
  const state = `${folder.path}/small`;
  await using disk = await mounted(["-t", "tmpfs", "-o", "ro", "tmpfs"], state);
  if (!disk) return;
  const args = ["exam", "take", teacher.exam(), "--student", "ana", "--plain", "--yes", "--state", state];
  const { code, stderr, stdout } = await grumete([...args, "--out", `${folder.path}/a.submission`, "--lang", "en"]);
  assert.equal(code, 3);
  assert.match(stderr, /it is read-only\n {2}Choose another folder with --state/);
  assert.equal(stdout, "");
});
