/** What only the teacher can open: age files (age-encryption.org/v1, X25519). */

import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";

/** `identity` opens what was encrypted to `recipient`. */
export interface SealingKey {
  readonly identity: string;
  readonly recipient: string;
}

export async function newSealingKey(): Promise<SealingKey> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Undefined where it is no identity. */
export async function recipientOf(identity: string): Promise<string | undefined> {
  try {
    return await identityToRecipient(identity);
  } catch {
    return undefined;
  }
}

/** An age file. Throws where `recipient` is none. */
export function sealedFor(recipient: string, content: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(content);
}

/** `locked`: whole, as far as one can tell, and for somebody else. */
export type Unsealed =
  | { readonly kind: "content"; readonly content: Uint8Array }
  | { readonly kind: "locked" }
  | { readonly kind: "damaged" };

export async function unsealed(identity: string, file: Uint8Array): Promise<Unsealed> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return { kind: "content", content: await decrypter.decrypt(file) };
  } catch (error) {
    const foreign = error instanceof Error && error.message.startsWith("no identity matched");
    return { kind: foreign ? "locked" : "damaged" };
  }
}
