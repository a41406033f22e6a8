/** What containers publish is open on the engine's machine: with an engine elsewhere, that machine is asked. */

import type { HttpCheck, TcpCheck } from "../content/schema/checks/host.ts";
import type { Fault } from "../lab/fault.ts";
import type { HttpFacts, TcpFacts } from "../lab/host_facts.ts";
import type { ContainerFacts, Sighting, Sightings } from "../lab/snapshot.ts";

/** Where the engine is, and what its containers publish; `machine` is undefined when it is this machine. */
export interface Published {
  readonly machine: () => Promise<string | undefined>;
  readonly containers: Promise<Sightings<ContainerFacts>>;
}

/**
 * Asks here, or there in place of `localhost`. A machine that lets nobody in is no answer of the container's, and neither is a
 * refusal where the port is open for the machine itself alone: both are unknown.
 */
export async function ask<Check extends HttpCheck | TcpCheck, Facts extends HttpFacts | TcpFacts>(
  check: Check,
  { machine, containers }: Published,
  signal: AbortSignal,
  question: (check: Check, signal: AbortSignal) => Promise<Sighting<Facts>>,
): Promise<Sighting<Facts>> {
  const host = await machine();
  if (host === undefined) return await question(check, signal);
  const { moved, port } = movedTo(host, check);
  const fault = await knock(host, port, check.timeout, signal);
  if (fault !== undefined) return { kind: "unknown", fault };
  const sighting = await question(moved, signal);
  if (sighting.kind !== "found" || sighting.facts.kind !== "refused") return sighting;
  return isOpenInside(await containers, port) ? { kind: "unknown", fault: shut(host, port) } : sighting;
}

function movedTo<Check extends HttpCheck | TcpCheck>(host: string, check: Check): { moved: Check; port: number } {
  if (check.kind === "tcp") return { moved: { ...check, host: host.replace(/^\[|\]$/g, "") }, port: check.port };
  const url = new URL(check.url);
  url.hostname = host;
  return { moved: { ...check, url: url.href }, port: Number(url.port || 80) };
}

/** Why nobody gets through to the port; a refusal gets through. */
async function knock(host: string, port: number, seconds: number, signal: AbortSignal): Promise<Fault | undefined> {
  const both = AbortSignal.any([signal, AbortSignal.timeout(seconds * 1000)]);
  try {
    (await Deno.connect({ hostname: host.replace(/^\[|\]$/g, ""), port, signal: both })).close();
    return undefined;
  } catch (error) {
    if (signal.aborted) return { kind: "cancelled", detail: "" };
    if (error instanceof Deno.errors.NotCapable) return { kind: "net-not-permitted", detail: `${host}:${port}` };
    return error instanceof Deno.errors.ConnectionRefused ? undefined : shut(host, port);
  }
}

function shut(host: string, port: number): Fault {
  return { kind: "port-unreachable", detail: `${host}:${port}` };
}

function isOpenInside(containers: Sightings<ContainerFacts>, port: number): boolean {
  const bindings = [...containers.values()].flatMap((sighting) =>
    sighting.kind === "found" ? Object.values(sighting.facts.livePorts ?? {}).flat() : []
  );
  return bindings.some((binding) => binding.port === port && /^(127\.|::1$)/.test(binding.address));
}
