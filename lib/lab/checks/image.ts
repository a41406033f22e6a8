/** Judges an image: its fields as docker reports them. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { imageFields } from "../../content/schema/field.ts";
import type { ImageFacts } from "../snapshot.ts";
import type { CheckVerdict } from "../verdict.ts";
import { judgeFields, type ValueTable } from "./field_judgement.ts";
import type { Look } from "./look.ts";
import { judgeObject } from "./object.ts";
import { bases, whereOthersKnown } from "./others.ts";

const imageValues: ValueTable<typeof imageFields, ImageFacts> = {
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
  // Needs the other images: `judgeImage` puts its own line here.
  builtFrom: () => undefined,
  digests: ({ digests }) => digests,
  volumes: ({ volumes }) => volumes,
  healthcheck: ({ healthcheck }) => healthcheck,
  architecture: ({ architecture }) => architecture,
};

export function judgeImage(check: ObjectCheck, look: Look): CheckVerdict {
  const { images } = look.snapshot;
  const values = { ...imageValues, builtFrom: (facts: ImageFacts) => bases(facts, images) };
  return judgeObject(check, images, look, {
    fields: (facts) =>
      judgeFields(check.expects, values, facts, () => ({ workspace: look.workspace }))
        .map((field) => field.field === "builtFrom" ? whereOthersKnown(field, images) : field),
    advise: (field, facts) => look.advise("image", field, facts, check, look),
  });
}
