/** Variables, labels and options: which one is missing, has another value, or is spelled otherwise. */

import { both, type Text } from "../../content/text.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice } from "../checks/look.ts";
import { holds } from "../matching/holds.ts";
import { code } from "../matching/printable.ts";
import { isMap, valueAt } from "../matching/value.ts";
import { nearest } from "./nearest.ts";
import { type Wanted, wanted, wantedEntries } from "./wanted.ts";

interface Setting {
  /** The option of docker that sets an entry: `-e`, `--label`. */
  readonly flag: string;
  /** The whole next step, from "with `-e MODE=x`"; `entry` is for those who say it in another way. */
  readonly set: (how: Text, entry: Entry) => Text;
}

/** An entry that is not as it should be, with what it should be where that is one single value. */
export interface Entry {
  readonly key: string;
  readonly goal: Wanted | undefined;
  /** It should not be there. */
  readonly unwanted: boolean;
}

export function adviseEntries({ matcher, value, match }: JudgedField, { flag, set }: Setting): Advice {
  const map = isMap(value) ? value : {};
  const failing = wantedEntries(matcher).find(([key, part]) =>
    !holds(part, valueAt(map, key), "text", { workspace: "" })
  );
  if (!failing) return match.detail ? { because: match.detail } : {};
  const [key, part] = failing;
  const here = valueAt(map, key);
  const goal = wanted(part);
  if (part.is === "absent" && part.absent) {
    const how: Text = { es: `sin ${code(`${flag} ${key}=…`)}`, en: `without ${code(`${flag} ${key}=…`)}` };
    return {
      because: { es: `${code(key)} no debería estar`, en: `${code(key)} should not be there` },
      next: set(how, { key, goal, unwanted: true }),
    };
  }
  const line = code(`${flag} ${key}=${goal === undefined ? "…" : goal}`);
  const next = set({ es: `con ${line}`, en: `with ${line}` }, { key, goal, unwanted: false });
  if (typeof here === "string") {
    return {
      because: { es: `${code(key)} vale ${code(here)}`, en: `${code(key)} is ${code(here)}` },
      next,
    };
  }
  const near = nearest(key, Object.keys(map));
  return {
    because: both((lang) => {
      const lacks = lang === "es" ? `${code(key)} no está` : `${code(key)} is not there`;
      if (near === undefined) return lacks;
      return lang === "es" ? `${lacks}, pero sí ${code(near)}` : `${lacks}, but ${code(near)} is`;
    }),
    next,
  };
}
