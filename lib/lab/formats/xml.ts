/** Writes XML 1.0: elements, attributes and text, with everything escaped that has to be. */

export interface Element {
  readonly name: string;
  /** Absent values are left out. */
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly children?: readonly Element[];
  readonly text?: string;
}

export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines(root, "").join("\n")}\n`;
}

function lines({ name, attributes, children = [], text }: Element, indent: string): readonly string[] {
  const pairs = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${escaped(String(value), true)}"`
  );
  const start = `${indent}<${name}${pairs.join("")}`;
  if (children.length > 0) {
    return [`${start}>`, ...children.flatMap((child) => lines(child, `${indent}  `)), `${indent}</${name}>`];
  }
  return [text === undefined ? `${start}/>` : `${start}>${escaped(text, false)}</${name}>`];
}

/** Characters that XML 1.0 cannot hold at all, not even as a reference, are shown as a replacement character. */
function escaped(text: string, attribute: boolean): string {
  const allowed = text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "\u{fffd}");
  const content = allowed.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll(
    "\r",
    "&#13;",
  );
  return attribute ? content.replaceAll('"', "&quot;").replaceAll("\t", "&#9;").replaceAll("\n", "&#10;") : content;
}
