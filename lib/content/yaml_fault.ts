/** What is said when a text is no YAML document that can be used. */

import type { Finding } from "./problem.ts";
import { maxTextLength, maxValues, type YamlFault } from "./yaml.ts";
import { yamlReason } from "./yaml_reason.ts";

export function yamlFinding(fault: YamlFault): Finding {
  const { offset } = fault;
  const place = { at: [], offset } as const;
  switch (fault.kind) {
    case "too-large": {
      const limit = maxTextLength / 1_000_000;
      return {
        ...place,
        code: "too-large",
        what: {
          es: `No se puede leer el archivo: pasa de ${limit} millones de caracteres`,
          en: `Cannot read the file: it has more than ${limit} million characters`,
        },
        next: { es: "Repártelo en varios archivos.", en: "Split it into several files." },
      };
    }
    case "too-many-values": {
      const limit = maxValues / 1000;
      return {
        ...place,
        code: "too-many-values",
        what: {
          es: `No se puede leer el archivo: tiene más de ${limit} mil valores`,
          en: `Cannot read the file: it has more than ${limit} thousand values`,
        },
        next: { es: "Repártelo en varios archivos.", en: "Split it into several files." },
      };
    }
    case "too-deep":
      return {
        ...place,
        code: "too-deep",
        what: {
          es: "No se puede leer el YAML: hay demasiados niveles, uno dentro de otro",
          en: "Cannot read the YAML: there are too many levels, one inside the other",
        },
        next: {
          es: "Quita los corchetes o la sangría que sobren.",
          en: "Remove the brackets or indentation that are too many.",
        },
      };
    case "empty-document":
      return {
        ...place,
        code: "empty-document",
        what: { es: "No se puede usar el archivo: está vacío", en: "Cannot use the file: it is empty" },
        next: { es: "Empieza por «format: 1».", en: 'Start with "format: 1".' },
      };
    case "multiple-documents":
      return {
        ...place,
        code: "multiple-documents",
        what: {
          es: "No se puede usar el archivo: tiene más de un documento YAML",
          en: "Cannot use the file: it holds more than one YAML document",
        },
        next: { es: "Quita la línea «---» o haz otro archivo.", en: 'Remove the line "---" or make another file.' },
      };
    case "alias":
      return {
        ...place,
        code: "alias",
        what: {
          es: "No se puede usar una referencia de YAML (& o *): aquí no se admiten",
          en: "Cannot use a YAML reference (& or *): they are not allowed here",
        },
        next: {
          es: "Repite el valor, o pon entre comillas el texto que empiece por & o *.",
          en: "Repeat the value, or put text that starts with & or * in quotes.",
        },
      };
    case "complex-key":
      return {
        ...place,
        code: "yaml-key",
        what: {
          es: "No se puede usar una lista o un mapa como clave: una clave es un texto",
          en: "Cannot use a list or mapping as a key: a key is a text",
        },
        next: {
          es: "Pon la clave entre comillas si empieza por [ o {.",
          en: "Put the key in quotes if it starts with [ or {.",
        },
      };
    case "tag":
      return {
        ...place,
        code: "yaml-tag",
        what: {
          es: "No se puede usar una etiqueta de YAML (!): aquí no se conoce, o su valor no corresponde",
          en: "Cannot use a YAML tag (!): it is not known here, or its value does not fit",
        },
        next: {
          es: "Quítala, o pon entre comillas el texto que empiece por !.",
          en: "Remove it, or put text that starts with ! in quotes.",
        },
      };
    case "syntax":
      return { ...place, code: "yaml-syntax", ...yamlReason(fault.reason) };
  }
}
