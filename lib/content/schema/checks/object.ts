/** A check of an object that docker knows by name: it is there or not, then what should be true of it. */

import * as v from "valibot";
import { duration } from "../basics.ts";
import { closed } from "../closed.ts";
import {
  asserts,
  type CheckCommon,
  common,
  commonKeys,
  type Expectation,
  expectations,
  matchers,
  type Written,
} from "../expectation.ts";
import {
  composeFields,
  configFields,
  containerFields,
  type FieldType,
  imageFields,
  networkFields,
  nodeFields,
  secretFields,
  serviceFields,
  stackFields,
  volumeFields,
} from "../field.ts";
import type { MatcherType } from "../matcher.ts";
import { imageName, objectName } from "../names.ts";
import { because } from "../refusal.ts";

/** The fields of each kind of object. `compose` is a project, `node` a member of the swarm (`self` is the one asked). */
export const objectFields = {
  container: containerFields,
  image: imageFields,
  volume: volumeFields,
  network: networkFields,
  compose: composeFields,
  service: serviceFields,
  node: nodeFields,
  secret: secretFields,
  config: configFields,
  stack: stackFields,
} as const satisfies Readonly<Record<string, Readonly<Record<string, FieldType>>>>;

export type ObjectKind = keyof typeof objectFields;

/** Fields that are read more strictly than their type says. */
const strict: {
  readonly [Kind in ObjectKind]?: { readonly [Field in keyof typeof objectFields[Kind]]?: MatcherType };
} = {
  container: { state: "containerState", health: "health", restart: "restart", sameNetworkAs: "names" },
  image: { builtFrom: "names" },
  compose: { health: "healths" },
  node: { role: "role", availability: "availability", state: "nodeState" },
  service: {
    mode: "serviceMode",
    restart: "serviceRestart",
    updateState: "updateState",
    updateOrder: "updateOrder",
    failureAction: "failureAction",
  },
};

/** `exists: false` means it must not be there; `steady` is seconds. */
export interface ObjectCheck extends CheckCommon {
  readonly kind: ObjectKind;
  readonly name: string;
  readonly exists: boolean;
  readonly steady?: number;
  readonly expects: readonly Expectation[];
}

export function objectCheck(kind: ObjectKind) {
  const fields = objectFields[kind];
  return v.pipe(
    closed<v.ObjectEntries>({
      [kind]: kind === "image" ? imageName : objectName,
      exists: v.exactOptional(v.boolean()),
      ...matchers(fields, strict[kind]),
      ...(kind === "container" ? { steady: v.exactOptional(duration) } : {}),
      ...commonKeys,
    }),
    v.check((written: Written) => written["exists"] !== undefined || asserts(fields, written), because("nothing")),
    v.check((written: Written) => written["exists"] !== false || !asserts(fields, written), because("gone")),
    v.check(
      (written: Written) => written["steady"] === undefined || written["state"] !== undefined,
      because("steady"),
    ),
    v.transform((written): ObjectCheck => ({
      kind,
      name: String(written[kind]),
      exists: written["exists"] !== false,
      ...(typeof written["steady"] === "number" ? { steady: written["steady"] } : {}),
      expects: expectations(fields, written),
      ...common(written),
    })),
  );
}
