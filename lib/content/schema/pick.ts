/** A union whose branch is chosen by looking at the input, so that an error names the key that is really wrong. */

import * as v from "valibot";

/** `options` are what JSON Schema shows as `anyOf`; `v.union` would report every branch at once. */
export function pick<const Options extends readonly v.GenericSchema[]>(
  options: Options,
  choose: (input: unknown) => Options[number],
): v.GenericSchema<v.InferInput<Options[number]>, v.InferOutput<Options[number]>> & { readonly pickedFrom: Options } {
  return Object.assign(v.lazy(choose), { pickedFrom: options });
}

export function isRecord(input: unknown): input is Record<string, unknown> {
  return typeof input === "object" && input !== null && !Array.isArray(input);
}
