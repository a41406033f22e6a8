/** Sizes as docker takes them: `64m`. */

export const sizePattern = /^\d+(?:\.\d+)?\s?[bkmg]i?b?$/i;

/** 1 k = 1024 bytes, as docker counts in `--memory`. */
const unitBytes = { b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 } as const;

/** Bytes; undefined for a text that is no size or has no unit. */
export function bytesOf(written: string): number | undefined {
  if (!sizePattern.test(written)) return undefined;
  const [unit = "b"] = /[bkmg]/i.exec(written) ?? [];
  return Math.round(parseFloat(written) * unitBytes[unit.toLowerCase() as keyof typeof unitBytes]);
}
