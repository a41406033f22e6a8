/** From an issue of the schema library to what an author reads; none of the library's own words get out. */

import type * as v from "valibot";
import type { DataPath } from "./data_path.ts";
import { nearest, suggest } from "./near.ts";
import type { Finding } from "./problem.ts";
import { type RefusalText, refusalTexts } from "./refusal_text.ts";
import { checkKinds } from "./schema/check_kinds.ts";
import { allowedKeys } from "./schema/closed.ts";
import { isRecord } from "./is_record.ts";
import type { Refusal } from "./schema/refusal.ts";
import { cannotUse, quoted, quotedList } from "./shown.ts";
import { both, type Text } from "./text.ts";

const t = (es: string, en: string): Text => ({ es, en });

/** An issue can hold several findings: the library names only the first unknown key of a mapping. */
export function findingsOf(issue: v.BaseIssue<unknown>): readonly Finding[] {
  const items = issue.path ?? [];
  const path: DataPath = items.map(({ key }) => typeof key === "number" ? key : String(key));
  // A list where a mapping belongs is read by its positions: say so once, of the list.
  const list = items.findIndex(({ type, input }) => type === "object" && Array.isArray(input));
  if (list >= 0) return [wrongType(path.slice(0, list), items[list]?.input, "strict_object")];
  const last = items.at(-1);
  if (last?.type === "object" && last.origin === "key" && isRecord(last.input)) {
    const allowed = allowedKeys(issue.message);
    if (allowed && issue.expected === "never") return unknownKeys(path.slice(0, -1), last.input, allowed);
    if (issue.kind === "schema") return missingKey(path.slice(0, -1), String(last.key), last.input, allowed ?? []);
    return [refused(path, last.key, refusalOf(issue), "key")];
  }
  return [issue.kind === "schema" ? ofSchema(path, issue) : ofValidation(path, issue)];
}

function refusalOf({ message }: v.BaseIssue<unknown>): Refusal | undefined {
  return Object.hasOwn(refusalTexts, message) ? message as Refusal : undefined;
}

function unknownKeys(at: DataPath, mapping: Record<string, unknown>, allowed: readonly string[]): readonly Finding[] {
  return Object.keys(mapping).filter((key) => !allowed.includes(key)).map((key) =>
    unknownKey([...at, key], key, allowed)
  );
}

function unknownKey(at: DataPath, key: string, allowed: readonly string[]): Finding {
  return {
    at,
    on: "key",
    code: "unknown-key",
    what: both((lang) =>
      lang === "es"
        ? `No se puede usar la clave ${quoted(key)}: aquí no se conoce`
        : `Cannot use key ${quoted(key)}: it is not known here`
    ),
    next: suggest(key, allowed),
  };
}

/** Nothing is said of a missing key that somebody tried to write: the misspelled one is told with its suggestion. */
function missingKey(
  at: DataPath,
  key: string,
  mapping: Record<string, unknown>,
  allowed: readonly string[],
): readonly Finding[] {
  const misspelled = Object.keys(mapping).some((other) => !allowed.includes(other) && nearest(other, allowed) === key);
  if (misspelled && allowed.length > 0) return [];
  if (allowed.join(" ") === "es en") {
    return [{
      at,
      code: "missing-translation",
      what: key === "es"
        ? t(
          "No se puede mostrar este texto en español: falta «es»",
          'Cannot show this text in Spanish: "es" is missing',
        )
        : t(
          "No se puede mostrar este texto en inglés: falta «en»",
          'Cannot show this text in English: "en" is missing',
        ),
      next: t(`Añade «${key}: …».`, `Add "${key}: …".`),
    }];
  }
  return [{
    at,
    code: "missing-key",
    what: t(`No se puede usar este mapa: falta la clave "${key}"`, `Cannot use this mapping: key "${key}" is missing`),
    next: t(`Añade «${key}: …».`, `Add "${key}: …".`),
  }];
}

function ofSchema(at: DataPath, issue: v.BaseIssue<unknown>): Finding {
  const refusal = refusalOf(issue);
  // A text in the place of a text is judged by its content; anything else by its type.
  if (refusal && refusal !== "text") return refused(at, issue.input, refusal);
  switch (issue.type) {
    case "picklist":
    case "literal":
      return wrongValue(at, issue);
    default:
      return wrongType(at, issue.input, issue.type);
  }
}

function wrongValue(at: DataPath, issue: v.BaseIssue<unknown>): Finding {
  const options = optionsOf(issue.expected);
  const state = t(
    `se admite ${quotedList(options)}`,
    `${options.length > 1 ? "options are" : "it must be"} ${quotedList(options)}`,
  );
  const what = cannotUse(issue.input, state);
  const words = options.filter((option) => typeof option === "string");
  const near = typeof issue.input === "string" ? nearest(issue.input, words) : undefined;
  return {
    at,
    code: "wrong-value",
    what,
    ...(near === undefined ? {} : { next: t(`¿Querías decir "${near}"?`, `Did you mean "${near}"?`) }),
  };
}

/** The library joins options as `("a" | "b")`; our own are words without quotes or bars. */
function optionsOf(expected: string | null): readonly (string | number)[] {
  return (expected ?? "").replace(/^\(|\)$/g, "").split(" | ").map((option) =>
    option.startsWith('"') ? option.slice(1, -1) : Number(option)
  );
}

const typeNames: Readonly<Record<string, Text>> = {
  string: t("un texto", "a text"),
  number: t("un número", "a number"),
  boolean: t("true o false", "true or false"),
  array: t("una lista", "a list"),
  "strict_object": t("un mapa (clave: valor)", "a mapping (key: value)"),
  "loose_object": t("un mapa (clave: valor)", "a mapping (key: value)"),
  record: t("un mapa (clave: valor)", "a mapping (key: value)"),
};

const fallbackType = t("otra cosa", "something else");

export function wrongType(at: DataPath, input: unknown, type: string): Finding {
  const expected = typeNames[type] ?? fallbackType;
  const state = t(`se esperaba ${expected.es}`, `${expected.en} was expected`);
  const next = retyped(input, type);
  return { at, code: "wrong-type", what: cannotUse(input, state), ...(next ? { next } : {}) };
}

/** The usual slips with types in YAML. */
function retyped(input: unknown, type: string): Text | undefined {
  if (input === null) return t("Escribe el valor, o quita la clave.", "Write the value, or remove the key.");
  if (type === "string" && (typeof input === "number" || typeof input === "boolean")) {
    return t(`Ponlo entre comillas: "${input}".`, `Put it in quotes: "${input}".`);
  }
  if (type === "array") {
    return t("Escribe cada elemento detrás de «- », o entre [ ].", 'Write each item after "- ", or inside [ ].');
  }
  const unquotes = typeof input === "string" &&
    (type === "number" && input.trim() !== "" && !Number.isNaN(Number(input)) ||
      type === "boolean" && /^(?:true|false)$/i.test(input));
  return unquotes ? t("Quita las comillas.", "Remove the quotes.") : undefined;
}

function ofValidation(at: DataPath, issue: v.BaseIssue<unknown>): Finding {
  const refusal = refusalOf(issue);
  if (refusal) return refused(at, issue.input, refusal);
  const bound = String(issue.requirement);
  const input = issue.input;
  switch (issue.type) {
    case "min_length":
      return bound === "1"
        ? {
          at,
          code: "empty-list",
          what: t("No se puede usar una lista vacía", "Cannot use an empty list"),
          next: t(
            "Añade un elemento, o quita la clave si no hace falta.",
            "Add an item, or remove the key if it is not needed.",
          ),
        }
        : {
          at,
          code: "too-few",
          what: cannotUse(input, t(`hacen falta ${bound} elementos o más`, `it needs ${bound} items or more`)),
        };
    case "max_length":
      return {
        at,
        code: "too-long",
        what: cannotUse(input, t(`pasa de ${bound} caracteres`, `it has more than ${bound} characters`)),
      };
    case "integer":
      return {
        at,
        code: "not-whole",
        what: cannotUse(input, t("se esperaba un número entero", "a whole number was expected")),
      };
    case "min_value":
      return outOfRange(at, input, t(`lo menos es ${bound}`, `the least is ${bound}`));
    case "gt_value":
      return outOfRange(at, input, t(`debe ser mayor que ${bound}`, `it must be more than ${bound}`));
    case "max_value":
      return outOfRange(at, input, t(`lo más es ${bound}`, `the most is ${bound}`));
    case "finite":
      return outOfRange(at, input, t("no es un número finito", "it is not a finite number"));
    default:
      return { at, code: "wrong-value", what: cannotUse(input, t("no se admite aquí", "it is not allowed here")) };
  }
}

function outOfRange(at: DataPath, input: unknown, state: Text): Finding {
  return { at, code: "out-of-range", what: cannotUse(input, state) };
}

const notAllowed: RefusalText = { code: "wrong-value", state: t("no se admite aquí", "it is not allowed here") };

function refused(at: DataPath, input: unknown, refusal: Refusal | undefined, on: "key" | "value" = "value"): Finding {
  const { code, state, next } = refusal ? refusalTexts[refusal] : notAllowed;
  switch (refusal) {
    case "checkKind":
      return {
        at,
        code,
        what: cannotUse(isRecord(input) ? Object.keys(input)[0] : input, state),
        next: suggestedKind(input),
      };
    case "nothing":
    case "gone":
    case "eventType":
    case "oneObject":
    case "steady": {
      const what = t(`No se puede usar esta comprobación: ${state.es}`, `Cannot use this check: ${state.en}`);
      return { at, code, what, ...(next ? { next } : {}) };
    }
    default:
      return { at, on, code, what: cannotUse(input, state), ...(next ? { next } : {}) };
  }
}

function suggestedKind(input: unknown): Text {
  const written = isRecord(input) ? Object.keys(input) : [];
  const near = written.flatMap((key) => nearest(key, checkKinds) ?? [])[0];
  const list = checkKinds.join(", ");
  return near === undefined
    ? t(`Empieza por una de: ${list}.`, `Start with one of: ${list}.`)
    : t(`¿Querías decir "${near}"?`, `Did you mean "${near}"?`);
}
