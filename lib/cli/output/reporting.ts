/** A sign of life from verbs without a screen: nothing in the first second, and nothing of it is loaded before. */

import type { Lang, Text } from "../../content/text.ts";
import { later } from "../../content/later.ts";
import type { Activity } from "../../screens/activity.ts";
import type { Report } from "../../terminal/report.ts";
import type { World } from "../world.ts";

export type ActivityNews = Partial<Pick<Activity, "what" | "steps" | "note">>;

export interface Reporting extends Disposable {
  /** `what` begins something new: steps and note of before are over, the time goes on. */
  readonly tell: (news: ActivityNews) => void;
  /** Other lines on the same terminal are written in here. */
  readonly aside: (write: () => void) => void;
}

/** ms between two looks at what there is to tell. */
const beat = 250;

/** On standard error. Disposing of it leaves no trace on a terminal. */
export function reporting({ lang, plain }: Pick<World, "lang" | "plain">, what: Text): Reporting {
  const began = performance.now();
  let activity: Omit<Activity, "seconds"> = { what };
  let report: Report | undefined;
  let write: ((text: string) => void) | undefined;
  let over = false;
  let ticking: ReturnType<typeof setInterval> | undefined;
  const tick = () => {
    const now = performance.now();
    const seconds = Math.floor((now - began) / 1000);
    write?.(report?.text({ ...activity, seconds }, now, errorWidth()) ?? "");
  };
  const first = setTimeout(async () => {
    const opened = await openReport(lang, plain);
    if (over) return;
    ({ report, write } = opened);
    ticking = setInterval(tick, beat);
    tick();
  }, 1000);
  return {
    tell(news) {
      activity = news.what ? { what: news.what, ...news } : { ...activity, ...news };
    },
    aside(other) {
      write?.(report?.wiped() ?? "");
      other();
    },
    [Symbol.dispose]() {
      over = true;
      clearTimeout(first);
      clearInterval(ticking);
      write?.(report?.wiped() ?? "");
    },
  };
}

async function openReport(
  lang: Lang,
  plain: boolean,
): Promise<{ readonly report: Report; readonly write: (text: string) => void }> {
  const { Report } = await later<typeof import("../../terminal/report.ts")>(
    import.meta.url,
    "../../terminal/report.ts",
  );
  const { speaksUnicode } = await later<typeof import("../../terminal/character_set.ts")>(
    import.meta.url,
    "../../terminal/character_set.ts",
  );
  const { errorDepth, writeError } = await later<typeof import("../../terminal/stream.ts")>(
    import.meta.url,
    "../../terminal/stream.ts",
  );
  const rewrites = !plain && Deno.stderr.isTerminal();
  return { report: new Report({ lang, rewrites, ascii: !speaksUnicode(), depth: errorDepth() }), write: writeError };
}

function errorWidth(): number {
  try {
    return Deno.consoleSize().columns || 80;
  } catch {
    return 80;
  }
}
