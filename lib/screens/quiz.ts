/** One question after another: asked, answered, explained. An answer is shown as right or wrong only once it is stored. */

import { both, type Text } from "../content/text.ts";
import type { Session } from "../quiz/session.ts";
import { advance } from "../quiz/session_advance.ts";
import { openPlaces, pastAnswered } from "../quiz/session_open.ts";
import { summarize } from "../quiz/session_summary.ts";
import type { Confidence } from "../study/events.ts";
import type { ItemId } from "../study/item.ts";
import { answerOfDraft, type Draft, missingIn, pressDraft, startDraft } from "./answering/table.ts";
import { nextConfidence } from "./confidence.ts";
import { copyable } from "./copyable.ts";
import type { Happening } from "./effects.ts";
import { actionOf, type Key } from "./key.ts";
import { edit, edited, type LineEditor } from "./line_editor.ts";
import type { View } from "./page.ts";
import { answering, hinting, itemAt, skipping } from "./quiz_happening.ts";
import { flagBindings, isBlind, isSettled, quizBindings, stopBindings } from "./quiz_keys.ts";
import { type Around, aroundQuiz, quizLayout } from "./quiz_layout.ts";
import { pageStep } from "./scroll.ts";
import { type Done, type Turn, turn, type Wish } from "./turn.ts";
import { cut } from "./width.ts";

/** Where the questions belong: a quiz, a task of a lab (not stored as a quiz), a review, or the past (nothing can be changed). */
export type Place =
  | { readonly kind: "quiz" }
  | { readonly kind: "task"; readonly lab: string; readonly task: string }
  /** One question of a review. */
  | { readonly kind: "review"; readonly item: ItemId; readonly cram: boolean }
  | { readonly kind: "past" }
  /** A graded session, which stores by itself and shows no verdict. */
  | { readonly kind: "exam" };

/** `answer` and `hint` keep in sight what was last acted upon; a number is an offset chosen by paging. */
export type Sight = "top" | "answer" | "hint" | number;

/** Where the session is at its end, questions are open: it stops there before the summary, and `draft` means nothing. */
export interface QuizState {
  readonly session: Session;
  /** Of the question at `session.at`. */
  readonly draft: Draft;
  readonly place: Place;
  readonly sight: Sight;
  /** Question → how sure the learner was. */
  readonly told: Readonly<Record<string, Confidence>>;
  /** Said once, above the keys. */
  readonly note?: Said;
  /** The note on an unclear question, while it is being written. */
  readonly flagging?: LineEditor;
  /** What is said of all answers is shown, not only of the one given. */
  readonly every?: true;
  /** How often something of this question was copied. */
  readonly copies?: number;
  /** ms since 1970, where time counts. */
  readonly now?: number;
  /** The learner came back from the end: answered questions are passed over. */
  readonly returned?: true;
}

interface Said {
  readonly text: Text;
  readonly style: "warn" | "good";
}

/** Only a quiz may be at its end, with questions still open. */
export function startQuiz(session: Session, place: Place): QuizState {
  const item = session.items[session.at] ?? (place.kind === "quiz" ? session.items.at(-1) : undefined);
  if (!item) throw new RangeError("a quiz screen needs a question");
  return { session, draft: startDraft(item), place, sight: item.answer ? "answer" : "top", told: {} };
}

/** `around`: what the screen shows above and below the question. */
export function updateQuiz(
  state: QuizState,
  key: Key,
  view: View,
  around: Around = aroundQuiz(state, view),
): Turn<QuizState> {
  if (state.flagging) return noting(state, state.flagging, key, view);
  const { session, draft } = state;
  const item = session.items[session.at];
  if (!item) return stopped(state, key);
  const pressed = isSettled(state) ? undefined : pressDraft(draft, key, () => earlierCommands(session, view));
  if (pressed) return turn({ ...quiet(state), draft: pressed, sight: "answer" });
  const question = item.question.id;
  switch (actionOf(quizBindings(state), key)) {
    case undefined:
      return turn(state);
    case "submit":
      return submitted(state);
    case "next":
      return movedTo(state, advance(session, { kind: "next" }));
    case "back":
      return movedTo(state, advance(session, { kind: "back" }));
    case "skip":
      return stored(state, state.place.kind === "review" ? passedOver(session) : skipped(session), skipping(state));
    case "hint":
      return stored(state, advance(session, { kind: "hint" }), hinting(state));
    case "confidence": {
      const { [question]: before, ...others } = state.told;
      const told = nextConfidence(before);
      return turn({ ...quiet(state), told: told ? { ...others, [question]: told } : others });
    }
    case "flag":
      return turn({ ...quiet(state), flagging: edited(view.flags?.get(itemAt(state) ?? "") ?? "") });
    case "concept": {
      const [id] = item.question.concepts;
      return id === undefined ? turn(state) : turn(state, { kind: "effect", effect: { kind: "open-concept", id } });
    }
    case "every": {
      const { every, ...rest } = state;
      return turn(every ? rest : { ...rest, every: true });
    }
    case "end":
      return movedTo(state, { ...session, at: session.items.length });
    case "copy":
      return copied(state, view);
    case "page-up":
      return turn(paged(state, view, around, -1));
    case "page-down":
      return turn(paged(state, view, around, 1));
    case "leave":
      return turn(state, { kind: "leave" });
  }
}

/** What was waiting for the store goes on. */
export function settleQuiz(state: QuizState, done: Done): Turn<QuizState> {
  switch (done.kind) {
    case "session":
      return movedTo(state, done.session);
    case "finished":
      return turn(state, { kind: "finished", session: done.session });
    case "flagged": {
      const { flagging: _, ...rest } = state;
      return turn({
        ...rest,
        note: { text: done.note === undefined ? words.unflagged : words.flagged, style: "good" },
      });
    }
    default:
      return turn(state);
  }
}

const words = {
  flagged: {
    es: "Marcada como poco clara (`grumete list --flagged`)",
    en: "Flagged as unclear (`grumete list --flagged`)",
  },
  unflagged: { es: "Ya no está marcada", en: "No longer flagged" },
  nothingToCopy: { es: "Aquí no hay órdenes ni código que copiar", en: "There is no command or code to copy here" },
} satisfies Readonly<Record<string, Text>>;

/** The time as it goes on; what has a time limit ends with it, whatever is in the field. */
export function tickedQuiz(state: QuizState, now: number): Turn<QuizState> {
  const { session } = state;
  const { sitting } = session;
  if (sitting?.until === undefined || state.place.kind !== "quiz") return turn(state);
  if (now < sitting.until) return turn({ ...state, now });
  const over: Session = { ...session, at: session.items.length, sitting: { ...sitting, over: true } };
  return turn({ ...state, now }, finishing(state, over));
}

/** Without what was said once. */
function quiet(state: QuizState): QuizState {
  const { note: _, ...rest } = state;
  return rest;
}

/** All questions were seen and some are open: on to one of them, or to the summary. */
function stopped(state: QuizState, key: Key): Turn<QuizState> {
  const { session } = state;
  const action = actionOf(stopBindings(session), key);
  switch (action?.kind) {
    case undefined:
      return turn(state);
    case "finish":
      return turn(state, finishing(state, session));
    case "go":
      return movedTo({ ...state, returned: true }, { ...session, at: action.to });
    case "leave":
      return turn(state, { kind: "leave" });
  }
}

/** Enter stores what was written; nothing written means that the question is clear. */
function noting(state: QuizState, flagging: LineEditor, key: Key, { flags }: View): Turn<QuizState> {
  const { flagging: _, ...rest } = state;
  switch (actionOf(flagBindings, key)) {
    case "cancel":
      return turn(rest);
    case "keep": {
      const item = itemAt(state);
      const note = flagging.text.trim();
      const before = item === undefined ? undefined : flags?.get(item);
      if (item === undefined || note === (before ?? "")) return turn(rest);
      return note === ""
        ? turn(state, { kind: "record", what: { kind: "question-unflagged", item }, done: { kind: "flagged", item } })
        : turn(state, {
          kind: "record",
          what: { kind: "question-flagged", item, note },
          done: { kind: "flagged", item, note },
        });
    }
    case undefined: {
      const editor = edit(flagging, key);
      return turn(editor ? { ...state, flagging: editor } : state);
    }
  }
}

/** What was typed in this quiz is newer than what was typed in labs. */
function earlierCommands({ items }: Session, { commands = [] }: View): readonly string[] {
  const here = items.flatMap(({ answer }) => answer?.kind === "command" ? [answer.typed] : []);
  return [...commands, ...here].filter((line, index, all) => line !== all[index - 1]);
}

function copied(state: QuizState, view: View): Turn<QuizState> {
  const item = state.session.items[state.session.at];
  const codes = item ? copyable(item, isSettled(state) && !isBlind(state), view.lang) : [];
  const copies = state.copies ?? 0;
  const text = codes[copies % Math.max(1, codes.length)];
  if (text === undefined) return turn({ ...state, note: { text: words.nothingToCopy, style: "warn" } });
  const [first = ""] = text.split("\n");
  const shown = text === first ? cut(first, 60) : `${cut(first, 58)} …`;
  const which = codes.length > 1 ? ` (${copies % codes.length + 1}/${codes.length})` : "";
  const said = both((lang) => `${lang === "es" ? "Copiado" : "Copied"}${which}: \`${shown}\``);
  return turn({ ...state, copies: copies + 1, note: { text: said, style: "good" } }, {
    kind: "effect",
    effect: { kind: "copy", text },
  });
}

function submitted(state: QuizState): Turn<QuizState> {
  const { session, draft } = state;
  const item = session.items[session.at];
  const answer = answerOfDraft(draft);
  if (!item || !answer) return turn({ ...state, note: { text: missingIn(draft), style: "warn" } });
  const next = advance(session, { kind: "answer", answer });
  const shown = isBlind(state) ? advance(next, { kind: "next" }) : next;
  return stored(state, shown, answering(state, item.question.id, answer, next));
}

function skipped(session: Session): Session {
  return advance(session, { kind: "skip" });
}

/** Still at its place: what was right can be read. */
function passedOver(session: Session): Session {
  const items = session.items.map((item, index) => index === session.at ? { ...item, skipped: true } : item);
  return { ...session, items };
}

/** First the store, then the picture; what is not stored is shown at once. */
function stored(state: QuizState, session: Session, what: Happening | undefined): Turn<QuizState> {
  return what ? turn(state, { kind: "record", what, done: { kind: "session", session } }) : movedTo(state, session);
}

/** The same question with more shown, another question, the stop before the end, or the end. */
function movedTo(state: QuizState, reached: Session): Turn<QuizState> {
  const same = reached.at === state.session.at;
  const session = state.returned && reached.at > state.session.at ? pastAnswered(reached) : reached;
  const item = session.items[session.at];
  if (!item && (state.place.kind !== "quiz" || openPlaces(session).length === 0)) {
    return turn(quiet(state), finishing(state, session));
  }
  const { note: _, every: __, copies: ___, ...rest } = state;
  if (!item) return turn({ ...rest, session, sight: "top" });
  const settled = isSettled({ ...rest, session });
  const draft = same && !settled ? state.draft : startDraft(item);
  return turn({ ...rest, session, draft, sight: settled ? "answer" : same ? "hint" : "top" });
}

function finishing({ place }: QuizState, session: Session): Wish {
  if (place.kind !== "quiz") return { kind: "finished", session };
  const { score, max } = summarize(session);
  const what: Happening = { kind: "quiz-finished", quiz: session.quiz.id, score, max };
  return { kind: "record", what, done: { kind: "finished", session } };
}

function paged(state: QuizState, view: View, around: Around, pages: number): QuizState {
  const { offset, rows, total } = quizLayout(state, view, around);
  return { ...state, sight: Math.max(0, Math.min(Math.max(0, total - rows), offset + pages * pageStep(rows))) };
}
