/** Where something stands inside a document: keys and positions from the root. */

export type DataPath = readonly (string | number)[];

/** `questions[2].answer`; positions count from 0, keys that are no plain words stand in quotes. */
export function showPath(path: DataPath): string {
  let shown = "";
  for (const step of path) {
    if (typeof step === "number") shown += `[${step}]`;
    else if (/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(step)) shown += shown === "" ? step : `.${step}`;
    else shown += `[${JSON.stringify(step.length > 40 ? `${step.slice(0, 40)}…` : step)}]`;
  }
  return shown;
}
