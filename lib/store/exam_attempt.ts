/** The folder of one attempt at a graded session: its journal, its key, and the session file that it belongs to. */

import type { Entry, Step } from "../exam/attempt/journal.ts";
import { type ChainEnd, type Clock, journalLine, readJournal } from "../exam/attempt/journal_lines.ts";
import { hashOf } from "../exam/hash.ts";
import type { Signer } from "../exam/signed.ts";
import { UserError } from "../content/user_error.ts";
import { newSigningKey, signerOf, type SigningKey, verifySignature } from "./ed25519.ts";
import { storeFault } from "./store_faults.ts";
import { writeWhole } from "./write_whole.ts";

/** `pack`: SHA-256 of the `.exam` file, hex. `attempt` counts from 1. */
export function attemptFolder(stateFolder: string, pack: string, student: string, attempt: number): string {
  return `${stateFolder}/exams/${pack.slice(0, 16)}/${folderName(student)}-${attempt}`;
}

/** A student's id may hold anything, and some file systems know no capitals. */
function folderName(student: string): string {
  return /^[a-z0-9][a-z0-9_.@-]{0,63}$/.test(student) ? student : `~${hashOf(student).slice(0, 24)}`;
}

/** How many attempts of this student are on this machine; those that never began do not count. */
export function attemptsMade(stateFolder: string, pack: string, student: string): number {
  let made = 0;
  while (hasBegun(attemptFolder(stateFolder, pack, student, made + 1))) made++;
  return made;
}

function hasBegun(folder: string): boolean {
  try {
    return Deno.statSync(`${folder}/journal`).size > 0;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory) return false;
    throw storeFault(error, folder);
  }
}

/**
 * One program at a time. What `append` returns from is on the disk; what it throws on is not there at all, and can be tried again.
 *
 * `journal` is described in exam/attempt/journal.ts, `key` the private key of the attempt (see ed25519.ts), `exam` the session file, byte for byte. All are
 * for their owner only.
 */
export class AttemptStore implements Disposable {
  readonly #file: Deno.FsFile;
  #length: number;
  #end: ChainEnd;
  #torn = false;
  #text: string;
  #entries: readonly Entry[];
  #signer: Signer | undefined;

  private constructor(readonly folder: string, file: Deno.FsFile, text: string) {
    const read = readJournal(text, verifySignature);
    if (read.fault) throw damaged(folder, read.fault.line);
    this.#file = file;
    this.#length = encoder.encode(text).length;
    this.#text = text;
    this.#end = read.end;
    this.#entries = read.lines.map(({ entry }) => entry);
  }

  /** Makes what is not there yet. Throws a `UserError`: in use, damaged, or out of reach; nothing of it is changed then. */
  static open(folder: string): AttemptStore {
    let file: Deno.FsFile | undefined;
    try {
      Deno.mkdirSync(folder, { recursive: true, mode: 0o700 });
      file = Deno.openSync(`${folder}/journal`, { read: true, write: true, create: true, mode: 0o600 });
      if (!file.tryLockSync(true)) throw inUse(folder);
      if (!isAt(file, `${folder}/journal`)) {
        file.close();
        file = undefined;
        return AttemptStore.open(folder);
      }
      const bytes = wholeOf(file);
      // What has no line feed was never acknowledged.
      const whole = bytes.subarray(0, bytes.lastIndexOf(10) + 1);
      const store = new AttemptStore(folder, file, decoded(whole, folder));
      if (whole.length < bytes.length) file.truncateSync(whole.length);
      return store;
    } catch (error) {
      file?.close();
      throw storeFault(error, folder);
    }
  }

  /** Empty before `begin`. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** As it is stored. */
  get text(): string {
    return this.#text;
  }

  /** The first line, signed with a key that is made now and belongs to this attempt alone. */
  begin(exam: Uint8Array, stepWith: (key: string) => Step, clock: Clock): Entry {
    const key = newSigningKey();
    try {
      Deno.writeFileSync(`${this.folder}/exam`, exam, { mode: 0o600 });
      writeWhole(`${this.folder}/key`, [`${key.privateKey}\n`]);
    } catch (error) {
      throw storeFault(error, this.folder);
    }
    this.#signer = this.#signerOf(key);
    const [entry] = this.append([stepWith(key.publicKey)], clock);
    // Its own name, that of the attempt in its session, and that of the session.
    for (const folder of [this.folder, `${this.folder}/..`, `${this.folder}/../..`]) syncFolder(folder);
    return entry as Entry;
  }

  /** All of them or none. Throws a `UserError` when they could not be kept. */
  append(steps: readonly Step[], clock: Clock): readonly Entry[] {
    const signer = this.#signer ??= this.#storedSigner();
    let end = this.#end;
    const added = steps.map((step) => {
      const line = journalLine(step, clock, end, signer.sign);
      ({ end } = line);
      return line;
    });
    const text = added.map(({ line }) => line).join("");
    this.#write(encoder.encode(text));
    this.#end = end;
    this.#text += text;
    const entries = added.map(({ entry }) => entry);
    this.#entries = [...this.#entries, ...entries];
    return entries;
  }

  #write(bytes: Uint8Array): void {
    try {
      if (this.#torn) this.#file.truncateSync(this.#length);
      this.#file.seekSync(this.#length, Deno.SeekMode.Start);
      this.#torn = true;
      let left = bytes;
      while (left.length > 0) left = left.subarray(this.#file.writeSync(left));
      this.#file.syncSync();
      this.#torn = false;
      this.#length += bytes.length;
    } catch (error) {
      this.#cutBack();
      throw storeFault(error, this.folder);
    }
  }

  /** Half a line on a full disk makes room for the next try; where even that fails, the next try does it first. */
  #cutBack(): void {
    try {
      this.#file.truncateSync(this.#length);
      this.#torn = false;
    } catch {
      // It stays torn.
    }
  }

  #storedSigner(): Signer {
    const [begun] = this.#entries;
    if (begun?.kind !== "begun") throw new Error("an attempt that has not begun");
    try {
      const privateKey = Deno.readTextFileSync(`${this.folder}/key`).trim();
      return this.#signerOf({ publicKey: begun.key, privateKey });
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) throw noKey(this.folder);
      throw storeFault(error, this.folder);
    }
  }

  #signerOf(key: SigningKey): Signer {
    const signer = signerOf(key);
    if (!signer) throw noKey(this.folder);
    return signer;
  }

  /** Of what never began nothing stays; it goes while it is locked, for another program may begin it right afterwards. */
  [Symbol.dispose](): void {
    using _file = this.#file;
    if (this.#entries.length > 0) return;
    try {
      Deno.removeSync(this.folder, { recursive: true });
    } catch {
      // An empty journal is no attempt either.
    }
  }
}

const encoder = new TextEncoder();

/** Not where it was removed, by a program that left it without beginning, after it was opened here and before it was locked. */
function isAt(file: Deno.FsFile, path: string): boolean {
  try {
    const [here, there] = [file.statSync(), Deno.statSync(path)];
    return here.ino === there.ino && here.dev === there.dev;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** So that the names of new files are on the disk too, where the system can do that. */
function syncFolder(folder: string): void {
  try {
    using handle = Deno.openSync(folder);
    handle.syncSync();
  } catch {
    // Not every system opens folders.
  }
}

/** Through the handle that is locked: not every system lets another one read. */
function wholeOf(file: Deno.FsFile): Uint8Array {
  const bytes = new Uint8Array(file.statSync().size);
  let at = 0;
  while (at < bytes.length) {
    const read = file.readSync(bytes.subarray(at));
    if (read === null) break;
    at += read;
  }
  return bytes.subarray(0, at);
}

function decoded(bytes: Uint8Array, folder: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw damaged(folder, 1);
  }
}

function inUse(folder: string): UserError {
  return new UserError(
    {
      es: `No se puede abrir el intento de "${folder}": otro grumete lo tiene abierto`,
      en: `Cannot open the attempt in "${folder}": another grumete has it open`,
    },
    {
      es: "Sigue en la otra terminal, o ciérrala y repite: nada se ha perdido",
      en: "Go on in the other terminal, or close it and run this again: nothing is lost",
    },
    3,
  );
}

function damaged(folder: string, line: number): UserError {
  return new UserError(
    {
      es: `No se puede seguir con el intento de "${folder}": la línea ${line} de su diario no es como se escribió`,
      en: `Cannot go on with the attempt in "${folder}": line ${line} of its journal is not as it was written`,
    },
    {
      es: "No se ha borrado nada. Guarda esa carpeta y enséñasela a quien pone la prueba",
      en: "Nothing was deleted. Keep that folder and show it to whoever gives the session",
    },
    3,
  );
}

function noKey(folder: string): UserError {
  return new UserError(
    {
      es: `No se puede seguir con el intento de "${folder}": falta su clave, o no es la suya`,
      en: `Cannot go on with the attempt in "${folder}": its key is missing, or not its own`,
    },
    {
      es: "No se ha borrado nada. Devuelve el archivo key a su sitio, o enseña la carpeta a quien pone la prueba",
      en: "Nothing was deleted. Put the file key back, or show the folder to whoever gives the session",
    },
    3,
  );
}
