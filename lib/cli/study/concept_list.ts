/** All concepts of the course by area, with how much there is to each. */

import { areaNames } from "../../content/area_names.ts";
import type { Lang } from "../../content/text.ts";
import { counted } from "../../screens/counted.ts";
import { itemRef } from "../../study/item.ts";
import { contentIndex } from "../content_index.ts";
import type { World } from "../world.ts";

/** As `list --concepts --json` gives it: `{"areas": [ListedArea, …]}`, in the order of the course. Names are part of the contract. */
export interface ListedArea {
  readonly id: string;
  readonly name: string;
  readonly concepts: readonly {
    readonly id: string;
    readonly name: string;
    /** In quizzes and inside labs. */
    readonly questions: number;
    readonly labs: number;
  }[];
}

export async function listedAreas(world: World): Promise<readonly ListedArea[]> {
  const { concepts, contents } = await contentIndex(world);
  const questions = contents.flatMap(({ items }) => items).filter(({ id }) => itemRef(id)?.kind !== "task");
  const labs = contents.filter(({ kind }) => kind === "lab");
  const having = (holders: readonly { readonly concepts: readonly string[] }[], id: string) =>
    holders.filter(({ concepts }) => concepts.includes(id)).length;
  return Object.entries(areaNames).map(([area, name]) => ({
    id: area,
    name: name[world.lang],
    concepts: concepts.filter((concept) => concept.area === area).map(({ id, name }) => ({
      id,
      name: name[world.lang],
      questions: having(questions, id),
      labs: having(labs, id),
    })),
  })).filter(({ concepts }) => concepts.length > 0);
}

export function conceptsText(areas: readonly ListedArea[], lang: Lang): string {
  const es = lang === "es";
  const width = Math.max(0, ...areas.flatMap(({ concepts }) => concepts.map(({ id }) => id.length)));
  const blocks = areas.map(({ name, concepts }) =>
    [
      name,
      ...concepts.map(({ id, name, questions, labs }) =>
        `  ${id.padEnd(width)}  ${name} (${counted(questions, es ? "pregunta" : "question")}${
          labs > 0 ? `, ${counted(labs, es ? "laboratorio" : "lab")}` : ""
        })`
      ),
    ].join("\n")
  );
  const next = es ? "Uno por dentro: grumete concept ID" : "One from inside: grumete concept ID";
  return [...blocks, next].join("\n\n");
}
