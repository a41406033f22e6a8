/** How the report of a class grows with the class: marks read, computed with all intervals, and written as a page. */

import { decodeMarks, encodeMarks } from "../../lib/exam/marks/marks_json.ts";
import type { Marks } from "../../lib/exam/marks/marks.ts";
import { reportPage } from "../../lib/exam/report/html/page.ts";
import { classStatistics, finished } from "../../lib/exam/statistics/class_statistics.ts";
import { seeded } from "../../lib/quiz/rng.ts";
import { inTurns } from "./measure.ts";

/** 1,000 students ÷ 100 students, 50 questions with four choices: linear is 10, and what does not grow makes it less. */
export async function reportLinear(): Promise<number> {
  const [small, large] = [100, 1000].map((students) => encodeMarks(classOf(students, 50)));
  const measure = (document = "") => () => Promise.resolve(timeOf(document));
  const [few = NaN, many = NaN] = await inTurns(5, [measure(small), measure(large)]);
  return many / few;
}

function timeOf(document: string): number {
  const began = performance.now();
  const decoded = decodeMarks(document);
  if (decoded.kind !== "marks") throw new Error(decoded.kind);
  const statistics = finished(classStatistics(decoded.marks));
  reportPage(statistics, "es", { conceptNames: new Map(), maxGiven: true });
  return performance.now() - began;
}

function classOf(students: number, items: number): Marks {
  const rng = seeded(students);
  const options = ["a", "b", "c", "d"].map((id) => ({ id, text: { es: id, en: id }, right: id === "a" }));
  const points = new Float64Array(students * items);
  const chosen = new Map<number, readonly string[]>();
  const seconds = new Map<number, number>();
  for (let student = 0; student < students; student++) {
    const ability = rng();
    for (let item = 0; item < items; item++) {
      const cell = student * items + item;
      const right = rng() < ability;
      points[cell] = right ? 1 : 0;
      chosen.set(cell, [right ? "a" : options[1 + Math.floor(rng() * 3)]?.id ?? "b"]);
      seconds.set(cell, 20 + Math.floor(rng() * 60));
    }
  }
  return {
    items: Array.from({ length: items }, (_, item) => ({
      id: `q${item}`,
      title: { es: `Pregunta ${item}`, en: `Question ${item}` },
      kind: "choice" as const,
      concepts: [`c${item % 7}`],
      max: 1,
      guess: { score: 0.25, exact: true },
      options,
    })),
    students: Array.from({ length: students }, (_, index) => ({ id: `s${index}` })),
    points,
    states: new Uint8Array(students * items),
    chosen,
    seconds,
  };
}
