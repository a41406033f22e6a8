/** What the YAML library says when it cannot read a text, in the languages of the program; its phrases are known only here. */

import { both, type Text } from "./text.ts";

interface Reason {
  readonly what: Text;
  readonly next: Text;
}

type Row = readonly [phrase: RegExp, what: Text, next: Text];

const t = (es: string, en: string): Text => ({ es, en });

const rows: readonly Row[] = [
  [
    /^tab characters/,
    t("hay un tabulador en la sangría", "there is a tab in the indentation"),
    t("Usa espacios: YAML no admite tabuladores ahí.", "Use spaces: YAML allows no tabs there."),
  ],
  [
    /indentation width identifier|explicit indentation width|chomping mode|line break is expected/,
    t("el comienzo del bloque de texto está mal escrito", "the start of the block of text is badly written"),
    t("Escribe solo | o > y el texto debajo.", "Write just | or > and the text below."),
  ],
  [
    /^deficient indentation/,
    t(
      "esta línea tiene poca sangría para lo que sigue abierto",
      "this line is indented too little for what is still open",
    ),
    t(
      "Cierra las comillas, el corchete o la llave que se abrió antes, o añade sangría.",
      "Close the quotes, bracket or brace that was opened before, or indent the line.",
    ),
  ],
  [
    /indentation/,
    t("la sangría no corresponde a lo anterior", "the indentation does not match what comes before"),
    t("Alinea la línea con sus hermanas.", "Align the line with its siblings."),
  ],
  [
    /quoted scalar$/,
    t("falta cerrar las comillas", "the quotes are not closed"),
    t("Añade las comillas de cierre.", "Add the closing quotes."),
  ],
  [
    /within a flow collection$/,
    t("falta cerrar un corchete o una llave", "a bracket or brace is not closed"),
    t("Añade ] o } donde termine.", "Add ] or } where it ends."),
  ],
  [
    /flow collection entries|expected the node content/,
    t(
      "en una lista [ ] o un mapa { } sobra o falta una coma",
      "in a list [ ] or mapping { } a comma is missing or extra",
    ),
    t("Separa cada elemento con una sola coma.", "Separate the items with one comma each."),
  ],
  [
    /after a mapping key|key-value separator|implicit key|incomplete mapping pair/,
    t("falta «: » después de una clave", 'a key is not followed by ": "'),
    t(
      "Escribe «clave: valor»; entrecomilla el texto que lleve «: ».",
      'Write "key: value"; put text that holds ": " in quotes.',
    ),
  ],
  [
    /escape sequence|hexadecimal/,
    t("hay una secuencia de escape desconocida", "there is an unknown escape sequence"),
    t(
      "Escribe \\\\ para una barra invertida, o usa comillas simples.",
      "Write \\\\ for a backslash, or use single quotes.",
    ),
  ],
  [
    /directive|YAML version/,
    t("hay una directiva % que no se puede usar", "there is a % directive that cannot be used"),
    t("Quita la línea que empieza por %.", "Remove the line that starts with %."),
  ],
  [
    /tag|anchor|alias/,
    t("hay una marca !, & o * mal escrita", "there is a badly written mark !, & or *"),
    t("Pon entre comillas el texto que empiece por !, & o *.", "Put text that starts with !, & or * in quotes."),
  ],
  [
    /document separator|end of the document/,
    t("aquí debería terminar el documento", "the document should end here"),
    t(
      "Revisa la sangría y las comillas de las líneas anteriores.",
      "Look at the indentation and quotes of the lines before.",
    ),
  ],
];

const other: Row = [
  /^/,
  t("el texto no sigue las reglas de YAML", "the text does not follow the rules of YAML"),
  t("Revisa esta línea y la anterior.", "Look at this line and the one before."),
];

/** `reason` is the library's phrase; one that is not known is described without repeating it. */
export function yamlReason(reason: string): Reason {
  const [, state, next] = rows.find(([phrase]) => phrase.test(reason)) ?? other;
  return {
    what: both((lang) => (lang === "es" ? "No se puede leer el YAML: " : "Cannot read the YAML: ") + state[lang]),
    next,
  };
}
