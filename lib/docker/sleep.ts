/** Waiting for a while, or until it is not wanted any more. */

/** Resolves after `ms`, at once when the signal is aborted or was before. `idle`: keeps no process alive. */
export function sleep(ms: number, signal?: AbortSignal, { idle = false } = {}): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const wake = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    if (idle) timer.unref();
    signal?.addEventListener("abort", wake, { once: true });
  });
}
