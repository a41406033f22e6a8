/** How to stop ourselves so that the shell comes back, as the kernel does for Ctrl-Z in a program that is not raw. */

import { environmentVariable } from "./stream.ts";

/**
 * Undefined where it cannot be done: then it must not be tried, because a stopped program under a parent that goes on
 * waiting is a dead terminal. The caller has no listener for SIGTSTP while it calls what it gets.
 */
export function waysToStop(): (() => void) | undefined {
  if (Deno.build.os === "windows") return undefined;
  const parent = environmentVariable("INIT_CWD");
  const task = waysToStopTask();
  if (task) return task;
  const group = parent.kind === "set" ? undefined : stopGroup("SIGTSTP");
  if (group) return group;
  // Ourselves we may stop without any permission, which is enough for a direct child of the shell.
  return parent.kind === "unset" ? () => Deno.kill(Deno.pid, "SIGTSTP") : undefined;
}

/** The same for who is run by `deno task`, which sets the variable, catches SIGTSTP and goes on: only SIGSTOP stops it with us. */
export function waysToStopTask(): (() => void) | undefined {
  if (Deno.build.os === "windows" || environmentVariable("INIT_CWD").kind !== "set") return undefined;
  return stopGroup("SIGSTOP");
}

function stopGroup(signal: "SIGSTOP" | "SIGTSTP"): (() => void) | undefined {
  if (granted({ name: "run" })) return () => Deno.kill(0, signal);
  if (!granted({ name: "run", command: "kill" })) return undefined;
  return () => void new Deno.Command("kill", { args: ["-s", signal.slice(3), "0"], stdin: "null" }).outputSync();
}

function granted(permission: Deno.PermissionDescriptor): boolean {
  return Deno.permissions.querySync(permission).state === "granted";
}
