/** Makes texts comparable for searching: case and accents do not matter. */

export function foldForSearch(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
