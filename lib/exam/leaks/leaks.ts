/** Looks through a session, before it is packed, for what would give answers away. */

import { both } from "../../content/text.ts";
import type { Lab } from "../../content/schema/lab.ts";
import { askedTasks, labQuestionRef } from "../pack/asked_lab.ts";
import type { DrawnPool } from "../session/draws.ts";
import { toldElsewhere } from "./elsewhere.ts";
import type { Leak, LeakItem, ShownText } from "./item.ts";
import { toldByItself } from "./own_text.ts";
import { toldByShape } from "./shape.ts";
import { sealCheck } from "../pack/sealed_check.ts";
import type { ExamSpec } from "../session/spec.ts";

export interface LookedThrough {
  readonly spec: Pick<ExamSpec, "hints" | "verdicts">;
  readonly pools: readonly DrawnPool[];
  /** Path of the file of a quiz. */
  readonly fileOf: (quiz: string) => string;
  /** Where a question stands in its quiz. */
  readonly indexOf: (quiz: string, question: string) => number;
  readonly labs: readonly { readonly lab: Lab; readonly file: string; readonly tasks?: readonly string[] }[];
}

/** Errors are answers that anybody can read; warnings are worth a look. In no order. */
export function leaksIn({ spec, pools, fileOf, indexOf, labs }: LookedThrough): readonly Leak[] {
  const hints = spec.hints === "shown";
  const asked = pools.flatMap(({ questions }) => questions).map(({ ref, quiz, question }): LeakItem => ({
    file: fileOf(quiz),
    at: ["questions", indexOf(quiz, question.id)],
    ref,
    question,
    hints,
  }));
  const inLabs = labs.flatMap(({ lab, file, tasks }) =>
    askedTasks(lab, tasks).flatMap((task) =>
      task.questions.map((question, index): LeakItem => ({
        file,
        at: ["tasks", lab.tasks.indexOf(task), "questions", index],
        ref: labQuestionRef(lab.id, task.id, question.id),
        question,
        hints,
      }))
    )
  );
  const items = [...asked, ...inLabs];
  const texts = labs.flatMap(({ lab, tasks }) =>
    askedTasks(lab, tasks).map(({ id, title, text }): ShownText => ({
      ref: `${lab.id}/${id}`,
      text: both((lang) => `${title[lang]}\n${text[lang]}`),
    }))
  );
  return [
    ...toldElsewhere(items, texts),
    ...toldByItself(items),
    ...toldByShape(items),
    ...labs.flatMap((lab) => namedInSealed(lab, spec, texts)),
  ];
}

/** A warning. What a hidden check compares its object with must be named in the file, or docker would not be asked about it. */
function namedInSealed(
  { lab, file, tasks }: LookedThrough["labs"][number],
  { verdicts }: LookedThrough["spec"],
  texts: readonly ShownText[],
): readonly Leak[] {
  const said = texts.map(({ text }) => `${text.es}\n${text.en}`).join("\n");
  const wanted = askedTasks(lab, tasks);
  const named = new Set(wanted.flatMap(({ checks }) => checks.flatMap((check) => "name" in check ? check.name : [])));
  return wanted.flatMap((task) =>
    task.checks.flatMap((check, index): Leak[] => {
      if (verdicts === "live" && !check.hidden) return [];
      const sealed = sealCheck(check);
      const others = "others" in sealed ? sealed.others : [];
      return others.filter((name) => !named.has(name) && !said.includes(name)).map((name) => ({
        file,
        at: ["tasks", lab.tasks.indexOf(task), "checks", index],
        severity: "warning",
        code: "other",
        what: {
          es: `El nombre "${name}" queda en el archivo, aunque ningún texto lo diga`,
          en: `The name "${name}" stays in the file, although no text says it`,
        },
        next: {
          es: "Hay que mirarlo en la máquina del estudiante: cambia la comprobación si el nombre es la respuesta.",
          en: "It must be looked at on the student's machine: change the check if the name is the answer.",
        },
      }));
    })
  );
}
