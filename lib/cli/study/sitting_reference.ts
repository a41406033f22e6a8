/** The placement quiz and the mock exam of a path, as they are typed behind `grumete quiz`. */

import type { SittingKind } from "../../quiz/sitting.ts";

/** What such a reference looks like; a file may be called so as well. */
export function sittingReference(
  reference: string,
): { readonly path: string; readonly kind: SittingKind } | undefined {
  const [, path, kind] = /^([a-z0-9-]+)\/(placement|exam)$/.exec(reference) ?? [];
  return path !== undefined && (kind === "placement" || kind === "exam") ? { path, kind } : undefined;
}
