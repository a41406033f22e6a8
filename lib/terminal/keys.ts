/** Bytes from the terminal → keys, whatever the pieces in which the bytes arrive. Knows no clock: who reads decides when to `flush`. */

import { clean, cleanLine } from "../screens/clean.ts";
import type { Key, KeyName } from "../screens/key.ts";
import { csiKey, ctrlKey, ss3Key } from "./sequences.ts";

/** What has been read of something unfinished. Data: never changed in place. */
export type Decoder =
  | { readonly at: "ground"; readonly afterReturn: boolean }
  | { readonly at: "escape" }
  | { readonly at: "character"; readonly bytes: readonly number[]; readonly alt: boolean }
  | { readonly at: "csi" | "ss3"; readonly text: string }
  /** Bytes still to be passed over: an old mouse report, a function key of the Linux console. */
  | { readonly at: "mouse"; readonly left: number }
  | { readonly at: "console" }
  /** The terminal's answer to somebody's question, up to BEL or ST. `first` is the byte that opened it. */
  | { readonly at: "answer"; readonly first: number; readonly empty: boolean; readonly escaped: boolean }
  | { readonly at: "paste"; readonly bytes: readonly number[]; readonly ending: number };

export interface Decoded {
  readonly keys: readonly Key[];
  readonly decoder: Decoder;
}

/** More of one paste is thrown away. Bytes. */
export const pasteLimit = 64 * 1024;
/** Longer numbers in a sequence are nobody's key; the sequence is still passed over whole. */
const sequenceLimit = 64;
const pasteEnd = [0x1b, 0x5b, 0x32, 0x30, 0x31, 0x7e];
const ground: Decoder = { at: "ground", afterReturn: false };

export function newDecoder(): Decoder {
  return ground;
}

/** How long to wait for the rest before `flush`, in ms; undefined when nothing is unfinished. */
export function patience(decoder: Decoder): number | undefined {
  if (decoder.at === "ground") return undefined;
  return decoder.at === "paste" ? 1000 : 30;
}

export function decode(decoder: Decoder, bytes: Uint8Array): Decoded {
  const keys: Key[] = [];
  let state = decoder;
  for (let index = 0; index < bytes.length;) {
    if (state.at === "paste") {
      const { next, read } = paste(state, bytes.subarray(index), keys);
      state = next;
      index += read;
    } else {
      state = step(state, bytes[index] ?? 0, keys);
      index++;
    }
  }
  return { keys, decoder: state };
}

/** Nothing more came: a lone ESC was the Escape key, the rest of what is unfinished is dropped. */
export function flush(decoder: Decoder): Decoded {
  switch (decoder.at) {
    case "escape":
      return { keys: [named("escape")], decoder: ground };
    case "csi":
      return { keys: decoder.text === "" ? [named("[", { alt: true })] : [], decoder: ground };
    case "ss3":
      return { keys: decoder.text === "" ? [named("O", { alt: true })] : [], decoder: ground };
    case "answer":
      return {
        keys: decoder.empty && !decoder.escaped ? [named(String.fromCharCode(decoder.first), { alt: true })] : [],
        decoder: ground,
      };
    case "paste":
      return { keys: [pasted(decoder.bytes)], decoder: ground };
    case "ground":
    case "character":
    case "mouse":
    case "console":
      return { keys: [], decoder: ground };
  }
}

type Modifiers = Partial<Readonly<Record<"ctrl" | "alt" | "shift", boolean>>>;

function named(name: KeyName, { ctrl = false, alt = false, shift = false }: Modifiers = {}): Key {
  return { kind: "key", name, ctrl, alt, shift };
}

function step(state: Exclude<Decoder, { at: "paste" }>, byte: number, keys: Key[]): Decoder {
  switch (state.at) {
    case "ground":
      // CR LF is one Enter.
      return state.afterReturn && byte === 0x0a ? ground : plain(byte, false, keys);
    case "escape":
      return afterEscape(byte, keys);
    case "character":
      return character(state, byte, keys);
    case "csi":
      return csi(state.text, byte, keys);
    case "ss3":
      return ss3(state.text, byte, keys);
    case "mouse":
      return state.left > 1 ? { at: "mouse", left: state.left - 1 } : ground;
    case "console":
      if (byte >= 0x41 && byte <= 0x45) keys.push(named(`f${byte - 0x40}`));
      return ground;
    case "answer":
      if (state.escaped) return byte === 0x5c ? ground : afterEscape(byte, keys);
      if (byte === 0x07 || byte === 0x18 || byte === 0x1a) return ground;
      return { ...state, empty: false, escaped: byte === 0x1b };
  }
}

/** A byte that begins something, outside any sequence; `alt` when ESC came before it. */
function plain(byte: number, alt: boolean, keys: Key[]): Decoder {
  if (byte === 0x1b) return { at: "escape" };
  if (byte >= 0xc2 && byte <= 0xf4) return { at: "character", bytes: [byte], alt };
  if (byte >= 0x80) return ground;
  if (byte > 0x20 && byte < 0x7f) keys.push(named(String.fromCharCode(byte), { alt }));
  else keys.push({ ...ctrlKey(byte), alt });
  return byte === 0x0d && !alt ? { at: "ground", afterReturn: true } : ground;
}

function afterEscape(byte: number, keys: Key[]): Decoder {
  switch (byte) {
    case 0x1b:
      keys.push(named("escape"));
      return { at: "escape" };
    case 0x5b:
      return { at: "csi", text: "" };
    case 0x4f:
      return { at: "ss3", text: "" };
    case 0x50: // DCS
    case 0x58: // SOS
    case 0x5d: // OSC
    case 0x5e: // PM
    case 0x5f: // APC
      return { at: "answer", first: byte, empty: true, escaped: false };
    default:
      return plain(byte, true, keys);
  }
}

function character(state: Extract<Decoder, { at: "character" }>, byte: number, keys: Key[]): Decoder {
  if (byte < 0x80 || byte > 0xbf) return plain(byte, false, keys);
  const bytes = [...state.bytes, byte];
  const lead = bytes[0] ?? 0;
  if (bytes.length < (lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4)) return { ...state, bytes };
  const char = new TextDecoder("utf-8", { ignoreBOM: true }).decode(new Uint8Array(bytes));
  // Overlong forms and encoded surrogates decode to several replacement characters: nobody typed them.
  if (cleanLine(char) === "" || char.includes("\ufffd")) return ground;
  // A hard space is typed by accident (AltGr and space) and would spoil a command unseen.
  keys.push(named(/^\p{Zs}$/u.test(char) ? "space" : char, { alt: state.alt }));
  return ground;
}

function csi(text: string, byte: number, keys: Key[]): Decoder {
  if (text === "" && byte === 0x5b) return { at: "console" };
  if (byte < 0x20 || byte > 0x7e) return plain(byte, false, keys);
  const char = String.fromCharCode(byte);
  if (byte < 0x40) return { at: "csi", text: text.length < sequenceLimit ? text + char : text };
  if (text === "" && char === "M") return { at: "mouse", left: 3 };
  if (text === "200" && char === "~") return { at: "paste", bytes: [], ending: 0 };
  const key = csiKey(text, char);
  if (key !== undefined) keys.push(key);
  return ground;
}

function ss3(text: string, byte: number, keys: Key[]): Decoder {
  if (byte < 0x20 || byte > 0x7e) return plain(byte, false, keys);
  const char = String.fromCharCode(byte);
  if ((byte >= 0x30 && byte <= 0x39) || byte === 0x3b) {
    return { at: "ss3", text: text.length < sequenceLimit ? text + char : text };
  }
  const key = ss3Key(text, char);
  if (key !== undefined) keys.push(key);
  return ground;
}

/** Takes as much as there is of a paste; the end mark may be cut anywhere by the reading. */
function paste(
  state: Extract<Decoder, { at: "paste" }>,
  input: Uint8Array,
  keys: Key[],
): { readonly next: Decoder; readonly read: number } {
  const bytes = [...state.bytes];
  let { ending } = state;
  const keep = (byte: number) => {
    if (bytes.length < pasteLimit) bytes.push(byte);
  };
  for (const [index, byte] of input.entries()) {
    if (byte === pasteEnd[ending]) {
      ending++;
      if (ending < pasteEnd.length) continue;
      keys.push(pasted(bytes));
      return { next: ground, read: index + 1 };
    }
    // ESC stands only at the beginning of the mark, so a broken mark can begin again only here.
    pasteEnd.slice(0, ending).forEach(keep);
    ending = byte === 0x1b ? 1 : 0;
    if (ending === 0) keep(byte);
  }
  return { next: { at: "paste", bytes, ending }, read: input.length };
}

function pasted(bytes: readonly number[]): Key {
  // A character cut by the limit would show as a replacement character that nobody pasted.
  const whole = bytes.length < pasteLimit
    ? bytes
    : bytes.slice(0, bytes.findLastIndex((byte) => (byte & 0xc0) !== 0x80));
  return { kind: "paste", text: clean(new TextDecoder().decode(new Uint8Array(whole))) };
}
