/** Tells the screens the time, once a second, while one of them has a limit. */

import type { Message } from "../../screens/message.ts";

export class Clock implements Disposable {
  #timer: ReturnType<typeof setInterval> | undefined;

  keep(on: boolean, dispatch: (message: Message) => void): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    if (!on) return;
    const tell = () => dispatch({ kind: "clock", now: Date.now() });
    tell();
    this.#timer = setInterval(tell, 1000);
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }
}
