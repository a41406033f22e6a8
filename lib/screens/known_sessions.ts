/** What a placement quiz found, in a few words. */

import type { Lang } from "../content/text.ts";
import type { Session } from "../quiz/session.ts";
import { partResults } from "../quiz/sitting.ts";

/** "6 of 20 sessions known already". */
export function knownSessions(session: Session, lang: Lang): string {
  const results = partResults(session);
  const known = results.filter(({ right }) => right).length;
  return lang === "es"
    ? `${known} de ${results.length} sesiones ya sabidas`
    : `${known} of ${results.length} sessions known already`;
}
