/** The house rules that a linter can see: which folder may import which, what the pure folders may not touch, one home per library. */

/** Each folder of `lib/` with the folders it may import besides itself; the order is the direction of the arrows. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  content: [],
  quiz: ["content"],
  lab: ["content", "quiz"],
  study: ["content", "quiz", "lab"],
  exam: ["content", "quiz", "lab", "study"],
  screens: ["content", "quiz", "lab", "study", "exam"],
  docker: ["content", "quiz", "lab"],
  store: ["content", "quiz", "lab", "study", "exam"],
  terminal: ["content", "screens"],
  cli: ["content", "quiz", "lab", "study", "exam", "screens", "docker", "store", "terminal"],
};

const pure = new Set(["content", "quiz", "lab", "study", "exam", "screens"]);

/** Names that reach the world, the clock or chance. */
const impureNames = new Set([
  "Deno",
  "console",
  "globalThis",
  "performance",
  "crypto",
  "fetch",
  "setTimeout",
  "setInterval",
  "queueMicrotask",
  "prompt",
  "alert",
  "confirm",
]);

/** Libraries with one home, so that a swap is one file or one folder. */
const homes: Readonly<Record<string, string>> = {
  "js-yaml": "lib/content/yaml.ts",
  "@stricli/core": "lib/cli/",
  "@valibot/to-json-schema": "lib/content/json_schema.ts",
  "node:sqlite": "lib/store/",
  "node:crypto": "lib/store/ed25519.ts",
  "age-encryption": "lib/store/sealed.ts",
  "papaparse": "lib/exam/csv.ts",
  "@noble/hashes/hmac.js": "lib/exam/hash.ts",
  "@noble/hashes/sha2.js": "lib/exam/hash.ts",
};

/** `lib/quiz/grade.ts` of an absolute file name, or nothing outside the project. */
function projectPath(filename: string): string | undefined {
  const parts = filename.replaceAll("\\", "/").split("/");
  const top = parts.findLastIndex((part, index) => part === "lib" && arrows[parts[index + 1] ?? ""] !== undefined);
  if (top >= 0) return parts.slice(top).join("/");
  return parts.at(-1) === "main.ts" ? "main.ts" : undefined;
}

function folderOf(filename: string): string | undefined {
  return projectPath(filename)?.match(/^lib\/([^/]+)\//)?.[1];
}

/** The folder of `lib/` that a relative import ends in. */
function importedFolder(from: string, specifier: string): string | undefined {
  const path = projectPath(from);
  if (!path || !specifier.startsWith(".")) return undefined;
  return folderOf(new URL(specifier, `file:///${path}`).pathname);
}

type ImportingNode = Deno.lint.ImportDeclaration | Deno.lint.ExportNamedDeclaration | Deno.lint.ExportAllDeclaration;

/** Calls back with every specifier of a file: static, re-exported and dynamic. */
function specifiers(report: (node: Deno.lint.Node, specifier: string) => void): Deno.lint.LintVisitor {
  const visit = (node: ImportingNode) => {
    if (node.source) report(node, String(node.source.value));
  };
  return {
    ImportDeclaration: visit,
    ExportNamedDeclaration: visit,
    ExportAllDeclaration: visit,
    ImportExpression(node) {
      if (node.source.type === "Literal") report(node, String(node.source.value));
    },
  };
}

const plugin: Deno.lint.Plugin = {
  name: "house",
  rules: {
    arrows: {
      create(context) {
        const folder = folderOf(context.filename);
        const allowed = folder === undefined ? undefined : arrows[folder];
        if (!folder || !allowed) return {};
        return specifiers((node, specifier) => {
          const target = importedFolder(context.filename, specifier);
          if (target && target !== folder && !allowed.includes(target)) {
            context.report({
              node,
              message: `Cannot import "${specifier}" here: lib/${folder} may not know lib/${target}`,
            });
          }
        });
      },
    },
    pure: {
      create(context) {
        const folder = folderOf(context.filename);
        if (!folder || !pure.has(folder)) return {};
        return {
          ...specifiers((node, specifier) => {
            if (specifier.startsWith("node:")) {
              context.report({ node, message: `Cannot import "${specifier}" here: lib/${folder} is pure` });
            }
          }),
          Identifier(node) {
            if (!impureNames.has(node.name) || isName(node)) return;
            context.report({
              node,
              message: `Cannot use "${node.name}" here: lib/${folder} is pure, hand it in as an argument`,
            });
          },
          MemberExpression(node) {
            if (node.object.type !== "Identifier" || node.property.type !== "Identifier") return;
            const used = `${node.object.name}.${node.property.name}`;
            if (used === "Date.now" || used === "Math.random") {
              context.report({
                node,
                message: `Cannot use "${used}" here: lib/${folder} is pure, hand it in as an argument`,
              });
            }
          },
          NewExpression(node) {
            if (node.callee.type === "Identifier" && node.callee.name === "Date" && node.arguments.length === 0) {
              context.report({
                node,
                message: `Cannot read the clock here: lib/${folder} is pure, hand it in as an argument`,
              });
            }
          },
        };
      },
    },
    homes: {
      create(context) {
        const path = projectPath(context.filename);
        if (!path) return {};
        return specifiers((node, specifier) => {
          const home = homes[specifier];
          if (home && !path.startsWith(home)) {
            context.report({ node, message: `Cannot import "${specifier}" here: its home is ${home}` });
          }
        });
      },
    },
    exit: {
      create(context) {
        if (projectPath(context.filename) === "main.ts") return {};
        return {
          MemberExpression(node) {
            if (
              node.object.type === "Identifier" && node.object.name === "Deno" &&
              node.property.type === "Identifier" && node.property.name === "exit" && projectPath(context.filename)
            ) {
              context.report({ node, message: "Cannot call Deno.exit here: only main.ts ends the process" });
            }
          },
        };
      },
    },
    spawn: {
      create(context) {
        const path = projectPath(context.filename);
        if (!path || path.startsWith("lib/docker/") || path.startsWith("lib/terminal/")) return {};
        return {
          MemberExpression(node) {
            if (
              node.object.type === "Identifier" && node.object.name === "Deno" &&
              node.property.type === "Identifier" && node.property.name === "Command"
            ) {
              context.report({
                node,
                message: "Cannot start a program here: lib/docker is the only place that starts docker",
              });
            }
          },
        };
      },
    },
  },
};

/** Whether an identifier only names a key or a member: `{ console: … }`, `report.confirm`. */
function isName(node: Deno.lint.Identifier): boolean {
  const parent = node.parent as Deno.lint.Node;
  switch (parent.type) {
    case "MemberExpression":
      return parent.property === node && !parent.computed;
    case "Property":
      return parent.key === node && !parent.computed && !parent.shorthand;
    case "TSPropertySignature":
    case "PropertyDefinition":
    case "MethodDefinition":
      return parent.key === node;
    default:
      return false;
  }
}

export default plugin;
