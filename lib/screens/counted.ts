/** "1 pregunta", "3 tareas": things with their number, of words that take an s in either language. */

export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}
