/** What three generations of docker clients showed is judged again, without docker, and they agree. */

import { deepEqual, equal, ok } from "node:assert/strict";
import { decodeLab } from "../../lib/content/decode_lab.ts";
import { advise } from "../../lib/lab/diagnosis/advisers.ts";
import { judgeLab } from "../../lib/lab/judge.ts";
import { decodeRecording } from "../../lib/lab/recording.ts";
import { outcomeOf, type RecordedLab } from "./recorded_labs.ts";
import firstOld from "./recorded/20.10-first-container.json" with { type: "json" };
import networkOld from "./recorded/20.10-network-and-ports.json" with { type: "json" };
import volumesOld from "./recorded/20.10-volumes-and-mounts.json" with { type: "json" };
import firstMiddle from "./recorded/26.1-first-container.json" with { type: "json" };
import networkMiddle from "./recorded/26.1-network-and-ports.json" with { type: "json" };
import volumesMiddle from "./recorded/26.1-volumes-and-mounts.json" with { type: "json" };
import firstNew from "./recorded/28.2-first-container.json" with { type: "json" };
import networkNew from "./recorded/28.2-network-and-ports.json" with { type: "json" };
import volumesNew from "./recorded/28.2-volumes-and-mounts.json" with { type: "json" };

const labs = {
  "first-container": [firstOld, firstMiddle, firstNew],
  "network-and-ports": [networkOld, networkMiddle, networkNew],
  "volumes-and-mounts": [volumesOld, volumesMiddle, volumesNew],
} as const;

for (const [id, clients] of Object.entries(labs)) {
  // Of a file of this size the types say nothing that the test does not find out.
  for (const { client, yaml, moments } of clients as unknown as readonly RecordedLab[]) {
    const { value: lab } = decodeLab(yaml, `${id}.yaml`);
    for (const { name, recording, outcome } of moments) {
      Deno.test(`client ${client}, ${id}, ${name}: the verdict is what it was at the engine`, () => {
        ok(lab);
        const read = decodeRecording(JSON.stringify(recording));
        if (read.kind !== "recording") throw new Error(JSON.stringify(read));
        const { snapshot, options, engine } = read.recording;
        deepEqual(outcomeOf(judgeLab(lab, snapshot, options, advise)), outcome);
        ok(engine?.clientVersion.startsWith(client));
      });
    }
  }

  Deno.test(`${id}: clients of three generations end in the same verdicts, task by task`, () => {
    const [old, ...others] = clients as unknown as readonly RecordedLab[];
    equal(others.length, 2);
    for (const other of others) {
      deepEqual(
        other.moments.map(({ name, outcome }) => [name, outcome]),
        old?.moments.map(({ name, outcome }) => [name, outcome]),
        other.client,
      );
    }
    // Every task was passed at its own moment.
    for (const { name, outcome } of old?.moments ?? []) {
      const [task = "", end] = name.split(": ");
      const status = outcome.tasks.find(({ id }) => id === task)?.status;
      if (end !== undefined) equal(status === "passed", end === "done", name);
    }
  });
}
