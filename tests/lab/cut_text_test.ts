/** Texts of which only a part is known: what is said of them is never another thing than of the whole. */

import { equal } from "node:assert/strict";
import fc from "fast-check";
import type { Matcher } from "../../lib/content/schema/matcher.ts";
import { judgeCheck } from "../../lib/lab/checks.ts";
import { advise } from "../../lib/lab/diagnosis/advisers.ts";
import { contentLimit } from "../../lib/lab/file_content.ts";
import { holdsForPart } from "../../lib/lab/matching/cut_text.ts";
import { holds, patternLimit } from "../../lib/lab/matching/holds.ts";
import { execKey, httpKey, logsKey } from "../../lib/lab/plan.ts";
import type { Snapshot } from "../../lib/lab/snapshot.ts";
import type { Status } from "../../lib/lab/verdict.ts";
import { checkOf } from "./check_of.ts";
import { container, contains, eq, snapshot, workspace } from "./samples.ts";

const words = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 5 });
const matcher: fc.Arbitrary<Matcher> = fc.letrec<{ readonly matcher: Matcher }>((tie) => ({
  matcher: fc.oneof(
    { maxDepth: 3 },
    words.map(eq),
    words.map(contains),
    words.map((prefix): Matcher => ({ is: "startsWith", prefix })),
    words.map((pattern): Matcher => ({ is: "matches", pattern })),
    fc.array(words, { minLength: 1, maxLength: 3 }).map((values): Matcher => ({ is: "oneOf", values })),
    fc.boolean().map((absent): Matcher => ({ is: "absent", absent })),
    fc.array(tie("matcher"), { minLength: 1, maxLength: 3 }).map((of): Matcher => ({ is: "all", of })),
    fc.array(tie("matcher"), { minLength: 1, maxLength: 3 }).map((of): Matcher => ({ is: "any", of })),
    tie("matcher").map((of): Matcher => ({ is: "not", of })),
  ),
})).matcher;

Deno.test("a part of a text decides nothing that the whole decides otherwise", () => {
  fc.assert(
    fc.property(matcher, words, words, fc.boolean(), (matcher, one, other, tail) => {
      const said = holdsForPart(matcher, tail ? other : one, { workspace, tail, cut: true });
      if (said !== undefined) equal(said, holds(matcher, one + other, "text", { workspace }));
    }),
    { numRuns: 2000 },
  );
});

Deno.test("a whole text is decided, only a pattern is not tried on more than it can be", () => {
  fc.assert(fc.property(matcher, words, (matcher, text) => {
    equal(holdsForPart(matcher, text, { workspace }), holds(matcher, text, "text", { workspace }));
  }));
  const long = "a".repeat(patternLimit + 1);
  equal(holdsForPart({ is: "matches", pattern: "b" }, long, { workspace }), undefined);
  equal(holdsForPart({ is: "matches", pattern: "a" }, long, { workspace }), true);
  equal(holdsForPart(contains("b"), long, { workspace }), false);
});

function status(written: object, seen: (check: ReturnType<typeof checkOf>) => Partial<Snapshot>): Status {
  const check = checkOf(written);
  const look = { ...snapshot({ containers: [container("web")] }), ...seen(check) };
  return judgeCheck(check, { snapshot: look, workspace, advise }).status;
}

Deno.test("what was not looked at whole is unchecked, not failed, and never passed by what is not in its beginning", () => {
  const start = "a".repeat(contentLimit);
  const found = <Facts>(key: string, facts: Facts) => new Map([[key, { kind: "found", facts } as const]]);
  const kinds: Readonly<Record<string, (matcher: object | string) => Status>> = {
    file: (content) =>
      status({ file: "web:/log", content }, () => ({
        files: found("web:/log", { type: "file", content: start, size: contentLimit + 1 }),
      })),
    exec: (stdout) =>
      status({ exec: "web", run: ["cat", "/log"], stdout }, (check) => ({
        execs: check.kind === "exec"
          ? found(execKey(check), { exitCode: 0, stdout: start, stderr: "", cut: ["stdout"] })
          : new Map(),
      })),
    http: (body) =>
      status({ http: "http://localhost/", body }, (check) => ({
        https: check.kind === "http"
          ? found(httpKey(check), { kind: "answered", status: 200, body: start, cut: true, headers: {} })
          : new Map(),
      })),
    logs: (output) =>
      status({ logs: "web", output }, (check) => ({
        logs: check.kind === "logs"
          ? found(logsKey(check), { stdout: start, stderr: "", output: start, cut: true })
          : new Map(),
      })),
  };
  for (const [kind, judged] of Object.entries(kinds)) {
    equal(judged({ contains: "b" }), "unchecked", kind);
    equal(judged({ not: { contains: "b" } }), "unchecked", kind);
    equal(judged({ contains: "aa" }), "passed", kind);
    equal(judged({ not: { contains: "aa" } }), "failed", kind);
    equal(judged("aa"), "failed", kind);
  }
});

Deno.test("a stream that was not cut is judged whole beside one that was", () => {
  const check = { exec: "web", run: ["cat", "/log"], exitCode: 0, stderr: { absent: true } };
  equal(
    status(check, (check) => ({
      execs: check.kind === "exec"
        ? new Map([[execKey(check), {
          kind: "found",
          facts: { exitCode: 0, stdout: "a".repeat(contentLimit), stderr: "", cut: ["stdout"] },
        }]])
        : new Map(),
    })),
    "passed",
  );
});
