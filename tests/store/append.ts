/** A program that appends to a store: FOLDER COUNT. Says each sequence when it is on disk. */

import { openStore } from "../../lib/store/event_store.ts";

const [folder = "", count = "1"] = Deno.args;
const encoder = new TextEncoder();
using store = openStore(folder);
for (let index = 0; index < Number(count); index++) {
  const { uid } = store.append(
    { kind: "quiz-skipped", quiz: "redes", attempt: `${Deno.pid}`, question: `q${index}` },
    Date.now(),
  );
  Deno.stdout.writeSync(encoder.encode(`${uid}\n`));
}
