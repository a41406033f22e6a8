/** A mount is missing or differs: in its kind, its source, its place, or in whether it may be written. */

import type { ObjectCheck } from "../../content/schema/checks/object.ts";
import type { Matcher } from "../../content/schema/matcher.ts";
import type { Text } from "../../content/text.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice, Look } from "../checks/look.ts";
import { holds } from "../matching/holds.ts";
import { resolved, samePath } from "../matching/paths.ts";
import { code } from "../matching/printable.ts";
import { partShape, type Value } from "../matching/value.ts";
import type { ContainerFacts, Mount } from "../snapshot.ts";
import { recreate } from "./start_error.ts";
import { wanted, wantedRows } from "./wanted.ts";

type Row = Readonly<Record<string, Matcher>>;

export function adviseMounts(field: JudgedField, facts: ContainerFacts, _: ObjectCheck, look: Look): Advice {
  const mounts = facts.mounts ?? [];
  const row = wantedRows(field.matcher).find((row) =>
    !mounts.some((mount) => differences(row, mount, look).length === 0)
  );
  if (!row) {
    return {
      ...(field.match.detail ? { because: field.match.detail } : {}),
      next: recreate(facts.name, {
        es: "solo con los montajes pedidos",
        en: "with only the mounts that are asked for",
      }),
    };
  }
  const flag = mountFlag(row, look.workspace);
  return {
    because: reason(row, mounts, look),
    next: recreate(facts.name, { es: `con ${code(flag)}`, en: `with ${code(flag)}` }),
  };
}

function differences(row: Row, mount: Mount, { workspace }: Look): readonly string[] {
  const facts: Readonly<Record<string, Value>> = { ...mount };
  return Object.entries(row).flatMap(([key, matcher]) =>
    holds(matcher, facts[key], partShape("mount", key), { workspace }) ? [] : key
  );
}

/** The mount that was probably meant: the same place, else the same source. */
function reason(row: Row, mounts: readonly Mount[], look: Look): Text {
  const target = row["target"] && wanted(row["target"]);
  const source = row["source"] && wanted(row["source"]);
  const meant =
    mounts.find((mount) => target !== undefined && samePath(mount.target, String(target), look.workspace)) ??
      mounts.find((mount) => source !== undefined && samePath(mount.source, String(source), look.workspace));
  if (!meant) {
    return {
      es: mounts.length === 0 ? "No tiene nada montado" : `No tiene nada montado en ${code(String(target ?? "…"))}`,
      en: mounts.length === 0 ? "Nothing is mounted in it" : `Nothing is mounted at ${code(String(target ?? "…"))}`,
    };
  }
  const [first] = differences(row, meant, look);
  const place = code(meant.target);
  switch (first) {
    case "type":
      return {
        es: `${place} es de tipo ${code(meant.type)}, no ${code(String(row["type"] && wanted(row["type"])))}${
          origin(meant).es
        }`,
        en: `${place} is a mount of type ${code(meant.type)}, not ${code(String(row["type"] && wanted(row["type"])))}${
          origin(meant).en
        }`,
      };
    case "source":
      return { es: `${place} viene de ${code(meant.source)}`, en: `${place} comes from ${code(meant.source)}` };
    case "target":
      return {
        es: `${code(meant.source)} está montado en ${place}`,
        en: `${code(meant.source)} is mounted at ${place}`,
      };
    default:
      return meant.readonly
        ? { es: `${place} es de solo lectura`, en: `${place} is read-only` }
        : { es: `En ${place} se puede escribir`, en: `${place} can be written to` };
  }
}

/** A path where a volume's name belongs, or the other way round, is the usual slip. */
function origin(mount: Mount): Text {
  if (mount.type === "volume") {
    return {
      es: ": sin `/` ni `./` delante, docker lo toma por el nombre de un volumen",
      en: ": without a `/` or `./` in front, docker takes it for the name of a volume",
    };
  }
  if (mount.type === "bind") {
    return {
      es: `: viene de la carpeta ${code(mount.source)}`,
      en: `: it comes from the folder ${code(mount.source)}`,
    };
  }
  return { es: "", en: "" };
}

function mountFlag(row: Row, workspace: string): string {
  const word = (key: string) => {
    const value = row[key] && wanted(row[key]);
    return value === undefined ? "…" : String(value);
  };
  if (word("type") === "tmpfs") return `--tmpfs ${word("target")}`;
  const mode = row["readonly"] && wanted(row["readonly"]) === true ? ":ro" : "";
  return `-v ${resolved(word("source"), workspace)}:${word("target")}${mode}`;
}
