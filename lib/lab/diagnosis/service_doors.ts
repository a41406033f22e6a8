/** Ports and mounts of a service: taken away by their inner end, and added again as they should be. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import { same, type Text } from "../../content/text.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice, Look } from "../checks/look.ts";
import { holds } from "../matching/holds.ts";
import { resolved, samePath } from "../matching/paths.ts";
import { code } from "../matching/printable.ts";
import { isMap, valueAt } from "../matching/value.ts";
import type { ServiceFacts } from "../orchestration.ts";
import { adviseMounts } from "./mounts.ts";
import { wanted, wantedEntries, wantedRows } from "./wanted.ts";

export function adviseServicePorts({ matcher, value, match }: JudgedField, { name, ports = {} }: ServiceFacts): Advice {
  const map = isMap(value) ? value : {};
  const failing = wantedEntries(matcher).find(([inside, part]) =>
    !holds(part, valueAt(map, inside), "bindings", { workspace: "" })
  );
  if (!failing) return match.detail ? { because: match.detail } : {};
  const [inside, part] = failing;
  const [target = "", protocol = "tcp"] = inside.split("/");
  const published = (Object.hasOwn(ports, inside) ? ports[inside] ?? [] : []).map(({ port }) => port);
  const remove = Object.hasOwn(ports, inside) ? `--publish-rm ${protocol === "tcp" ? target : inside} ` : "";
  if (part.is === "absent") {
    return {
      because: { es: `${code(inside)} está publicado`, en: `${code(inside)} is published` },
      next: same(code(`docker service update ${remove}${name}`)),
    };
  }
  const row = wantedRows(part)[0]?.["port"];
  const goal = row && wanted(row);
  const kind = protocol === "tcp" ? "" : `,protocol=${protocol}`;
  const add = `--publish-add published=${goal ?? "…"},target=${target}${kind}`;
  return {
    because: reason(inside, goal, published, ports),
    next: same(code(`docker service update ${remove}${add} ${name}`)),
  };
}

function reason(
  inside: string,
  goal: string | number | boolean | undefined,
  published: readonly number[],
  ports: NonNullable<ServiceFacts["ports"]>,
): Text {
  if (published.length > 0) {
    return {
      es: `${code(inside)} está publicado en el puerto ${published.join(", ")}`,
      en: `${code(inside)} is published on port ${published.join(", ")}`,
    };
  }
  const other = Object.entries(ports).find(([, bindings]) => bindings.some(({ port }) => port === goal));
  return other
    ? {
      es: `El puerto ${goal} lleva a ${code(other[0])}, no a ${code(inside)}`,
      en: `Port ${goal} leads to ${code(other[0])}, not to ${code(inside)}`,
    }
    : { es: `${code(inside)} no está publicado`, en: `${code(inside)} is not published` };
}

export function adviseServiceMounts(field: JudgedField, facts: ServiceFacts, check: ObjectCheck, look: Look): Advice {
  const { id, name, mounts = [] } = facts;
  const { because } = adviseMounts(field, { id, name, mounts }, check, look);
  const reasoned = because ? { because } : {};
  const row = wantedRows(field.matcher).find((row) =>
    !mounts.some((mount) => holds({ is: "fields", fields: row }, { ...mount }, "mount", { workspace: look.workspace }))
  );
  if (!row) return reasoned;
  const word = (key: string) => row[key] && wanted(row[key]);
  const [type, source, target] = [word("type"), word("source"), word("target")];
  const replaced = mounts.some((mount) =>
    target !== undefined && samePath(mount.target, String(target), look.workspace)
  );
  const parts = [
    ...(type === undefined ? [] : [`type=${type}`]),
    ...(source === undefined ? [] : [`source=${type === "bind" ? resolved(String(source), look.workspace) : source}`]),
    `target=${target ?? "…"}`,
    ...(word("readonly") === true ? ["readonly"] : []),
  ];
  const remove = replaced ? `--mount-rm ${target} ` : "";
  return { ...reasoned, next: same(code(`docker service update ${remove}--mount-add ${parts.join(",")} ${name}`)) };
}
