/** How a proof is told while it goes on, and when it is over. */

import type { Lang } from "../../../lib/content/text.ts";
import { endLine, headLine, stepLines } from "../../../lib/cli/proof/prove_text.ts";
import type { ProofStep } from "../../../lib/lab/proving/proof.ts";
import type { Line } from "../../../lib/screens/frame.ts";
import { lab, task } from "../../lab/samples.ts";

const steps: readonly ProofStep[] = [
  { kind: "lint", name: "puerto", status: "passed", seconds: 0.01 },
  { kind: "unsolved", task: "run", name: "run", status: "passed", seconds: 0.12 },
  {
    kind: "solution",
    task: "run",
    name: "docker run -d busybox",
    status: "failed",
    seconds: 12.04,
    problem: { es: "No vale\n  container web: no superada", en: "It does not do\n  container web: failed" },
  },
  { kind: "alternative", task: "run", name: "docker start web", status: "skipped", seconds: 0 },
  { kind: "mistake", task: "run", name: "docker create web", status: "unchecked", seconds: 61.6 },
  { kind: "cleanup", name: "solution", status: "passed", seconds: 0.4 },
];

function text(lines: readonly Line[]): string {
  return lines.map((line) => line.map(({ text }) => text).join("")).join("\n");
}

for (const lang of ["es", "en"] as const satisfies readonly Lang[]) {
  Deno.test(`a proof in ${lang}`, async (t) => {
    const [first] = steps;
    if (!first) throw new TypeError("no steps");
    await t.assertSnapshot(text([
      headLine(lab([task("run", [])]), steps.length, lang),
      ...steps.flatMap((step, at) => stepLines(step, at + 1, steps.length, lang)),
      endLine({ lab: "puerto", status: "failed", seconds: 74.2, steps }, lang),
      endLine({ lab: "puerto", status: "passed", seconds: 3.14, steps: [first] }, lang),
      endLine({ lab: "puerto", status: "unchecked", seconds: 0.1, steps: [] }, lang),
    ]));
  });
}
