/** What a review begins with, from the shipped content. */

import assert from "node:assert/strict";
import { contentIndex } from "../../../lib/cli/content_index.ts";
import { reviewOpening } from "../../../lib/cli/study/review_opening.ts";
import type { World } from "../../../lib/cli/world.ts";
import { recordOf } from "../../../lib/study/record.ts";

Deno.test("the first questions of a learner are of the first area of the course, whatever chance says", async () => {
  const state = Deno.makeTempDirSync();
  using _ = { [Symbol.dispose]: () => Deno.removeSync(state, { recursive: true }) };
  const world: World = {
    lang: "es",
    plain: true,
    interactive: false,
    contentFolders: [new URL("../../..", import.meta.url).pathname.replace(/\/$/, "")],
    stateFolder: () => state,
  };
  const { concepts, contents } = await contentIndex(world);
  const first = new Set(concepts.filter(({ area }) => area === "virtualization").map(({ id }) => id));
  const about = new Map(contents.flatMap(({ items }) => items).map(({ id, concepts }) => [id, concepts]));
  for (let time = 0; time < 5; time++) {
    const { cards } = await reviewOpening(world, recordOf([]), {}, Date.now());
    assert.equal(cards.length, 10);
    for (const { item } of cards) assert.ok(about.get(item)?.every((concept) => first.has(concept)), item);
  }
});
