/** Judges an image: its fields as docker reports them. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { imageFields } from "../../content/schema/field.ts";
import { adviseImage } from "../diagnosis/image.ts";
import type { ImageFacts } from "../snapshot.ts";
import type { CheckVerdict } from "../verdict.ts";
import { judgeFields, type ValueTable } from "./field_judgement.ts";
import type { Look } from "./look.ts";
import { judgeObject } from "./object.ts";

export const imageValues: ValueTable<typeof imageFields, ImageFacts> = {
  size: ({ size }) => size,
  layers: ({ layers }) => layers,
  command: ({ command }) => command?.join(" "),
  entrypoint: ({ entrypoint }) => entrypoint?.join(" "),
  user: ({ user }) => user,
  workdir: ({ workdir }) => workdir,
  exposed: ({ exposed }) => exposed,
  env: ({ env }) => env,
  labels: ({ labels }) => labels,
  tags: ({ tags }) => tags,
  history: ({ history }) => history,
  // Needs the other images: see `judgeImage`.
  builtFrom: () => undefined,
  digests: ({ digests }) => digests,
  volumes: ({ volumes }) => volumes,
  healthcheck: ({ healthcheck }) => healthcheck,
  architecture: ({ architecture }) => architecture,
};

export function judgeImage(check: ObjectCheck, look: Look): CheckVerdict {
  return judgeObject(check, look.snapshot.images, look, {
    fields: (facts) => judgeFields(check.expects, imageValues, facts, () => ({ workspace: look.workspace })),
    advise: (field, facts) => adviseImage(field, facts, check, look),
  });
}
