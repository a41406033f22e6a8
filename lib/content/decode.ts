/** The door for content: YAML text in, a typed value or all its problems out. Nothing here reads files. */

import * as v from "valibot";
import { duplicateKeys } from "./duplicate_keys.ts";
import { hiddenCharacters, hiddenInSource } from "./hidden_characters.ts";
import { findingsOf, wrongType } from "./issue.ts";
import { locate } from "./locate.ts";
import { type Finding, maxProblems, type Problem } from "./problem.ts";
import { reservedKeys } from "./reserved_keys.ts";
import { fileName } from "./rules/file_name.ts";
import { type KnownContent, pathFindings } from "./rules/path.ts";
import { quizFindings } from "./rules/quiz.ts";
import { duplicateIds } from "./rules/repeated.ts";
import { type Concepts, conceptsSchema } from "./schema/concept.ts";
import { isRecord } from "./is_record.ts";
import type { Question } from "./schema/question.ts";
import { type Paths, pathsSchema } from "./schema/path.ts";
import { type Quiz, quizSchema } from "./schema/quiz.ts";
import { parseYaml, type YamlDocument } from "./yaml.ts";
import { yamlFinding } from "./yaml_fault.ts";

/** `value` is there unless some problem is an error. */
export interface Decoded<Value> {
  readonly value?: Value;
  readonly problems: readonly Problem[];
}

/** A rule from outside; paths start at what it is given, the code is `other` unless one fits. */
export type Rule<Value> = (value: Value) => readonly Finding[];

export interface DecodeOptions<Value> {
  /** Also what only an author wants to know: unclear texts, unannounced ports and images, concepts. */
  readonly lint?: boolean;
  /** The ids of the list of concepts; without it they are not looked up. */
  readonly concepts?: ReadonlySet<string>;
  /** Asked of each question that could be decoded, in a quiz or a lab, whatever is wrong with the others. */
  readonly questionRules?: readonly Rule<Question>[];
  /** Asked of the whole when it could be decoded. */
  readonly rules?: readonly Rule<Value>[];
}

/** The newest format that this program knows. */
const knownFormat = 1;

/** `path` is shown in problems; its file name must be the quiz's id. Never throws. */
export function decodeQuiz(text: string, path: string, options: DecodeOptions<Quiz> = {}): Decoded<Quiz> {
  return decode(text, path, quizSchema, (raw, quiz) => [
    ...(typeof raw["id"] === "string" ? fileName("quiz", raw["id"], path) : []),
    ...quizFindings(raw, quiz, options),
    ...outside(quiz, options.rules),
  ]);
}

/** The file `quizzes/concepts.yaml`. Never throws. */
export function decodeConcepts(text: string, path: string): Decoded<Concepts> {
  return decode(text, path, conceptsSchema, (raw) => {
    const concepts = Array.isArray(raw["concepts"]) ? raw["concepts"] : [];
    return duplicateIds(concepts.flatMap((concept, index) => {
      const id = isRecord(concept) ? concept["id"] : undefined;
      return typeof id === "string" ? [{ word: id, at: ["concepts", index, "id"] }] : [];
    }));
  });
}

/** The file `quizzes/paths.yaml`; with `known`, its quizzes and labs must exist. Never throws. */
export function decodePaths(
  text: string,
  path: string,
  options: { readonly lint?: boolean; readonly known?: KnownContent } = {},
): Decoded<Paths> {
  return decode(text, path, pathsSchema, (raw, paths) => pathFindings(raw, paths, options));
}

/** A mapping without a schema, in YAML or JSON, such as a file of answers. Never throws. */
export function loadPlain(text: string, path: string): Decoded<Readonly<Record<string, unknown>>> {
  const parsed = parseYaml(text);
  if (parsed.kind === "faults") {
    // JSON may be indented with tabs, YAML may not.
    const json = parsed.faults[0].kind === "syntax" ? fromJson(text) : undefined;
    return json ? { value: json, problems: [] } : { problems: locate(parsed.faults.map(yamlFinding), text, path) };
  }
  const { value, layout, hasDuplicates } = parsed.document;
  if (!isRecord(value)) return { problems: locate([notAMapping(value)], text, path, layout) };
  if (hasDuplicates) return { problems: locate(duplicateKeys(layout), text, path, layout) };
  return { value, problems: [] };
}

function fromJson(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** `rules` are asked of what is a mapping, with its value where the schema has nothing against it. */
export function decode<Schema extends v.GenericSchema>(
  text: string,
  path: string,
  schema: Schema,
  rules: (raw: Readonly<Record<string, unknown>>, value: v.InferOutput<Schema> | undefined) => readonly Finding[],
): Decoded<v.InferOutput<Schema>> {
  const parsed = parseYaml(text);
  if (parsed.kind === "faults") {
    const hidden = parsed.faults[0].kind === "syntax" ? hiddenInSource(text) : [];
    const findings = hidden.length > 0 ? hidden : parsed.faults.map(yamlFinding);
    return { problems: locate(findings, text, path) };
  }
  const { document } = parsed;
  const raw = document.value;
  if (!isRecord(raw)) return { problems: locate([notAMapping(raw)], text, path, document.layout) };
  if (isTooNew(raw["format"])) return { problems: locate([tooNew(raw["format"])], text, path, document.layout) };
  const decoded = v.safeParse(schema, raw);
  const value = decoded.success ? decoded.output : undefined;
  const shape: Finding[] = [];
  let untold = 0;
  for (const issue of decoded.issues ?? []) {
    if (shape.length >= maxProblems) untold++;
    else for (const finding of findingsOf(issue)) shape.push(finding);
  }
  const findings = [...aboutText(text, document), ...shape, ...reservedKeys(text, raw), ...rules(raw, value)];
  if (findings.length === 0 && decoded.success) return { value: decoded.output, problems: [] };
  const problems = locate(findings, text, path, document.layout, untold);
  const usable = decoded.success && problems.every(({ severity }) => severity === "warning");
  return usable ? { value: decoded.output, problems } : { problems };
}

function aboutText(text: string, { value, layout, hasDuplicates }: YamlDocument): readonly Finding[] {
  return [...(hasDuplicates ? duplicateKeys(layout) : []), ...hiddenCharacters(text, value)];
}

function notAMapping(value: unknown): Finding {
  return value === null || value === undefined
    ? yamlFinding({ kind: "empty-document", offset: 0 })
    : wrongType([], value, "strict_object");
}

function isTooNew(format: unknown): format is number {
  return typeof format === "number" && Number.isInteger(format) && format > knownFormat;
}

function tooNew(format: number): Finding {
  return {
    at: ["format"],
    code: "format-too-new",
    what: {
      es: `No se puede leer el formato ${format}: este programa conoce hasta el ${knownFormat}`,
      en: `Cannot read format ${format}: this program knows up to ${knownFormat}`,
    },
    next: { es: "Actualiza grumete.", en: "Update grumete." },
  };
}

export function outside<Value>(value: Value | undefined, rules: readonly Rule<Value>[] = []): readonly Finding[] {
  return value === undefined ? [] : rules.flatMap((rule) => rule(value));
}
