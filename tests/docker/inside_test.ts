/** Programs inside a container, with a docker that does as it is told. */

import { deepEqual, equal } from "node:assert/strict";
import { execIn, logsOf } from "../../lib/docker/inside.ts";
import { container } from "../lab/samples.ts";
import { checkOf } from "../lab/check_of.ts";
import { fakeDocker } from "./fake_docker.ts";

const web = { kind: "found", facts: container("web") } as const;
const { signal } = new AbortController();

Deno.test("of a program that writes much it is told which stream was cut, and the code still counts", async () => {
  const check = checkOf({ exec: "web", run: ["cat", "/log"], exitCode: 0 });
  if (check.kind !== "exec") throw new TypeError(check.kind);
  using much = fakeDocker("head -c 70000 /dev/zero | tr '\\0' a; echo oops >&2; exit 3");
  const seen = await execIn(much.docker, check, web, signal);
  if (seen.kind !== "found") throw new Error(JSON.stringify(seen));
  deepEqual([seen.facts.exitCode, seen.facts.stdout.length, seen.facts.stderr, seen.facts.cut], [3, 65536, "oops\n", [
    "stdout",
  ]]);
  using little = fakeDocker("head -c 65536 /dev/zero | tr '\\0' a");
  const whole = await execIn(little.docker, check, web, signal);
  equal(whole.kind === "found" && whole.facts.cut, undefined);
});

Deno.test("of logs that are too long it is told that they were cut", async () => {
  const check = checkOf({ logs: "web", output: "x" });
  if (check.kind !== "logs") throw new TypeError(check.kind);
  using much = fakeDocker("head -c 2000000 /dev/zero | tr '\\0' a");
  const seen = await logsOf(much.docker, check, web, signal);
  equal(seen.kind === "found" && seen.facts.cut, true);
});
