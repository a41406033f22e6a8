/** How a request or a connection ended to which nobody answered, in words. */

import { same, type Text } from "../../content/text.ts";
import type { Unanswered } from "../host_facts.ts";
import { printable } from "./printable.ts";

export function endingText(facts: Unanswered): Text {
  switch (facts.kind) {
    case "refused":
      return { es: "conexión rechazada", en: "connection refused" };
    case "reset":
      return { es: "conexión cortada sin respuesta", en: "connection cut without an answer" };
    case "timeout":
      return { es: "sin respuesta a tiempo", en: "no answer in time" };
    case "failed":
      return facts.detail === ""
        ? { es: "la petición falló", en: "the request failed" }
        : same(printable(facts.detail));
  }
}
