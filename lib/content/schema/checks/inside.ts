/** Checks of what goes on inside a container: a program that is run, its logs, and files (the learner's own too). */

import * as v from "valibot";
import { duration } from "../basics.ts";
import { closed } from "../closed.ts";
import {
  asserts,
  type CheckCommon,
  common,
  commonKeys,
  type Expectation,
  expectations,
  matchers,
} from "../expectation.ts";
import { execFields, fileFields, logsFields } from "../field.ts";
import { filePlace, objectName } from "../names.ts";
import { because } from "../refusal.ts";

/** Runs a program inside a running container. `timeout` is seconds. */
export interface ExecCheck extends CheckCommon {
  readonly kind: "exec";
  readonly name: string;
  readonly run: readonly string[];
  readonly user?: string;
  readonly timeout: number;
  readonly expects: readonly Expectation[];
}

/** Reads the last `tail` lines that a container wrote. */
export interface LogsCheck extends CheckCommon {
  readonly kind: "logs";
  readonly name: string;
  readonly tail: number;
  readonly expects: readonly Expectation[];
}

/** A file of a container, which need not run (`web:/etc/motd`), or of the learner's workspace (`compose.yaml`). */
export interface FileCheck extends CheckCommon {
  readonly kind: "file";
  /** As written: what `docker cp` calls the path. */
  readonly name: string;
  /** Absent for the workspace. */
  readonly container?: string;
  /** Absolute in a container, inside the workspace otherwise. */
  readonly path: string;
  readonly exists: boolean;
  readonly expects: readonly Expectation[];
}

export const timeout = v.optional(v.pipe(duration, v.maxValue(60)), "5s");

export const exec = v.pipe(
  closed({
    exec: objectName,
    run: v.pipe(v.array(v.string(because("text"))), v.minLength(1)),
    user: v.exactOptional(v.pipe(v.string(because("text")), v.nonEmpty(because("text")))),
    timeout,
    ...matchers(execFields),
    ...commonKeys,
  }),
  v.check((written) => asserts(execFields, written), because("nothing")),
  v.transform((written): ExecCheck => ({
    kind: "exec",
    name: written.exec,
    run: written.run,
    ...(written.user === undefined ? {} : { user: written.user }),
    timeout: written.timeout,
    expects: expectations(execFields, written),
    ...common(written),
  })),
);

export const logs = v.pipe(
  closed({
    logs: objectName,
    tail: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)), 200),
    ...matchers(logsFields),
    ...commonKeys,
  }),
  v.check((written) => asserts(logsFields, written), because("nothing")),
  v.transform((written): LogsCheck => ({
    kind: "logs",
    name: written.logs,
    tail: written.tail,
    expects: expectations(logsFields, written),
    ...common(written),
  })),
);

export const file = v.pipe(
  closed({
    file: filePlace,
    exists: v.exactOptional(v.boolean()),
    ...matchers(fileFields, { type: "fileType", mode: "mode", owner: "owner" }),
    ...commonKeys,
  }),
  v.check((written) => written.exists !== undefined || asserts(fileFields, written), because("nothing")),
  v.check((written) => written.exists !== false || !asserts(fileFields, written), because("gone")),
  v.transform((written): FileCheck => {
    const colon = written.file.indexOf(":");
    return {
      kind: "file",
      name: written.file,
      ...(colon < 0 ? {} : { container: written.file.slice(0, colon) }),
      path: written.file.slice(colon + 1),
      exists: written.exists !== false,
      expects: expectations(fileFields, written),
      ...common(written),
    };
  }),
);
