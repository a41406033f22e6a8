/** All that is looked at in a lab beyond the shape of its data. */

import * as v from "valibot";
import type { Finding } from "../problem.ts";
import { type Lab, taskSchema } from "../schema/lab.ts";
import { isRecord } from "../is_record.ts";
import { announced } from "./announced.ts";
import { knownConcepts } from "./concepts.ts";
import { listOf, questionFindings, type RuleOptions, under, writtenIds } from "./quiz.ts";
import { duplicateIds } from "./repeated.ts";
import { stated } from "./stated.ts";
import { clearTask, soundTask } from "./task.ts";
import { type GraphTask, taskGraph } from "./task_graph.ts";

type Raw = Readonly<Record<string, unknown>>;

/** `lab` is undefined when its shape is wrong: then each sound task is looked at on its own. */
export function labFindings(raw: Raw, lab: Lab | undefined, options: RuleOptions): readonly Finding[] {
  const written = listOf(raw["tasks"]);
  const findings = written.flatMap((task, index): readonly Finding[] => {
    const decoded = lab ? lab.tasks[index] : decodedAlone(task);
    const questions = isRecord(task) ? listOf(task["questions"]) : [];
    const at = ["tasks", index];
    return [
      ...(decoded ? under(at, soundTask(decoded)) : []),
      ...(decoded && options.lint === true ? under(at, clearTask(decoded)) : []),
      ...questionFindings(questions, decoded?.questions, [...at, "questions"], options),
    ];
  });
  const questionIds = written.flatMap((task, index) =>
    isRecord(task) ? writtenIds(listOf(task["questions"]), ["tasks", index, "questions"]) : []
  );
  const sound = [
    ...findings,
    ...duplicateIds(writtenIds(written, ["tasks"])),
    ...duplicateIds(questionIds),
    ...taskGraph(written.flatMap(graphTask)),
  ];
  if (options.lint !== true) return sound;
  const concepts = listOf(raw["concepts"]).filter((concept) => typeof concept === "string");
  return [
    ...sound,
    ...knownConcepts(concepts, options.concepts, ["concepts"]),
    ...(lab?.tasks ?? []).flatMap((task, index) =>
      knownConcepts(task.concepts, options.concepts, ["tasks", index, "concepts"])
    ),
    ...(lab ? announced(lab) : []),
    // Of a lab that is wrong nobody knows yet what it will demand.
    ...(lab && sound.every(({ severity }) => severity === "warning") ? stated(lab) : []),
  ];
}

function decodedAlone(written: unknown): Lab["tasks"][number] | undefined {
  const result = v.safeParse(taskSchema, written);
  return result.success ? result.output : undefined;
}

function graphTask(written: unknown, index: number): readonly GraphTask[] {
  if (!isRecord(written) || typeof written["id"] !== "string") return [];
  const needs = listOf(written["needs"]).map((need) => typeof need === "string" ? need : "");
  return [{ id: written["id"], needs, at: ["tasks", index] }];
}
