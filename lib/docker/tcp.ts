/** Connects to a port of the host, and finds out whether anybody is there behind it. */

import type { TcpCheck } from "../content/schema/checks/host.ts";
import { readsBanner } from "../lab/plan.ts";
import type { TcpFacts } from "../lab/host_facts.ts";
import type { Sighting } from "../lab/snapshot.ts";
import { endOf } from "./http.ts";

/**
 * ms: docker's proxy accepts for a container in which nobody listens, and hangs up at once (measured: within 1 ms). Who
 * stays silent for so long is taken for a program that waits to be spoken to.
 */
const graceTime = 150;
/** ms and bytes: a server that speaks first does so at once. */
const bannerTime = 2000;
const bannerLimit = 1024;

/** Never rejects. Says nothing to the other side. */
export async function connect(check: TcpCheck, signal: AbortSignal): Promise<Sighting<TcpFacts>> {
  const deadline = AbortSignal.timeout(check.timeout * 1000);
  const { host, port } = check;
  try {
    using connection = await Deno.connect({ hostname: host, port, signal: AbortSignal.any([signal, deadline]) });
    const patience = readsBanner(check) ? Math.max(graceTime, Math.min(bannerTime, check.timeout * 1000)) : graceTime;
    const said = await firstWords(connection, patience, signal);
    return said === "closed"
      ? { kind: "found", facts: { kind: "reset", detail: "" } }
      : { kind: "found", facts: { kind: "open", banner: said } };
  } catch (error) {
    if (signal.aborted) return { kind: "unknown", fault: { kind: "cancelled", detail: "" } };
    if (deadline.aborted) return { kind: "found", facts: { kind: "timeout", detail: `${check.timeout} s` } };
    return endOf(error);
  }
}

/** What the other side says without being asked, empty when it waits; `closed` when it hangs up without a word. */
async function firstWords(connection: Deno.TcpConn, patience: number, signal: AbortSignal): Promise<string> {
  const buffer = new Uint8Array(bannerLimit);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise<"waits">((resolve) => timer = setTimeout(() => resolve("waits"), patience));
  const cancelled = new Promise<"waits">((resolve) =>
    signal.addEventListener("abort", () => resolve("waits"), { once: true })
  );
  const read = connection.read(buffer);
  // Closing the connection ends a read that nobody waits for any more.
  read.catch(() => {});
  try {
    const size = await Promise.race([read, enough, cancelled]);
    if (signal.aborted) throw signal.reason;
    if (size === null) return "closed";
    return size === "waits" ? "" : new TextDecoder().decode(buffer.subarray(0, size));
  } finally {
    clearTimeout(timer);
  }
}
