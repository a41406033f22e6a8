/** A pack from what a teacher wants and the content it is drawn from. */

import type { Lab } from "../../content/schema/lab.ts";
import { askedDocument } from "./asked_lab.ts";
import { askedOf } from "./asked_of.ts";
import type { DrawnPool } from "../session/draws.ts";
import { namingWith } from "./opaque.ts";
import type { Pack } from "./pack.ts";
import type { PackSecrets } from "./pack_secrets.ts";
import type { ExamSpec } from "../session/spec.ts";

export interface PackedLab {
  readonly lab: Lab;
  /** The lab file as it was read, before it was decoded. */
  readonly written: Readonly<Record<string, unknown>>;
  /** Starter files by their path. */
  readonly workspace: ReadonlyMap<string, Uint8Array>;
  readonly tasks?: readonly string[];
}

export interface PackParts {
  readonly spec: ExamSpec;
  readonly pools: readonly DrawnPool[];
  readonly labs: readonly PackedLab[];
  readonly secrets: Pick<PackSecrets, "salt" | "seed">;
  /** Whom submissions are encrypted to: an age recipient. */
  readonly recipient: string;
  /** Whether only who has a ticket may take it. */
  readonly tickets: boolean;
}

/** The same parts give the same pack. */
export function packOf({ spec, pools, labs, secrets, recipient, tickets }: PackParts): Pack {
  const { id, title, rules, opens, closes, minutes, attempts, pass, shuffle, hints, feedback, verdicts } = spec;
  const naming = namingWith(secrets.salt);
  const questions = pools.flatMap((pool) => pool.questions).map(({ ref, question }) =>
    askedOf(question, ref, naming, hints === "shown")
  );
  return {
    format: 1,
    id,
    title,
    ...(rules ? { rules } : {}),
    ...(opens === undefined ? {} : { opens }),
    ...(closes === undefined ? {} : { closes }),
    ...(minutes === undefined ? {} : { minutes }),
    attempts,
    pass,
    shuffle,
    hints,
    feedback,
    verdicts,
    seed: secrets.seed,
    recipient,
    tickets,
    pools: pools.map(({ title, count, questions }) => ({
      title,
      count,
      questions: questions.map(({ ref }) => naming(ref)),
    })),
    questions: questions.toSorted((one, other) => one.id < other.id ? -1 : 1),
    labs: labs.map(({ lab, written, workspace, tasks }) => ({
      id: lab.id,
      document: askedDocument(lab, written, { naming, hints, verdicts, ...(tasks ? { tasks } : {}) }),
      workspace: Object.fromEntries(lab.workspace.map((path) => [path, workspace.get(path)?.toBase64() ?? ""])),
    })),
  };
}
