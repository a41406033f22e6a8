/** A word of a command that is shown: in quotes where a shell would take it apart. */

export function quotedWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `"${text}"`;
}
