/** The attempt that a lab being verified belongs to: what was passed before, what happened since, and where a pass is kept. */

import { later } from "../../content/later.ts";
import type { Lab } from "../../content/schema/lab.ts";
import type { Text } from "../../content/text.ts";
import type { DockerEngine } from "../../docker/engine.ts";
import type { LabVerdict } from "../../lab/verdict.ts";
import { openStore } from "../../store/event_store.ts";
import type { LabProgress } from "../../study/progress.ts";
import { elsewhere, otherEngine } from "../lab/bound_engine.ts";
import type { LabHistory } from "../lab/lab_history.ts";
import { historyOf } from "../lab/lab_look.ts";
import { rememberMistakes } from "../lab/lab_mistakes.ts";
import { isReady, openAttempt, rememberPasses } from "../lab/lab_passes.ts";
import { printError, printUserError } from "../output/print.ts";
import type { World } from "../world.ts";

export interface GoingAttempt {
  readonly progress: LabProgress;
  /** Where the lab asks for what happened. */
  readonly history: LabHistory | undefined;
  /** Throws a `UserError` when a pass cannot be kept. */
  readonly remember: (verdict: LabVerdict) => void;
  /** What the last look found wrong, to be reviewed; throws a `UserError` when it cannot be kept. */
  readonly rememberMistakes: (verdict: LabVerdict) => Promise<void>;
  /** Says so where it began on another engine: then nothing of it counts here, and nothing is kept. */
  readonly isElsewhere: () => Promise<boolean>;
}

/** Nothing where the lab has not begun, or is not ready yet. */
export async function attemptOf(
  { lang, stateFolder }: World,
  lab: Lab,
  engine: DockerEngine,
): Promise<(GoingAttempt & AsyncDisposable) | undefined> {
  await using opened = new AsyncDisposableStack();
  const store = opened.use(openStore(stateFolder()));
  const progress = openAttempt(store, lab.id);
  if (!progress || !isReady(lab, progress)) return undefined;
  const history = opened.use(await historyOf(lab, progress, store.path, engine));
  const kept = opened.move();
  return {
    progress,
    history,
    remember: (verdict) => rememberPasses(store, progress, verdict),
    rememberMistakes: async (verdict) => {
      if (verdict.tasks.every(({ status }) => status !== "failed")) return;
      const { mistakesAtOnce } = await later<typeof import("../../lab/mistakes.ts")>(
        import.meta.url,
        "../../lab/mistakes.ts",
      );
      rememberMistakes(store, progress, lab.id, mistakesAtOnce(lab, verdict));
    },
    isElsewhere: async () => {
      const found = await elsewhere(engine, progress);
      if (!found) return false;
      printUserError(otherEngine(lab, found), lang);
      printError(notHere[lang]);
      return true;
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

const notHere: Text = {
  es: "  Lo superado allí no cuenta aquí",
  en: "  What was passed there does not count here",
};
