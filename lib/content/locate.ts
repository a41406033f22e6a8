/** Gives findings their places in the file, in the order of the text, each once. */

import { showPath } from "./data_path.ts";
import { offsetsOf, placesOf } from "./places.ts";
import { type Finding, maxProblems, type Problem } from "./problem.ts";
import type { Layout } from "./yaml.ts";

/** `untold` counts what was left out before. Without a layout every finding has its own offset. */
export function locate(
  findings: readonly Finding[],
  source: string,
  path: string,
  layout?: Layout,
  untold = 0,
): readonly Problem[] {
  const told = findings.slice(0, maxProblems);
  const found = layout ? offsetsOf(layout, told) : [];
  const offsets = told.map(({ offset }, index) => offset ?? found[index] ?? 0);
  const places = placesOf(source, offsets);
  const problems = told.map((finding, index): Problem => {
    const { line, column } = places[index] ?? { line: 1, column: 1 };
    return {
      path,
      line,
      column,
      at: showPath(finding.at),
      severity: finding.severity ?? "error",
      code: finding.code,
      what: finding.what,
      ...(finding.next ? { next: finding.next } : {}),
    };
  });
  const sorted = problems.sort((one, other) => one.line - other.line || one.column - other.column);
  const left = untold + findings.length - told.length;
  return left === 0 ? once(sorted) : [...once(sorted), tooMany(path, left)];
}

function once(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ line, column, at, code, what }) => {
    const key = `${line}:${column} ${at} ${code} ${what.en}`;
    return !seen.has(key) && seen.add(key);
  });
}

function tooMany(path: string, left: number): Problem {
  return {
    path,
    line: 1,
    column: 1,
    at: "",
    severity: "error",
    code: "too-many-problems",
    what: {
      es: `Hay más problemas que no se muestran: al menos ${left}`,
      en: `There are more problems that are not shown: at least ${left}`,
    },
    next: { es: "Arregla los primeros y vuelve a mirar.", en: "Mend the first ones and look again." },
  };
}
