/** What the parts of one task say about each other; paths start at the task. */

import type { DataPath } from "../data_path.ts";
import { suggest } from "../near.ts";
import type { Finding } from "../problem.ts";
import { type Check, subjectOf } from "../schema/check.ts";
import type { Task } from "../schema/lab.ts";
import type { Matcher } from "../schema/matcher.ts";
import { isInnerPath } from "../schema/names.ts";
import { quoted } from "../shown.ts";

/** `container web`, `http http://localhost:8080/`: how a mistake names the check that it fails. */
export function checkName(check: Check): string {
  return `${check.kind} ${subjectOf(check)}`;
}

/** What proving and judging rely on. */
export function soundTask(task: Task): readonly Finding[] {
  return [...mistakes(task), ...hintCosts(task), ...mountSources(task)];
}

function mistakes({ checks, mistakes }: Task): readonly Finding[] {
  const known = checks.map(checkName);
  return mistakes.flatMap(({ fails }, index): readonly Finding[] =>
    known.includes(fails) ? [] : [{
      at: ["mistakes", index, "fails"],
      code: "mistake-check",
      what: {
        es: `No se puede esperar que falle ${quoted(fails)}: la tarea no tiene esa comprobación`,
        en: `Cannot expect ${quoted(fails)} to fail: the task has no such check`,
      },
      next: suggest(fails, [...new Set(known)]),
    }]
  );
}

function hintCosts({ hints, points }: Task): readonly Finding[] {
  const total = hints.reduce((sum, { cost }) => sum + cost, 0);
  if (total <= points) return [];
  return [{
    at: ["hints"],
    code: "hint-cost",
    what: {
      es: `No se puede cobrar ${total} por las pistas: la tarea vale ${points}`,
      en: `Cannot charge ${total} for the hints: the task is worth ${points}`,
    },
    next: { es: "Baja los «cost», o sube «points».", en: 'Lower the "cost" values, or raise "points".' },
  }];
}

/** A source that starts with `.` is inside the workspace. */
function mountSources({ checks }: Task): readonly Finding[] {
  return checks.flatMap((check, index) =>
    check.kind !== "container" ? [] : check.expects.flatMap(({ field, matcher }): readonly Finding[] => {
      const outside = field === "mounts" ? sourcesOf(matcher).find((source) => !isMountSource(source)) : undefined;
      const at: DataPath = ["checks", index, "mounts"];
      return outside === undefined ? [] : [{
        at,
        code: "mount-source",
        what: {
          es: `No se puede usar el origen ${quoted(outside)}: no está dentro de la carpeta de trabajo`,
          en: `Cannot use source ${quoted(outside)}: it is not inside the workspace`,
        },
        next: {
          es: "Escribe el nombre de un volumen, o una ruta como ./sitio, sin ..",
          en: "Write the name of a volume, or a path such as ./site, without ..",
        },
      }];
    })
  );
}

function isMountSource(source: string): boolean {
  if (source === "." || source === "./") return true;
  if (source.startsWith("./")) return isInnerPath(source.slice(2).replace(/\/$/, ""));
  return !source.startsWith(".") && !source.split("/").includes("..");
}

function sourcesOf(matcher: Matcher): readonly string[] {
  switch (matcher.is) {
    case "includes":
    case "exactly":
      return matcher.items.flatMap(sourcesOf);
    case "contains":
      return sourcesOf(matcher.part);
    case "all":
    case "any":
      return matcher.of.flatMap(sourcesOf);
    case "not":
      return sourcesOf(matcher.of);
    case "fields": {
      const { source } = matcher.fields;
      return source?.is === "equal" ? [String(source.value)] : [];
    }
    default:
      return [];
  }
}
