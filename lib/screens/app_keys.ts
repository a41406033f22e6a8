/** Keys that work on every screen. Where letters are text, only those that no text holds. */

import type { Binding } from "./key.ts";

export type AppAction = "help" | "language" | "suspend" | "interrupt";

/** The footer shows them after the screen's own, help last. */
export function appBindings(types: boolean): readonly Binding<AppAction>[] {
  return [
    {
      keys: types ? ["ctrl-l", "f8"] : ["L", "ctrl-l", "f8"],
      help: { es: "English", en: "español" },
      action: "language",
      quiet: true,
    },
    {
      keys: ["ctrl-z"],
      help: { es: "suspender (fg vuelve)", en: "suspend (fg comes back)" },
      action: "suspend",
      quiet: true,
    },
    { keys: ["ctrl-c"], help: { es: "salir ya", en: "quit now" }, action: "interrupt", quiet: true },
    { keys: types ? ["f1", "ctrl-g"] : ["?", "f1", "ctrl-g"], help: { es: "ayuda", en: "help" }, action: "help" },
  ];
}

/** A command that has a letter where letters are free, and keys that always work. */
export function keysOf(types: boolean, letter: string, ...always: readonly string[]): readonly string[] {
  return types ? always : [letter, ...always];
}
