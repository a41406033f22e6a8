/** A node differs from what was asked for: most of it is changed from a manager. */

import { same } from "../../content/text.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice } from "../checks/look.ts";
import { code } from "../matching/printable.ts";
import type { NodeFacts } from "../orchestration.ts";
import { adviseEntries } from "./entries.ts";
import { quotedWord } from "./quoted_word.ts";
import { wanted } from "./wanted.ts";

export function adviseNode(field: JudgedField, facts: NodeFacts): Advice {
  const node = facts.hostname ?? facts.id;
  const goal = wanted(field.matcher);
  switch (field.field) {
    case "role":
      return { next: same(code(`docker node ${goal === "manager" ? "promote" : "demote"} ${node}`)) };
    case "availability":
      return {
        because: availability(facts.availability),
        next: same(code(`docker node update --availability ${goal ?? "…"} ${node}`)),
      };
    case "labels":
      return adviseEntries(field, {
        flag: "--label-add",
        set: (_, { key, goal, unwanted }) =>
          same(code(
            unwanted
              ? `docker node update --label-rm ${key} ${node}`
              : `docker node update --label-add ${quotedWord(`${key}=${goal ?? "…"}`)} ${node}`,
          )),
      });
    case "state":
      return {
        because: {
          es: "El estado lo deciden los managers: oyen, o no, el latido del nodo",
          en: "The managers decide the state: they hear the heartbeat of the node, or they do not",
        },
        next: {
          es: "Mira si Docker está en marcha en esa máquina y si se llega a ella: `docker node ls`",
          en: "See whether Docker is running on that machine and whether it can be reached: `docker node ls`",
        },
      };
    case "leader":
      return {
        because: {
          es: "Los managers eligen a su líder entre ellos",
          en: "The managers choose their leader among themselves",
        },
      };
    default:
      return {};
  }
}

function availability(now: string | undefined) {
  switch (now) {
    case "drain":
      return { es: "Está vaciado: no admite tareas de servicios", en: "It is drained: it takes no tasks of services" };
    case "pause":
      return {
        es: "Está en pausa: conserva sus tareas, pero no admite otras",
        en: "It is paused: it keeps its tasks, but takes no others",
      };
    default:
      return { es: "Admite tareas como cualquier otro", en: "It takes tasks like any other" };
  }
}
