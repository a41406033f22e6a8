/** What docker says of an object is something else, or nothing at all: where the path breaks off, and how to see it. */

import type { InspectCheck } from "../../content/schema/checks/inspect.ts";
import type { Matcher } from "../../content/schema/matcher.ts";
import { bytesOf } from "../../content/schema/size.ts";
import type { Text } from "../../content/text.ts";
import type { Advice } from "../checks/look.ts";
import { code } from "../matching/printable.ts";
import { sizeText } from "../matching/size.ts";
import { type Json, pathText, type RawFacts } from "../raw_path.ts";
import { nearest } from "./nearest.ts";
import { wanted } from "./wanted.ts";

export function adviseInspect(check: InspectCheck, facts: RawFacts): Advice {
  const { object, name, path } = check;
  if (facts.kind === "nothing") {
    const { reached, keys } = facts;
    const reachable = path.slice(0, reached);
    return {
      because: brokenOff(reachable, path[reached] ?? "", keys),
      next: seeYourself(`docker ${object} inspect --format '${template(reachable)}' ${name}`),
    };
  }
  const size = sizeOfNumber(check.matcher, facts.value);
  return {
    ...(size ? { because: size } : {}),
    next: seeYourself(`docker ${object} inspect --format '${template(path)}' ${name}`),
  };
}

/** Docker counts in bytes where the check speaks of `64m`. */
function sizeOfNumber(matcher: Matcher, value: Json): Text | undefined {
  const goal = wanted(matcher);
  if (typeof value !== "number" || typeof goal !== "string" || bytesOf(goal) === undefined) return undefined;
  const size = sizeText(value);
  return { es: `${value} bytes son ${size.es}`, en: `${value} bytes are ${size.en}` };
}

function brokenOff(reachable: readonly string[], step: string, keys: readonly string[]): Text {
  const near = nearest(step, keys);
  if (reachable.length > 0 && keys.length === 0) {
    const empty = code(pathText(reachable));
    return { es: `${empty} no tiene nada dentro`, en: `There is nothing inside ${empty}` };
  }
  if (/^\d+$/.test(step) && keys.every((key) => /^\d+$/.test(key))) {
    const list = code(pathText(reachable));
    return {
      es: `${list} no llega al número ${step}, contando desde 0: tiene ${keys.length}`,
      en: `${list} does not reach number ${step}, counting from 0: it has ${keys.length}`,
    };
  }
  const [lacking, meant] = [code(step), near === undefined ? undefined : code(near)];
  if (reachable.length === 0) {
    return meant === undefined ? { es: `Este objeto no tiene ${lacking}`, en: `This object has no ${lacking}` } : {
      es: `Este objeto no tiene ${lacking}, pero sí ${meant}`,
      en: `This object has no ${lacking}, but it has ${meant}`,
    };
  }
  const holder = code(pathText(reachable));
  return meant === undefined
    ? { es: `${holder} no tiene ${lacking}`, en: `${holder} has no ${lacking}` }
    : { es: `${holder} no tiene ${lacking}, pero sí ${meant}`, en: `${holder} has no ${lacking}, but it has ${meant}` };
}

/** A template of Go: keys that are no plain names, and places in a list, go through `index`. */
function template(path: readonly string[]): string {
  const expression = path.reduce((whole, step) => {
    if (/^[A-Za-z_]\w*$/.test(step)) return whole === "." ? `.${step}` : `${whole}.${step}`;
    return `(index ${whole} ${/^\d+$/.test(step) ? step : JSON.stringify(step)})`;
  }, ".");
  return `{{json ${expression}}}`;
}

function seeYourself(command: string): Text {
  return { es: `Míralo tú: ${code(command)}`, en: `See for yourself: ${code(command)}` };
}
