/** A timer that costs little: the first `setTimeout` or `clearTimeout` of a process takes 3 ms (Deno 2.9), as 20 files do. */

/** Calls `then` after `ms`, unless it is disposed of before. Keeps the process alive until one or the other. */
export function after(ms: number, then: () => void): Disposable {
  const signal = AbortSignal.timeout(ms);
  signal.addEventListener("abort", then, { once: true });
  return { [Symbol.dispose]: () => signal.removeEventListener("abort", then) };
}
