/** HTML as values: texts are escaped and tags closed because there is no other way to make it. */

/** What may stand in a document as it is. */
export interface Html {
  readonly html: string;
}

export type Child = Html | string | number | undefined | readonly Child[];

/** Absent values are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** They have no end tag in HTML. */
const empty = new Set(["meta", "br"]);

/** Also for SVG. Names of elements and attributes come from this program alone. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly Child[]): Html {
  const pairs = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${escaped(String(value))}"`
  );
  if (empty.has(name)) return { html: `<${name}${pairs.join("")}/>` };
  return { html: `<${name}${pairs.join("")}>${children.map(written).join("")}</${name}>` };
}

function written(child: Child): string {
  if (child === undefined) return "";
  if (typeof child === "string" || typeof child === "number") return escaped(String(child));
  return "html" in child ? child.html : child.map(written).join("");
}

/** Also what neither XML nor a reader can use: control characters and lone halves of characters. */
export function escaped(text: string): string {
  return text.toWellFormed()
    // deno-lint-ignore no-control-regex -- these are the very characters that are taken out
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]/g, "\u{fffd}")
    .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;").replaceAll("'", "&#39;");
}

/** A text of content in a line: code, strong and emphasised words are kept, any other mark is shown as it is. */
export function inlineHtml(markdown: string): readonly Child[] {
  const pieces = markdown.replace(/\s+/gu, " ").trim().split(
    /(`+[^`]+`+|\*\*[^*]+\*\*|(?<![\w*])\*[^*\s](?:[^*]*[^*\s])?\*(?![\w*]))/,
  );
  return pieces.map((piece): Child => {
    if (piece.startsWith("`") && piece.length > 1) return element("code", {}, piece.replace(/^`+\s?|\s?`+$/g, ""));
    if (piece.startsWith("**") && piece.length > 4) return element("strong", {}, piece.slice(2, -2));
    if (/^\*.+\*$/s.test(piece) && piece.length > 2) return element("em", {}, piece.slice(1, -1));
    return piece;
  });
}

/** A name that somebody chose: whatever direction its letters run in, the rest of the line stays in order. */
export function bdi(name: string): Html {
  return element("bdi", {}, name);
}
