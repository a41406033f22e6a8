/** The verdict of `verify` as people read it: in a window of any width, in both languages. */

import assert from "node:assert/strict";
import { reportLines, textReport } from "../../../lib/cli/verify/lab_report_text.ts";
import { langs } from "../../../lib/content/text.ts";
import { advise } from "../../../lib/lab/diagnosis/advisers.ts";
import { judgeLab } from "../../../lib/lab/judge.ts";
import type { LabVerdict } from "../../../lib/lab/verdict.ts";
import { lineWidth } from "../../../lib/screens/width.ts";
import {
  blindSnapshot,
  container,
  contains,
  eq,
  execCheck,
  lab,
  objectCheck,
  published,
  snapshot,
  task,
  workspace,
} from "../../lab/samples.ts";

const page = execCheck("web", ["cat", "/usr/share/nginx/html/index.html"], {
  stdout: contains("Bienvenida, tripulación"),
});
const course = lab([
  task("crear", [objectCheck("volume", "datos")], {
    title: { es: "Crear un volumen", en: "Create a volume" },
    points: 2,
  }),
  task("publicar", [
    objectCheck("container", "web", {
      state: eq("running"),
      image: eq("nginx:1.27"),
      ports: published({ "80/tcp": 8080 }),
    }),
    page,
  ], {
    title: { es: "Publicar el puerto de un servidor web", en: "Publish the port of a web server" },
    points: 3,
    partial: true,
  }),
  task("red", [objectCheck("network", "backend")], {
    title: { es: "Una red propia", en: "A network of its own" },
    needs: ["publicar"],
  }),
  task("mirar", [objectCheck("image", "nginx:1.27")], { title: { es: "Mirar", en: "Look" } }),
]);
const options = { passed: new Map([["crear", 1]]), givenUp: new Set(["crear"]), workspace };
const failing = judgeLab(
  course,
  snapshot({
    containers: [container("web")],
    execs: [[page, { exitCode: 0, stdout: `${"<p>relleno</p>\n".repeat(40)}bienvenida, gente`, stderr: "" }]],
    missing: ["nginx:1.27", "backend"],
  }),
  options,
  advise,
);
const blind = judgeLab(course, blindSnapshot(["datos", "web", "backend", "nginx:1.27"]), options, advise);

function text(verdict: LabVerdict, lang: "es" | "en", width: number): string {
  return reportLines(verdict, lang, width).map((line) => line.map(({ text }) => text).join("")).join("\n");
}

for (const lang of langs) {
  for (const width of [80, 40]) {
    Deno.test(`verify in ${lang} on ${width} columns`, async (t) => {
      await t.assertSnapshot(text(failing, lang, width));
      await t.assertSnapshot(text(blind, lang, width));
    });
  }
}

Deno.test("no line is wider than the window, from 20 columns on", () => {
  for (const verdict of [failing, blind]) {
    for (const lang of langs) {
      for (let width = 20; width <= 120; width += 5) {
        for (const line of reportLines(verdict, lang, width)) {
          assert.ok(lineWidth(line) <= width, `${width}: ${line.map(({ text }) => text).join("")}`);
        }
      }
    }
  }
});

Deno.test("a file gets the same words without blanks at the ends of lines", () => {
  const lines = textReport(failing, "en").split("\n");
  assert.ok(lines.every((line) => line === line.trimEnd()));
  assert.ok(lines.includes("    passed before; its solution was seen: it gives no points"));
});

Deno.test("of one task the report says that the task is passed, not the lab", () => {
  const [task] = failing.tasks;
  assert.ok(task);
  const one: LabVerdict = { ...failing, status: "passed", tasks: [{ ...task, status: "passed" }] };
  const said = (only?: string) =>
    reportLines(one, "es", 80, only).map((line) => line.map(({ text }) => text).join("")).join("\n");
  assert.match(said(task.id), /: tarea superada$/);
  assert.match(said(), /: laboratorio superado$/);
});
