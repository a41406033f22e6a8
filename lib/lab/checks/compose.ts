/** Judges a Compose project: its services and what they are made of, as labels tell. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { composeFields } from "../../content/schema/field.ts";
import { expectedUnder, imagesAsWritten, spelledAs } from "../matching/spelling.ts";
import type { ComposeFacts } from "../orchestration.ts";
import type { CheckVerdict } from "../verdict.ts";
import { type JudgedField, judgeFields, type ValueTable } from "./field_judgement.ts";
import type { Look } from "./look.ts";
import { judgeObject } from "./object.ts";

const composeValues: ValueTable<typeof composeFields, ComposeFacts> = {
  services: ({ services }) => services,
  running: ({ running }) => running,
  health: ({ health }) => health,
  images: ({ images }, matcher) => imagesAsWritten(images, matcher),
  // `db` asks less than `db:service_healthy`.
  dependsOn: ({ dependsOn }, matcher) =>
    Object.fromEntries(
      Object.entries(dependsOn).map(([service, others]) => [
        service,
        spelledAs(others, expectedUnder(matcher, service), (other, written) => other.split(":")[0] === written),
      ]),
    ),
  networks: ({ networks }) => networks,
  volumes: ({ volumes }) => volumes,
  files: ({ files }) => files,
  generation: ({ generation }) => generation,
};

export function judgeCompose(check: ObjectCheck, look: Look): CheckVerdict {
  return judgeObject(check, look.snapshot.composes, look, {
    fields: (facts) =>
      judgeFields(check.expects, composeValues, facts, () => ({ workspace: look.workspace }))
        .map((field) => whereRecorded(field, facts)),
    advise: (field, facts) => look.advise("compose", field, facts, check, look),
  });
}

/** docker-compose 1 leaves no trace of `depends_on`, and its early versions none of their files: neither can be known. */
function whereRecorded(field: JudgedField, { generation, dependsOn, files }: ComposeFacts): JudgedField {
  const lost = field.field === "dependsOn"
    ? generation === 1 && Object.keys(dependsOn).length === 0
    : (field.field === "files" && files === undefined) || (field.field === "generation" && generation === undefined);
  return lost ? { ...field, status: "unchecked", fault: { kind: "not-recorded", detail: "" } } : field;
}
