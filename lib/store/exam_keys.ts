/** The teacher's keys in a folder: `teacher.json` (0600) signs sessions and opens submissions, `public.json` may be handed out. */

import * as v from "valibot";
import { UserError } from "../content/user_error.ts";
import { fromBase64Url, toBase64Url } from "../exam/base64url.ts";
import type { Signer } from "../exam/signed.ts";
import { newSigningKey, signerOf } from "./ed25519.ts";
import { readText } from "./read_text.ts";
import { newSealingKey, recipientOf } from "./sealed.ts";

const base64Url32 = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));

/** Stored format 1 of `teacher.json`. */
const teacherFile = v.strictObject({
  format: v.literal(1),
  /** age, X25519: opens submissions. */
  identity: v.pipe(v.string(), v.regex(/^AGE-SECRET-KEY-1[0-9A-Z]+$/)),
  /** Ed25519, raw private and public key: signs sessions and tickets. */
  sign: base64Url32,
  verify: base64Url32,
  /** 32 random bytes: the names in each session follow from them, see `exam/pack/pack_secrets.ts`. */
  secret: base64Url32,
});

/** Stored format 1 of `public.json`. */
export interface PublicKeys {
  readonly format: 1;
  /** age: whom submissions are encrypted to. */
  readonly recipient: string;
  /** Raw Ed25519 public key, base64url: who signed a session. */
  readonly verify: string;
}

export interface TeacherKeys {
  readonly folder: string;
  readonly identity: string;
  readonly recipient: string;
  readonly signer: Signer;
  readonly secret: Uint8Array;
  /** Whether others on this machine may read them. */
  readonly exposed: boolean;
}

const keysPath = (folder: string) => `${folder}/teacher.json`;
const publicPath = (folder: string) => `${folder}/public.json`;

/** Makes the folder where there is none. Keys that are there stay: nothing else opens what was handed in for them. Throws a `UserError` (2). */
export async function createKeys(folder: string): Promise<PublicKeys> {
  const { identity, recipient } = await newSealingKey();
  const { privateKey, publicKey } = newSigningKey();
  const secret = toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
  const shown: PublicKeys = { format: 1, recipient, verify: publicKey };
  const teacher = { format: 1, identity, sign: privateKey, verify: publicKey, secret };
  try {
    if (exists(publicPath(folder))) throw new Deno.errors.AlreadyExists();
    Deno.mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeNew(keysPath(folder), teacher, () => Deno.writeTextFileSync(publicPath(folder), json(shown), { mode: 0o644 }));
  } catch (error) {
    throw notCreated(error, folder);
  }
  return shown;
}

/** Throws a `UserError`: no keys there (2), keys that cannot be read or are none (4). */
export async function openKeys(folder: string): Promise<TeacherKeys> {
  const path = keysPath(folder);
  if (!exists(path)) {
    throw new UserError(
      { es: `No se puede usar la carpeta de claves "${folder}": no hay claves`, en: noKeys(folder) },
      {
        es: `Créalas con grumete exam keygen --out ${folder}, o indica con --key la carpeta donde están`,
        en: `Make them with grumete exam keygen --out ${folder}, or name the folder that has them with --key`,
      },
    );
  }
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), teacherFile), readText(path));
  const { identity, sign, verify, secret } = read.success ? read.output : broken(path);
  const recipient = await recipientOf(identity);
  const signer = signerOf({ privateKey: sign, publicKey: verify });
  if (recipient === undefined || signer === undefined) return broken(path);
  const { mode } = Deno.statSync(path);
  return {
    folder,
    identity,
    recipient,
    signer,
    secret: fromBase64Url(secret, 32) ?? broken(path),
    exposed: mode !== null && (mode & 0o077) !== 0,
  };
}

function noKeys(folder: string): string {
  return `Cannot use the key folder "${folder}": there are no keys`;
}

function broken(path: string): never {
  throw new UserError(
    {
      es: `No se pueden usar las claves de "${path}": el archivo está dañado`,
      en: `Cannot use the keys in "${path}": the file is damaged`,
    },
    {
      es: "Recupera la copia de seguridad: sin ellas no se abren las entregas",
      en: "Get them back from a backup: submissions cannot be opened without them",
    },
    4,
  );
}

/** For its owner only, and then the rest; all of it or nothing, for half a key would be in the way of a whole one. */
function writeNew(path: string, value: unknown, rest: () => void): void {
  using file = Deno.openSync(path, { createNew: true, write: true, mode: 0o600 });
  try {
    let bytes = new TextEncoder().encode(json(value));
    while (bytes.length > 0) bytes = bytes.subarray(file.writeSync(bytes));
    file.syncSync();
    rest();
  } catch (error) {
    Deno.removeSync(path);
    throw error;
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function exists(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch (error) {
    return !(error instanceof Deno.errors.NotFound);
  }
}

function notCreated(error: unknown, folder: string): unknown {
  if (error instanceof Deno.errors.AlreadyExists) {
    return new UserError(
      {
        es: `No se pueden crear claves en "${folder}": ya hay unas`,
        en: `Cannot make keys in "${folder}": there are some already`,
      },
      {
        es: "Úsalas con --key, o elige otra carpeta. Lo que se entregue para unas claves solo lo abren esas",
        en: "Use them with --key, or choose another folder. What is handed in for keys is opened by those alone",
      },
    );
  }
  if (!(error instanceof Error) || error instanceof UserError) return error;
  const why = error instanceof Deno.errors.PermissionDenied || error instanceof Deno.errors.NotCapable
    ? { es: "no hay permiso para escribir ahí", en: "writing there is not permitted" }
    : { es: error.message, en: error.message };
  return new UserError(
    { es: `No se pueden crear claves en "${folder}": ${why.es}`, en: `Cannot make keys in "${folder}": ${why.en}` },
    { es: "Elige otra carpeta con --out", en: "Choose another folder with --out" },
  );
}
