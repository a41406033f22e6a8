/** One spelling for each value of a flag or operand, so that values that mean the same are the same. */

import { parseDecimal, spelled } from "../decimal.ts";
import type { FlagType } from "./grammar/verb.ts";
import { fullReference } from "./image_reference.ts";

/** For flags with one value or, one by one, for those of a list; what is not understood stays as it is. */
export function canonicalValue(type: FlagType, value: string): string {
  switch (type) {
    case "port":
      return port(value);
    case "images":
      return fullReference(value);
    case "bytes":
      return bytes(value);
    case "int":
      return /^[+-]?\d{1,30}$/.test(value) ? BigInt(value.replace("+", "")).toString() : value;
    case "decimal":
      return decimal(value);
    case "duration":
      return duration(value);
    case "signal":
      return signal(value);
    case "restart":
      return value === "on-failure:0" ? "on-failure" : value;
    case "network":
      return network(value);
    case "path":
      return path(value);
    case "switch":
    case "text":
    case "list":
    case "seq":
    case "csv":
    case "env":
    case "mount":
    case "volume":
    case "tmpfs":
      return value;
  }
}

/** `8080:80` is `8080:80/tcp` is `published=8080,target=80`; an address or a random host port stays. */
function port(value: string): string {
  const fields = new Map(
    value.split(",").map((part): [string, string] => {
      const [key = "", ...rest] = part.split("=");
      return [key, rest.join("=")];
    }),
  );
  const target = fields.get("target");
  const long = value.includes("=") && target !== undefined && !fields.has("mode") && !fields.has("host_ip")
    ? `${fields.get("published") ? `${fields.get("published")}:` : ""}${target}/${fields.get("protocol") ?? "tcp"}`
    : value;
  const [, pair = long, protocol = "tcp"] = /^(.*?)(?:\/([a-z]+))?$/is.exec(long) ?? [];
  return `${pair.replace(/^:/, "")}/${protocol.toLowerCase()}`;
}

/** Units are powers of 1024, as docker counts memory. */
export function bytes(value: string): string {
  const [, count, unit = ""] = /^(\d+(?:\.\d+)?) ?([bkmgtp]?)(?:i?b)?$/i.exec(value) ?? [];
  const parsed = count === undefined ? undefined : parseDecimal(count);
  if (!parsed) return value;
  const power = "bkmgtp".indexOf(unit.toLowerCase());
  const size = { digits: parsed.digits * 1024n ** BigInt(Math.max(0, power)), exponent: parsed.exponent };
  // Part of a byte is cut off, as docker does.
  return size.exponent < 0 ? (size.digits / 10n ** BigInt(-size.exponent)).toString() : spelled(size);
}

function decimal(value: string): string {
  const parsed = parseDecimal(value);
  return parsed ? spelled(parsed) : value;
}

const nanoseconds: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  "µs": 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};

/** `1m30s` is `90s`: Go durations, in nanoseconds. */
function duration(value: string): string {
  if (!/^(?:\d{1,18}(?:\.\d{1,18})?(?:ns|us|µs|ms|s|m|h))+$/.test(value)) return value === "0" ? "0ns" : value;
  let total = 0n;
  for (const [, count = "0", unit = "ns"] of value.matchAll(/([\d.]+)(ns|us|µs|ms|s|m|h)/g)) {
    const { digits, exponent } = parseDecimal(count) ?? { digits: 0n, exponent: 0 };
    total += digits * (nanoseconds[unit] ?? 1n) / 10n ** BigInt(-exponent);
  }
  return `${total}ns`;
}

/** Numbers that are the same on every architecture. */
const signals: Readonly<Record<string, string>> = {
  "1": "HUP",
  "2": "INT",
  "3": "QUIT",
  "6": "ABRT",
  "9": "KILL",
  "14": "ALRM",
  "15": "TERM",
};

/** `SIGKILL`, `kill` and `9` are `KILL`. */
function signal(value: string): string {
  const name = value.toUpperCase().replace(/^SIG/, "");
  return (Object.hasOwn(signals, name) ? signals[name] : undefined) ?? name;
}

/** `default` is the bridge of the engine; `name=red` without more is `red`. */
function network(value: string): string {
  const name = /^name=([^,]+)$/.exec(value)?.[1] ?? value;
  return name === "default" ? "bridge" : name;
}

/** `./a/` is `a`. */
export function path(value: string): string {
  const trimmed = value.replace(/(?<=.)\/+$/s, "").replace(/^(?:\.\/+)+(?=.)/s, "");
  return trimmed === "" ? value : trimmed;
}
