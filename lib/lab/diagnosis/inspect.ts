/** What docker says of an object is something else, or nothing at all: where the path breaks off, and how to see it. */

import type { InspectCheck } from "../../content/schema/checks/inspect.ts";
import type { Text } from "../../content/text.ts";
import type { Advice } from "../checks/look.ts";
import { code } from "../matching/printable.ts";
import { pathText } from "../raw_path.ts";
import type { RawFacts } from "../snapshot.ts";
import { nearest } from "./nearest.ts";

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
  return { next: seeYourself(`docker ${object} inspect --format '${template(path)}' ${name}`) };
}

function brokenOff(reachable: readonly string[], step: string, keys: readonly string[]): Text {
  const near = nearest(step, keys);
  const [lacking, meant] = [code(step), near === undefined ? undefined : code(near)];
  if (reachable.length === 0) {
    return meant === undefined
      ? { es: `Docker no dice ${lacking} de este objeto`, en: `Docker says no ${lacking} of this object` }
      : {
        es: `Docker no dice ${lacking} de este objeto, pero sí ${meant}`,
        en: `Docker says no ${lacking} of this object, but it says ${meant}`,
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
