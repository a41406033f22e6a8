/** The keys of the docker prompt; every other key is typed. */

import { lookingBack } from "./command_line.ts";
import type { Binding } from "./key.ts";

export type PromptAction =
  | "run"
  | "complete"
  | "complete-back"
  | "older"
  | "newer"
  | "search"
  | "toggle"
  | "interrupt"
  | "page-up"
  | "page-down"
  | "close"
  | "end";

export const promptBindings: readonly Binding<PromptAction>[] = [
  { keys: ["enter"], help: { es: "ejecutar", en: "run" }, action: "run" },
  { keys: ["escape"], help: { es: "cerrar", en: "close" }, action: "close" },
  {
    keys: ["ctrl-o"],
    help: { es: "tarea/salida", en: "task/output" },
    alone: { es: "ver la tarea entera o la salida", en: "see the whole task or the output" },
    action: "toggle",
  },
  { keys: ["tab"], help: { es: "completar", en: "complete" }, action: "complete" },
  {
    keys: ["up", "ctrl-p"],
    label: "↑↓",
    help: { es: "historial", en: "history" },
    alone: { es: "orden anterior que empieza así", en: "earlier command that begins so" },
    action: "older",
  },
  {
    keys: ["ctrl-c"],
    help: { es: "parar", en: "stop" },
    alone: {
      es: "parar lo que corre; si no corre nada, borrar la línea",
      en: "stop what runs; if nothing runs, clear the line",
    },
    action: "interrupt",
    // While something runs the line that says so tells it.
    quiet: true,
  },
  { keys: ["pageup"], label: { es: "RePág", en: "PgUp" }, help: { es: "subir", en: "up" }, action: "page-up" },
  { keys: ["pagedown"], help: { es: "texto hacia abajo", en: "text down" }, action: "page-down", quiet: true },
  { keys: ["down", "ctrl-n"], help: { es: "orden siguiente", en: "next command" }, action: "newer", quiet: true },
  ...lookingBack,
  {
    keys: ["ctrl-d"],
    help: { es: "cerrar, si no hay nada escrito", en: "close, when nothing is typed" },
    action: "end",
    quiet: true,
  },
];
