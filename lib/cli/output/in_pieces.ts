/** Does long work piece by piece, so that signs of life and Ctrl-C get their turn. */

/** ms without a pause. */
const patience = 100;

/** What the generator returns; `told` hears what it yields, as often as there is a pause. */
export async function inPieces<Step, Value>(work: Generator<Step, Value>, told: (step: Step) => void): Promise<Value> {
  let since = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - since < patience) continue;
    told(value);
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  }
}
