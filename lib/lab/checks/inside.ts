/** What exec, logs and file share: a container must be there before it can be asked, and for exec it must run. */

import { same, type Text } from "../../content/text.ts";
import type { ExecCheck, LogsCheck } from "../../content/schema/checks/inside.ts";
import type { Expectation } from "../../content/schema/expectation.ts";
import type { Sighting } from "../snapshot.ts";
import type { CheckVerdict } from "../verdict.ts";
import {
  fieldsVerdict,
  type JudgedField,
  labelled,
  notLooked,
  type Subject,
  uncheckedVerdict,
  wholeVerdict,
} from "./field_judgement.ts";
import { describe } from "../matching/describe.ts";
import type { Advice, Look } from "./look.ts";

interface Inside extends Subject {
  readonly container: string;
  readonly expects: readonly Expectation[];
  /** What is expected where no field is. */
  readonly unasked?: Text;
}

/** What a kind of check inside a container does with an answer. */
interface InsideJudge<Facts> {
  /** Only a running container can be asked; otherwise one that has ended will do. */
  readonly mustRun: boolean;
  readonly fields: (facts: Facts) => readonly JudgedField[];
  readonly advise: (field: JudgedField, facts: Facts) => Advice;
}

/** `sighting` is undefined where the snapshot knows nothing of this check. */
export function judgeInside<Facts>(
  check: ExecCheck | LogsCheck,
  look: Look,
  sighting: Sighting<Facts> | undefined,
  judge: InsideJudge<Facts>,
): CheckVerdict {
  const about = { kind: check.kind, subject: check.name };
  const inside = { ...about, container: check.name, expects: check.expects };
  const stopped = cannotAsk(inside, look, judge.mustRun);
  if (stopped) return stopped;
  const seen = sighting ?? notLooked;
  switch (seen.kind) {
    case "unknown":
      return uncheckedVerdict(about, seen.fault, check.expects, look);
    case "missing":
      return notRunning(inside, look);
    case "found":
      return fieldsVerdict(about, judge.fields(seen.facts), look, (field) => judge.advise(field, seen.facts));
  }
}

/** The verdict when the container cannot be asked, or undefined when it can. */
export function cannotAsk(about: Inside, look: Look, mustRun: boolean): CheckVerdict | undefined {
  const { container } = about;
  const sighting = look.snapshot.containers.get(container) ?? notLooked;
  switch (sighting.kind) {
    case "unknown":
      return uncheckedVerdict({ kind: about.kind, subject: about.subject }, sighting.fault, about.expects, look);
    case "missing":
      return blocked(about, look, "no container", look.advise("noContainer", container));
    case "found":
      return mustRun && sighting.facts.state !== undefined && sighting.facts.state !== "running"
        ? notRunning(about, look)
        : undefined;
  }
}

/** Also used when the container stopped between one look and the next. */
function notRunning(about: Inside, look: Look): CheckVerdict {
  const sighting = look.snapshot.containers.get(about.container);
  const facts = sighting?.kind === "found" ? sighting.facts : undefined;
  return blocked(about, look, facts?.state ?? "–", look.advise("notRunning", about.container, facts, look.snapshot));
}

function blocked(about: Inside, look: Look, state: string, advice: Advice): CheckVerdict {
  const [first] = about.expects;
  const expected = first
    ? labelled(first.field, describe(first.matcher, first.type, { workspace: look.workspace }))
    : about.unasked ?? same("–");
  const actual = state === "no container"
    ? { es: `no existe el contenedor ${about.container}`, en: `there is no container ${about.container}` }
    : { es: `${about.container}: ${state}`, en: `${about.container}: ${state}` };
  const subject = { kind: about.kind, subject: about.subject };
  return wholeVerdict(subject, "blocked", { expected, actual, ...advice }, about.expects, look.workspace);
}
