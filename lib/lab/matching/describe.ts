/** What a matcher expects, as a phrase that fits after "expected:". Plain text, no Markdown. */

import type { Matcher } from "../../content/schema/matcher.ts";
import { join, same, type Text } from "../../content/text.ts";
import { printable } from "./printable.ts";
import { entry, nothing, show, showNumber } from "./show.ts";
import { itemShape, type MatchContext, partShape, type Shape } from "./value.ts";

const anything: Text = { es: "cualquier cosa", en: "anything" };

export function describe(matcher: Matcher, shape: Shape, context: MatchContext): Text {
  switch (matcher.is) {
    case "equal":
      return show(matcher.value, shape, context);
    case "oneOf":
      return alternatives(matcher.values.map((value) => show(value, shape, context)));
    case "contains":
      return say("contiene", "contains", part(matcher.part, shape, context));
    case "startsWith":
      return say("empieza por", "starts with", quoted(matcher.prefix));
    case "matches":
      return say("cumple el patrón", "matches the pattern", same(`/${printable(matcher.pattern)}/`));
    case "range":
      return range(matcher, shape);
    case "count":
      return say("cantidad:", "how many:", describe(matcher.of, "whole", bare(context)));
    case "includes":
      if (matcher.items.length === 0) return anything;
      return join(matcher.items.map((item) => describe(item, itemShape(shape), context)), ", ");
    case "exactly":
      if (matcher.items.length === 0) return nothing(shape, context);
      return say(
        "exactamente:",
        "exactly:",
        join(matcher.items.map((item) => describe(item, itemShape(shape), context)), ", "),
      );
    case "fields":
      return fields(matcher.fields, shape, context);
    case "absent":
      return matcher.absent ? nothing(shape, context) : { es: "con algún valor", en: "set to something" };
    case "all":
      return matcher.of.length === 0 ? anything : linked(matcher.of, { es: " y ", en: " and " }, shape, context);
    case "any":
      return matcher.of.length === 0
        ? { es: "imposible: ninguna opción", en: "impossible: no option" }
        : linked(matcher.of, { es: " o ", en: " or " }, shape, context);
    case "not":
      return negated(matcher.of, shape, context);
  }
}

function say(es: string, en: string, what: Text): Text {
  return { es: `${es} ${what.es}`, en: `${en} ${what.en}` };
}

export function quoted(text: string): Text {
  return { es: `«${printable(text)}»`, en: `“${printable(text)}”` };
}

/** The rest of a matcher's context belongs to the value as a whole, not to its number of items. */
function bare(context: MatchContext): MatchContext {
  return { workspace: context.workspace };
}

/** What is looked for inside: a piece of text, or an item of a list. */
function part(matcher: Matcher, shape: Shape, context: MatchContext): Text {
  if (shape === "list" || shape === "mounts" || shape === "bindings") {
    return describe(matcher, itemShape(shape), context);
  }
  return matcher.is === "equal" ? quoted(String(matcher.value)) : describe(matcher, shape, context);
}

function range(matcher: Matcher & { readonly is: "range" }, shape: Shape): Text {
  const { min, max } = matcher;
  if (min === undefined && max === undefined) return anything;
  if (min === undefined) return say("como mucho", "at most", showNumber(max ?? 0, shape));
  if (max === undefined) return say("al menos", "at least", showNumber(min, shape));
  if (min === max) return showNumber(min, shape);
  const [from, to] = [showNumber(min, shape), showNumber(max, shape)];
  return { es: `entre ${from.es} y ${to.es}`, en: `between ${from.en} and ${to.en}` };
}

function alternatives(texts: readonly Text[]): Text {
  const last = texts.at(-1) ?? same("–");
  if (texts.length < 2) return last;
  const first = join(texts.slice(0, -1), ", ");
  return { es: `${first.es} o ${last.es}`, en: `${first.en} or ${last.en}` };
}

function linked(matchers: readonly Matcher[], by: Text, shape: Shape, context: MatchContext): Text {
  const [only] = matchers;
  if (matchers.length === 1 && only) return describe(only, shape, context);
  const texts = matchers.map((matcher) => {
    const text = describe(matcher, shape, context);
    return matcher.is === "all" || matcher.is === "any" ? { es: `(${text.es})`, en: `(${text.en})` } : text;
  });
  return { es: texts.map((text) => text.es).join(by.es), en: texts.map((text) => text.en).join(by.en) };
}

function negated(matcher: Matcher, shape: Shape, context: MatchContext): Text {
  switch (matcher.is) {
    case "not":
      return describe(matcher.of, shape, context);
    case "absent":
      return describe({ is: "absent", absent: !matcher.absent }, shape, context);
    case "equal":
    case "oneOf":
      return say("cualquiera menos", "anything but", describe(matcher, shape, context));
    case "contains":
      return say("no contiene", "does not contain", part(matcher.part, shape, context));
    case "startsWith":
      return say("no empieza por", "does not start with", quoted(matcher.prefix));
    case "matches":
      return say("no cumple el patrón", "does not match the pattern", same(`/${printable(matcher.pattern)}/`));
    default: {
      const text = describe(matcher, shape, context);
      return { es: `no (${text.es})`, en: `not (${text.en})` };
    }
  }
}

/** Entries that must be there, in the same form in which docker's are shown. */
function fields(wanted: Readonly<Record<string, Matcher>>, shape: Shape, context: MatchContext): Text {
  if (Object.keys(wanted).length === 0) return anything;
  if (shape === "mount") return mount(wanted, context);
  if (shape === "binding") return binding(wanted, context);
  return join(
    Object.entries(wanted).map(([key, matcher]) => {
      const inner = partShape(shape, key);
      const name = same(printable(key));
      const text = describe(matcher, inner, context);
      if (shape !== "ports") return matcher.is === "equal" ? entry(name, text) : spaced(name, text);
      return matcher.is === "absent"
        ? spaced(name, text)
        : { es: `${text.es} → ${name.es}`, en: `${text.en} → ${name.en}` };
    }),
    ", ",
  );
}

const spaced = (name: Text, text: Text): Text => ({ es: `${name.es}: ${text.es}`, en: `${name.en}: ${text.en}` });

function mount(wanted: Readonly<Record<string, Matcher>>, context: MatchContext): Text {
  const phrase = (key: string): Text => {
    const matcher = Object.hasOwn(wanted, key) ? wanted[key] : undefined;
    return matcher ? describe(matcher, partShape("mount", key), context) : same("");
  };
  const writable = phrase("readonly");
  const mode: Text = writable.es === ""
    ? same("")
    : writable.es === "sí"
    ? same(" (ro)")
    : writable.es === "no"
    ? same(" (rw)")
    : { es: ` (readonly: ${writable.es})`, en: ` (readonly: ${writable.en})` };
  const line = (lang: "es" | "en") => {
    const start = [phrase("type")[lang], phrase("source")[lang]].filter((text) => text !== "").join(" ");
    return `${start === "" ? "…" : start} → ${phrase("target")[lang] || "…"}${mode[lang]}`;
  };
  return { es: line("es"), en: line("en") };
}

function binding(wanted: Readonly<Record<string, Matcher>>, context: MatchContext): Text {
  const port = wanted["port"] ? describe(wanted["port"], "whole", context) : same("*");
  if (!wanted["address"]) return port;
  const address = describe(wanted["address"], "address", context);
  return { es: `${address.es}:${port.es}`, en: `${address.en}:${port.en}` };
}
