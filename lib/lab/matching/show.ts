/** A value in the words of docker: `8080 → 80/tcp`, `volume datos → /data (ro)`, `128 MiB`. Plain text, no Markdown. */

import { both, join, same, type Text } from "../../content/text.ts";
import { printable } from "./printable.ts";
import { sizeText } from "./size.ts";
import {
  isAbsent,
  isList,
  isMap,
  itemShape,
  type MatchContext,
  partShape,
  type Shape,
  type Value,
  valueAt,
} from "./value.ts";

/** Longer lists are cut: what is missing or extra is named apart. */
const listLimit = 8;

export function show(value: Value, shape: Shape, context: MatchContext): Text {
  if (isAbsent(value, context) && value !== false) return nothing(shape, context);
  if (value === undefined) return nothing(shape, context);
  if (isList(value)) return cut(value.map((item) => show(item, itemShape(shape), context)));
  if (isMap(value)) return showMap(value, shape, context);
  switch (typeof value) {
    case "boolean":
      if (shape === "raw") return same(String(value));
      return value ? { es: "sí", en: "yes" } : { es: "no", en: "no" };
    case "number":
      return showNumber(value, shape);
    default:
      return same(
        shape === "raw" && looksOtherwise(value) ? `"${value}"` : printable(value, 200, context.tail === true),
      );
  }
}

/** A text that reads like a number or a flag: without quotes, two different values would look the same. */
function looksOtherwise(text: string): boolean {
  return /^(?:-?\d+(?:\.\d+)?|true|false)$/.test(text);
}

export function showNumber(value: number, shape: Shape): Text {
  if (shape === "bytes") return sizeText(value);
  if (shape === "duration") return both((lang) => `${lang === "es" ? String(value).replace(".", ",") : value} s`);
  return both((lang) => lang === "es" ? String(value).replace(".", ",") : String(value));
}

/** What is said when there is nothing. */
export function nothing(shape: Shape, context: MatchContext): Text {
  if (context.zeroIsNoLimit === true) return { es: "sin límite", en: "no limit" };
  switch (shape) {
    case "ports":
    case "bindings":
      return { es: "sin publicar", en: "not published" };
    case "list":
    case "mounts":
    case "map":
    case "counts":
    case "lists":
    case "mount":
    case "binding":
      return { es: "nada", en: "none" };
    default:
      return { es: "sin valor", en: "not set" };
  }
}

function showMap(map: { readonly [key: string]: Value }, shape: Shape, context: MatchContext): Text {
  if (shape === "mount") return same(mountLine(map));
  if (shape === "binding") return same(bindingStart(map));
  if (shape === "ports") {
    return cut(Object.entries(map).flatMap(([port, bindings]) => publishedLines(port, bindings)));
  }
  return cut(
    Object.entries(map).map(([key, item]) => {
      const name = same(printable(key));
      // How docker writes an item of a set.
      if (shape === "raw" && item !== undefined && isMap(item) && isAbsent(item, context)) return name;
      return entry(name, show(item, partShape(shape, key), context));
    }),
  );
}

/** `MODE = produccion`. */
export function entry(key: Text, value: Text): Text {
  return join([key, value], " = ");
}

function mountLine(map: { readonly [key: string]: Value }): string {
  const word = (key: string) => printable(String(valueAt(map, key) ?? ""));
  const start = [word("type"), word("source")].filter((part) => part !== "").join(" ");
  return `${start} → ${word("target")}${valueAt(map, "readonly") === true ? " (ro)" : ""}`;
}

/** `8080`, or `127.0.0.1:8080` when only that address is served. */
function bindingStart(map: { readonly [key: string]: Value }): string {
  const address = String(valueAt(map, "address") ?? "");
  const port = String(valueAt(map, "port") ?? "*");
  if (["", "0.0.0.0", "::"].includes(address)) return port;
  return address.includes(":") ? `[${printable(address)}]:${port}` : `${printable(address)}:${port}`;
}

/** IPv4 and IPv6 rows of one publication read as one. */
function publishedLines(port: string, bindings: Value): readonly Text[] {
  const rows = isList(bindings) ? bindings.flatMap((binding) => isMap(binding) ? [bindingStart(binding)] : []) : [];
  if (rows.length === 0) return [{ es: `${printable(port)} (sin publicar)`, en: `${printable(port)} (not published)` }];
  return [...new Set(rows)].map((row) => same(`${row} → ${printable(port)}`));
}

function cut(texts: readonly Text[]): Text {
  const shown = join(texts.slice(0, listLimit), ", ");
  const rest = texts.length - listLimit;
  return rest > 0 ? { es: `${shown.es} y ${rest} más`, en: `${shown.en} and ${rest} more` } : shown;
}
