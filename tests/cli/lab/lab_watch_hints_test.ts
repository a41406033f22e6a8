/** What the watch of a lab tells the hints: the time, the conditions that hold, the solutions that were seen. */

import assert from "node:assert/strict";
import { LabWatch } from "../../../lib/cli/lab/lab_watch.ts";
import { decodeLab } from "../../../lib/content/decode_lab.ts";
import type { Plan } from "../../../lib/lab/plan.ts";
import type { Message } from "../../../lib/screens/message.ts";
import { eventually } from "../../docker/eventually.ts";
import { snapshot } from "../../lab/samples.ts";
import { emptyEngine, engineOf, place, sampleLabText } from "../sample_world.ts";

const text = `${sampleLabText()}    hints:
      - text: Mal nombre.
        when: { volume: dato, exists: true }
      - { text: Espera., wait: 60s }
`;
const { value: lab } = decodeLab(text, "lab.yaml");

const before = { containers: [], volumes: [], networks: [], images: [] };

Deno.test("the time and the conditions that hold are told with the verdict, and looked for until the hint was seen", async () => {
  assert.ok(lab);
  using at = place();
  at.store.append({ kind: "lab-prepared", lab: lab.id, attempt: "one", before }, 1234);
  const messages: Message[] = [];
  const plans: Plan[] = [];
  const engine = engineOf(emptyEngine, (plan) => {
    plans.push(plan);
    return Promise.resolve(snapshot({ volumes: [{ name: "dato" }], missing: ["datos"] }));
  });
  await using watch = new LabWatch(lab, at.folder, {
    store: at.store,
    stateFolder: at.folder,
    engine,
    dispatch: (message) => messages.push(message),
  });
  const verdicts = () => messages.flatMap((message) => message.kind === "lab-verdict" ? message.verdict.tasks : []);
  await eventually(() => verdicts().length > 0);
  assert.deepEqual(verdicts()[0]?.fitting, [1]);
  assert.deepEqual(plans[0]?.objects.volume, ["datos", "dato"]);
  const clock = messages.findIndex(({ kind }) => kind === "lab-clock");
  const told = messages[clock];
  assert.ok(told?.kind === "lab-clock" && told.begun === 1234 && Math.abs(told.now - Date.now()) < 10_000);
  assert.equal(messages[clock + 1]?.kind, "lab-verdict");

  const about = { lab: lab.id, attempt: "one", task: "volumen" };
  at.store.append({ kind: "lab-hint", ...about, tier: 1, cost: 0 }, Date.now());
  at.store.append({ kind: "lab-given-up", ...about }, Date.now());
  const looked = plans.length;
  watch.touch();
  await eventually(() => verdicts().length > looked);
  assert.deepEqual(plans.at(-1)?.objects.volume, ["datos"]);
  assert.equal(verdicts().at(-1)?.givenUp, true);
});

Deno.test("where a hint has to be waited for the time is told every second", async () => {
  assert.ok(lab);
  using at = place();
  at.store.append({ kind: "lab-prepared", lab: lab.id, attempt: "one", before }, 1);
  const times: number[] = [];
  const engine = engineOf(emptyEngine, () => Promise.resolve(snapshot({ missing: ["datos", "dato"] })));
  await using _watch = new LabWatch(lab, at.folder, {
    store: at.store,
    stateFolder: at.folder,
    engine,
    dispatch: (message) => message.kind === "lab-clock" && times.push(message.now),
  });
  await eventually(() => times.length >= 3);
  assert.ok((times.at(-1) ?? 0) - (times[0] ?? 0) >= 900);
});
