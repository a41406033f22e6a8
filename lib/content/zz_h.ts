import { decodeQuiz, decodeLab } from "./decode.ts";
import { formatProblem } from "./problem.ts";
const head = "format: 1\nid: x\ntitle: T\nquestions:\n";
const inputs: Record<string, () => string> = {
  "50 MB": () => "a: " + "x".repeat(50_000_000),
  "19.9 MB string": () => head + "  - " + "x".repeat(19_900_000),
  "20MB list": () => "[" + "1,".repeat(9_900_000) + "1]",
  "1M wrong": () => head.replace(/questions:\n/, "questions: [") + "1,".repeat(990_000) + "1]",
  "300k wrong maps": () => head + "  - {a: 1}\n".repeat(300_000),
  "deep": () => head + "[".repeat(10_000) + "]".repeat(10_000),
  "deep block": () => { let s = ""; for (let i = 0; i < 3000; i++) s += " ".repeat(i) + "a:\n"; return s; },
  "bomb": () => "a: &a [x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nquestions: *c\n",
  "list": () => "- a\n- b\n", "scalar": () => "hola", "empty": () => "", "comment": () => "# x\n", "null": () => "~",
  "multi": () => "a: 1\n---\nb: 2\n", "bom": () => "\ufeff" + head,
  "proto": () => head + "__proto__: {a: 1}\nconstructor: 2\n",
  "dups": () => "format: 1\nid: x\nid: y\ntitle: a\ntitle: {es: a, es: b}\nquestions:\n  - id: a\n    id: b\n",
  "tab": () => "a:\n\tb: 1\n", "esc": () => "title: \"a\\e[31m\"\nid: x\nformat: 1\nquestions: []\n", "nul": () => "a: \0",
  "rawesc": () => "title: a\x1b[31m\n", "bidi comment": () => head + "# \u202e hola\n", "200k dup ids": () => head + "  - {id: a}\n".repeat(200_000),
  "100k dup keys": () => "format: 1\n" + "a: 1\n".repeat(100_000),
};
for (const [name, make] of Object.entries(inputs)) {
  const text = make(); const t = performance.now();
  const r = decodeQuiz(text, "quizzes/x.yaml", { lint: true });
  console.log("==", name, Math.round(performance.now() - t), "ms", r.problems.length, Math.round(Deno.memoryUsage().rss/1e6), "MB");
  for (const p of r.problems.slice(0, 4)) console.log(formatProblem(p, "es") + "\n" + formatProblem(p, "en") + "\n" + p.code);
}
