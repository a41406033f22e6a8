/** The shipped labs prove themselves on a real engine: every step of `prove` is a test of its own. */

import assert from "node:assert/strict";
import { engineTest, everything } from "./engine.ts";
import { grumete, project, temporaryFolder } from "./grumete.ts";
import { proven, type ProvenLab } from "./proof.ts";

const labs = [...Deno.readDirSync(`${project}/labs`)].map(({ name }) => name).sort();
const proofs: ProvenLab[] = [];

for (const lab of labs) {
  engineTest(`${lab} proves itself`, async (t) => {
    using folder = temporaryFolder();
    const before = await everything();
    const ran = await grumete(["prove", lab, "--json", "--state", `${folder.path}/state`]);
    const [proof] = proven(ran);
    assert.ok(proof, ran.stdout);
    proofs.push(proof);
    for (const { kind, task, name, status, problem } of proof.steps) {
      await t.step(`${task ?? lab}: ${kind} ${name}`, () => assert.equal(status, "passed", problem));
    }
    assert.equal(proof.status, "passed", proof.problem);
    assert.equal(ran.code, 0);
    assert.deepEqual(await everything(), before);
  });
}

engineTest("the shipped labs have at least 40 mistakes between them, and other solutions for several tasks", () => {
  const count = (kind: string) => proofs.flatMap(({ steps }) => steps.filter((step) => step.kind === kind)).length;
  assert.ok(count("mistake") >= 40, String(count("mistake")));
  assert.ok(count("alternative") >= 10, String(count("alternative")));
  return Promise.resolve();
});
