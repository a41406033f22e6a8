/** What docker's own lines say of how far it is: steps of a build, layers of an image. */

import type { StepsDone } from "../lab/steps_done.ts";
import { cleaned } from "./faults.ts";

/** The step of a build, or else the last line; and how far it is where the lines tell. */
export interface Heard {
  readonly line: string;
  readonly steps?: StepsDone;
}

/** Takes output as it comes, in whatever pieces; tells once per piece, unless there is no whole line in it. */
export function listener(tell: (heard: Heard) => void): (bytes: Uint8Array) => void {
  const decoder = new TextDecoder();
  const layers = new Map<string, boolean>();
  let rest = "";
  let step = "";
  let steps: StepsDone | undefined;
  return (bytes) => {
    const parts = (rest + decoder.decode(bytes, { stream: true })).split(/[\r\n]+/);
    // A program may write without ever ending a line.
    rest = parts.pop()?.slice(-1000) ?? "";
    // An id tells nobody anything.
    const lines = parts.map(cleaned).filter((line) => line !== "" && !/^(?:sha256:)?[0-9a-f]{64}$/.test(line));
    for (const line of lines) {
      const built = buildStep(line);
      // What comes below it is what its commands say.
      if (built) step = line.replace(/^#\d+ /, "");
      steps = built ?? layerStep(line, layers) ?? steps;
    }
    const line = step === "" ? lines.at(-1) : step;
    if (line !== undefined && lines.length > 0) tell({ line, ...(steps ? { steps } : {}) });
  };
}

/** `Step 3/9 : RUN make` of the classic builder; `#7 [build 3/9] RUN make` of BuildKit. */
function buildStep(line: string): StepsDone | undefined {
  const [, at, total] = /^Step (\d+)\/(\d+) :/.exec(line) ?? /^#\d+ \[(?:[\w.-]+ )?(\d+)\/(\d+)\]/.exec(line) ?? [];
  return at === undefined ? undefined : { done: Math.max(0, Number(at) - 1), total: Number(total) };
}

/** `a1b2c3d4e5f6: Pull complete`; every layer is named before the first is fetched. */
function layerStep(line: string, layers: Map<string, boolean>): StepsDone | undefined {
  const [, layer, state = ""] = /^([0-9a-f]{12}): (.+)$/.exec(line) ?? [];
  if (layer === undefined) return undefined;
  layers.set(layer, /^(?:Pull complete|Already exists)/.test(state));
  return { done: [...layers.values()].filter((done) => done).length, total: layers.size };
}
