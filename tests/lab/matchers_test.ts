/** Tests of the matchers: what they accept, and the words in which they explain themselves. */

import assert from "node:assert/strict";
import fc from "fast-check";
import type { Matcher } from "../../lib/content/schema/matcher.ts";
import { langs } from "../../lib/content/text.ts";
import { match } from "../../lib/lab/matchers.ts";
import { excerpt } from "../../lib/lab/matching/printable.ts";
import type { MatchContext, Shape, Value } from "../../lib/lab/matching/value.ts";
import { contains, eq, exactly, fields, includes, mounted, published, workspace } from "./samples.ts";

const context: MatchContext = { workspace };
const holds = (matcher: Matcher, value: Value, shape: Shape, more: Partial<MatchContext> = {}) =>
  match(matcher, value, shape, { ...context, ...more }).ok;

Deno.test("equal compares texts, numbers and flags as written", () => {
  assert.ok(holds(eq("web"), "web", "text"));
  assert.ok(!holds(eq("web"), "Web", "text"));
  assert.ok(holds(eq(8080), 8080, "whole"));
  assert.ok(holds(eq(0.5), 0.5, "decimal"));
  assert.ok(holds(eq(true), true, "flag"));
  assert.ok(!holds(eq(true), false, "flag"));
  assert.ok(!holds(eq("web"), undefined, "text"));
});

Deno.test("image references are equal in any spelling, or by id", () => {
  const same = [["nginx", "nginx:latest"], ["docker.io/library/nginx:1.27", "nginx:1.27"], [
    "docker.io/ana/web",
    "ana/web:latest",
  ]];
  for (const [actual, expected] of same) {
    assert.ok(holds(eq(expected ?? ""), actual, "image"), `${actual} = ${expected}`);
  }
  assert.ok(!holds(eq("nginx:1.27"), "nginx:1.25", "image"));
  assert.ok(!holds(eq("nginx"), "ana/nginx", "image"));
  assert.ok(!holds(eq("localhost:5000/nginx"), "nginx", "image"));
  const imageIds = new Map([["mi-web:1", "sha256:1"]]);
  assert.ok(holds(eq("mi-web:1"), "4f5e", "image", { imageIds, imageId: "sha256:1" }));
  assert.ok(!holds(eq("mi-web:1"), "4f5e", "image", { imageIds, imageId: "sha256:2" }));
  assert.ok(!holds(eq("otra:1"), "4f5e", "image", { imageIds }));
});

Deno.test("mount sources are resolved in the workspace, and a slash at the end means nothing", () => {
  const mount = (source: string, target = "/data") => [{ type: "bind", source, target, readonly: false }];
  const wants = mounted({ type: "bind", source: "./html", target: "/data/" });
  assert.ok(holds(wants, mount(`${workspace}/html`), "mounts"));
  assert.ok(holds(wants, mount(`${workspace}/html/`), "mounts"));
  assert.ok(holds(wants, mount(`/host_mnt${workspace}/html`), "mounts"));
  assert.ok(!holds(wants, mount("/tmp/html"), "mounts"));
  assert.ok(holds(mounted({ source: "." }), mount(workspace), "mounts"));
  const windows = { workspace: "C:\\Users\\Ana\\lab" };
  assert.ok(
    holds(mounted({ source: "./html" }), mount("/run/desktop/mnt/host/c/Users/Ana/lab/html"), "mounts", windows),
  );
});

Deno.test("a limit of 0 is no limit: no maximum holds, and absent does", () => {
  const limit = { zeroIsNoLimit: true };
  assert.ok(!holds({ is: "range", max: 128 * 1024 ** 2 }, 0, "bytes", limit));
  assert.ok(!holds({ is: "range", min: 1 }, 0, "bytes", limit));
  assert.ok(holds({ is: "absent", absent: true }, 0, "bytes", limit));
  assert.ok(holds({ is: "range", max: 128 * 1024 ** 2 }, 64 * 1024 ** 2, "bytes", limit));
  assert.ok(!holds({ is: "absent", absent: true }, 0, "whole"));
});

Deno.test("ports hold when any of the bindings is as asked, whatever the address", () => {
  const ports = { "80/tcp": [{ port: 8080, address: "0.0.0.0" }, { port: 8080, address: "::" }] };
  assert.ok(holds(published({ "80/tcp": 8080 }), ports, "ports"));
  assert.ok(!holds(published({ "80/tcp": 80 }), ports, "ports"));
  assert.ok(!holds(published({ "443/tcp": 8080 }), ports, "ports"));
  assert.ok(holds(fields({ "443/tcp": { is: "absent", absent: true } }), ports, "ports"));
  assert.ok(holds(fields({ "81/tcp": { is: "absent", absent: true } }), { "81/tcp": [] }, "ports"));
  const address = (wanted: string): Matcher =>
    fields({ "80/tcp": { is: "includes", items: [fields({ address: eq(wanted) })] } });
  assert.ok(holds(address("0.0.0.0"), { "80/tcp": [{ port: 1, address: "" }] }, "ports"));
  assert.ok(!holds(address("127.0.0.1"), ports, "ports"));
});

Deno.test("what docker says as it is: numbers and texts differ, sizes may be written as docker takes them", () => {
  assert.ok(holds(eq(5), 5, "raw"));
  assert.ok(!holds(eq("5"), 5, "raw"));
  assert.ok(!holds(eq(5), "5", "raw"));
  assert.ok(!holds(eq("true"), true, "raw"));
  assert.ok(holds(eq("64m"), 67108864, "raw"));
  assert.ok(holds(eq("64m"), "64m", "raw"));
  assert.ok(!holds(eq("64m"), 64, "raw"));
  assert.ok(holds({ is: "oneOf", values: ["32m", "64m"] }, 67108864, "raw"));
  assert.ok(holds({ is: "range", min: 64 * 1024 ** 2 }, 67108864, "raw"));
  assert.ok(!holds({ is: "range", min: 1 }, "5", "raw"));
  assert.ok(holds({ is: "absent", absent: true }, undefined, "raw"));
  assert.ok(!holds({ is: "absent", absent: true }, 0, "raw"));
  assert.ok(!holds({ is: "absent", absent: true }, false, "raw"));
});

Deno.test("what docker says as it is: contains looks into texts, lists, and the keys of mappings", () => {
  const ports = { "80/tcp": {}, "443/tcp": {} };
  assert.ok(holds(contains("journal"), "journald", "raw"));
  assert.ok(holds(contains("NET_ADMIN"), ["NET_ADMIN", "SYS_TIME"], "raw"));
  assert.ok(!holds(contains("NET"), ["NET_ADMIN"], "raw"), "an item is compared as a whole");
  assert.ok(holds({ is: "contains", part: eq(3) }, [1, 3], "raw"));
  assert.ok(!holds({ is: "contains", part: eq("3") }, [1, 3], "raw"));
  assert.ok(holds(contains("80/tcp"), ports, "raw"));
  assert.ok(!holds(contains("8080/tcp"), ports, "raw"));
  assert.ok(holds(exactly("443/tcp", "80/tcp"), ports, "raw"));
  assert.ok(!holds(exactly("80/tcp"), ports, "raw"));
  assert.ok(holds({ is: "count", of: eq(2) }, ports, "raw"));
  assert.ok(!holds(contains("a"), undefined, "raw"));
});

Deno.test("maps of numbers and of lists hold entry by entry, durations in seconds", () => {
  assert.ok(holds(fields({ web: eq(2), db: { is: "range", min: 1 } }), { web: 2, db: 3, cache: 1 }, "counts"));
  assert.ok(!holds(fields({ web: eq(2) }), { web: 1 }, "counts"));
  assert.ok(!holds(fields({ web: eq(2) }), {}, "counts"));
  assert.ok(holds(fields({ backend: includes("db") }), { backend: ["db", "datos"] }, "lists"));
  assert.ok(!holds(fields({ backend: exactly("db") }), { backend: ["db", "datos"] }, "lists"));
  assert.ok(holds({ is: "range", min: 10 }, 30, "duration"));
  assert.ok(!holds(eq(10), 10.5, "duration"));
});

Deno.test("a key of the language's own objects is not found in an empty map", () => {
  const present: Matcher = { is: "absent", absent: false };
  assert.ok(!holds(fields(Object.fromEntries([["constructor", present]])), {}, "map"));
});

Deno.test("a pattern sees no more than 64 KiB of a text", () => {
  const text = `${"a".repeat(64 * 1024)}END`;
  assert.ok(!holds({ is: "matches", pattern: "END" }, text, "text"));
  assert.ok(holds({ is: "matches", pattern: "END$" }, text, "text", { tail: true }));
  assert.ok(holds({ is: "matches", pattern: "^hola$" }, "adiós\nhola", "text"));
});

Deno.test("what is expected and what is there are said in the words of docker", async (t) => {
  const mounts = [{ type: "volume", source: "datos", target: "/data", readonly: true }];
  const ports = { "80/tcp": [{ port: 8081, address: "0.0.0.0" }, { port: 8081, address: "::" }], "443/tcp": [] };
  const mib = 1024 ** 2;
  const limit = { zeroIsNoLimit: true };
  const cases: readonly (readonly [Matcher, Value, Shape, Partial<MatchContext>?])[] = [
    [eq("running"), "exited", "text"],
    [eq("running"), undefined, "text"],
    [eq(0.5), 1.5, "decimal"],
    [eq(true), false, "flag"],
    [contains("hola"), "adiós\nmundo", "text"],
    [{ is: "matches", pattern: "^hola" }, `x${"y".repeat(300)}`, "text"],
    [{ is: "startsWith", prefix: "nginx:" }, "busybox", "image"],
    [{ is: "oneOf", values: ["always", "unless-stopped", "on-failure"] }, "no", "text"],
    [{ is: "range", max: 128 * mib }, 256 * mib, "bytes", limit],
    [{ is: "range", max: 128 * mib }, 0, "bytes", limit],
    [{ is: "range", min: 64 * mib, max: 1.5 * 1024 * mib }, 63.97 * mib, "bytes", limit],
    [{ is: "range", min: 2 }, 1, "whole"],
    [includes("backend", "frontend"), ["bridge", "backend"], "list"],
    [exactly("backend"), ["bridge", "backend"], "list"],
    [exactly(), ["bridge"], "list"],
    [includes("backend"), [], "list"],
    [includes("a"), Array.from({ length: 12 }, (_, at) => `red-${at}`), "list"],
    [{ is: "count", of: eq(2) }, ["a", "b", "c"], "list"],
    [{ is: "count", of: { is: "range", min: 1 } }, [], "list"],
    [{ is: "contains", part: eq("backend") }, ["bridge"], "list"],
    [{ is: "not", of: { is: "contains", part: eq("bridge") } }, ["bridge"], "list"],
    [fields({ MODE: eq("produccion"), URL: contains("db") }), { MODE: "desarrollo", PATH: "/bin" }, "map"],
    [{ is: "all", of: [fields({ A: eq("1") }), { is: "count", of: eq(1) }] }, { A: "1", B: "2" }, "map"],
    [published({ "80/tcp": 8080 }), ports, "ports"],
    [published({ "80/tcp": 8080 }), {}, "ports"],
    [fields({ "80/tcp": { is: "absent", absent: true } }), ports, "ports"],
    [mounted({ type: "volume", source: "datos", target: "/data", readonly: false }), mounts, "mounts"],
    [mounted({ target: "/data" }, { type: "tmpfs", target: "/tmp" }), [], "mounts"],
    [{ is: "absent", absent: true }, "root", "text"],
    [{ is: "absent", absent: false }, "", "text"],
    [{ is: "all", of: [contains("a"), { is: "any", of: [eq("b"), eq("c")] }] }, "d", "text"],
    [{ is: "not", of: { is: "range", max: 3 } }, 2, "whole"],
    [fields({ web: eq(2), db: { is: "range", min: 1 } }), { web: 1, cache: 3 }, "counts"],
    [fields({ backend: includes("db") }), { backend: ["datos"], bridge: ["x"] }, "lists"],
    [{ is: "range", min: 10 }, 2.5, "duration"],
    [eq("5"), 5, "raw"],
    [eq(5), "5", "raw"],
    [eq("64m"), 33554432, "raw"],
    [eq(true), false, "raw"],
    [contains("80/tcp"), { "443/tcp": {} }, "raw"],
    [exactly("80/tcp"), { "443/tcp": {} }, "raw"],
    [contains("NET_ADMIN"), ["SYS_TIME"], "raw"],
    [{ is: "range", max: 100 }, undefined, "raw"],
    [eq("json-file"), { Type: "journald", Config: {} }, "raw"],
    [eq("x"), "\u001b[31mrojo\u0007\u202e", "text"],
  ];
  const lines = cases.map(([matcher, value, shape, more = {}]) => {
    const { ok, expected, actual, detail } = match(matcher, value, shape, { ...context, ...more });
    assert.ok(!ok, JSON.stringify(matcher));
    return langs.map((lang) => [expected[lang], actual[lang], detail?.[lang] ?? ""].join(" | ")).join("\n");
  });
  await t.assertSnapshot(lines.join("\n\n"));
});

const word = fc.constantFrom("a", "b", "ab", "web", "datos", "", "ñu");
const scalar = fc.oneof(word, fc.integer({ min: -2, max: 20 }), fc.boolean());
const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    scalar,
    fc.constant(undefined),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(word, tie("value"), { maxKeys: 3 }),
  ),
})).value;
const matcher: fc.Arbitrary<Matcher> = fc.letrec<{ matcher: Matcher }>((tie) => ({
  matcher: fc.oneof(
    { depthSize: "small" },
    scalar.map((value): Matcher => ({ is: "equal", value })),
    word.map((prefix): Matcher => ({ is: "startsWith", prefix })),
    fc.constantFrom("^a", "b+", "w.b$").map((pattern): Matcher => ({ is: "matches", pattern })),
    fc.array(scalar, { minLength: 1, maxLength: 3 }).map((values): Matcher => ({ is: "oneOf", values })),
    fc.record({ min: fc.integer({ min: -3, max: 9 }), max: fc.integer({ min: 0, max: 20 }) }, { requiredKeys: [] })
      .map((range): Matcher => ({ is: "range", ...range })),
    fc.boolean().map((absent): Matcher => ({ is: "absent", absent })),
    tie("matcher").map((part): Matcher => ({ is: "contains", part })),
    tie("matcher").map((of): Matcher => ({ is: "count", of })),
    fc.array(tie("matcher"), { maxLength: 3 }).map((items): Matcher => ({ is: "includes", items })),
    fc.array(tie("matcher"), { maxLength: 3 }).map((items): Matcher => ({ is: "exactly", items })),
    fc.dictionary(word, tie("matcher"), { maxKeys: 3 }).map((fields): Matcher => ({ is: "fields", fields })),
    fc.array(tie("matcher"), { maxLength: 3 }).map((of): Matcher => ({ is: "all", of })),
    fc.array(tie("matcher"), { maxLength: 3 }).map((of): Matcher => ({ is: "any", of })),
    tie("matcher").map((of): Matcher => ({ is: "not", of })),
  ),
})).matcher;
const shape = fc.constantFrom<Shape>(
  "text",
  "whole",
  "decimal",
  "flag",
  "bytes",
  "image",
  "list",
  "map",
  "ports",
  "mounts",
  "counts",
  "lists",
  "duration",
  "raw",
);

Deno.test("not turns a matcher round, and twice is none", () => {
  fc.assert(fc.property(matcher, value, shape, (of, value, shape) => {
    const plain = holds(of, value, shape);
    assert.equal(holds({ is: "not", of }, value, shape), !plain);
    assert.equal(holds({ is: "not", of: { is: "not", of } }, value, shape), plain);
  }));
});

Deno.test("all holds when each does, any when one does, and not exchanges them", () => {
  fc.assert(fc.property(fc.array(matcher, { maxLength: 4 }), value, shape, (of, value, shape) => {
    const each = of.map((matcher) => holds(matcher, value, shape));
    assert.equal(holds({ is: "all", of }, value, shape), each.every(Boolean));
    assert.equal(holds({ is: "any", of }, value, shape), each.some(Boolean));
    const turned = of.map((of): Matcher => ({ is: "not", of }));
    assert.equal(
      holds({ is: "not", of: { is: "all", of } }, value, shape),
      holds({ is: "any", of: turned }, value, shape),
    );
  }));
});

Deno.test("exactly is includes together with the count, in any order", () => {
  const list = fc.array(word, { maxLength: 5 });
  fc.assert(
    fc.property(fc.array(matcher, { maxLength: 4 }), list, fc.infiniteStream(fc.nat()), (items, values, picks) => {
      const both: Matcher = { is: "all", of: [{ is: "includes", items }, { is: "count", of: eq(items.length) }] };
      const plain = holds({ is: "exactly", items }, values, "list");
      assert.equal(plain, holds(both, values, "list"));
      const shuffled = values.map((value) => ({ value, at: picks.next().value ?? 0 })).sort((a, b) => a.at - b.at);
      assert.equal(plain, holds({ is: "exactly", items }, shuffled.map(({ value }) => value), "list"));
    }),
  );
});

Deno.test("a range holds from its minimum to its maximum, both included", () => {
  const edge = fc.option(fc.integer({ min: -5, max: 5 }), { nil: undefined });
  fc.assert(fc.property(edge, edge, fc.integer({ min: -6, max: 6 }), (min, max, value) => {
    const range: Matcher = {
      is: "range",
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
    };
    assert.equal(
      holds(range, value, "whole"),
      (min === undefined || value >= min) && (max === undefined || value <= max),
    );
  }));
});

Deno.test("every explanation says something, and never in the words of a programming language", () => {
  fc.assert(
    fc.property(matcher, value, shape, fc.boolean(), (matcher, value, shape, zeroIsNoLimit) => {
      const { expected, actual, detail } = match(matcher, value, shape, { workspace, zeroIsNoLimit });
      for (const text of [expected, actual, ...(detail ? [detail] : [])]) {
        for (const lang of langs) {
          assert.notEqual(text[lang].trim(), "", JSON.stringify({ matcher, value, shape }));
          assert.ok(
            !/undefined|\[object|NaN|null/.test(text[lang]),
            `${text[lang]} ${JSON.stringify({ matcher, value, shape })}`,
          );
        }
      }
    }),
    { numRuns: 500 },
  );
});

const long = (middle: string) => `${"linea de relleno\n".repeat(40)}${middle}\n${"y más relleno\n".repeat(40)}`;

Deno.test("of a long text the part that differs is shown, on both sides", () => {
  const { expected, actual, detail } = match(eq(long("puerto: 80")), long("puerto: 8080"), "text", context);
  assert.match(expected.en, /^….*puerto: 80 ⏎ .*…$/);
  assert.match(actual.en, /^….*puerto: 8080 ⏎ .*…$/);
  assert.ok([...actual.en].length <= 200, String(actual.en.length));
  assert.equal(detail?.en, "Line 41 says `puerto: 8080` and should say `puerto: 80`");
  assert.equal(detail?.es, "En la línea 41 pone `puerto: 8080` y debe poner `puerto: 80`");
});

Deno.test("a line too much and a line that is missing are told by their number", () => {
  assert.equal(match(eq("a\nb"), "a\nb\nc", "text", context).detail?.en, "Line 3 is too much: `c`");
  assert.equal(match(eq("a\nb"), "a", "text", context).detail?.en, "Line 2 is missing: `b`");
  assert.equal(match(eq("a"), "b", "text", context).detail, undefined);
});

Deno.test("of a long line the part that differs is shown", () => {
  const line = (end: string) => `first\n${"word ".repeat(30)}${end}`;
  const said = match(eq(line("one")), line("two"), "text", context).detail?.en ?? "";
  assert.match(said, /^Line 2 says `….*word two` and should say `….*word one`$/);
});

Deno.test("in what is missing or too much no mark of Markdown is one", () => {
  const { detail } = match(exactly("*a*"), ["__b__", "`c`"], "list", context);
  assert.equal(detail?.en, "Missing: `*a*`; Too much: `__b__`, `` `c` ``");
});

Deno.test("what must not be in a long text is shown where it is", () => {
  const word: Matcher = { is: "not", of: contains("ERROR") };
  assert.match(match(word, long("ERROR: sin disco"), "text", context).actual.en, /ERROR: sin disco/);
  const pattern: Matcher = { is: "not", of: { is: "matches", pattern: "^ERR\\w+" } };
  assert.match(match(pattern, long("ERROR: sin disco"), "text", context).actual.en, /ERROR: sin disco/);
});

Deno.test("what is nearly what is looked for is shown where it is", () => {
  assert.match(match(contains("Hola, mundo"), long("hola, gente"), "text", context).actual.en, /hola, gente/);
  assert.match(match(contains("zzzz"), long("hola"), "text", context).actual.en, /^linea de relleno/);
  const all: Matcher = { is: "all", of: [contains("relleno"), contains("puerto: 80")] };
  assert.match(match(all, long("puerto: 81"), "text", context).actual.en, /puerto: 81/);
});

Deno.test("an excerpt holds its place, is never too long, and breaks no character", () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom("a", "\n", "ñ", "🐳", " ") }), fc.nat(), (text, seed) => {
    const marked = `${text}X${text}`;
    const shown = excerpt(marked, marked.indexOf("X"), 20 + (seed % 50));
    assert.ok(shown.includes("X"), shown);
    assert.ok([...shown].length <= 20 + (seed % 50));
    assert.ok(!shown.includes("�"));
    assert.ok(!excerpt("🐳".repeat(200), seed % 400).includes("�"));
  }));
});
