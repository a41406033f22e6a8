/** Expectations that contradict each other: no engine could ever make such a check pass. */

import type { DataPath } from "../data_path.ts";
import type { Finding } from "../problem.ts";
import type { Check } from "../schema/check.ts";
import type { Expectation } from "../schema/expectation.ts";
import type { Matcher } from "../schema/matcher.ts";
import type { Text } from "../text.ts";

const t = (es: string, en: string): Text => ({ es, en });

/** Paths start at the check. */
export function neverTrue(check: Check): readonly Finding[] {
  if (!("expects" in check)) return [];
  const { expects } = check;
  const ranges = expects.filter(({ matcher }) => holdsEmptyRange(matcher)).map(({ field }) =>
    impossible([field], t("«min» es mayor que «max»", '"min" is more than "max"'))
  );
  return [...ranges, ...contradictions(check, expects)];
}

function contradictions(check: Check, expects: readonly Expectation[]): readonly Finding[] {
  const wants = (field: string) => expects.find((one) => one.field === field && !isAbsent(one.matcher));
  const is = (field: string) => {
    const matcher = wants(field)?.matcher;
    return matcher?.is === "equal" ? matcher.value : undefined;
  };
  switch (check.kind) {
    case "container":
      if (is("state") === "running" && wants("exitCode")) {
        return [impossible(
          ["exitCode"],
          t("un contenedor en marcha no tiene código de salida", "a running container has no exit code"),
          t("Quítalo, o espera «state: exited».", 'Remove it, or expect "state: exited".'),
        )];
      }
      return ["exited", "created", "dead"].includes(String(is("state"))) && wants("livePorts")
        ? [impossible(
          ["livePorts"],
          t("un contenedor parado no abre puertos", "a stopped container opens no ports"),
          t("Usa «ports», que es lo que se pidió.", 'Use "ports", which is what was asked for.'),
        )]
        : [];
    case "tcp":
      return is("open") === false && wants("banner")
        ? [impossible(["banner"], t("un puerto cerrado no saluda", "a closed port says nothing"))]
        : [];
    case "http":
      return check.method === "HEAD" && wants("body")
        ? [impossible(
          ["body"],
          t("la respuesta a HEAD no lleva contenido", "the answer to HEAD has no body"),
          t("Usa «method: GET».", 'Use "method: GET".'),
        )]
        : [];
    case "file":
      return [
        ...(["directory", "link"].includes(String(is("type"))) && wants("content")
          ? [impossible(["content"], t("solo un archivo tiene contenido", "only a file has content"))]
          : []),
        ...(is("type") !== undefined && is("type") !== "link" && wants("link")
          ? [impossible(["link"], t("solo un enlace lleva a otro sitio", "only a link leads elsewhere"))]
          : []),
      ];
    default:
      return [];
  }
}

function isAbsent(matcher: Matcher): boolean {
  return matcher.is === "absent" && matcher.absent;
}

function holdsEmptyRange(matcher: Matcher): boolean {
  switch (matcher.is) {
    case "range":
      return matcher.min !== undefined && matcher.max !== undefined && matcher.min > matcher.max;
    case "count":
      return holdsEmptyRange(matcher.of);
    case "all":
      return matcher.of.some(holdsEmptyRange);
    case "fields":
      return Object.values(matcher.fields).some(holdsEmptyRange);
    default:
      return false;
  }
}

export function impossible(at: DataPath, why: Text, next?: Text): Finding {
  return {
    at,
    code: "never-true",
    what: {
      es: `No se puede cumplir nunca: ${why.es}`,
      en: `Cannot ever be true: ${why.en}`,
    },
    ...(next ? { next } : {}),
  };
}
