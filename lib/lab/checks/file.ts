/** Judges a file of a container or of the learner's workspace. */

import type { FileCheck } from "../../content/schema/checks/inside.ts";
import type { Expectation } from "../../content/schema/expectation.ts";
import type { fileFields } from "../../content/schema/field.ts";
import { contentLimit } from "../file_content.ts";
import { canonicalPath, isBelow } from "../matching/paths.ts";
import { withScalars } from "../matching/scalars.ts";
import type { FileFacts, Mount } from "../snapshot.ts";
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

const fileValues: ValueTable<typeof fileFields, FileFacts> = {
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
  const tree = treeInMemory(check, look);
  // What is found on the disk below it is covered: the container does not see that.
  if (tree !== undefined && (sighting.kind === "missing" || (sighting.kind === "found" && check.path !== tree))) {
    const said = { expected: unasked, actual: unseen, ...look.advise("hiddenFile", check, tree) };
    return wholeVerdict(about, "unchecked", said, expects, look.workspace);
  }
  switch (sighting.kind) {
    case "unknown":
      return uncheckedVerdict(about, sighting.fault, expects, look);
    case "missing": {
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
      const fields = judgeFields(expects.map(asRead), fileValues, facts, ({ field }) => ({
        workspace: look.workspace,
        cut: field === "content" && (facts.size ?? 0) > contentLimit,
      }));
      return fieldsVerdict(about, fields, look, (field) => look.advise("file", field, facts, check, look));
    }
  }
}

/** Trees that are in memory only, in every container. */
const inMemory: readonly Pick<Mount, "type" | "target">[] = ["/proc", "/sys", "/dev"].map((target) => ({
  type: "tmpfs",
  target,
}));

/** Where docker cannot see whether the file is there: `docker cp` copies from the disk. */
function treeInMemory({ container, path }: FileCheck, { snapshot }: Look): string | undefined {
  const sighting = container === undefined ? undefined : snapshot.containers.get(container);
  if (sighting?.kind !== "found") return undefined;
  // The innermost of several mounts is what is seen.
  const covering = [...inMemory, ...sighting.facts.mounts ?? []]
    .map(({ type, target }) => ({ type, target: canonicalPath(target) }))
    .filter(({ target }) => isBelow(path, target))
    .toSorted((one, other) => other.target.length - one.target.length);
  return covering[0]?.type === "tmpfs" ? covering[0].target : undefined;
}

/** The line end that closes a file is no part of what it says, in the file as in the check. */
function asRead(expectation: Expectation): Expectation {
  if (expectation.field !== "content") return expectation;
  const spell = (value: string | number | boolean) => typeof value === "string" ? withoutLastLineEnds(value) : value;
  return { ...expectation, matcher: withScalars(expectation.matcher, spell) };
}
