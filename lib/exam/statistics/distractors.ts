/** Who answered what: each option, or the answers that came most often. */

import type { Text } from "../../content/text.ts";
import { same } from "../../content/text.ts";
import { markedCell, type Table } from "./table.ts";
import type { Thirds } from "./thirds.ts";

export interface AnswerCount {
  readonly id: string;
  readonly text: Text;
  /** Of an option, whether it belongs to the right answer; of anything else, whether it got full marks. */
  readonly right: boolean;
  readonly chosen: number;
  /** Among the best and the weakest third; undefined where there are none. */
  readonly top: number | undefined;
  readonly bottom: number | undefined;
}

export interface DistractorTable {
  /** Whether these are options: then all of them, in their order. Else the most frequent answers, at most `mostAnswers`. */
  readonly options: boolean;
  readonly answers: readonly AnswerCount[];
  /** Different answers that are not listed, and how often they came. */
  readonly others: { readonly different: number; readonly times: number };
  /** Students who answered, and how many of them are in each third. */
  readonly answered: number;
  readonly top: number | undefined;
  readonly bottom: number | undefined;
}

const mostAnswers = 8;

interface Tally {
  chosen: number;
  top: number;
  bottom: number;
  right: boolean;
  readonly text: Text;
}

/** Undefined where nobody knows what was answered. */
export function distractorTable(table: Table, column: number, thirds: Thirds | undefined): DistractorTable | undefined {
  const { marks, students } = table;
  const item = marks.items[column];
  if (!item || !marks.chosen) return undefined;
  const tallies = new Map<string, Tally>(
    item.options?.map(({ id, text, right }) => [id, { chosen: 0, top: 0, bottom: 0, right, text }]),
  );
  let [answered, top, bottom] = [0, 0, 0];
  for (let row = 0; row < students.length; row++) {
    const cell = markedCell(table, row, column);
    const chosen = marks.chosen.get(cell);
    if (!chosen) continue;
    const [isTop, isBottom] = [thirds?.top[row] ?? 0, thirds?.bottom[row] ?? 0];
    answered++;
    top += isTop;
    bottom += isBottom;
    const words = item.options ? chosen : [chosen.join(", ").trim().replace(/\s+/gu, " ")];
    for (const word of new Set(words)) {
      const tally = tallies.get(word) ?? { chosen: 0, top: 0, bottom: 0, right: false, text: same(word) };
      tallies.set(word, tally);
      tally.chosen++;
      tally.top += isTop;
      tally.bottom += isBottom;
      if (!item.options) tally.right ||= (marks.points[cell] ?? 0) >= item.max - 1e-9;
    }
  }
  if (answered === 0) return undefined;
  const counted = [...tallies].map(([id, tally]): AnswerCount => ({
    id,
    ...tally,
    top: thirds ? tally.top : undefined,
    bottom: thirds ? tally.bottom : undefined,
  }));
  const listed = item.options ? counted : counted.sort(oftenFirst).slice(0, mostAnswers);
  const others = item.options ? [] : counted.slice(mostAnswers);
  return {
    options: item.options !== undefined,
    answers: listed,
    others: { different: others.length, times: others.reduce((sum, { chosen }) => sum + chosen, 0) },
    answered,
    top: thirds ? top : undefined,
    bottom: thirds ? bottom : undefined,
  };
}

function oftenFirst(one: AnswerCount, other: AnswerCount): number {
  return other.chosen - one.chosen || (one.id < other.id ? -1 : 1);
}
