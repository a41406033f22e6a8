/** The first entry of a tar stream, as `docker container cp … -` writes it: ustar, with the headers of pax and of GNU before it. */

/** `content` is as much of it as there was; empty for all that is no file. */
export interface TarEntry {
  readonly name: string;
  /** One letter, `0` for a file: POSIX's typeflag. */
  readonly type: string;
  /** Permissions, without the bits for the type that docker puts in front of them. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Bytes of the whole content. */
  readonly size: number;
  readonly link: string;
  readonly content: Uint8Array;
}

const block = 512;
const text = new TextDecoder();

/** What the headers before an entry say of it, because its own has no room. */
interface Extra {
  name?: string;
  link?: string;
  size?: number;
  uid?: number;
  gid?: number;
}

/** `undefined` where this is no tar, or ends before the entry begins. */
export function firstEntry(tar: Uint8Array): TarEntry | undefined {
  const extra: Extra = {};
  for (let at = 0; at + block <= tar.length;) {
    const header = tar.subarray(at, at + block);
    const size = numberAt(header, 124, 12);
    if (size === undefined || !isHeader(header)) return undefined;
    const type = String.fromCharCode(header[156] || 0x30);
    const content = tar.subarray(at + block, at + block + size);
    if (!"xgLK".includes(type)) return entryOf(header, type, extra, tar.subarray(at + block));
    // A header that was cut says something else than was written.
    if (content.length < size) return undefined;
    if (type === "L") extra.name = cString(content);
    if (type === "K") extra.link = cString(content);
    if (type === "x") Object.assign(extra, paxOf(content));
    at += block + Math.ceil(size / block) * block;
  }
  return undefined;
}

function entryOf(header: Uint8Array, type: string, extra: Extra, rest: Uint8Array): TarEntry {
  const prefix = cString(header.subarray(345, 500));
  const name = cString(header.subarray(0, 100));
  // Only a file has content, whatever the size field of a link may say.
  const size = isFile(type) ? extra.size ?? numberAt(header, 124, 12) ?? 0 : 0;
  return {
    name: extra.name ?? (prefix === "" ? name : `${prefix}/${name}`),
    type,
    mode: (numberAt(header, 100, 8) ?? 0) & 0o7777,
    uid: extra.uid ?? numberAt(header, 108, 8) ?? 0,
    gid: extra.gid ?? numberAt(header, 116, 8) ?? 0,
    size,
    link: extra.link ?? cString(header.subarray(157, 257)),
    content: rest.subarray(0, size),
  };
}

function isFile(type: string): boolean {
  return type === "0" || type === "7";
}

/** POSIX: the sum of all bytes, those of the sum itself counted as spaces. */
function isHeader(header: Uint8Array): boolean {
  const sum = header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0);
  return numberAt(header, 148, 8) === sum;
}

/** Octal digits, or GNU's big-endian bytes after a first one with its high bit set. */
function numberAt(header: Uint8Array, at: number, length: number): number | undefined {
  const field = header.subarray(at, at + length);
  const [first = 0] = field;
  if (first & 0x80) return field.subarray(1).reduce((sum, byte) => sum * 256 + byte, first & 0x7f);
  const digits = cString(field).trim();
  return /^[0-7]*$/.test(digits) ? parseInt(digits || "0", 8) : undefined;
}

/** Records of the form `LENGTH KEY=VALUE\n`; the length counts bytes and includes itself. */
function paxOf(content: Uint8Array): Extra {
  const extra: Extra = {};
  for (let at = 0; at < content.length;) {
    const space = content.indexOf(0x20, at);
    const length = Number(text.decode(content.subarray(at, space)));
    if (space < 0 || !Number.isInteger(length) || length <= space - at) break;
    const record = text.decode(content.subarray(space + 1, at + length - 1));
    const [key, value] = [record.slice(0, record.indexOf("=")), record.slice(record.indexOf("=") + 1)];
    if (key === "path") extra.name = value;
    if (key === "linkpath") extra.link = value;
    if (key === "size" || key === "uid" || key === "gid") extra[key] = Number(value);
    at += length;
  }
  return extra;
}

function cString(field: Uint8Array): string {
  const end = field.indexOf(0);
  return text.decode(end < 0 ? field : field.subarray(0, end));
}
