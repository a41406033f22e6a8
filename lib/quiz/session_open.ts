/** Which questions of a session are still to be answered. */

import type { Session } from "./session.ts";

/** Their places. */
export function openPlaces({ items }: Session): readonly number[] {
  return items.flatMap(({ answer }, index) => answer === undefined ? [index] : []);
}

/** Who came back to a question goes on with the next open one, or to the end. */
export function pastAnswered(session: Session): Session {
  const { items } = session;
  let at = session.at;
  while (items[at]?.answer !== undefined) at++;
  return at === session.at ? session : { ...session, at };
}
