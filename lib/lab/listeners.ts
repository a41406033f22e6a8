/** Who waits for connections, from `/proc/net/tcp` and `/proc/net/tcp6`: no `ss` or `netstat` is needed. */

/** Who waits for connections inside a container; `missing` where the image has no program that could tell. */
export interface ListenersFacts {
  readonly listeners: readonly Listener[];
}

/** A socket; the address as it is usually written: `0.0.0.0` and `::` mean any. */
export interface Listener {
  readonly address: string;
  readonly port: number;
}

/** What prints them inside a container. */
export const listenersProgram = ["cat", "/proc/net/tcp", "/proc/net/tcp6"] as const;

/** The code of LISTEN in the column `st` (linux: include/net/tcp_states.h). */
const listening = "0A";

/** Undefined when the text is none of these tables. Docker's own name server is left out. */
export function parseListeners(text: string): readonly Listener[] | undefined {
  const lines = text.split("\n");
  if (!lines.some((line) => /^\s*sl\s+local_address\s/.test(line))) return undefined;
  const found = new Map<string, Listener>();
  for (const line of lines) {
    const row = /^\s*\d+: ([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4}) [0-9A-F]+:[0-9A-F]{4} ([0-9A-F]{2}) /.exec(line);
    if (!row || row[3] !== listening) continue;
    const listener = { address: addressOf(row[1] ?? ""), port: parseInt(row[2] ?? "", 16) };
    if (listener.address !== nameServer) found.set(`${listener.address} ${listener.port}`, listener);
  }
  return [...found.values()];
}

/** Docker answers names there, in each container of a network of the user's own. */
const nameServer = "127.0.0.11";

/** Words of 32 bits, each with its lowest byte first, as on all processors that docker's own images are made for. */
function addressOf(hex: string): string {
  const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) => (word.match(/../g) ?? []).reverse());
  const v4 = (from: readonly string[]) => from.map((byte) => parseInt(byte, 16)).join(".");
  if (bytes.length === 4) return v4(bytes);
  if (bytes.slice(0, 10).every((byte) => byte === "00") && bytes[10] === "FF" && bytes[11] === "FF") {
    return v4(bytes.slice(12));
  }
  const groups = Array.from({ length: 8 }, (_, at) => bytes.slice(at * 2, at * 2 + 2).join(""));
  // The longest run of zeros becomes `::`, as RFC 5952 wants it.
  return new URL(`http://[${groups.join(":")}]`).hostname.slice(1, -1);
}

/** Reached only from inside the container. */
export function isLoopback(address: string): boolean {
  return address.startsWith("127.") || address === "::1";
}
