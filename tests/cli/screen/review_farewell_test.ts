/** What stands in the shell after a review. */

import assert from "node:assert/strict";
import { reviewFarewell } from "../../../lib/cli/screen/farewell.ts";
import { worldOf } from "../../../lib/cli/world.ts";

Deno.test("after a review stands what is left for today with the command that goes on, or when the next is due", () => {
  const [es, en] = [worldOf({ state: "/tmp/mi estado" }, "es"), worldOf({}, "en")];
  assert.equal(
    reviewFarewell({ reviewed: true, count: 3, nextIn: 1 }, es),
    "Lo repasado está guardado. Quedan 3 para hoy. Sigue con: grumete review --state '/tmp/mi estado'",
  );
  assert.equal(
    reviewFarewell({ reviewed: true, count: 1 }, en),
    "What you reviewed is stored. 1 left for today. Go on with: grumete review",
  );
  assert.equal(
    reviewFarewell({ reviewed: true, count: 0, nextIn: 1 }, es),
    "No queda nada que repasar hoy; lo siguiente toca mañana.",
  );
  assert.equal(
    reviewFarewell({ reviewed: true, count: 0, nextIn: 9 }, en),
    "Nothing is left to review today; the next is due in 9 days.",
  );
  assert.equal(reviewFarewell({ reviewed: true, count: 0 }, es), "No queda nada que repasar hoy.");
});

Deno.test("who leaves a review before the first answer is not told that something was stored", () => {
  const [es, en] = [worldOf({}, "es"), worldOf({}, "en")];
  assert.equal(
    reviewFarewell({ reviewed: false, count: 3 }, es),
    "Quedan 3 para hoy. Sigue con: grumete review",
  );
  assert.equal(reviewFarewell({ reviewed: false, count: 1 }, en), "1 left for today. Go on with: grumete review");
});
