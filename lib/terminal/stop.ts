/** How to stop ourselves so that the shell comes back, as the kernel does for Ctrl-Z in a program that is not raw. */

import { environmentVariable } from "./stream.ts";

/**
 * Undefined where it cannot be done: then it must not be tried, because a stopped program under a parent that goes on
 * waiting is a dead terminal. The caller has no listener for SIGTSTP while it calls what it gets.
 */
export function waysToStop(): (() => void) | undefined {
  if (Deno.build.os === "windows") return undefined;
  const parent = environmentVariable("INIT_CWD");
  // `deno task`, which sets the variable, catches SIGTSTP and goes on: only SIGSTOP stops it with us.
  const signal = parent.kind === "set" ? "SIGSTOP" : "SIGTSTP";
  if (granted({ name: "run" })) return () => Deno.kill(0, signal);
  if (granted({ name: "run", command: "kill" })) {
    return () => void new Deno.Command("kill", { args: ["-s", signal.slice(3), "0"], stdin: "null" }).outputSync();
  }
  // Ourselves we may stop without any permission, which is enough for a direct child of the shell.
  return parent.kind === "unset" ? () => Deno.kill(Deno.pid, "SIGTSTP") : undefined;
}

function granted(permission: Deno.PermissionDescriptor): boolean {
  return Deno.permissions.querySync(permission).state === "granted";
}
