/** Exact decimal numbers: 0.1 + 0.2 is 0.3, and the edge of a tolerance belongs to it. */

/** The value is digits × 10^exponent. Not normalised: 10e0 and 1e1 are `equal`, not identical. */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** Beyond these nothing is a sensible answer, and powers of ten would take memory and time. */
const mostCharacters = 200;
const greatestExponent = 999;

/** Reads `-12`, `3.14`, `.5`, `1e-3`; a decimal point only. Undefined for anything else or too large. */
export function parseDecimal(written: string): Decimal | undefined {
  if (written.length > mostCharacters) return undefined;
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(written);
  if (!parts) return undefined;
  const [, sign = "", whole = "", after = "", power = "0"] = parts;
  if (whole + after === "") return undefined;
  const exponent = Number(power);
  if (Math.abs(exponent) > greatestExponent) return undefined;
  const digits = BigInt(whole + after);
  return { digits: sign === "-" ? -digits : digits, exponent: exponent - after.length };
}

export function negate(a: Decimal): Decimal {
  return { digits: -a.digits, exponent: a.exponent };
}

export function absolute(a: Decimal): Decimal {
  return a.digits < 0n ? negate(a) : a;
}

export function add(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent);
  return { digits: scaled(a, exponent) + scaled(b, exponent), exponent };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b));
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, exponent: a.exponent + b.exponent };
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Decimal, b: Decimal): number {
  const { digits } = subtract(a, b);
  return digits < 0n ? -1 : digits > 0n ? 1 : 0;
}

function scaled(a: Decimal, exponent: number): bigint {
  return a.digits * 10n ** BigInt(a.exponent - exponent);
}

/** One spelling for each value: `-12.5`, `0`, `1e400` only where zeros would be many. */
export function spelled(a: Decimal): string {
  let { digits, exponent } = a;
  if (digits === 0n) return "0";
  while (digits % 10n === 0n) [digits, exponent] = [digits / 10n, exponent + 1];
  const sign = digits < 0n ? "-" : "";
  const figures = (digits < 0n ? -digits : digits).toString();
  if (exponent > 20 || exponent < -40) return `${sign}${figures}e${exponent}`;
  if (exponent >= 0) return sign + figures + "0".repeat(exponent);
  const padded = figures.padStart(1 - exponent, "0");
  return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}
