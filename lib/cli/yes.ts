/** An answer that means yes, in either language; anything else, or nothing, means no. */

export function isYes(answer: string | undefined): boolean {
  return /^\s*(?:s|sí|si|y|yes)\s*$/i.test(answer ?? "");
}
