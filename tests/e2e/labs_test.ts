/** The shipped labs prove themselves on a real engine: every step of `prove` is a test of its own. */

import assert from "node:assert/strict";
import { engineTest, everything } from "./engine.ts";
import { grumete, project, temporaryFolder } from "./grumete.ts";
import { proven, type ProvenLab } from "./proof.ts";
import { enginesTest, secondEngine } from "./second_engine.ts";

const labs = [...Deno.readDirSync(`${project}/labs`)].map(({ name }) => name).sort();
const proofs: ProvenLab[] = [];

/** A lab that begins a swarm has an engine to itself: other tests rely on the first one being part of none. */
function beginsSwarm(lab: string): boolean {
  return /^ +swarm: inactive$/m.test(Deno.readTextFileSync(`${project}/labs/${lab}/lab.yaml`));
}

for (const lab of labs) {
  const apart = beginsSwarm(lab);
  const test = apart ? enginesTest : engineTest;
  test(`${lab} proves itself`, async (t) => {
    using folder = temporaryFolder();
    const host = apart ? (await secondEngine("labs")).host : undefined;
    const before = await everything(host);
    const ran = await grumete(["prove", lab, "--json", "--state", `${folder.path}/state`], {
      env: host === undefined ? {} : { DOCKER_HOST: host },
    });
    const [proof] = proven(ran);
    assert.ok(proof, ran.stdout);
    proofs.push(proof);
    for (const { kind, task, name, status, problem } of proof.steps) {
      await t.step(`${task ?? lab}: ${kind} ${name}`, () => assert.equal(status, "passed", problem));
    }
    assert.equal(proof.status, "passed", proof.problem);
    assert.equal(ran.code, 0);
    assert.deepEqual(await everything(host), before);
  });
}

engineTest("the shipped labs have at least 40 mistakes between them, and other solutions for several tasks", () => {
  const count = (kind: string) => proofs.flatMap(({ steps }) => steps.filter((step) => step.kind === kind)).length;
  assert.ok(count("mistake") >= 40, String(count("mistake")));
  assert.ok(count("alternative") >= 10, String(count("alternative")));
  return Promise.resolve();
});
