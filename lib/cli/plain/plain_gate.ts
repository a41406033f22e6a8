/** What is in the way of a lab, in the conversation about it: the first thing is asked about, then the next. */

import type { Lang } from "../../content/text.ts";
import { type Obstacle, obstacleKey } from "../../lab/obstacle.ts";
import type { Gate, GateAnswer } from "../../screens/gate.ts";
import { span } from "../../screens/width.ts";
import type { Conversation } from "../../terminal/conversation.ts";
import { askAgain, obstacleQuestion, typedChoice } from "./ask_obstacles.ts";

const clear = {
  es: "Ya no hay nada en medio: el laboratorio empieza",
  en: "Nothing is in the way now: the lab begins",
};

export class PlainGate {
  #obstacles: readonly Obstacle[] = [];
  /** What has to be typed a second time. */
  #again: string | undefined;

  constructor(
    readonly talk: Conversation,
    readonly lang: Lang,
    readonly answer: (answer: GateAnswer) => void,
  ) {}

  get obstacles(): readonly Obstacle[] {
    return this.#obstacles;
  }

  /** Says what is new; the same obstacles are told again and again. */
  hear(gate: Gate | undefined): void {
    const now = gate?.kind === "obstacles" ? gate.obstacles : [];
    const keys = (obstacles: readonly Obstacle[]) => obstacles.map(obstacleKey).join("\n");
    const before = keys(this.#obstacles);
    this.#obstacles = now;
    if (keys(now) === before) return;
    this.#again = undefined;
    if (now.length === 0) this.talk.say([[span(clear[this.lang], "good")]]);
    else this.#ask();
  }

  #ask(): void {
    this.talk.say([[], ...obstacleQuestion(this.#obstacles, this.lang, this.talk.width())]);
  }

  /** A letter that was typed: what it chooses, or the question again. */
  typed(line: string): void {
    const [obstacle] = this.#obstacles;
    const again = this.#again === line;
    this.#again = undefined;
    const choice = obstacle && typedChoice(obstacle, line);
    if (!obstacle || !choice) return this.#ask();
    if (choice.confirm === true && !again) {
      this.#again = line;
      return this.talk.say([[span(askAgain[choice.kind === "clean" ? "clean" : "remove"][this.lang], "warn")]]);
    }
    // It may take a while, as stopping a container does.
    for (const command of choice.commands) this.talk.say([[span(`$ docker ${command.join(" ")}`, "dim")]]);
    this.answer({ kind: "choice", obstacle: obstacleKey(obstacle), choice: choice.kind });
  }
}
