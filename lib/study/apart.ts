/** An order in which no two of a kind stand back to back, where there is one; it departs from the given order as late as it can. */

/** Steps of the search before it takes what comes closest: a handful of ms. An order that exists is nearly always found at once. */
const patience = 20_000;

/** `kinds`: what makes two of them siblings; those of none are nobody's. */
export function apart<Item>(items: readonly Item[], kinds: (item: Item) => readonly string[]): readonly Item[] {
  const marked = items.map((item) => ({ item, kinds: kinds(item) }));
  return (searched(marked) ?? spread(marked)).map(({ item }) => item);
}

interface Marked<Item> {
  readonly item: Item;
  readonly kinds: readonly string[];
}

function siblings(one: Marked<unknown> | undefined, other: Marked<unknown>): boolean {
  return one !== undefined && one.kinds.some((kind) => other.kinds.includes(kind));
}

/** Places one after another, the earliest that fits first, and takes back what leads nowhere. */
function searched<Item>(items: readonly Marked<Item>[]): readonly Marked<Item>[] | undefined {
  const left = leftOf(items);
  const rest = [...items];
  const placed: Marked<Item>[] = [];
  /** Of each place, how many of the rest were tried there. */
  const tried: number[] = [0];
  const from: number[] = [];
  for (let steps = 0; placed.length < items.length; steps++) {
    if (steps > patience) return undefined;
    const place = placed.length;
    const last = placed.at(-1);
    const next = fits(left, last, rest.length)
      ? rest.findIndex((item, at) => at >= (tried[place] ?? 0) && !siblings(last, item))
      : -1;
    const item = rest[next];
    if (item) {
      tried[place] = next + 1;
      rest.splice(next, 1);
      give(left, item, -1);
      placed.push(item);
      from.push(next);
      tried[placed.length] = 0;
      continue;
    }
    const back = placed.pop();
    if (!back) return undefined;
    rest.splice(from.pop() ?? 0, 0, back);
    give(left, back);
  }
  return placed;
}

/** How many of each kind are left. */
type Left = Map<string, number>;

function leftOf(items: readonly Marked<unknown>[]): Left {
  const left: Left = new Map();
  for (const item of items) give(left, item);
  return left;
}

function give(left: Left, { kinds }: Marked<unknown>, by = 1): void {
  for (const kind of new Set(kinds)) left.set(kind, (left.get(kind) ?? 0) + by);
}

/** Whether no kind has more left than every other place of those to come; one place fewer after one of its own. */
function fits(left: Left, last: Marked<unknown> | undefined, places: number): boolean {
  return [...left].every(([kind, count]) =>
    count <= (last?.kinds.includes(kind) ? Math.floor(places / 2) : Math.ceil(places / 2))
  );
}

/** The largest count among the kinds of an item. */
function mostOf(left: Left, { kinds }: Marked<unknown>): number {
  return Math.max(0, ...kinds.map((kind) => left.get(kind) ?? 0));
}

/** Where there is no such order, or it is too far to seek: at each place the one that fits and has most siblings waiting. */
function spread<Item>(items: readonly Marked<Item>[]): readonly Marked<Item>[] {
  const left = leftOf(items);
  const rest = [...items];
  const placed: Marked<Item>[] = [];
  while (rest.length > 0) {
    const last = placed.at(-1);
    const fitting = rest.filter((item) => !siblings(last, item));
    const most = Math.max(...(fitting.length > 0 ? fitting : rest).map((item) => mostOf(left, item)));
    const next = rest.findIndex((item) =>
      (fitting.length === 0 || !siblings(last, item)) && mostOf(left, item) === most
    );
    const [item] = rest.splice(next, 1);
    if (!item) return [...placed, ...rest];
    give(left, item, -1);
    placed.push(item);
  }
  return placed;
}
