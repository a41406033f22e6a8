/** The report as a page: whole in itself, well formed, and safe from what names and texts try. */

import assert from "node:assert/strict";
import * as fc from "fast-check";
import { langs } from "../../../lib/content/text.ts";
import { element, inlineHtml } from "../../../lib/exam/report/html/element.ts";
import { reportPage } from "../../../lib/exam/report/html/page.ts";
import { classStatistics, finished } from "../../../lib/exam/statistics/class_statistics.ts";
import type { Marks } from "../../../lib/exam/marks/marks.ts";
import { hostileNames, sampleClass } from "../sample_class.ts";
import { marksFrom } from "../statistics/marks_from_table.ts";

const options = { conceptNames: new Map([["docker-volumes", { es: "Volúmenes", en: "Volumes" }]]), maxGiven: true };

const pageOf = (marks: Marks, lang: "es" | "en" = "es") => reportPage(finished(classStatistics(marks)), lang, options);

interface Tag {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
}

/** All tags of a document that is well-formed XML but for its first line; throws at the first place where it is not. */
function tagsOf(page: string): readonly Tag[] {
  const body = page.replace(/^<!DOCTYPE html>\n/, "");
  const open: string[] = [];
  const tags: Tag[] = [];
  const token = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)(\/?)>|[^<]+|</g;
  for (const [all, closing, name, written = "", empty] of body.matchAll(token)) {
    if (name === undefined) {
      assert.ok(all !== "<", "a bare <");
      assert.ok(!/&(?!(?:amp|lt|gt|quot|#39);)/.test(all), `a bare & in ${all.slice(0, 60)}`);
      // deno-lint-ignore no-control-regex
      assert.ok(!/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(all), "a control character");
      assert.ok(open.length > 0 || all.trim() === "", "text outside the document");
    } else if (closing === "/") {
      assert.equal(name, open.pop());
    } else {
      const attributes = [...written.matchAll(/([\w:-]+)="([^"]*)"/g)].map((found) =>
        [found[1] ?? "", found[2] ?? ""] as const
      );
      tags.push({ name, attributes });
      if (empty !== "/") open.push(name);
    }
  }
  assert.deepEqual(open, []);
  return tags;
}

/** Nothing here runs, loads or leads anywhere. */
const elements = new Set(
  ("html head meta title style body header main section h1 h2 h3 p span div dl dt dd ol ul li table thead tbody tr th td " +
    "svg rect line circle text code strong em bdi").split(" "),
);
const attributes = new Set(
  ("lang charset http-equiv name content class role aria-labelledby aria-hidden scope data-label id viewBox preserveAspectRatio " +
    "x y x1 y1 x2 y2 cx cy r width height").split(" "),
);

for (const lang of langs) {
  for (const size of [0, 1, 12, 60]) {
    Deno.test(`a class of ${size} makes a page that is well formed and whole in itself, in ${lang}`, () => {
      const page = pageOf(sampleClass(size), lang);
      const tags = tagsOf(page);
      for (const { name, attributes: own } of tags) {
        assert.ok(elements.has(name), name);
        for (const [key] of own) assert.ok(attributes.has(key), `${name} ${key}`);
      }
      const [style] = page.match(/<style>.*<\/style>/s) ?? [""];
      assert.doesNotMatch(style, /url\(|@import|expression|https?:/);
      assert.match(page, /content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;;/);
      assert.match(page, new RegExp(`<html lang="${lang}">`));
      assert.ok(!/NaN|undefined|Infinity|\[object/.test(page));
    });
  }
}

Deno.test("names and texts are shown, never obeyed", () => {
  const page = pageOf(sampleClass(60));
  assert.ok(page.includes("&lt;script&gt;alert(1)&lt;/script&gt;"));
  assert.ok(page.includes("]]&gt;--&gt;&lt;img src=x onerror=alert(1)&gt;"));
  assert.equal(hostileNames.length, page.match(/<bdi>/g)?.length ? hostileNames.length : 0);
  assert.ok(page.includes("<bdi>\u202eoveriR\ufffd\ufffd[31m</bdi>"));
});

Deno.test("whatever items and students are called, the page stays well formed", () => {
  const name = fc.oneof(
    fc.constantFrom(...hostileNames, "`a`", "**b**", "*c*", "`` ` ``", "&amp;", "\0", "\ud800", "</style>", "-->"),
    fc.string({ minLength: 1, unit: "binary" }),
  );
  fc.assert(
    fc.property(name, name, name, (item, student, title) => {
      const marks = marksFrom("s,a,b\nx,1,0\ny,0,1\nz,1,1\n");
      const page = pageOf({
        ...marks,
        title: { es: title, en: title },
        items: marks.items.map((one, index) => ({ ...one, id: `${index}${item}`, title: { es: item, en: item } })),
        students: marks.students.map((one) => ({ ...one, name: student })),
      });
      tagsOf(page);
    }),
    { numRuns: 60 },
  );
});

Deno.test("inline marks of content become elements, and what only looks like one stays as it is", () => {
  const written = (markdown: string) => element("p", {}, inlineHtml(markdown)).html;
  assert.equal(written("a `b<c` **d** *e*"), "<p>a <code>b&lt;c</code> <strong>d</strong> <em>e</em></p>");
  assert.equal(written("2 * 3 * 4, a*b*c y *"), "<p>2 * 3 * 4, a*b*c y *</p>");
});

Deno.test("a small class gets a plain warning instead of verdicts", () => {
  const [small, large] = [pageOf(sampleClass(12)), pageOf(sampleClass(60))];
  const verdict = /class="word">[^<[]*\p{L}/u;
  assert.doesNotMatch(small, verdict);
  assert.match(large, verdict);
  assert.match(small, /role="note">Son 12 estudiantes: con menos de 30/);
  assert.doesNotMatch(large, /con menos de 30/);
  assert.match(small, /\[−?\d+%, −?\d+%\]/, "with intervals");
});

Deno.test("an attribute cannot be left, and what is absent is not written", () => {
  assert.equal(
    element("p", { class: `a"b'<&`, id: undefined }, "x").html,
    '<p class="a&quot;b&#39;&lt;&amp;">x</p>',
  );
});

Deno.test("a column that is told by colour is told by a number too", () => {
  const page = pageOf(sampleClass(60));
  const counts = [...page.matchAll(/class="count">(\d+)</g)].map(([, count]) => Number(count));
  assert.equal(counts.reduce((sum, count) => sum + count, 0), 56);
  assert.match(page, /✔ correcta/);
});
