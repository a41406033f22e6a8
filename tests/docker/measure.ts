/** How fast the layer is on this machine: `deno run -A tests/docker/measure.ts`, with an engine up. Prints medians in ms. */

import { planFor } from "../lab/plans.ts";
import { createEngine } from "../../lib/docker/engine.ts";
import { read } from "../../lib/docker/run.ts";
import { watch } from "../../lib/docker/watch.ts";
import { docker, ownNames, sh } from "./real_engine.ts";
import { eventually } from "./eventually.ts";

function print(line: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

async function times(count: number, work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let n = 0; n < count; n++) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return median(taken);
}

await using names = ownNames();
await using engine = createEngine();
const numbers = Array.from({ length: 20 }, (_, n) => n);
for (const n of numbers.slice(0, 10)) await sh("create", "--name", names.of(`c${n}`), "busybox", "true");
for (const n of numbers.slice(0, 5)) await sh("volume", "create", names.of(`v${n}`));
for (const n of numbers.slice(0, 3)) await sh("network", "create", names.of(`n${n}`));
const twenty = planFor({
  container: numbers.slice(0, 10).map((n) => names.of(`c${n}`)),
  volume: numbers.slice(0, 5).map((n) => names.of(`v${n}`)),
  network: numbers.slice(0, 3).map((n) => names.of(`n${n}`)),
  image: ["busybox", "debian:bookworm-slim"],
});
const withContainer = (name: string) => ({
  ...twenty,
  objects: { ...twenty.objects, container: [...twenty.objects.container, name] },
});
const one = names.of("c0");
const single = await times(20, () => read(docker, "container inspect", [one], { deadline: 5000 }));
const batch = await times(20, () => engine.look(twenty));
const lacking = await times(20, () => engine.look(withContainer("gt-none")));
const identify = await times(20, () => engine.identify());
print(`inspect_one ${single.toFixed(1)}`);
print(`look_20_objects_4_kinds ${batch.toFixed(1)} = ${(batch / single).toFixed(2)} x inspect_one`);
print(`look_20_with_one_missing ${lacking.toFixed(1)}`);
print(`identify ${identify.toFixed(1)}`);

const name = names.of("live");
await sh("create", "--name", name, "busybox", "sleep", "600");
let state = "";
let seenAt = 0;
let eventAt = 0;
let eventTime = 0;
const watched = watch({
  events: engine.events,
  heard: (event) => {
    if (event.name !== name || !["start", "die"].includes(event.action)) return;
    eventAt = performance.now();
    eventTime = Number(BigInt(event.timeNano) / 1000n) / 1000;
  },
  look: async () => {
    const sighting = (await engine.look(withContainer(name))).containers.get(name);
    const now = sighting?.kind === "found" ? sighting.facts.state ?? "" : "";
    if (now !== state) [state, seenAt] = [now, performance.now()];
  },
});
await eventually(() => state === "created");
const afterEvent: number[] = [];
const afterCommand: number[] = [];
const onTheWay: number[] = [];
for (let n = 0; n < 20; n++) {
  const [verb, wanted] = n % 2 === 0 ? ["start", "running"] : ["kill", "exited"];
  await sh(verb ?? "", name);
  const ended = performance.now();
  await eventually(() => state === wanted);
  afterEvent.push(seenAt - eventAt);
  onTheWay.push(performance.timeOrigin + eventAt - eventTime);
  afterCommand.push(seenAt - ended);
  await new Promise((resolve) => setTimeout(resolve, 150));
}
await watched[Symbol.asyncDispose]();
print(`event_from_engine ${median(onTheWay).toFixed(1)}`);
print(`event_to_snapshot ${median(afterEvent).toFixed(1)} (of them 30 quiet; 21 objects)`);
print(
  `command_end_to_snapshot ${median(afterCommand).toFixed(1)}, slowest ${Math.max(...afterCommand).toFixed(1)}`,
);
