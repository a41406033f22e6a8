/** Command questions: marks, feedback, and what the author wrote wrong. */

import assert from "node:assert/strict";
import { commandProblems } from "../../lib/quiz/command/problems.ts";
import { command } from "../../lib/quiz/kinds/command.ts";
import { make } from "./make_question.ts";

const question = make("command", {
  accept: ["docker run -d --name web -p 8080:80 nginx", "docker create nginx"],
  reject: [
    { answer: "docker run -it nginx", feedback: "Así ocupa el terminal." },
    { answer: "docker run web | cat", feedback: "Sobra la tubería." },
  ],
  allowFlags: ["--rm"],
});

const graded = (typed: string) => command.grade(question, { kind: "command", typed });

Deno.test("any accepted command is right, with or without the flags that are allowed", () => {
  assert.equal(graded("docker container run --rm -p 8080:80 -d --name=web nginx").status, "correct");
  assert.equal(graded("docker create nginx").status, "correct");
  assert.equal(graded("docker run -d -p 8080:80 nginx").status, "incorrect");
});

Deno.test("sudo is right and remarked on", () => {
  const mark = graded("sudo docker create nginx");
  assert.equal(mark.status, "correct");
  assert.equal(mark.remarks.length, 1);
});

Deno.test("a known wrong command gives its feedback first, also when it cannot be read", () => {
  assert.equal(graded("docker run -t -i nginx").remarks[0]?.es, "Así ocupa el terminal.");
  assert.equal(graded("docker run  web |  cat").remarks[0]?.es, "Sobra la tubería.");
});

Deno.test("what is wrong is said against the nearest accepted command, one of the same verb if there is one", () => {
  assert.deepEqual(graded("docker run nginx").remarks.map(({ en }) => en), [
    "`-d` is missing",
    "`--name web` is missing",
    "`-p 8080:80` is missing",
  ]);
  assert.deepEqual(graded("docker run -d --name web -p 8080:80 httpd").remarks.map(({ en }) => en), [
    "The image is `httpd` where `nginx` was wanted",
  ]);
});

Deno.test("the author is told of what cannot be read, of a contradiction, of a repetition, of a flag that is not there", () => {
  assert.deepEqual(commandProblems(question), []);
  const wrong = make("command", {
    accept: ["docker ps --al", "docker images", "docker image ls"],
    reject: [{ answer: "docker image list", feedback: "No." }],
    allowFlags: ["--rm"],
  });
  assert.deepEqual(commandProblems(wrong).map(({ field, index }) => `${field} ${index}`), [
    "accept 0",
    "accept 2",
    "reject 0",
    "allowFlags 0",
  ]);
});
