/** The statistics: walked section by section, drawn in every size. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { type AppState, startApp } from "../../lib/screens/app_state.ts";
import type { Size } from "../../lib/screens/frame.ts";
import { lineWidth } from "../../lib/screens/width.ts";
import { reloadedStats, startStats, type StatsState, updateStats } from "../../lib/screens/stats.ts";
import { statsLayout } from "../../lib/screens/stats_layout.ts";
import { drawSection } from "../../lib/screens/stats_sections.ts";
import { sections } from "../../lib/screens/stats_words.ts";
import { viewStats } from "../../lib/screens/stats_view.ts";
import type { Statistics } from "../../lib/study/statistics.ts";
import { key, pictureOf, play } from "./drawn.ts";
import { sampleConcept } from "./sample_concept.ts";
import { firstDays, nothingYet, yearOfStudy } from "./sample_stats.ts";

const usual: Size = { columns: 80, rows: 24 };
const small: Size = { columns: 40, rows: 15 };
const wide: Size = { columns: 160, rows: 50 };

function begun(statistics: Statistics, size: Size, lang: "es" | "en", ascii = false): AppState {
  return startApp({ lang, theme: { ascii }, size, names: {} }, { kind: "stats", statistics });
}

for (const size of [usual, small, wide]) {
  for (const lang of ["es", "en"] as const) {
    const at = `at ${size.columns}×${size.rows} in ${lang}`;
    const begin = (statistics: Statistics, ...keys: readonly string[]) =>
      pictureOf(play(begun(statistics, size, lang), keys).state);
    Deno.test(`every section of a year of study ${at}`, async (t) => {
      for (const number of size === wide ? ["1", "7"] : ["1", "2", "3", "4", "5", "6", "7"]) {
        await t.assertSnapshot(begin(yearOfStudy, number));
      }
    });
    Deno.test(`the concepts of an area ${at}`, async (t) => {
      await t.assertSnapshot(begin(yearOfStudy, "2", "down", "enter", "down"));
    });
    Deno.test(`statistics of the first days say what is not enough yet ${at}`, async (t) => {
      await t.assertSnapshot(begin(firstDays));
      await t.assertSnapshot(begin(firstDays, "end"));
    });
    Deno.test(`without anything done the statistics say what will be there ${at}`, async (t) => {
      await t.assertSnapshot(begin(nothingYet));
    });
  }
}

Deno.test("statistics in plain characters", async (t) => {
  const picture = pictureOf(begun(yearOfStudy, wide, "es", true));
  assert.match(picture.replaceAll(/[│áéíóúñÁÉÍÓÚ¿]/g, ""), /^[\x20-\x7e\n]*$/);
  await t.assertSnapshot(picture);
});

const view = { lang: "es", size: usual } as const;

function pressed(state: StatsState, ...keys: readonly string[]) {
  let wishes: ReturnType<typeof updateStats>["wishes"] = [];
  let now = state;
  for (const name of keys) ({ state: now, wishes } = updateStats(now, key(name), view));
  return { state: now, wishes };
}

const start = startStats(yearOfStudy);
const shown = (state: StatsState) =>
  viewStats(state, view).lines.map((line) => line.map(({ text }) => text).join("")).join("\n");

Deno.test("digits and tab go to a section, and it is in sight", () => {
  for (const [index, section] of sections.entries()) {
    const { state } = pressed(start, `${index + 1}`);
    assert.equal(state.section, section);
    const { ranges, offset, height } = statsLayout(state, view);
    assert.ok(ranges[section].from >= offset && ranges[section].from < offset + height, section);
  }
  assert.equal(pressed(start, "tab", "tab").state.section, "calendar");
  assert.equal(pressed(start, "shift-tab").state.section, "hardest");
});

Deno.test("going down passes every line, every area and every question, and up again comes back", () => {
  let state = start;
  const areas = new Set<number>();
  const seen = new Set<number>();
  const look = () => {
    const { offset, height, body } = statsLayout(state, view);
    for (let line = offset; line < Math.min(body.length, offset + height); line++) seen.add(line);
    if (state.section === "mastery") areas.add(state.row);
    return body.length;
  };
  const total = look();
  for (let press = 0; press < 300; press++) {
    state = pressed(state, "down").state;
    look();
  }
  assert.equal(seen.size, total);
  assert.equal(areas.size, yearOfStudy.mastery.areas.length);
  assert.deepEqual([state.section, state.row], ["hardest", yearOfStudy.hardest.length - 1]);
  for (let press = 0; press < 300; press++) state = pressed(state, "up").state;
  assert.deepEqual([state.section, state.row, state.offset], ["overview", 0, 0]);
});

Deno.test("pages go to the end and back, and each turns something over", () => {
  let state = start;
  const offsets = [0];
  for (let press = 0; press < 20; press++) {
    state = pressed(state, "pagedown").state;
    offsets.push(state.offset);
  }
  const { body, height } = statsLayout(state, view);
  assert.equal(state.offset, body.length - height);
  assert.ok(offsets.every((offset, index) => index === 0 || offset >= (offsets[index - 1] ?? 0)));
  for (let press = 0; press < 20; press++) state = pressed(state, "pageup").state;
  assert.equal(state.offset, 0);
  assert.equal(pressed(start, "end").state.offset, body.length - height);
  assert.equal(pressed(start, "end", "home").state.offset, 0);
});

Deno.test("an area opens to its concepts, a concept to its screen, and escape goes back to the area", () => {
  const [, area] = yearOfStudy.mastery.areas;
  const inside = pressed(start, "2", "down", "enter").state;
  assert.equal(inside.area, area?.area);
  assert.ok(shown(inside).includes(area?.concepts[0]?.name.es ?? "?"));
  const { wishes } = pressed(inside, "down", "enter");
  assert.deepEqual(wishes, [{ kind: "effect", effect: { kind: "open-concept", id: area?.concepts[1]?.id } }]);
  const back = pressed(inside, "escape");
  assert.deepEqual([back.state.area, back.state.section, back.state.row], [undefined, "mastery", 1]);
  assert.deepEqual(back.wishes, []);
  assert.deepEqual(pressed(back.state, "escape").wishes, [{ kind: "leave" }]);
});

Deno.test("enter on a hard question opens its concept", () => {
  const id = yearOfStudy.hardest[2]?.concept;
  const { wishes } = pressed(start, "7", "down", "down", "enter");
  assert.deepEqual(wishes, [{ kind: "effect", effect: { kind: "open-concept", id } }]);
});

Deno.test("r reviews what is due, and is offered only where something is", () => {
  assert.deepEqual(pressed(start, "r").wishes, [{ kind: "effect", effect: { kind: "open-review", choice: {} } }]);
  const days = yearOfStudy.forecast.days.map((count, index) => index === 0 ? 0 : count);
  const calm = startStats({ ...yearOfStudy, forecast: { ...yearOfStudy.forecast, overdue: 0, days } });
  assert.deepEqual(pressed(calm, "r").wishes, []);
});

Deno.test("with nothing done yet only leaving does something", () => {
  const empty = startStats(nothingYet);
  for (const name of ["down", "enter", "2", "pagedown", "r"]) {
    assert.deepEqual(pressed(empty, name), { state: empty, wishes: [] });
  }
  assert.deepEqual(pressed(empty, "q").wishes, [{ kind: "leave" }]);
});

Deno.test("no section is ever wider than it may be", () => {
  const statistics = fc.constantFrom(yearOfStudy, firstDays, nothingYet);
  const lang = fc.constantFrom("es" as const, "en" as const);
  const section = fc.constantFrom(...sections);
  const property = fc.property(
    statistics,
    section,
    fc.integer({ min: 36, max: 200 }),
    lang,
    (of, section, width, lang) => {
      for (const line of drawSection(section, { statistics: of, row: 0 }, width, lang).lines) {
        assert.ok(lineWidth(line) <= width, line.map(({ text }) => text).join(""));
      }
    },
  );
  fc.assert(property, { numRuns: 300 });
});

Deno.test("whatever is pressed in whatever size, the section of the keys is known and the picture fits", () => {
  const names = [
    "up",
    "down",
    "tab",
    "shift-tab",
    "enter",
    "escape",
    "pageup",
    "pagedown",
    "home",
    "end",
    "2",
    "5",
    "7",
  ];
  const size = fc.record({ columns: fc.integer({ min: 40, max: 170 }), rows: fc.integer({ min: 15, max: 60 }) });
  const statistics = fc.constantFrom(yearOfStudy, firstDays);
  const inputs = fc.array(fc.tuple(fc.constantFrom(...names), size), { maxLength: 40 });
  fc.assert(
    fc.property(statistics, inputs, (of, inputs) => {
      let state = startStats(of);
      for (const [name, size] of inputs) {
        const view = { lang: "en", size } as const;
        state = updateStats(state, key(name), view).state;
        const { lines } = viewStats(state, view);
        assert.equal(lines.length, size.rows);
        assert.ok(lines.every((line) => lineWidth(line) <= size.columns));
        const { offset, body, height } = statsLayout(state, view);
        assert.ok(offset >= 0 && offset <= Math.max(0, body.length - height));
      }
    }),
    { numRuns: 60 },
  );
});

Deno.test("what was looked at from the statistics leads back to them, with new figures, where they were left", () => {
  const concept = { kind: "concept-opened", opening: sampleConcept } as const;
  const later = { ...yearOfStudy, totals: { ...yearOfStudy.totals, answers: 9999 } };
  const { state, effects } = play(
    begun(yearOfStudy, usual, "es"),
    ["7", "down", "down", concept, "q"],
    (effect) => effect.kind === "load-stats" ? [{ kind: "stats-loaded", statistics: later }] : [],
  );
  assert.deepEqual(effects, [{ kind: "load-stats" }]);
  const [screen] = state.screens;
  assert.ok(screen?.kind === "stats");
  const { section, row, statistics } = screen.state;
  assert.deepEqual([section, row, statistics.totals.answers], ["hardest", 2, 9999]);
});

Deno.test("the pointer is never past the end of what is left after new figures", () => {
  const { state } = pressed(start, "2", "up", "7", "down", "down", "down");
  const fewer = { ...yearOfStudy, hardest: yearOfStudy.hardest.slice(0, 2) };
  assert.equal(reloadedStats(state, fewer).row, 1);
  assert.equal(reloadedStats(state, { ...fewer, hardest: [] }).row, 0);
});
