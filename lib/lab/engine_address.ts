/** Where an engine is, and enough of it to know it again: an attempt at a lab belongs to the engine it began on. */

/** `id` is what the engine says of itself; some say nothing. */
export interface EngineAddress {
  readonly context: string;
  /** Endpoint such as `unix:///var/run/docker.sock`. */
  readonly host: string;
  readonly id?: string;
}

/**
 * Homes on a file server make one socket mean many engines, and two sockets may lead to one. Elsewhere the address has to be the
 * same too: machines that were copied from one another share their id.
 */
export function isSameEngine(one: EngineAddress, other: EngineAddress): boolean {
  if (one.id !== undefined && other.id !== undefined && one.id !== other.id) return false;
  if (one.host === other.host) return true;
  return one.id !== undefined && one.id === other.id && [one, other].every(({ host }) => machineOf(host) === undefined);
}

/** The machine on which published ports are open; undefined when it is this one. */
export function machineOf(host: string): string | undefined {
  const url = /^(tcp|https?|ssh):/.test(host) ? URL.parse(host.replace(/^\w+:/, "http:")) : null;
  const name = url?.hostname ?? "";
  return name === "" || name === "localhost" || name === "[::1]" || name.startsWith("127.") ? undefined : name;
}

/** `default · unix:///var/run/docker.sock`. */
export function engineLine({ context, host }: Pick<EngineAddress, "context" | "host">): string {
  return host === "" ? context : `${context} · ${host}`;
}
