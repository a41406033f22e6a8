/** What the journal of one attempt shows: whether it kept to its window and its time, where it was away, and what it leaves open. */

import type { Text } from "../../content/text.ts";
import type { Attempt, ClockBack, JournalGap } from "../attempt/attempt.ts";
import type { Entry } from "../attempt/journal.ts";
import type { Finding } from "./finding.ts";
import { lengthOf, momentOf, timesOf } from "./finding_words.ts";
import { endOf, type Window } from "../tickets/window.ts";

/** ms that an answer may come late: the last key and the clock of the program do not meet at the same instant. */
const grace = 5000;
/** ms that a look at a lab may come late: the last one begins when the time is over, and waits for docker. */
const lookGrace = 30_000;
/** How many of a kind are told one by one. */
const listed = 5;

/** Every time is by the student's own clock: it can be wrong, and it can be set. */
export function attemptFindings(attempt: Attempt, entries: readonly Entry[], window: Window): readonly Finding[] {
  const { begun, gaps, clockBack, reopened, finished } = attempt;
  return [
    ...(window.opens !== undefined && begun.at < window.opens ? [beforeOpening(begun.at, window.opens)] : []),
    ...late(attempt, entries, window),
    ...clockBack.slice(0, listed).map(wentBack),
    ...(clockBack.length > listed ? [wentBackMore(clockBack.slice(listed))] : []),
    ...gaps.slice(0, listed).map(away),
    ...(gaps.length > listed ? [awayMore(gaps.slice(listed))] : []),
    ...(reopened > 0 ? [openedAgain(reopened)] : []),
    ...(finished === undefined ? [unfinished] : []),
    ...engineLost(entries),
  ];
}

/** Answers after the end: of the window or of the minutes, whichever came first. */
function late(attempt: Attempt, entries: readonly Entry[], window: Window): readonly Finding[] {
  const { begun } = attempt;
  const end = endOf(window, begun.at);
  if (end === undefined) return [];
  const after = entries.filter((entry) => entry.at > end + graceOf(entry));
  const last = after.at(-1);
  if (!last) return [];
  const count = after.length;
  const by = lengthOf(last.at - end);
  return window.closes === end
    ? [{
      kind: "after-closing",
      weight: "doubt",
      text: {
        es: `Cerraba el ${momentOf(end)} y hay ${count} ${
          count === 1 ? "paso posterior" : "pasos posteriores"
        }, hasta ${by} después.`,
        en: `It closed at ${momentOf(end)}, and ${count} ${
          count === 1 ? "step comes" : "steps come"
        } after that, up to ${by} later.`,
      },
    }]
    : [{
      kind: "over-time",
      weight: "doubt",
      text: {
        es: `El tiempo terminaba el ${momentOf(end)} y hay ${count} ${
          count === 1 ? "paso posterior" : "pasos posteriores"
        }, hasta ${by} después.`,
        en: `Time was up at ${momentOf(end)}, and ${count} ${
          count === 1 ? "step comes" : "steps come"
        } after that, up to ${by} later.`,
      },
    }];
}

/** ms that a step may come after the end; only those that can earn points come late. */
function graceOf({ kind }: Entry): number {
  switch (kind) {
    case "answered":
    case "cleared":
    case "lab-answered":
      return grace;
    case "lab-looked":
      return lookGrace;
    default:
      return Infinity;
  }
}

function beforeOpening(begun: number, opens: number): Finding {
  return {
    kind: "before-opening",
    weight: "doubt",
    text: {
      es: `Empezó el ${momentOf(begun)}, ${lengthOf(opens - begun)} antes de que abriera.`,
      en: `It began at ${momentOf(begun)}, ${lengthOf(opens - begun)} before it opened.`,
    },
  };
}

function wentBack({ at, ms }: ClockBack): Finding {
  return {
    kind: "clock-went-back",
    weight: "doubt",
    text: {
      es: `El reloj del equipo retrocedió ${lengthOf(ms)} antes del ${
        momentOf(at)
      }: el tiempo usado puede ser mayor que el que se lee.`,
      en: `The machine's clock went back by ${lengthOf(ms)} before ${
        momentOf(at)
      }: more time may have been used than it says.`,
    },
  };
}

function away({ from, to, why }: JournalGap): Finding {
  const length = lengthOf(to - from);
  const text: Text = why === "closed"
    ? {
      es: `El programa estuvo cerrado ${length}, desde el ${momentOf(from)}: lo que pasó entonces no se sabe.`,
      en: `The program was closed for ${length} from ${momentOf(from)}: what happened then is not known.`,
    }
    : {
      es: `Hay un silencio de ${length} desde el ${momentOf(from)}: el equipo dormía, o el programa estaba parado.`,
      en: `There is a silence of ${length} from ${momentOf(from)}: the machine was asleep, or the program was stopped.`,
    };
  return { kind: "gap", weight: "note", text };
}

function wentBackMore(times: readonly ClockBack[]): Finding {
  const count = timesOf(times.length);
  const by = lengthOf(times.reduce((sum, { ms }) => sum + ms, 0));
  return {
    kind: "clock-went-back",
    weight: "doubt",
    text: {
      es: `El reloj retrocedió ${count.es} más, ${by} en total.`,
      en: `The clock went back ${count.en} more, by ${by} in all.`,
    },
  };
}

function awayMore(times: readonly JournalGap[]): Finding {
  const by = lengthOf(times.reduce((sum, { from, to }) => sum + to - from, 0));
  return {
    kind: "gap",
    weight: "note",
    text: {
      es: `Hay ${times.length} ${times.length === 1 ? "hueco" : "huecos"} más, ${by} en total.`,
      en: `There ${times.length === 1 ? "is 1 more gap" : `are ${times.length} more gaps`}, ${by} in all.`,
    },
  };
}

function openedAgain(count: number): Finding {
  const times = timesOf(count);
  return {
    kind: "reopened",
    weight: "note",
    text: {
      es: `Se volvió a abrir ${times.es} después de cerrarse sin terminar.`,
      en: `It was opened again ${times.en} after it had been closed without an end.`,
    },
  };
}

const unfinished: Finding = {
  kind: "unfinished",
  weight: "note",
  text: {
    es: "No se entregó: se corrige lo que había guardado.",
    en: "It was not handed in: what had been stored is graded.",
  },
};

/** How often docker could not be asked, and for how long in all; until the last line where it never came back. */
function engineLost(entries: readonly Entry[]): readonly Finding[] {
  let since: number | undefined;
  let count = 0;
  let total = 0;
  for (const { kind, at } of entries) {
    if (kind === "engine-lost" && since === undefined) {
      since = at;
      count++;
    } else if (kind === "engine-back" && since !== undefined) {
      total += at - since;
      since = undefined;
    }
  }
  if (since !== undefined) total += (entries.at(-1)?.at ?? since) - since;
  if (count === 0) return [];
  const times = timesOf(count);
  return [{
    kind: "engine-lost",
    weight: "note",
    text: {
      es: `Docker no respondió ${times.es}, ${lengthOf(total)} en total.`,
      en: `Docker did not answer ${times.en}, for ${lengthOf(total)} in all.`,
    },
  }];
}
