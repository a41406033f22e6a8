/** Judging files, and what is said of one that is missing or other than asked for. */

import { equal } from "node:assert/strict";
import { langs } from "../../lib/content/text.ts";
import { judgeCheck } from "../../lib/lab/checks.ts";
import { advise } from "../../lib/lab/diagnosis/advisers.ts";
import { contentLimit, textOfBytes } from "../../lib/lab/file_content.ts";
import type { FileFacts, Sighting } from "../../lib/lab/snapshot.ts";
import type { CheckVerdict } from "../../lib/lab/verdict.ts";
import { checkOf } from "./check_of.ts";
import { container, type Seen, snapshot, workspace } from "./samples.ts";

interface Place extends Seen {
  readonly beside?: readonly string[];
}

function judged(written: { readonly file: string }, file: FileFacts | "missing", place: Place = {}): CheckVerdict {
  const { beside, ...seen } = place;
  const base = snapshot({ containers: [container("web")], ...seen });
  const sighting: Sighting<FileFacts> = file === "missing" ? { kind: "missing" } : { kind: "found", facts: file };
  const look = {
    ...base,
    files: new Map([[written.file, sighting]]),
    neighbours: { ...base.neighbours, ...(beside ? { files: beside } : {}) },
  };
  return judgeCheck(checkOf(written), { snapshot: look, workspace, advise });
}

const text = (content: string): FileFacts => ({
  type: "file",
  content,
  size: content.length,
  mode: "644",
  owner: "0:0",
});

Deno.test("a file passes by what it is and what it holds", () => {
  const status = (written: object, facts: FileFacts) => judged({ file: "web:/etc/motd", ...written }, facts).status;
  equal(status({ exists: true }, text("")), "passed");
  equal(status({ content: "hola" }, text("hola\n")), "passed");
  equal(status({ content: "hola\n" }, text("hola")), "passed");
  equal(status({ content: { oneOf: ["adios", "hola\n"] } }, text("hola\n")), "passed");
  equal(status({ content: { not: "hola\n" } }, text("hola")), "failed");
  equal(status({ content: { matches: "^ho" }, mode: "644", owner: "0:0", type: "file" }, text("hola")), "passed");
  equal(status({ mode: { oneOf: ["600", "640"] } }, text("hola")), "failed");
  equal(status({ size: { min: "1k" } }, text("x".repeat(1024))), "passed");
  equal(status({ type: "link", link: "/tmp/x" }, { type: "link", link: "/tmp/x" }), "passed");
  equal(status({ content: { contains: "a" } }, { type: "directory", mode: "755" }), "failed");
});

Deno.test("a file that should not be there passes when it is missing, and only then", () => {
  equal(judged({ file: "menu.txt", ...{ exists: false } }, "missing").status, "passed");
  equal(judged({ file: "menu.txt", ...{ exists: false } }, text("")).status, "failed");
});

Deno.test("in a container that is missing a file is blocked, in one that ended it is read, and unseen it is unchecked", () => {
  const place = { file: "web:/etc/motd", exists: true };
  const nobody = judged(place, "missing", { containers: [], missing: ["web"] });
  equal(nobody.status, "blocked");
  equal(nobody.expected.en, "exists");
  equal(judged(place, text(""), { containers: [container("web", { state: "exited" })] }).status, "passed");
  const unseen = { snapshot: snapshot({ containers: [container("web")] }), workspace, advise };
  equal(judgeCheck(checkOf(place), unseen).status, "unchecked");
});

Deno.test("what is in memory only is not called missing: docker cp cannot see it", () => {
  const scratch = container("web", { mounts: [{ type: "tmpfs", source: "", target: "/scratch", readonly: false }] });
  for (const file of ["web:/proc/cpuinfo", "web:/sys/x", "web:/dev/null", "web:/scratch/a"]) {
    equal(judged({ file, ...{ exists: true } }, "missing", { containers: [scratch] }).status, "unchecked", file);
  }
  equal(judged({ file: "web:/scratchy", ...{ exists: true } }, "missing", { containers: [scratch] }).status, "failed");
});

Deno.test("a file of the disk that something in memory covers is not believed, the innermost mount is", () => {
  const mount = (type: string, target: string) => ({ type, source: "datos", target, readonly: false });
  const scratch = container("web", { mounts: [mount("tmpfs", "/scratch/"), mount("volume", "/scratch/kept")] });
  const status = (written: { readonly file: string }) => judged(written, text(""), { containers: [scratch] }).status;
  equal(status({ file: "web:/scratch/a", ...{ exists: true } }), "unchecked");
  equal(status({ file: "web:/scratch/a", ...{ exists: false } }), "unchecked");
  equal(status({ file: "web:/scratch/kept/a", ...{ exists: true } }), "passed");
  const folder: FileFacts = { type: "directory", mode: "755", owner: "0:0" };
  equal(judged({ file: "web:/scratch", ...{ type: "directory" } }, folder, { containers: [scratch] }).status, "passed");
});

Deno.test("text is UTF-8 without zeros; a character at the cut does not spoil it", () => {
  const bytes = (...values: readonly number[]) => new Uint8Array(values);
  equal(textOfBytes(bytes(0x68, 0xc3, 0xb1), 3), "hñ");
  equal(textOfBytes(bytes(0x68, 0xc3), 3), "h");
  equal(textOfBytes(bytes(0x68, 0xc3), 2), undefined);
  equal(textOfBytes(bytes(0xf1), 1), undefined);
  equal(textOfBytes(bytes(0x68, 0), 2), undefined);
  equal(textOfBytes(bytes(), 0), "");
});

Deno.test("what is said: where it is instead, where it first differs, how to mend it", async (t) => {
  const bind = container("web", {
    mounts: [
      { type: "bind", source: "/home/ana/nginx.conf", target: "/etc/nginx.conf", readonly: true },
      { type: "volume", source: "datos", target: "/data", readonly: false },
    ],
  });
  const stopped = { containers: [container("web", { state: "exited" })] };
  const exists = { exists: true };
  const cases: readonly (readonly [string, { readonly file: string }, FileFacts | "missing", Place?])[] = [
    ["missing in the workspace", { file: "compose.yaml", ...exists }, "missing", { beside: ["Dockerfile"] }],
    ["another ending", { file: "compose.yaml", ...exists }, "missing", { beside: ["compose.yml"] }],
    ["capitals", { file: "src/dockerfile", ...exists }, "missing", { beside: ["src/Dockerfile", "dockerfil"] }],
    ["missing in a container", { file: "web:/etc/motd", ...exists }, "missing"],
    ["missing in one that ended", { file: "web:/etc/motd", ...exists }, "missing", stopped],
    ["missing in a volume", { file: "web:/data/a", ...exists }, "missing", { containers: [bind] }],
    ["in memory", { file: "web:/proc/cpuinfo", ...exists }, "missing"],
    ["not wanted", { file: "web:/etc/motd", ...{ exists: false } }, text("")],
    ["not wanted, ended", { file: "web:/etc/motd", ...{ exists: false } }, text(""), stopped],
    ["not wanted in the workspace", { file: "a b.txt", ...{ exists: false } }, text("")],
    ["another line", { file: "menu.txt", ...{ content: "sopa\npescado\nfruta" } }, text("sopa\ncarne\nfruta\n")],
    ["a line too few", { file: "menu.txt", ...{ content: "sopa\npescado" } }, text("sopa\n")],
    ["a line too many", { file: "menu.txt", ...{ content: "sopa" } }, text("sopa\npescado\n")],
    ["line ends of Windows", { file: "menu.txt", ...{ content: "sopa\npescado" } }, text("sopa\r\npescado\r\n")],
    ["empty", { file: "menu.txt", ...{ content: { contains: "sopa" } } }, text("")],
    ["without the word", { file: "web:/etc/motd", ...{ content: { contains: "hola" } } }, text("adiós\n")],
    ["without the word, ended", { file: "web:/a b", ...{ content: { contains: "a" } } }, text("b"), stopped],
    ["large", { file: "web:/var/log/x", ...{ content: { contains: "fin" } } }, {
      ...text("a"),
      size: contentLimit + 1,
    }],
    ["no text", { file: "web:/bin/ls", ...{ content: { contains: "ELF" } } }, { type: "file", binary: true, size: 9 }],
    ["a folder", { file: "web:/etc", ...{ content: "x" } }, { type: "directory", mode: "755", owner: "0:0" }],
    ["docker made a folder", { file: "web:/etc/nginx.conf", ...{ type: "file" } }, { type: "directory", mode: "755" }, {
      containers: [bind],
    }],
    ["a file for a folder", { file: "web:/srv", ...{ type: "directory" } }, text("")],
    ["a link to nothing", { file: "web:/etc/motd", ...{ content: "x" } }, { type: "link", link: "/nada" }],
    ["another link", { file: "web:/etc/motd", ...{ link: "/a" } }, { type: "link", link: "/b", mode: "644" }],
    ["out of the workspace", { file: "menu.txt", ...{ content: "x" } }, {
      type: "link",
      link: "/etc/x",
      outside: true,
    }],
    ["permissions", { file: "web:/etc/motd", ...{ mode: "600" } }, text("")],
    ["permissions in the workspace", { file: "run.sh", ...{ mode: "755" } }, text("")],
    ["permissions, ended", { file: "web:/etc/motd", ...{ mode: "600" } }, text(""), stopped],
    ["owner", { file: "web:/etc/motd", ...{ owner: "33:33" } }, text("")],
    ["size", { file: "web:/etc/motd", ...{ size: { max: 2 } } }, text("hola")],
    ["no container", { file: "web:/etc/motd", ...{ mode: "600" } }, "missing", { containers: [], missing: ["web"] }],
  ];
  for (const lang of langs) {
    const texts = cases.map(([name, written, facts, place]) => {
      const { status, subject, expected, actual, because, next } = judged(written, facts, place);
      return [
        `# ${name}: ${subject}: ${status}`,
        `  expected: ${expected[lang]}`,
        `  actual:   ${actual[lang]}`,
        `  because:  ${because?.[lang] ?? "–"}`,
        `  next:     ${next?.[lang] ?? "–"}`,
      ].join("\n");
    });
    await t.assertSnapshot(texts.join("\n\n"));
  }
});
