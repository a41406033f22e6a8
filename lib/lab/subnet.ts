/** Ranges of addresses in CIDR notation, and whether two of them share any. */

interface Range {
  readonly bits: 32 | 128;
  readonly base: bigint;
  readonly prefix: number;
}

/** What cannot be read overlaps with nothing: docker itself will say what is wrong with it. */
export function overlap(one: string, other: string): boolean {
  const [a, b] = [rangeOf(one), rangeOf(other)];
  if (!a || !b || a.bits !== b.bits) return false;
  const shift = BigInt(a.bits - Math.min(a.prefix, b.prefix));
  return a.base >> shift === b.base >> shift;
}

/** What a network of one's own may use (RFC 1918, RFC 4193): anything else would take traffic away from somebody. */
const privateRanges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fd00::/8"];

/** For a range or a single address. */
export function isPrivate(written: string): boolean {
  const cidr = written.includes("/") ? written : `${written}/${written.includes(":") ? 128 : 32}`;
  const range = rangeOf(cidr);
  if (!range) return false;
  return privateRanges.some((outer) => overlap(outer, cidr) && range.prefix >= (rangeOf(outer)?.prefix ?? Infinity));
}

function rangeOf(cidr: string): Range | undefined {
  const [address = "", length = ""] = cidr.trim().split("/");
  const bits = address.includes(":") ? 128 : 32;
  const base = bits === 32 ? fromGroups(address.split("."), 8, 10) : fromGroups(expanded(address), 16, 16);
  const prefix = Number(length);
  return base === undefined || !/^\d{1,3}$/.test(length) || prefix > bits ? undefined : { bits, base, prefix };
}

/** `fd00::1` with all its eight groups. */
function expanded(address: string): readonly string[] {
  const [head = "", tail, ...more] = address.split("::");
  const groups = (part: string) => part === "" ? [] : part.split(":");
  if (tail === undefined || more.length > 0) return groups(address);
  const missing = 8 - groups(head).length - groups(tail).length;
  return [...groups(head), ...Array.from({ length: Math.max(0, missing) }, () => "0"), ...groups(tail)];
}

function fromGroups(groups: readonly string[], bits: number, radix: 10 | 16): bigint | undefined {
  const digits = radix === 10 ? /^\d{1,3}$/ : /^[0-9a-f]{1,4}$/i;
  const numbers = groups.map((group) => digits.test(group) ? parseInt(group, radix) : -1);
  if (groups.length !== (radix === 10 ? 4 : 8) || numbers.some((number) => number < 0 || number >= 2 ** bits)) {
    return undefined;
  }
  return numbers.reduce((sum, number) => (sum << BigInt(bits)) + BigInt(number), 0n);
}
