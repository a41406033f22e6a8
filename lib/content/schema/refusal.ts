/**
 * The words by which a schema says why it refuses a value: handed to valibot as its message, never shown to anybody.
 * `lib/content/refusal_text.ts` says each in the languages of the program.
 */

export const refusals = [
  "text",
  "id",
  "duration",
  "size",
  "restart",
  "mode",
  "owner",
  "decimal",
  "tolerance",
  "port",
  "portKey",
  "word",
  "pattern",
  "slowPattern",
  "objectName",
  "imageName",
  "localUrl",
  "localAddress",
  "filePlace",
  "eventType",
  "oneObject",
  "inspectPath",
  "innerPath",
  "dockerCommand",
  "longFlag",
  "nothing",
  "gone",
  "steady",
  "checkKind",
  "instant",
  "questionRef",
] as const;

export type Refusal = (typeof refusals)[number];

/** Has the compiler check that a word is known; the literal type keeps the schema's own type small. */
export function because(refusal: Refusal): string {
  return refusal;
}
