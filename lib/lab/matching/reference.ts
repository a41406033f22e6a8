/** When two image references mean the same image. */

import { fullReference } from "../../quiz/command/image_reference.ts";

/** The short way to write a reference, with its tag: `docker.io/library/nginx` → `nginx:latest`; an id stays an id. */
export function familiar(reference: string): string {
  if (/^sha256:[0-9a-f]{64}$/.test(reference)) return reference;
  return fullReference(reference).replace(/^docker\.io\/(?:library\/)?/, "");
}

/** The part before tag and digest. */
export function repository(reference: string): string {
  const [name = ""] = familiar(reference).split("@");
  const colon = name.lastIndexOf(":");
  return colon > name.lastIndexOf("/") ? name.slice(0, colon) : name;
}

/** Equal in meaning, or the same id: a container may have been made from another name of the same image. */
export function sameImage(
  actual: string | undefined,
  expected: string,
  ids: { readonly actualId?: string | undefined; readonly expectedId?: string | undefined },
): boolean {
  if (actual !== undefined && familiar(actual) === familiar(expected)) return true;
  return ids.actualId !== undefined && ids.actualId === ids.expectedId;
}
