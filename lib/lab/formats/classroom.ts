/** GitHub Classroom: the step output `result` that its grading reporter reads. */

import type { Lang } from "../../content/text.ts";
import type { LabVerdict, TaskVerdict } from "../verdict.ts";
import { isOwed, type LabReport, taskLines } from "./report.ts";

/**
 * One line `result=BASE64`, to be appended to the file that `GITHUB_OUTPUT` names. Inside is JSON, version 1 of
 * classroom-resources' graders; durations are ms. What could not be checked is an `error`, and so is the whole.
 */
export function classroomReport({ verdict, seconds }: LabReport, lang: Lang): string {
  const tests = verdict.tasks.map((task) => ({
    name: task.title[lang],
    status: statusOf(task, verdict),
    score: task.score,
    message: task.status === "passed" ? "" : taskLines(task, lang).join("\n"),
    test_code: task.id,
    filename: "",
    line_no: 0,
    duration: 0,
  }));
  const ends = tests.map(({ status }) => status);
  const document = {
    version: 1,
    status: ends.includes("error") ? "error" : ends.includes("fail") ? "fail" : "pass",
    "max_score": verdict.max,
    ...(seconds === undefined ? {} : { duration: Math.round(seconds * 1000) }),
    tests,
  };
  return `result=${base64(JSON.stringify(document))}\n`;
}

function statusOf(task: TaskVerdict, verdict: LabVerdict): "pass" | "fail" | "error" {
  if (isOwed(task, verdict)) return "error";
  return task.status === "passed" ? "pass" : "fail";
}

/** `btoa` takes bytes written as characters, so the text becomes UTF-8 first. */
function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
}
