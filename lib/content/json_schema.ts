/** The schema of quizzes, labs and paths as JSON Schema (draft-07), for editors: completion, descriptions, red underlines. */

import type * as v from "valibot";
import { descriptions } from "./json_schema_text.ts";
import { id, text } from "./schema/basics.ts";
import { check, checkSchemas } from "./schema/check.ts";
import { labSchema, taskSchema } from "./schema/lab.ts";
import { matcherFor, type MatcherType } from "./schema/matcher.ts";
import { vocabularyNames } from "./schema/vocabulary.ts";
import { question, questionSchemas } from "./schema/question.ts";
import { examSchema, pathsSchema, placementSchema, sessionSchema } from "./schema/path.ts";
import { quizSchema } from "./schema/quiz.ts";
import type { Text } from "./text.ts";

const titles = {
  quiz: "Cuestionario de grumete, formato 1 / grumete quiz, format 1",
  lab: "Laboratorio de grumete, formato 1 / grumete lab, format 1",
  path: "Cursos de grumete, formato 1 / grumete paths, format 1",
} as const;

const schemas = { quiz: quizSchema, lab: labSchema, path: pathsSchema } as const;

export type SchemaKind = keyof typeof schemas;

const matcherTypes: readonly MatcherType[] = [
  "text",
  "restart",
  "mode",
  "owner",
  "whole",
  "decimal",
  "flag",
  "bytes",
  "image",
  "list",
  "map",
  "ports",
  "mounts",
  "counts",
  "lists",
  "duration",
  "healths",
  "names",
  "raw",
  ...vocabularyNames,
];

/** What many places share is written once, under `$defs`. */
function definitions(): Record<string, v.GenericSchema> {
  const named = (prefix: string, schemas: Readonly<Record<string, v.GenericSchema>>) =>
    Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [`${prefix}-${name}`, schema]));
  return {
    id,
    text,
    question,
    ...named("question", questionSchemas),
    task: taskSchema,
    session: sessionSchema,
    placement: placementSchema,
    exam: examSchema,
    check,
    ...named("check", checkSchemas),
    ...named("expect", Object.fromEntries(matcherTypes.map((type) => [type, matcherFor(type)]))),
  };
}

/** Says what the shape of the data may be; what its parts mean together only the loader knows. */
export async function jsonSchemaOf(kind: SchemaKind): Promise<Record<string, unknown>> {
  const { toJsonSchema } = await import("@valibot/to-json-schema");
  const schema = toJsonSchema(schemas[kind], {
    target: "draft-07",
    typeMode: "input",
    // Checks written as functions have no words in JSON Schema.
    errorMode: "ignore",
    definitions: definitions(),
  });
  const { $schema, $defs = {}, ...shape } = schema;
  const used = reachable(shape, $defs);
  return described({ $schema, title: titles[kind], ...shape, $defs: used }, kind);
}

/** A quiz has no use for the definitions of checks. */
function reachable(shape: unknown, all: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    for (const [, name = ""] of JSON.stringify(value).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)) {
      if (found.has(name)) continue;
      found.add(name);
      visit(all[name]);
    }
  };
  visit(shape);
  return Object.fromEntries(Object.entries(all).filter(([name]) => found.has(name)));
}

/** Adds to each property the words of the table; `kind` names the root, the definitions have their own names. */
function described(schema: Record<string, unknown>, kind: string): Record<string, unknown> {
  const { $defs, ...shape } = schema;
  const defs = Object.entries($defs ?? {}).map(([name, part]) => [name, describedPart(part, name)] as const);
  return { ...describedPart(shape, kind) as Record<string, unknown>, $defs: Object.fromEntries(defs) };
}

function describedPart(value: unknown, scope: string): unknown {
  if (Array.isArray(value)) return value.map((part) => describedPart(part, scope));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      key === "properties" ? describedKeys(part, scope) : describedPart(part, scope),
    ]),
  );
}

function describedKeys(properties: object, scope: string): unknown {
  return Object.fromEntries(
    Object.entries(properties).map(([key, part]) => [key, property(key, describedPart(part, scope), scope)]),
  );
}

/** Beside a `$ref` draft-07 ignores everything, so the reference moves into `allOf`. */
function property(key: string, schema: unknown, scope: string): unknown {
  const said = own(`${scope}.${key}`) ?? own(key);
  if (!said || typeof schema !== "object" || schema === null) return schema;
  const description = `${said.es} / ${said.en}`;
  return "$ref" in schema ? { description, allOf: [schema] } : { description, ...schema };
}

function own(key: string): Text | undefined {
  return Object.hasOwn(descriptions, key) ? descriptions[key] : undefined;
}
