/** Everything the program shows: a stack of screens, what lies over them, and what waits to be stored. */

import type { Lang, Text } from "../content/text.ts";
import type { Session } from "../quiz/session.ts";
import { openPlaces } from "../quiz/session_open.ts";
import type { ItemId } from "../study/item.ts";
import { appBindings } from "./app_keys.ts";
import type { Size } from "./frame.ts";
import type { ExamOpening, ExamState } from "./exam_state.ts";
import type { GateState } from "./gate.ts";
import type { HomeData, HomeState } from "./home.ts";
import type { Binding, Key } from "./key.ts";
import type { LabOpening, LabState } from "./lab.ts";
import { codeFor, codeOf } from "./loaded.ts";
import type { ConceptOpening, ConceptState } from "./concept.ts";
import type { Overlay } from "./overlay.ts";
import type { View } from "./page.ts";
import type { ReviewOpening, ReviewState } from "./review.ts";
import type { StatsState } from "./stats.ts";
import type { Statistics } from "../study/statistics.ts";
import type { QuizState } from "./quiz.ts";
import type { StepOpening, StepState } from "./step.ts";
import type { Names, SummaryState } from "./summary.ts";
import { isTooSmall } from "./small.ts";
import type { Done } from "./turn.ts";

export interface Theme {
  /** Plain twins in place of symbols that a terminal may not have. */
  readonly ascii: boolean;
}

export type Screen =
  | { readonly kind: "home"; readonly state: HomeState }
  | { readonly kind: "quiz"; readonly state: QuizState }
  | { readonly kind: "summary"; readonly state: SummaryState }
  | { readonly kind: "review"; readonly state: ReviewState }
  | { readonly kind: "stats"; readonly state: StatsState }
  | { readonly kind: "concept"; readonly state: ConceptState }
  | { readonly kind: "step"; readonly state: StepState }
  | { readonly kind: "exam"; readonly state: ExamState }
  /** The gate lies over the lab until it can begin. */
  | { readonly kind: "lab"; readonly state: LabState; readonly gate?: GateState };

/** Until the record with this ticket is stored, keys wait; `done` is what then follows. */
export interface Waiting {
  readonly ticket: number;
  readonly done: Done;
  readonly keys: readonly Key[];
}

/** `keys` were typed meanwhile, for the screen that comes. `lab`: its id, where it is one. */
export interface Opening {
  readonly ticket: number;
  readonly keys: readonly Key[];
  readonly lab?: string;
}

/** The last of `screens` is on top. `opening` is there while one is being opened; `tickets` counts records and openings. */
export interface AppState {
  readonly lang: Lang;
  readonly theme: Theme;
  readonly size: Size;
  readonly names: Names;
  readonly flags?: ReadonlyMap<ItemId, string>;
  readonly commands?: readonly string[];
  readonly screens: readonly Screen[];
  readonly overlay?: Overlay;
  readonly waiting?: Waiting;
  readonly opening?: Opening;
  /** The part of the points that passes a quiz, where it is not the usual one. */
  readonly pass?: number;
  readonly tickets: number;
}

export interface AppOptions {
  readonly lang: Lang;
  readonly theme: Theme;
  readonly size: Size;
  /** Concept ids → names. */
  readonly names: Names;
}

/** With what the program begins. */
export type Beginning =
  | { readonly kind: "home"; readonly home: HomeData }
  /** `pass`: the part of the points that passes, where it is not the usual one. */
  | { readonly kind: "quiz"; readonly session: Session; readonly pass?: number }
  | { readonly kind: "lab"; readonly opening: LabOpening }
  | { readonly kind: "review"; readonly opening: ReviewOpening }
  | { readonly kind: "stats"; readonly statistics: Statistics }
  | { readonly kind: "concept"; readonly opening: ConceptOpening }
  | { readonly kind: "step"; readonly opening: StepOpening }
  | { readonly kind: "exam"; readonly opening: ExamOpening };

/** The code of that screen must be loaded. */
export function startApp(options: AppOptions, beginning: Beginning): AppState {
  const pass = beginning.kind === "quiz" && beginning.pass !== undefined ? { pass: beginning.pass } : {};
  return { ...options, ...pass, screens: [firstScreen({ ...options, ...pass }, beginning)], tickets: 0 };
}

function firstScreen(state: Pick<AppState, "names" | "pass">, beginning: Beginning): Screen {
  switch (beginning.kind) {
    case "home":
      return codeOf("home").start(beginning.home);
    case "quiz":
      return quizScreen(beginning.session, state);
    case "lab":
      return codeOf("lab").start(beginning.opening);
    case "review":
      return codeOf("review").start(beginning.opening);
    case "stats":
      return codeOf("stats").start(beginning.statistics);
    case "concept":
      return codeOf("concept").start(beginning.opening);
    case "step":
      return codeOf("step").start(beginning.opening);
    case "exam":
      return codeOf("exam").start(beginning.opening);
  }
}

/** What the screens are told. */
export function viewOf({ lang, size: own, flags, commands }: AppState, size = own): View {
  return { lang, size, ...(flags ? { flags } : {}), ...(commands ? { commands } : {}) };
}

/** The question at the session's place, the open ones of a session at its end, or the summary. */
export function quizScreen(session: Session, { names, pass }: Pick<AppState, "names" | "pass">): Screen {
  return session.at < session.items.length || openPlaces(session).length > 0
    ? codeOf("quiz").start({ session, place: { kind: "quiz" } })
    : codeOf("summary").start({ session, names, pass: session.sitting?.pass ?? pass });
}

/** The question that is to be answered now, or the task that is to be recalled. */
export function openQuestion({ screens }: AppState): object | undefined {
  const top = screens.at(-1);
  return top && codeFor(top).openQuestion?.(top);
}

/** Until when there is time on the screen on top, ms since 1970. */
export function timeLimit({ screens }: AppState): number | undefined {
  const top = screens.at(-1);
  return top && codeFor(top).until?.(top);
}

/** Whether letters are text on this screen now. */
export function typesOn(screen: Screen | undefined): boolean {
  return screen !== undefined && codeFor(screen).types?.(screen) === true;
}

/** Whether the docker prompt of a lab is open: there Ctrl-C and Ctrl-D mean what they mean in a shell. */
export function prompts(screen: Screen | undefined): boolean {
  return screen?.kind === "lab" && !screen.gate && screen.state.prompt.open;
}

/** Whether Ctrl-C is not the end of the program now. */
export function takesInterrupt({ screens, size, overlay, waiting, opening }: AppState): boolean {
  return prompts(screens.at(-1)) && !isTooSmall(size) && !overlay && !waiting && !opening;
}

/** Whether something stands in the field that is typed into. */
export function holdsText(screen: Screen | undefined): boolean {
  return screen !== undefined && codeFor(screen).holdsText?.(screen) === true;
}

/** All keys of a screen with their help, those of the program last. */
export function keysOn(screen: Screen | undefined): readonly Binding<unknown>[] {
  const own = screen ? codeFor(screen).keys(screen) : [];
  const taken = new Set(own.flatMap(({ keys }) => keys));
  return [...own, ...appBindings(typesOn(screen)).filter(({ keys }) => !keys.every((key) => taken.has(key)))];
}

/** A session without questions is a message, not a screen. */
export const emptyQuiz: Text = {
  es: "No se puede empezar el cuestionario: no le queda ninguna pregunta",
  en: "Cannot start the quiz: it has no questions left",
};
