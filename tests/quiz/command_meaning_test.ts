/** Whatever command of the grammar: how it is written does not matter, and every value does. */

import assert from "node:assert/strict";
import * as fc from "fast-check";
import { compareCommands } from "../../lib/quiz/command/compare.ts";
import { allVerbs, findVerb, type Flag, readFlags, type Verb } from "../../lib/quiz/command/grammar.ts";
import { type ParsedCommand, parseDocker } from "../../lib/quiz/command/parse.ts";
import { readCommand } from "../../lib/quiz/command/read.ts";
import { compareLines } from "../../lib/quiz/command/match_line.ts";
import { seeded, shuffled } from "../../lib/quiz/rng.ts";

function parsed(argv: readonly string[]): ParsedCommand {
  const result = parseDocker(argv);
  if (result.kind === "problem") throw new Error(`${argv.join(" ")}: ${result.what.en}`);
  return result.command;
}

const names = allVerbs.flatMap((spec) => spec.names.split(", "));
const verbs: readonly Verb[] = allVerbs.flatMap((spec) => findVerb(spec.names.split(", ", 1)[0] ?? "") ?? []);

Deno.test("the grammar has no verb twice, no flag twice in a verb, and only types it knows", () => {
  assert.equal(new Set(names).size, names.length);
  assert.equal(verbs.length, allVerbs.length);
  for (const verb of verbs) {
    const flags = verb.flags.flatMap((flag) => flag.names);
    assert.equal(new Set(flags).size, flags.length, verb.name);
    assert.ok(flags.every((name) => /^-[a-zA-Z]$|^--[a-zA-Z][\w-]+$/.test(name)), verb.name);
  }
  assert.throws(() => readFlags("-x"));
  assert.throws(() => readFlags("--x wrong"));
});

Deno.test("every verb shows its help, by every name", () => {
  for (const name of names) assert.ok(parsed(["docker", ...name.split(" "), "--help"]).verb.length > 0);
});

/** A valid value for a flag, different for each number. */
function value(flag: Flag, n: number): string {
  switch (flag.type) {
    case "switch":
      return flag.default === "true" ? "false" : "true";
    case "int":
      return String(1000 + n);
    case "decimal":
      return `${n}.5`;
    case "bytes":
      return `${n + 1}m`;
    case "duration":
      return `${n + 1}s`;
    case "port":
      return `${3000 + n}:80`;
    case "volume":
      return `v${n}:/data`;
    case "tmpfs":
      return `/t${n}`;
    case "mount":
      return `type=volume,source=m${n},target=/data`;
    case "env":
      return `A=${n}`;
    case "restart":
      return `on-failure:${n + 1}`;
    case "signal":
      return `RTMIN+${n}`;
    default:
      return `w${n}`;
  }
}

interface Written {
  readonly verb: Verb;
  readonly flags: readonly { readonly flag: Flag; readonly n: number }[];
  readonly words: readonly string[];
}

const written: fc.Arbitrary<Written> = fc.constantFrom(...verbs).chain((verb) =>
  fc.record({
    verb: fc.constant(verb),
    flags: verb.flags.length < 2
      ? fc.constant([])
      : fc.array(fc.constantFrom(...verb.flags.filter(({ name }) => name !== "--help")), { maxLength: 6 })
        .map((flags) => [...new Set(flags)].map((flag, n) => ({ flag, n }))),
    words: fc.constant(verb.takes.map((_, index) => `word${index}`)),
  })
);

/** One of the ways to write it down, chosen by the seed. */
function spell({ verb, flags, words }: Written, seed: number): readonly string[] {
  const rng = seeded(seed);
  const pick = (count: number): number => Math.floor(rng() * count);
  const groups = shuffled(flags, rng).map(({ flag, n }) => {
    const name = flag.names[pick(flag.names.length)] ?? flag.name;
    const given = value(flag, n);
    if (flag.type === "switch") return given === "true" && pick(2) === 0 ? [name] : [`${name}=${given}`];
    const glued = name.length === 2 && !given.startsWith("=") && pick(2) === 0;
    return glued ? [name + given] : pick(2) === 0 ? [`${name}=${given}`] : [name, given];
  });
  const spec = allVerbs.find(({ names: all }) => all.split(", ")[0] === verb.name);
  const aliases = spec?.names.split(", ") ?? [verb.name];
  const path = (aliases[pick(aliases.length)] ?? verb.name).split(" ");
  if (verb.wraps) return ["docker", ...path, ...groups.flat(), ...words];
  const operands = words.map((word) => [word]);
  const mixed: string[][] = [];
  while (groups.length + operands.length > 0) {
    const from = operands.length === 0 || (groups.length > 0 && pick(2) === 0) ? groups : operands;
    mixed.push(from.shift() ?? []);
  }
  return ["docker", ...path, ...mixed.flat()];
}

Deno.test("aliases, flag order, short or long, joined or apart: the meaning stays", () => {
  fc.assert(
    fc.property(written, fc.nat(), fc.nat(), (command, one, other) => {
      assert.deepEqual(compareCommands(parsed(spell(command, one)), parsed(spell(command, other))), { kind: "equal" });
    }),
    { numRuns: 1000 },
  );
});

Deno.test("another value of any flag, a flag less, another operand: the meaning changes", () => {
  fc.assert(
    fc.property(written, fc.nat(), fc.nat(), (command, seed, which) => {
      const before = parsed(spell(command, seed));
      const differs = (after: Written): void =>
        assert.equal(compareCommands(before, parsed(spell(after, seed))).kind, "different", after.verb.name);
      const at = command.flags.length === 0 ? -1 : which % command.flags.length;
      const chosen = command.flags[at];
      if (chosen) {
        if (chosen.flag.type !== "switch") {
          differs({ ...command, flags: command.flags.map((one, index) => index === at ? { ...one, n: 50 } : one) });
        }
        differs({ ...command, flags: command.flags.filter((_, index) => index !== at) });
      }
      command.words.forEach((_, index) => {
        differs({ ...command, words: command.words.map((word, place) => place === index ? "otra" : word) });
      });
    }),
    { numRuns: 1000 },
  );
});

Deno.test("whatever is typed after docker is read or refused, and equals itself", () => {
  const word = fc.oneof(
    fc.constantFrom(
      "run",
      "ps",
      "compose",
      "image",
      "rm",
      "-it",
      "-p",
      "80:80",
      "--name",
      "--name=x",
      "--",
      "-",
      "--mount",
      "--help",
      "help",
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(word), (argv) => {
      const result = parseDocker(["docker", ...argv]);
      if (result.kind === "command") assert.equal(compareCommands(result.command, result.command).kind, "equal");
      else assert.ok(result.what.es !== "" && result.what.en !== "");
    }),
    { numRuns: 2000 },
  );
});

Deno.test("whatever line is typed is compared without a throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.constantFrom("", "docker ", "docker run "), (line, before) => {
      assert.ok(compareLines("docker run -d nginx", before + line).kind.length > 0);
    }),
  );
});

Deno.test("what was typed can be looked at part by part", () => {
  const command = parsed(["docker", "--context", "lab", "run", "-it", "--name=web", "nginx", "sh", "-c", "ls"]);
  assert.equal(command.verb, "container run");
  assert.equal(command.writtenVerb, "run");
  assert.deepEqual(command.flags.map(({ scope, flag, written, value }) => [scope, flag.name, written, value]), [
    ["docker", "--context", "--context", "lab"],
    ["verb", "--interactive", "-i", "true"],
    ["verb", "--tty", "-t", "true"],
    ["verb", "--name", "--name", "web"],
  ]);
  assert.deepEqual(command.operands, ["nginx"]);
  assert.deepEqual(command.command, ["sh", "-c", "ls"]);
});

Deno.test("sudo is left out with a remark", () => {
  const read = readCommand("sudo docker ps -a");
  assert.equal(read.kind, "docker");
  assert.match(read.remarks[0]?.en ?? "", /no part of the answer/);
});
