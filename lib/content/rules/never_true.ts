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
  const ranges = matchersOf(check).filter(([, matcher]) => holdsEmptyRange(matcher)).map(([key]) =>
    impossible([key], t("«min» es mayor que «max»", '"min" is more than "max"'))
  );
  return "expects" in check ? [...ranges, ...contradictions(check, check.expects)] : ranges;
}

function matchersOf(check: Check): readonly (readonly [key: string, Matcher])[] {
  if (check.kind === "inspect") return [["value", check.matcher]];
  if (check.kind === "event") return [["count", check.count]];
  return check.expects.map(({ field, matcher }) => [field, matcher]);
}

function contradictions(check: Check, expects: readonly Expectation[]): readonly Finding[] {
  const wants = (field: string) => expects.find((one) => one.field === field && asksFor(one.matcher));
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
      if (["created", "removing"].includes(String(is("state"))) && check.steady !== undefined) {
        return [impossible(
          ["steady"],
          t("docker no dice desde cuándo está así", "docker does not tell since when it has been so"),
          t("Quítalo, o espera «state: running».", 'Remove it, or expect "state: running".'),
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

/** Whether there must be something: no port, or any port but one, is nothing that has to be there. */
function asksFor(matcher: Matcher): boolean {
  switch (matcher.is) {
    case "absent":
      return !matcher.absent;
    case "not":
      return false;
    case "count":
      return matcher.of.is === "equal"
        ? matcher.of.value !== 0
        : matcher.of.is === "range" && (matcher.of.min ?? 0) > 0;
    case "all":
      return matcher.of.some(asksFor);
    case "any":
      return matcher.of.every(asksFor);
    case "fields":
      return Object.values(matcher.fields).some(asksFor);
    default:
      return true;
  }
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
