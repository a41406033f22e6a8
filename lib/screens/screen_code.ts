/** What the program asks of a screen: how it begins, what a key does to it, what it shows, what it hears. */

import type { Session } from "../quiz/session.ts";
import type { StudyEvent } from "../study/events.ts";
import type { Statistics } from "../study/statistics.ts";
import type { Screen } from "./app_state.ts";
import type { ConceptOpening } from "./concept.ts";
import type { ExamOpening } from "./exam_state.ts";
import type { Frame } from "./frame.ts";
import type { HomeData } from "./home.ts";
import type { Binding, Key } from "./key.ts";
import type { LabOpening } from "./lab.ts";
import type { Message } from "./message.ts";
import type { View } from "./page.ts";
import type { Place } from "./quiz.ts";
import type { ReviewOpening } from "./review.ts";
import type { StepOpening } from "./step.ts";
import type { Names } from "./summary.ts";
import type { Done, Turn } from "./turn.ts";

export type Kind = Screen["kind"];
export type ScreenOf<K extends Kind> = Extract<Screen, { readonly kind: K }>;

/** With what the screens begin. */
export interface Openings {
  readonly home: HomeData;
  readonly quiz: { readonly session: Session; readonly place: Place };
  /** `pass`: the part of the points that passes, where it is not the usual one. */
  readonly summary: { readonly session: Session; readonly names: Names; readonly pass: number | undefined };
  readonly review: ReviewOpening;
  readonly stats: Statistics;
  readonly concept: ConceptOpening;
  readonly step: StepOpening;
  readonly lab: LabOpening;
  readonly exam: ExamOpening;
}

/** What the world tells, or the screen above: what was answered to a task's questions stays with its lab. */
export type News =
  | Message
  | { readonly kind: "task-answered"; readonly lab: string; readonly task: string; readonly session: Session };

/** Methods, not fields: of a screen whose kind is not known, the code takes that very screen. */
export interface ScreenCode<K extends Kind> {
  start(opening: Openings[K]): ScreenOf<K>;
  update(screen: ScreenOf<K>, key: Key, view: View): Turn<ScreenOf<K>>;
  view(screen: ScreenOf<K>, view: View): Frame;
  /** With their help, for the page of all keys. */
  keys(screen: ScreenOf<K>): readonly Binding<unknown>[];
  /** Whether letters are text now. */
  types?(screen: ScreenOf<K>): boolean;
  /** Whether something stands in the field that is typed into. */
  holdsText?(screen: ScreenOf<K>): boolean;
  /** The question that is to be answered now, or the task that is to be recalled. */
  openQuestion?(screen: ScreenOf<K>): object | undefined;
  /** When its time is over, ms since 1970, where it has a limit: until then it is told the time. */
  until?(screen: ScreenOf<K>): number | undefined;
  /** `now`: ms since 1970. */
  ticked?(screen: ScreenOf<K>, now: number): Turn<ScreenOf<K>>;
  /** What waited for the store goes on; `event`: what is stored now, where it is told. */
  settled?(screen: ScreenOf<K>, done: Done, event: StudyEvent | undefined): Turn<ScreenOf<K>>;
  /** Of something else, no notice is taken. */
  heard?(screen: ScreenOf<K>, news: News): ScreenOf<K>;
}
