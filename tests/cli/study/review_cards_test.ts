/** The cards of a review: what they are made of. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { reviewCards, solutionText } from "../../../lib/cli/study/review_cards.ts";
import { worldOf } from "../../../lib/cli/world.ts";
import { contentIndex } from "../../../lib/cli/content_index.ts";
import { blocksOf } from "../../../lib/screens/markdown_blocks.ts";
import { recordOf } from "../../../lib/study/record.ts";
import { temporaryFolder } from "../../e2e/grumete.ts";
import { asStored } from "../../study/as_stored.ts";

Deno.test("commands in a row are one block, a file stands with its name and its language", () => {
  const text = solutionText([
    { file: "Dockerfile", content: "FROM busybox\n" },
    "docker build -t uno .",
    "docker run -d uno",
  ]);
  assert.equal(
    text.en,
    "File `Dockerfile`:\n\n```dockerfile\nFROM busybox\n```\n\n```sh\n$ docker build -t uno .\n$ docker run -d uno\n```",
  );
});

Deno.test("whatever a file holds, fences too, is read back as one block of code", () => {
  const content = fc.array(fc.constantFrom("```", "````sh", "~~~", "text", "`a`", "# b", "- c"), { minLength: 1 })
    .map((lines) => lines.join("\n"));
  fc.assert(fc.property(content, (content) => {
    const blocks = blocksOf(solutionText([{ file: "notas.md", content }]).es);
    const code = blocks.flatMap((block) => block.kind === "code" ? [block.lines.join("\n")] : []);
    assert.deepEqual(code, [content]);
  }));
});

Deno.test("every item of the shipped content makes a card, in the order asked for", async () => {
  using folder = temporaryFolder();
  const world = worldOf({ state: folder.path }, "es");
  const { contents } = await contentIndex(world);
  const items = contents.flatMap(({ items }) => items.map(({ id }) => id)).toReversed();
  const gone = ["quiz/no-such-quiz/uno", "task/no-such-lab/uno", "odd"];
  const cards = await reviewCards(world, recordOf([]), [...gone, ...items], 20_000);
  assert.deepEqual(cards.map(({ item }) => item), items);
  for (const { standing, intervals: { again, hard, good, easy } } of cards) {
    assert.equal(standing, "new");
    assert.ok(1 <= again && again <= hard && hard <= good && good <= easy);
  }
});

Deno.test("what a rating would mean is what the record makes of it", async () => {
  using folder = temporaryFolder();
  const world = worldOf({ state: folder.path }, "es");
  const [item = ""] = (await contentIndex(world)).contents[0]?.items.map(({ id }) => id) ?? [];
  const today = 20_000;
  const at = (day: number) => day * 86_400_000 + 12 * 3_600_000;
  const answer = { kind: "review-answered", item, attempt: "a", cram: false, status: "correct", fraction: 1 } as const;
  const past = [{ ...answer, rating: "good" }, { ...answer, rating: "hard" }] as const;
  const days = [today - 20, today - 9];
  const before = () => recordOf(asStored(past, { at: (index) => at(days[index] ?? today) }));
  const [card] = await reviewCards(world, before(), [item], today);
  assert.equal(card?.standing, "due");
  for (const rating of ["again", "hard", "good", "easy"] as const) {
    const now = asStored([{ ...answer, rating }], { first: 3, at: () => at(today) });
    assert.equal(recordOf(now, before()).cards.get(item)?.due, today + card.intervals[rating], rating);
  }
});
