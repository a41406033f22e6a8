/** The first entry of tar streams, as docker's own engine and GNU tar write them. */

import { deepEqual, equal } from "node:assert/strict";
import { firstEntry } from "../../lib/docker/tar.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

/** One header block with its sum; `fields` are written at their places. */
function header(name: string, fields: Readonly<Record<number, string | Uint8Array>>): Uint8Array {
  const block = new Uint8Array(512);
  const usual = { 100: "0100644\0", 108: "0001750\0", 116: "0001751\0", 124: "00000000005\0", 156: "0" };
  for (const [at, value] of Object.entries({ 0: name, ...usual, ...fields })) {
    block.set(typeof value === "string" ? bytes(value) : value, Number(at));
  }
  block.set(bytes("        "), 148);
  const sum = block.reduce((sum, byte) => sum + byte, 0);
  block.set(bytes(`${sum.toString(8).padStart(6, "0")}\0 `), 148);
  return block;
}

function tar(...parts: readonly (Uint8Array | string)[]): Uint8Array {
  const blocks = parts.map((part) => {
    if (typeof part !== "string") return part;
    const content = bytes(part);
    const padded = new Uint8Array(Math.ceil(content.length / 512) * 512);
    padded.set(content);
    return padded;
  });
  const whole = new Uint8Array(blocks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const block of blocks) {
    whole.set(block, at);
    at += block.length;
  }
  return whole;
}

const octal = (size: number) => `${size.toString(8).padStart(11, "0")}\0`;

Deno.test("a file's header gives its mode without the type that docker puts in front, its owner and its content", () => {
  const entry = firstEntry(tar(header("motd", {}), "hola\n"));
  deepEqual(entry && { ...entry, content: new TextDecoder().decode(entry.content) }, {
    name: "motd",
    type: "0",
    mode: 0o644,
    uid: 1000,
    gid: 1001,
    size: 5,
    link: "",
    content: "hola\n",
  });
});

Deno.test("a link has no content, whatever its size field says", () => {
  const entry = firstEntry(tar(header("l", { 156: "2", 157: "/tmp/x" })));
  deepEqual([entry?.type, entry?.link, entry?.size, entry?.content.length], ["2", "/tmp/x", 0, 0]);
});

Deno.test("pax headers say what has no room: long names, large owners, the size", () => {
  const name = `${"ñ".repeat(90)}.txt`;
  const record = (text: string) => {
    const rest = bytes(` ${text}\n`).length;
    const length = rest + String(rest + String(rest).length).length;
    return `${length} ${text}\n`;
  };
  const pax = [`path=${name}`, "uid=3000000", "SCHILY.xattr.user.note=a=b\nc", "size=4"].map(record).join("");
  const extra = header("PaxHeaders/x", { 156: "x", 124: octal(bytes(pax).length) });
  const entry = firstEntry(tar(extra, pax, header("short", {}), "hola"));
  deepEqual([entry?.name, entry?.uid, entry?.gid, entry?.size], [name, 3_000_000, 0o1751, 4]);
});

Deno.test("GNU's long names and its numbers beyond octal are read", () => {
  const name = "x".repeat(300);
  const size = new Uint8Array([0x80, 0, 0, 0, 0, 0, 0, 2, 0x54, 0x0b, 0xe4, 0]);
  const long = header("././@LongLink", { 156: "L", 124: octal(300) });
  const link = header("././@LongLink", { 156: "K", 124: octal(301) });
  const entry = firstEntry(tar(long, name, link, `${name}y`, header("x", { 124: size })));
  deepEqual([entry?.name, entry?.link, entry?.size], [name, `${name}y`, 10_000_000_000]);
});

Deno.test("what was cut off gives as much content as there is, and what is no tar gives nothing", () => {
  equal(firstEntry(tar(header("big", { 124: octal(100_000) }), "hola"))?.content.length, 512);
  for (const no of [new Uint8Array(), bytes("hola"), new Uint8Array(1024), bytes("x".repeat(600))]) {
    equal(firstEntry(no), undefined);
  }
  const long = header("././@LongLink", { 156: "L", 124: octal(3000) });
  equal(firstEntry(tar(long, "x".repeat(600))), undefined);
});

Deno.test({
  name: "GNU tar's own archives are read",
  ignore: (await Deno.permissions.query({ name: "run", command: "tar" })).state !== "granted",
  fn: async () => {
    const folder = Deno.makeTempDirSync();
    const name = `${"largo".repeat(30)}.txt`;
    Deno.writeTextFileSync(`${folder}/${name}`, "pescado\n", { mode: 0o640 });
    Deno.chmodSync(`${folder}/${name}`, 0o640);
    for (const format of ["gnu", "pax"]) {
      const { stdout } = await new Deno.Command("tar", {
        args: ["-C", folder, "--format", format, "--owner=7", "--group=8", "-cf", "-", name],
      }).output();
      const entry = firstEntry(stdout);
      deepEqual(
        [entry?.name, entry?.mode, entry?.uid, entry?.gid, new TextDecoder().decode(entry?.content)],
        [name, 0o640, 7, 8, "pescado\n"],
        format,
      );
    }
    Deno.removeSync(folder, { recursive: true });
  },
});
