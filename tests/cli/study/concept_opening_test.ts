/** What is told of a concept: from real files and a real record. */

import assert from "node:assert/strict";
import { conceptOpening } from "../../../lib/cli/study/concept_opening.ts";
import { conceptText } from "../../../lib/cli/study/concept_text.ts";
import { UserError } from "../../../lib/content/user_error.ts";
import type { StudyEvent } from "../../../lib/study/events.ts";
import { recordOf } from "../../../lib/study/record.ts";
import { asStored } from "../../study/as_stored.ts";
import { answered, begun, missedTask, smallCourse } from "../small_course.ts";

const day = 86_400_000;
const record = (...events: readonly StudyEvent[]) => recordOf(asStored(events));

Deno.test("a concept names its area, its neighbours, and every place where it is taught", async () => {
  using course = smallCourse();
  const opening = await conceptOpening(course.world, record(), "volumen", 1000);
  assert.deepEqual([opening.name.es, opening.area.es, opening.place, opening.of], ["Volumen", "Almacenamiento", 1, 2]);
  assert.deepEqual([opening.previous?.id, opening.next?.id], ["montaje", "montaje"]);
  assert.deepEqual(
    opening.sources.map(({ kind, id, questions, tasks }) => [kind, id, questions, tasks.map(({ es }) => es)]),
    [["quiz", "discos", 2, []], ["lab", "taller", 0, ["Crea `web`"]]],
  );
  assert.deepEqual(opening.items.map(({ id }) => id), ["quiz/discos/dura", "quiz/discos/une", "task/taller/crear"]);
  assert.deepEqual([opening.asked, opening.mastery], [0, undefined]);
});

Deno.test("the only concept of an area has no neighbours", async () => {
  using course = smallCourse();
  const opening = await conceptOpening(course.world, record(), "capa", 1000);
  assert.deepEqual([opening.place, opening.of, opening.next, opening.previous], [1, 1, undefined, undefined]);
});

Deno.test("history counts what was asked, when, how it went and when it is due; a missed task has one too", async () => {
  using course = smallCourse();
  const past = record(begun, answered("dura", 1), answered("une", 0), ...missedTask);
  const opening = await conceptOpening(course.world, past, "volumen", 3 * day);
  assert.deepEqual([opening.asked, opening.right], [2, 1]);
  assert.ok(opening.mastery !== undefined && opening.mastery > 0 && opening.mastery < 0.5, `${opening.mastery}`);
  const [dura, une, crear] = opening.items;
  assert.deepEqual([dura?.recent, dura?.lastDays], [[1], 3]);
  assert.deepEqual([une?.recent, une?.dueDays], [[0], 0]);
  assert.deepEqual([crear?.kind, crear?.dueDays], ["task", 0]);
});

Deno.test("a clock that was set back does not bring what was asked into the future", async () => {
  using course = smallCourse();
  const opening = await conceptOpening(course.world, record(begun, answered("dura", 1)), "volumen", -5 * day);
  assert.equal(opening.items[0]?.lastDays, 0);
});

Deno.test("an unknown id is answered with ids like it, and exit code 2", async () => {
  using course = smallCourse();
  const failing = (id: string) => conceptOpening(course.world, record(), id, 0);
  await assert.rejects(failing("volume"), (error) => {
    assert.ok(error instanceof UserError);
    assert.equal(error.exitCode, 2);
    assert.match(error.next?.es ?? "", /¿Querías decir\?\n {2}grumete concept volumen/);
    return true;
  });
  await assert.rejects(
    failing("x".repeat(5000)),
    (error) => error instanceof UserError && error.next?.en === "grumete list --concepts shows what there is",
  );
});

Deno.test("as text it says all of it in words", async (t) => {
  using course = smallCourse();
  const past = record(begun, answered("dura", 1), answered("une", 0), ...missedTask);
  const opening = await conceptOpening(course.world, past, "volumen", 3 * day);
  await t.assertSnapshot(conceptText(opening, "es"));
  await t.assertSnapshot(conceptText(await conceptOpening(course.world, record(), "capa", 0), "en"));
});
