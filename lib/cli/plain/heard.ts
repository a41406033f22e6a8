/** What comes from two sides, in one stream: messages of the world, and the lines that somebody types. */

import type { Conversation } from "../../terminal/conversation.ts";

/** Undefined at the end of the input. */
export interface Typed {
  readonly kind: "typed";
  readonly line: string | undefined;
}

/** Messages go first. Ends with the error of the conversation when that is interrupted. */
export function listenTo<Message>(
  talk: Pick<Conversation, "line">,
): { readonly dispatch: (message: Message) => void; readonly heard: AsyncGenerator<Message | Typed> } {
  const inbox: Message[] = [];
  let wake = Promise.withResolvers<void>();
  async function* heard(): AsyncGenerator<Message | Typed> {
    let line: Promise<string | undefined> | undefined;
    while (true) {
      for (let message = inbox.shift(); message !== undefined; message = inbox.shift()) yield message;
      wake = Promise.withResolvers();
      line ??= talk.line();
      // Whoever leaves the loop waits for it no more.
      line.catch(() => {});
      const next = await Promise.race([line.then((line) => ({ line })), wake.promise]);
      if (!next) continue;
      line = undefined;
      yield { kind: "typed", line: next.line };
      // Nobody types any more: what is left to wait for are messages.
      if (next.line === undefined) line = new Promise(() => {});
    }
  }
  return {
    dispatch(message) {
      inbox.push(message);
      wake.resolve();
    },
    heard: heard(),
  };
}
