/** Judges a file of a container or of the learner's workspace. */

import type { FileCheck } from "../../content/schema/checks/inside.ts";
import type { Expectation } from "../../content/schema/expectation.ts";
import type { fileFields } from "../../content/schema/field.ts";
import { isBelow } from "../matching/paths.ts";
import { withScalars } from "../matching/scalars.ts";
import type { FileFacts } from "../snapshot.ts";
import type { CheckVerdict } from "../verdict.ts";
import {
  existing,
  fieldsVerdict,
  judgeFields,
  notLooked,
  uncheckedVerdict,
  unseen,
  type ValueTable,
  wholeVerdict,
} from "./field_judgement.ts";
import { cannotAsk } from "./inside.ts";
import type { Look } from "./look.ts";
import { existence } from "./object.ts";
import { withoutLastLineEnds } from "./stream.ts";

export const fileValues: ValueTable<typeof fileFields, FileFacts> = {
  type: ({ type }) => type,
  content: ({ content }) => content === undefined ? undefined : withoutLastLineEnds(content),
  size: ({ size }) => size,
  mode: ({ mode }) => mode,
  owner: ({ owner }) => owner,
  link: ({ link }) => link,
};

export function judgeFile(check: FileCheck, look: Look): CheckVerdict {
  const about = { kind: "file", subject: check.name } as const;
  const { container, expects, exists } = check;
  const unasked = exists ? existing.yes : existing.no;
  if (container !== undefined) {
    const stopped = cannotAsk({ ...about, container, expects, unasked }, look, false);
    if (stopped) return stopped;
  }
  const sighting = look.snapshot.files.get(check.name) ?? notLooked;
  switch (sighting.kind) {
    case "unknown":
      return uncheckedVerdict(about, sighting.fault, expects, look);
    case "missing": {
      const tree = treeInMemory(check, look);
      if (tree !== undefined) {
        const said = { expected: unasked, actual: unseen, ...look.advise("hiddenFile", check, tree) };
        return wholeVerdict(about, "unchecked", said, expects, look.workspace);
      }
      if (!exists) return existence(about, "passed", existing.no, existing.no, {});
      const said = { expected: existing.yes, actual: existing.no, ...look.advise("missingFile", check, look) };
      return wholeVerdict(about, "failed", said, expects, look.workspace);
    }
    case "found": {
      const { facts } = sighting;
      if (!exists) {
        return existence(about, "failed", existing.no, existing.yes, look.advise("unwantedFile", check, look));
      }
      if (expects.length === 0) return existence(about, "passed", existing.yes, existing.yes, {});
      const fields = judgeFields(expects.map(asRead), fileValues, facts, () => ({ workspace: look.workspace }));
      return fieldsVerdict(about, fields, look, (field) => look.advise("file", field, facts, check, look));
    }
  }
}

/** Trees that are in memory only, in every container. */
const inMemory = ["/proc", "/sys", "/dev"];

/** Where docker cannot see whether the file is there: `docker cp` copies from the disk. */
function treeInMemory({ container, path }: FileCheck, { snapshot }: Look): string | undefined {
  const sighting = container === undefined ? undefined : snapshot.containers.get(container);
  if (sighting?.kind !== "found") return undefined;
  const mounts = (sighting.facts.mounts ?? []).filter(({ type }) => type === "tmpfs").map(({ target }) => target);
  return [...inMemory, ...mounts].find((tree) => isBelow(path, tree));
}

/** The line end that closes a file is no part of what it says, in the file as in the check. */
function asRead(expectation: Expectation): Expectation {
  if (expectation.field !== "content") return expectation;
  const spell = (value: string | number | boolean) => typeof value === "string" ? withoutLastLineEnds(value) : value;
  return { ...expectation, matcher: withScalars(expectation.matcher, spell) };
}
