/** Every text of the program, read from its source: what stands where a language is named. */

import type { Lang } from "../../../lib/content/text.ts";
import type { Said } from "./content_texts.ts";
import { gap } from "./prose.ts";

type Node = Deno.lint.Node;
type Written = Deno.lint.StringLiteral | Deno.lint.TemplateLiteral;

/** Deno gives syntax trees to lint plugins only, and runs those in tests. */
export function programTexts(path: string, source: string): readonly Said[] {
  const said: Said[] = [];
  const plugin: Deno.lint.Plugin = {
    name: "spelling",
    rules: {
      texts: {
        create({ sourceCode }) {
          const found: Written[] = [];
          const inTwo = new Set<string>();
          const note = (node: Written) => void found.push(node);
          const lineOf = (node: Written) => source.slice(0, node.range[0]).split("\n").length;
          return {
            TemplateLiteral: note,
            Literal(node) {
              if (typeof node.value === "string") note(node as Deno.lint.StringLiteral);
            },
            FunctionDeclaration(node) {
              if (node.id && takesBoth(node.params)) inTwo.add(node.id.name);
            },
            VariableDeclarator(node) {
              const { id, init } = node;
              if (id.type === "Identifier" && init?.type === "ArrowFunctionExpression" && takesBoth(init.params)) {
                inTwo.add(id.name);
              }
            },
            "Program:exit"() {
              for (const node of found) {
                const chain = [...sourceCode.getAncestors(node), node];
                if (chain.some((above, index) => isCode(above, chain[index + 1]))) continue;
                const text = textOf(node);
                const lang = langOf(chain, inTwo) ?? (/[áéíóúüñ¿¡]/i.test(text) ? "es" : undefined);
                if (lang) said.push({ place: `${path}:${lineOf(node)}`, lang, text });
              }
            },
          };
        },
      },
    },
  };
  Deno.lint.runPlugin(plugin, path, source);
  return said;
}

function textOf(node: Written): string {
  return node.type === "Literal" ? node.value : node.quasis.map(({ cooked }) => cooked).join(gap);
}

/** `(es, en, …)`. */
function takesBoth(params: readonly Deno.lint.Parameter[]): boolean {
  const [first, second] = params;
  return first?.type === "Identifier" && first.name === "es" && second?.type === "Identifier" && second.name === "en";
}

/** The language that the nearest node around it names. */
function langOf(chain: readonly Node[], inTwo: ReadonlySet<string>): Lang | undefined {
  for (let index = chain.length - 2; index >= 0; index--) {
    const [node, child] = [chain[index], chain[index + 1]];
    const lang = node && child && named(node, child, inTwo);
    if (lang) return lang;
  }
  return undefined;
}

function named(node: Node, child: Node, inTwo: ReadonlySet<string>): Lang | undefined {
  switch (node.type) {
    case "Property":
      return node.key.type === "Identifier" && (node.key.name === "es" || node.key.name === "en")
        ? node.key.name
        : undefined;
    case "VariableDeclarator":
      return node.id.type !== "Identifier"
        ? undefined
        : node.id.name === "spanish"
        ? "es"
        : node.id.name === "english"
        ? "en"
        : undefined;
    case "CallExpression":
      return node.callee.type === "Identifier" && inTwo.has(node.callee.name)
        ? (["es", "en"] as const)[node.arguments.findIndex((argument) => argument === child)]
        : undefined;
    case "ConditionalExpression":
    case "IfStatement":
      return !asksForSpanish(node.test)
        ? undefined
        : child === node.consequent
        ? "es"
        : child === node.alternate
        ? "en"
        : undefined;
    case "BlockStatement":
      return node.body.slice(0, node.body.indexOf(child as Deno.lint.Statement))
          .some((before) => before.type === "IfStatement" && asksForSpanish(before.test))
        ? "en"
        : undefined;
    default:
      return undefined;
  }
}

/** `lang === "es"`, or a constant `es` that says so. */
function asksForSpanish(test: Node): boolean {
  if (test.type === "Identifier") return test.name === "es";
  return test.type === "BinaryExpression" && test.operator === "===" && test.right.type === "Literal" &&
    test.right.value === "es";
}

/** What is compared, imported, looked up by, handed to what makes code or counts of it, or an example's `line:`, is no text. */
function isCode(node: Node, child: Node | undefined): boolean {
  switch (node.type) {
    case "CallExpression":
      return node.callee.type === "Identifier" &&
        ["code", "inlineCode", "command", "countOf"].includes(node.callee.name) &&
        child !== node.callee;
    case "BinaryExpression":
      return node.operator !== "+";
    case "Property":
      return node.key.type === "Identifier" && ["line", "listing"].includes(node.key.name) && child === node.value;
    case "MemberExpression":
      return child === node.property;
    case "ImportDeclaration":
    case "ImportExpression":
    case "TSLiteralType":
      return true;
    default:
      return false;
  }
}
