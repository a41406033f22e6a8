/** What all files of a session have in common: a line that says what it is, a line that vouches for the rest, and the rest. */

export type FileKind = "exam" | "ticket" | "submission";

export type OpenedFile =
  | { readonly kind: "open"; readonly line: string; readonly body: Uint8Array }
  | { readonly kind: "foreign" }
  | { readonly kind: "newer"; readonly format: number };

const format = 1;
/** Letters of the second line; what vouches for a file is shorter. */
const longest = 256;
const encoder = new TextEncoder();
/** A byte order mark before a file is a byte that nobody vouched for. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** `grumete KIND 1`, the line, the body; both lines ended by a line feed. */
export function sessionFile(kind: FileKind, line: string, body: Uint8Array): Uint8Array {
  const head = encoder.encode(`grumete ${kind} ${format}\n${line}\n`);
  const bytes = new Uint8Array(head.length + body.length);
  bytes.set(head);
  bytes.set(body, head.length);
  return bytes;
}

/** Where there is no second line it is empty. Never throws. */
export function openSessionFile(kind: FileKind, bytes: Uint8Array): OpenedFile {
  const first = bytes.indexOf(10);
  const said = decoder.decode(bytes.subarray(0, Math.max(0, Math.min(first, 64))))
    .match(/^grumete (exam|ticket|submission) ([1-9]\d{0,3})$/);
  if (!said || said[1] !== kind) return { kind: "foreign" };
  if (Number(said[2]) > format) return { kind: "newer", format: Number(said[2]) };
  const second = bytes.indexOf(10, first + 1);
  if (second < 0) return { kind: "open", line: "", body: bytes.subarray(first + 1) };
  const line = decoder.decode(bytes.subarray(first + 1, Math.min(second, first + 1 + longest)));
  return { kind: "open", line, body: bytes.subarray(second + 1) };
}
