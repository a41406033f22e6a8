/** JUnit XML with the elements and attributes of Deno's own reporter, and points as properties: a suite per task, a case per check. */

import type { Lang } from "../../content/text.ts";
import type { CheckVerdict, LabVerdict, TaskVerdict } from "../verdict.ts";
import { checkLines, isOwed, type LabReport, statusNames, waiting } from "./report.ts";
import { type Element, xmlDocument } from "./xml.ts";

/** failed → failure, unchecked → error, blocked → skipped. A task whose checks were not judged is one case. */
export function junitReport({ verdict, seconds }: LabReport, lang: Lang): string {
  const suites = verdict.tasks.map((task) => suite(task, verdict, lang));
  const sum = (key: "tests" | "errors" | "failures") =>
    suites.reduce((total, { attributes }) => total + Number(attributes[key] ?? 0), 0);
  return xmlDocument({
    name: "testsuites",
    attributes: {
      name: verdict.lab,
      tests: sum("tests"),
      failures: sum("failures"),
      errors: sum("errors"),
      time: seconds?.toFixed(3),
    },
    children: suites,
  });
}

function suite(task: TaskVerdict, verdict: LabVerdict, lang: Lang): Element {
  const classname = `${verdict.lab}.${task.id}`;
  const names = new Map<string, number>();
  const cases = task.checks.map((check) => {
    const name = `${check.kind} ${check.subject}`;
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    return testCase(count === 1 ? name : `${name} (${count})`, classname, check, lang);
  });
  const children = cases.length > 0 ? cases : [unjudged(task, classname, isOwed(task, verdict), lang)];
  const count = (name: string) =>
    children.filter(({ children = [] }) => children.some((child) => child.name === name)).length;
  return {
    name: "testsuite",
    attributes: {
      name: `${task.id}: ${task.title[lang]}`,
      tests: children.length,
      disabled: count("skipped"),
      errors: count("error"),
      failures: count("failure"),
    },
    children: [properties(task), ...children],
  };
}

/** What JUnit has no word for: points, also where only a part of the task is right. */
function properties({ score, max, status, givenUp }: TaskVerdict): Element {
  const values = { score, max, status, ...(givenUp ? { givenUp: "true" } : {}) };
  return {
    name: "properties",
    attributes: {},
    children: Object.entries(values).map(([name, value]) => ({ name: "property", attributes: { name, value } })),
  };
}

function testCase(name: string, classname: string, check: CheckVerdict, lang: Lang): Element {
  const attributes = { name, classname };
  const message = (check.because ?? check.actual)[lang];
  const text = checkLines(check, lang).join("\n");
  switch (check.status) {
    case "passed":
      return { name: "testcase", attributes };
    case "failed":
      return {
        name: "testcase",
        attributes,
        children: [{ name: "failure", attributes: { message, type: check.kind }, text }],
      };
    case "unchecked":
      return {
        name: "testcase",
        attributes,
        children: [{ name: "error", attributes: { message, type: "unchecked" }, text }],
      };
    case "blocked":
      return { name: "testcase", attributes, children: [{ name: "skipped", attributes: { message } }] };
  }
}

function unjudged(task: TaskVerdict, classname: string, owed: boolean, lang: Lang): Element {
  const attributes = { name: task.id, classname };
  if (task.status === "passed") return { name: "testcase", attributes };
  const message = task.waitsFor.length > 0 ? waiting(task.waitsFor)[lang] : statusNames[task.status][lang];
  const end: Element = owed
    ? { name: "error", attributes: { message, type: "unchecked" } }
    : { name: "skipped", attributes: { message } };
  return { name: "testcase", attributes, children: [end] };
}
