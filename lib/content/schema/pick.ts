/** A union whose branch is chosen by looking at the input, so that an error names the key that is really wrong. */

import * as v from "valibot";

/**
 * Only the branch that `choose` names is run, so its issues are the only ones; it may also name a schema that refuses
 * everything. Stays a valibot union for whoever reads the schema, such as the JSON Schema writer.
 */
export function pick<const Options extends readonly v.GenericSchema[]>(
  options: Options,
  choose: (input: unknown) => v.GenericSchema,
): v.UnionSchema<Options, undefined> {
  const union = v.union(options);
  const run: v.GenericSchema["~run"] = (dataset, config) => choose(dataset.value)["~run"](dataset, config);
  return Object.assign(union, { "~run": run }) as v.UnionSchema<Options, undefined>;
}
