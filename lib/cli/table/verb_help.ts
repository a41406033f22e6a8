/** The help of one verb: what it does, how it is called, its own flags first, and nothing wider than a terminal. */

import type { Lang, Text } from "../../content/text.ts";
import type { Commands } from "./verb_parts.ts";
import { verbExamples } from "./verb_examples.ts";
import { verbSamples } from "./verb_samples.ts";

type AnyCommand = Pick<Commands[string], "brief" | "fullDescription" | "parameters">;
type Flag = NonNullable<AnyCommand["parameters"]["flags"]>[string];

const columns = 80;
/** Where the left column is wider, the right one begins on a line of its own. */
const widestLeft = 20;
/** Flags that every verb takes, told last. */
const everywhere = new Set(["lang", "content", "state", "plain", "help"]);

const words = {
  usage: { es: "USO", en: "USAGE" },
  examples: { es: "EJEMPLOS", en: "EXAMPLES" },
  arguments: { es: "ARGUMENTOS", en: "ARGUMENTS" },
  own: { es: "OPCIONES", en: "FLAGS" },
  common: { es: "OPCIONES DE TODOS LOS VERBOS", en: "FLAGS OF ALL VERBS" },
  flags: { es: "[OPCIONES]", en: "[FLAGS]" },
  otherwise: { es: "por omisión", en: "default" },
  help: { es: "Muestra esta ayuda", en: "Shows this help" },
} satisfies Readonly<Record<string, Text>>;

/** The verbs with this help in place of the library's. */
export function withHelp(commands: Commands, lang: Lang): Commands {
  return Object.fromEntries(
    Object.entries(commands).map(([name, command]) => [
      name,
      { ...command, formatHelp: ({ prefix }) => verbHelp(prefix.join(" "), command, lang) },
    ]),
  );
}

/** `verb` as it is called: "grumete verify". Lines of 80 columns at most. */
export function verbHelp(verb: string, { brief, fullDescription, parameters }: AnyCommand, lang: Lang): string {
  const { flags = {}, positional } = parameters;
  const named = Object.entries(flags).map(([name, flag]) => rowOf(name, flag, lang));
  const help: Row = { name: "help", left: "-h, --help", right: words.help[lang] };
  const args = positional === undefined
    ? []
    : positional.kind === "array"
    ? [{ ...positional.parameter, many: true, least: positional.minimum ?? 0 }]
    : positional.parameters.map((parameter) => ({ ...parameter, many: false, least: parameter.optional ? 0 : 1 }));
  const argument = args.map(({ placeholder = "ARG", many, least }) => {
    const name = `${placeholder}${many ? "..." : ""}`;
    return least > 0 ? ` ${name}` : ` [${name}]`;
  }).join("");
  const name = verb.split(" ").slice(1).join(" ");
  const examples = verbExamples[name] ?? [];
  const needed = Object.entries(flags).filter(([, flag]) => isNeeded(flag))
    .map(([name, flag]) => ` ${rowOf(name, flag, lang).left}`).join("");
  const own = named.filter(({ name }) => !everywhere.has(name));
  const common = [...named.filter(({ name }) => everywhere.has(name)), help];
  return [
    section(words.usage[lang], [`  ${verb}${argument}${needed} ${words.flags[lang]}`]),
    wrapped(
      fullDescription === undefined ? `${brief}.` : `${brief}. ${fullDescription.replaceAll("\n", " ")}`,
      columns,
    ),
    section(words.examples[lang], table(examples.map(({ line, what }) => ({ left: line, right: what[lang] })), 44)),
    ...(verbSamples[name] ?? []).map(({ title, listing }) =>
      section(title[lang], listing[lang].split("\n").map((line) => `  ${line}`))
    ),
    section(
      words.arguments[lang],
      table(args.map(({ placeholder = "ARG", brief }) => ({ left: placeholder, right: brief }))),
    ),
    section(words.own[lang], table(own)),
    section(words.common[lang], table(common)),
  ].filter((part) => part.length > 0).map((part) => `${part.join("\n")}\n`).join("\n");
}

interface Row {
  readonly left: string;
  readonly right: string;
  readonly name?: string;
}

function isNeeded(flag: Flag): boolean {
  return !("optional" in flag && flag.optional) && !("default" in flag && flag.default !== undefined);
}

/** The value of a flag has a name, and where there are few it is them. */
function rowOf(name: string, flag: Flag, lang: Lang): Row & { readonly name: string } {
  const spelling = `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const preset = "default" in flag && typeof flag.default === "string"
    ? [`${words.otherwise[lang]} ${flag.default}`]
    : [];
  if (flag.kind === "boolean" || flag.kind === "counter") return { name, left: spelling, right: flag.brief };
  if (flag.kind === "parsed") {
    return {
      name,
      left: `${spelling} ${placeholderOf(flag.placeholder ?? "VALUE", lang)}`,
      right: noted(flag.brief, preset),
    };
  }
  const values = flag.values.join("|");
  return `${spelling} ${values}`.length <= widestLeft
    ? { name, left: `${spelling} ${values}`, right: noted(flag.brief, preset) }
    : {
      name,
      left: `${spelling} ${placeholderOf(flag.placeholder ?? name.toUpperCase(), lang)}`,
      right: noted(`${flag.brief}: ${flag.values.join(", ")}`, preset),
    };
}

/** In Spanish where it is an English word. */
function placeholderOf(name: string, lang: Lang): string {
  return lang === "en" ? name : name.replace(/^[A-Z]+/, (word) => spanish[word] ?? word);
}

const spanish: Readonly<Record<string, string>> = {
  DIR: "CARPETA",
  FILE: "ARCHIVO",
  FORMAT: "FORMATO",
  KIND: "TIPO",
  NAME: "NOMBRE",
  VALUE: "VALOR",
};

function noted(brief: string, notes: readonly string[]): string {
  return notes.length === 0 ? brief : `${brief} (${notes.join("; ")})`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}

/** Two columns; the right one is wrapped. */
function table(rows: readonly Row[], most = widestLeft): readonly string[] {
  const left = Math.min(most, Math.max(0, ...rows.map(({ left }) => left.length)));
  const indent = " ".repeat(left + 4);
  return rows.flatMap((row) => {
    const [first = "", ...rest] = wrapped(row.right, columns - indent.length);
    const alone = row.left.length > left;
    return [
      ...(alone ? [`  ${row.left}`, indent + first] : [`  ${row.left.padEnd(left)}  ${first}`]),
      ...rest.map((line) => indent + line),
    ];
  });
}

/** By words: what is told here is Latin, and the wrapping of the screens is not worth loading for it. */
function wrapped(text: string, width: number): readonly string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}
