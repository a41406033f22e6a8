/** What the parts of one task say about each other; paths start at the task. */

import type { DataPath } from "../data_path.ts";
import { suggest } from "../near.ts";
import type { Finding } from "../problem.ts";
import { fieldCount, subjectOf } from "../about_check.ts";
import type { Check } from "../schema/check.ts";
import type { Task } from "../schema/lab.ts";
import type { Matcher } from "../schema/matcher.ts";
import { isInnerPath } from "../schema/names.ts";
import { quoted } from "../shown.ts";
import { patientEnough, soundCheck } from "./check.ts";
import { soundHints } from "./hints.ts";
import { impossible } from "./never_true.ts";
import { under } from "./quiz.ts";

/** `container web`, `http http://localhost:8080/`: how a mistake names the check that it fails. */
export function checkName(check: Check): string {
  return `${check.kind} ${subjectOf(check)}`;
}

/** What proving and judging rely on. */
export function soundTask(task: Task): readonly Finding[] {
  return [
    ...task.checks.flatMap((check, index) => under(["checks", index], soundCheck(check))),
    ...thereAndGone(task),
    ...mistakes(task),
    ...soundHints(task),
    ...mountSources(task),
  ];
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

/** One check says that it must be gone, another one what it must be. */
function thereAndGone({ checks }: Task): readonly Finding[] {
  const gone = checks.filter((check) => "exists" in check && !check.exists).map(checkName);
  return checks.flatMap((check, index) =>
    gone.includes(checkName(check)) && !("exists" in check && !check.exists)
      ? [impossible(["checks", index], {
        es: "otra comprobación de la tarea pide que no exista",
        en: "another check of the task wants it not to be there",
      }, { es: "Quita una de las dos.", en: "Remove one of the two." })]
      : []
  );
}

/** Warnings: nothing goes wrong with it, but it does not do what its author may think. */
export function clearTask(task: Task): readonly Finding[] {
  return [
    ...task.checks.flatMap((check, index) => under(["checks", index], patientEnough(check))),
    ...sameChecks(task),
    ...uselessPartial(task),
  ];
}

function sameChecks({ checks }: Task): readonly Finding[] {
  const written = checks.map((check) => JSON.stringify(check));
  return checks.flatMap((check, index): readonly Finding[] =>
    written.indexOf(written[index] ?? "") === index ? [] : [{
      at: ["checks", index],
      severity: "warning",
      code: "duplicate-check",
      what: {
        es: `La comprobación ${quoted(checkName(check))} está dos veces, palabra por palabra`,
        en: `The check ${quoted(checkName(check))} is there twice, word for word`,
      },
      next: { es: "Quita una de las dos.", en: "Remove one of the two." },
    }]
  );
}

function uselessPartial({ partial, checks }: Task): readonly Finding[] {
  const [only] = checks;
  if (!partial || !only || checks.length > 1 || fieldCount(only) > 1) return [];
  return [{
    at: ["partial"],
    severity: "warning",
    code: "useless-partial",
    what: {
      es: "La tarea comprueba una sola cosa: no hay parte de los puntos que dar",
      en: "The task checks one single thing: there is no part of the points to give",
    },
    next: { es: "Quita «partial», o comprueba más.", en: 'Remove "partial", or check more.' },
  }];
}

/** A source that starts with `.` is inside the workspace. */
function mountSources({ checks }: Task): readonly Finding[] {
  return checks.flatMap((check, index) =>
    check.kind !== "container" && check.kind !== "service"
      ? []
      : check.expects.flatMap(({ field, matcher }): readonly Finding[] => {
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
