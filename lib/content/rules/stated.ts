/** What a check demands, the task's text says, in both languages: nobody can meet what they were not told. */

import type { DataPath } from "../data_path.ts";
import type { Finding } from "../problem.ts";
import type { Check } from "../schema/check.ts";
import type { FieldType } from "../schema/field.ts";
import type { Lab, Task } from "../schema/lab.ts";
import type { Matcher, Scalar } from "../schema/matcher.ts";
import { quoted } from "../shown.ts";
import { both, type Lang, langs } from "../text.ts";
import { plainly, saysDuration, saysImage, saysNumber, saysSize, saysWords, type Statement } from "./statement.ts";

/** Something that a check compares with: what of it a text does not say. */
interface Demand {
  readonly at: DataPath;
  readonly unsaid: (said: Statement) => readonly string[];
}

/** Warnings. A pattern (`matches`) is taken for something that the learner is to find out, and so is what is forbidden. */
export function stated(lab: Lab): readonly Finding[] {
  return lab.tasks.flatMap((task, at) => {
    const read = langs.map((lang) => statementOf(lab.tasks, at, lang));
    const told = new Set<string>();
    return task.checks.flatMap((check, index) =>
      demandsOf(check).flatMap((demand) => {
        const findings = unstated(["tasks", at, "checks", index, ...demand.at], demand, read);
        // The same name in five checks is one thing to mend.
        return findings.filter(({ what }) => !told.has(what.en) && told.add(what.en));
      })
    );
  });
}

function statementOf(tasks: readonly Task[], at: number, lang: Lang): Statement {
  const words = (some: readonly Task[]) =>
    plainly(some.map(({ title, text }) => `${title[lang]}\n${text[lang]}`).join("\n"));
  const base = new Set([tasks[at]?.id]);
  for (const { id, needs } of tasks.slice(0, at + 1).reverse()) {
    if (base.has(id)) needs.forEach((need) => base.add(need));
  }
  return { lang, soFar: words(tasks.slice(0, at + 1)), here: words(tasks.filter(({ id }) => base.has(id))) };
}

function unstated(at: DataPath, { unsaid }: Demand, read: readonly Statement[]): readonly Finding[] {
  const lacking = new Map<string, Lang[]>();
  for (const said of read) {
    for (const literal of unsaid(said)) lacking.set(literal, [...lacking.get(literal) ?? [], said.lang]);
  }
  return [...lacking].map(([literal, where]): Finding => ({
    at,
    severity: "warning",
    code: "not-stated",
    what: {
      es: `La comprobación exige ${quoted(literal)} y el enunciado no lo dice${missingIn(where).es}`,
      en: `The check demands ${quoted(literal)} and the text does not say so${missingIn(where).en}`,
    },
    next: {
      es: "Escríbelo en «text», en los dos idiomas. Lo que hay que averiguar se compara con «matches».",
      en: 'Write it in "text", in both languages. What the learner is to find out is compared with "matches".',
    },
  }));
}

function missingIn(where: readonly Lang[]) {
  const [only] = where;
  if (where.length !== 1 || only === undefined) return both(() => "");
  return only === "es" ? { es: " en español", en: " in Spanish" } : { es: " en inglés", en: " in English" };
}

function demandsOf(check: Check): readonly Demand[] {
  switch (check.kind) {
    case "http":
      return [{ at: ["http"], unsaid: pageOf(check.url) }, ...fieldsOf(check)];
    case "tcp":
      return [{ at: ["tcp"], unsaid: number(check.port) }, ...fieldsOf(check)];
    case "file":
      return [
        ...(check.container === undefined ? [] : [named(["file"], check.container)]),
        named(["file"], check.path),
        ...fieldsOf(check),
      ];
    case "image":
      return [{ at: ["image"], unsaid: image(check.name) }, ...fieldsOf(check)];
    case "inspect":
      return [
        { at: ["inspect"], unsaid: check.object === "image" ? image(check.name) : words(check.name) },
        { at: ["value"], unsaid: (said) => unsaidOf(check.matcher, "raw", said) },
      ];
    case "event":
      return [check.filter, check.after, check.before].flatMap((filter) =>
        [filter?.name, filter?.image, filter?.command, filter?.container].flatMap((matcher): readonly Demand[] =>
          matcher ? [{ at: ["event"], unsaid: (said) => unsaidOf(matcher, "text", said) }] : []
        )
      );
    case "swarm":
      return fieldsOf(check);
    case "node":
      return [...(check.name === "self" ? [] : [named(["node"], check.name)]), ...fieldsOf(check)];
    default:
      return [named([check.kind], check.name), ...fieldsOf(check)];
  }
}

/** Words of docker that a text puts its own way ("running"), and what is about our own look rather than the learner's work. */
const ownWords: Readonly<Record<string, readonly string[]>> = {
  container: ["state", "health", "healthOutput", "error", "restarts"],
  volume: ["scope"],
  network: ["scope"],
  exec: ["exitCode", "stderr"],
  file: ["type"],
  compose: ["health", "generation"],
  node: ["role", "state", "engine"],
  service: ["updateState", "errors"],
};

/** What docker does unless told otherwise. */
const defaults: Readonly<Record<string, readonly Scalar[]>> = {
  driver: ["local", "bridge"],
  mode: ["replicated"],
  restart: ["no"],
  status: [200],
};

function fieldsOf(check: Extract<Check, { expects: unknown }>): readonly Demand[] {
  return check.expects.flatMap(({ field, type, matcher }): readonly Demand[] => {
    if (ownWords[check.kind]?.includes(field)) return [];
    const usual = defaults[field] ?? [];
    if (matcher.is === "equal" && usual.includes(matcher.value)) return [];
    if (matcher.is === "oneOf" && matcher.values.some((value) => usual.includes(value))) return [];
    const shape = field === "headers" || field === "dependsOn" || field === "exposed" ? field : type;
    return [{ at: [field], unsaid: (said) => unsaidOf(matcher, shape, said) }];
  });
}

function named(at: DataPath, name: string): Demand {
  return { at, unsaid: words(name) };
}

type Unsaid = Demand["unsaid"];
const words = (text: string): Unsaid => (said) => saysWords(said, text) ? [] : [text];
const image = (reference: string): Unsaid => (said) => saysImage(said, reference) ? [] : [reference];
/** None is the usual number of things, and one is what a singular says. */
const number = (wanted: number): Unsaid => (said) =>
  wanted === 0 || wanted === 1 || saysNumber(said, wanted) ? [] : [String(wanted)];

/** `80/tcp`, of which only the number need be said, or `53/udp`. HTTP says 80 by itself. */
function innerPort(written: string): Unsaid {
  const [port = "", protocol = "tcp"] = written.split("/");
  const service = ({ "80": "HTTP", "443": "HTTPS" } as Readonly<Record<string, string>>)[port];
  return (said) => [
    ...(service !== undefined && saysWords(said, service) ? [] : number(Number(port))(said)),
    ...(protocol === "tcp" || saysWords(said, protocol.toUpperCase()) ? [] : words(protocol)(said)),
  ];
}

/** The address as it stands, or its port and its path. */
function pageOf(url: string): Unsaid {
  const { port = "", pathname = "/" } = URL.parse(url) ?? {};
  return (said) => {
    if (saysWords(said, url.replace(/\/$/, ""))) return [];
    return [
      ...(port === "" ? [] : number(Number(port))(said)),
      ...(pathname === "/" ? [] : words(pathname)(said)),
    ];
  };
}

type Shape = FieldType | "headers" | "dependsOn" | "exposed" | "mount" | "binding";

function unsaidOf(matcher: Matcher, shape: Shape, said: Statement): readonly string[] {
  switch (matcher.is) {
    case "equal":
      return unsaidValue(matcher.value, shape, said);
    case "startsWith":
      return unsaidValue(matcher.prefix, "text", said);
    case "contains":
      return unsaidOf(matcher.part, itemShape(shape), said);
    case "includes":
    case "exactly":
      return matcher.items.flatMap((item) => unsaidOf(item, itemShape(shape), said));
    case "all":
      return matcher.of.flatMap((one) => unsaidOf(one, shape, said));
    case "any":
      return either(matcher.of.map((one) => unsaidOf(one, shape, said)));
    case "oneOf":
      return either(matcher.values.map((value) => unsaidValue(value, shape, said)));
    case "range":
      return [matcher.min, matcher.max].flatMap((bound) => bound === undefined ? [] : unsaidValue(bound, shape, said));
    case "count":
      return unsaidOf(matcher.of, "whole", said);
    case "fields":
      return Object.entries(matcher.fields).flatMap(([key, value]) => unsaidEntry(key, value, shape, said));
    case "matches":
    case "absent":
    case "not":
      return [];
  }
}

/** One way that is told is enough. */
function either(ways: readonly (readonly string[])[]): readonly string[] {
  return ways.find((unsaid) => unsaid.length === 0) ?? ways[0] ?? [];
}

function unsaidEntry(key: string, value: Matcher, shape: Shape, said: Statement): readonly string[] {
  switch (shape) {
    case "mount":
      return key === "type" ? [] : unsaidOf(value, "text", said);
    case "binding":
      return unsaidOf(value, key === "port" ? "whole" : "text", said);
    case "headers":
      return unsaidOf(value, "text", said);
    case "ports":
      return [...innerPort(key)(said), ...unsaidOf(value, "binding", said)];
    default: {
      const inner = shape === "counts"
        ? "whole"
        : shape === "lists"
        ? "list"
        : shape === "dependsOn"
        ? "dependsOn"
        : "text";
      return [...words(key)(said), ...unsaidOf(value, inner, said)];
    }
  }
}

function itemShape(shape: Shape): Shape {
  if (shape === "mounts") return "mount";
  return shape === "list" || shape === "lists" ? "text" : shape;
}

function unsaidValue(value: Scalar, shape: Shape, said: Statement): readonly string[] {
  if (typeof value === "boolean") return [];
  if (typeof value === "number") {
    if (shape === "bytes") return saysSize(said, value) ? [] : [size(value)];
    if (shape === "duration") return saysDuration(said, value) ? [] : [`${value} s`];
    return number(value)(said);
  }
  switch (shape) {
    case "image":
      return image(value)(said);
    case "exposed":
      return innerPort(value)(said);
    case "dependsOn":
      return value.split(":").flatMap((part) => words(part)(said));
    default:
      // `./site` is the folder `site` of the workspace.
      return words(value.replace(/^\.\/(?=.)/, ""))(said);
  }
}

/** As an author writes it: in the largest unit of which it is a whole number. */
function size(bytes: number): string {
  const exponent = [3, 2, 1].find((exponent) => bytes % 1024 ** exponent === 0) ?? 0;
  return `${bytes / 1024 ** exponent}${"bkmg"[exponent]}`;
}
