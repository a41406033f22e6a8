/** The key that gives up what is being done to the engine. */

import type { Binding } from "./key.ts";

export const cancelling: Binding<"cancel"> = {
  keys: ["escape"],
  help: { es: "cancelar", en: "cancel" },
  alone: { es: "cancelar lo que está en marcha", en: "cancel what is under way" },
  action: "cancel",
};
