/** Something that a lab changes on the engine while somebody looks on: told from its first second, and given up where it can be. */

import type { Text } from "../../content/text.ts";
import type { Activity } from "../../screens/activity.ts";
import type { Message } from "../../screens/message.ts";
import type { ActivityNews } from "../output/reporting.ts";

/** ms: docker may say more than can be read. */
const most = 100;

export interface Work {
  readonly tell: (news: ActivityNews) => void;
  /** Aborted when the learner gives it up. */
  readonly given: AbortSignal;
}

export interface WorkOptions {
  readonly what: Text;
  /** It can be given up. */
  readonly cancel: boolean;
}

export class Working {
  #giving: AbortController | undefined;

  constructor(readonly lab: string, readonly dispatch: (message: Message) => void) {}

  /** Gives up what is under way, if that can be given up. */
  cancel(): void {
    this.#giving?.abort();
  }

  async during<Result>(
    { what, cancel }: WorkOptions,
    work: (work: Work) => Promise<Result>,
  ): Promise<Result> {
    const giving = new AbortController();
    if (cancel) this.#giving = giving;
    const began = performance.now();
    let activity: Omit<Activity, "seconds"> = { what, ...(cancel ? { cancel } : {}) };
    let told = -Infinity;
    const say = () => {
      const now = performance.now();
      const seconds = Math.floor((now - began) / 1000);
      if (seconds < 1 || now - told < most) return;
      told = now;
      this.dispatch({ kind: "lab-activity", lab: this.lab, activity: { ...activity, seconds } });
    };
    const ticking = setInterval(say, 1000);
    try {
      return await work({
        given: giving.signal,
        tell: (news) => {
          // Something new begins: what cannot be said of it is over, and so is the chance to give it up.
          activity = news.what ? { what: news.what, ...news } : { ...activity, ...news };
          say();
        },
      });
    } finally {
      clearInterval(ticking);
      this.#giving = undefined;
      if (told > -Infinity) this.dispatch({ kind: "lab-activity", lab: this.lab });
    }
  }
}
