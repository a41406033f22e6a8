/** A deadline that costs little: the first `setTimeout` of a process takes 4 ms (Deno 2.9), as long as to load 20 files. */

/** Calls `then` after `ms`, unless it is disposed of before. Keeps the process alive until one or the other. */
export function after(ms: number, then: () => void): Disposable {
  const signal = AbortSignal.timeout(ms);
  signal.addEventListener("abort", then, { once: true });
  return { [Symbol.dispose]: () => signal.removeEventListener("abort", then) };
}
