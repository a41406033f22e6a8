/** One question as a conversation: asked until it is answered, skipped or left. */

import type { Lang, Text } from "../../content/text.ts";
import type { Answer } from "../../quiz/answer.ts";
import type { Refused } from "../../quiz/kind.ts";
import { isRefused } from "../../quiz/raw.ts";
import type { Item } from "../../quiz/session.ts";
import { blankNames } from "../../quiz/kinds/cloze.ts";
import { confidenceWords } from "../../screens/confidence.ts";
import type { Happening } from "../../screens/effects.ts";
import { moreFeedback } from "../../screens/every_feedback.ts";
import { hintLines } from "../../screens/feedback.ts";
import type { Line } from "../../screens/frame.ts";
import { inlineMarkdown, markdown } from "../../screens/markdown.ts";
import { span } from "../../screens/width.ts";
import type { Confidence } from "../../study/events.ts";
import type { ItemId } from "../../study/item.ts";
import type { Conversation } from "../../terminal/conversation.ts";
import { clozeAnswer, promptFor, readAnswer } from "./plain_answer.ts";
import { commandOf, type PlainCommand, signsHelp } from "./plain_commands.ts";

/** What a concept says: its name and its fact. */
export interface ConceptFact {
  readonly name: Text;
  readonly fact: Text;
}

/** `flags` are the notes on unclear questions; they change here as the learner changes them. */
export interface Asker {
  readonly lang: Lang;
  /** Stores what happened; called before its result is shown. What it throws ends the conversation. */
  readonly record: (what: Happening) => void;
  /** Under which name a question is flagged and reviewed. */
  readonly item: (question: string) => ItemId;
  readonly flags: Map<ItemId, string>;
  /** A question came into sight: its time begins. */
  readonly shown: () => void;
  /** ms since 1970; for what has a time limit. */
  readonly now?: () => number;
  readonly concept?: (id: string) => ConceptFact | undefined;
}

export type Asked =
  | { readonly kind: "answered"; readonly answer: Answer; readonly item: Item; readonly confidence?: Confidence }
  | { readonly kind: "skipped"; readonly item: Item }
  | { readonly kind: "back"; readonly item: Item }
  | { readonly kind: "quit" };

const words = {
  noHints: { es: "No hay más pistas", en: "There are no more hints" },
  neverHints: { es: "Esta pregunta no tiene pistas", en: "This question has no hints" },
  flagged: { es: "Marcada como poco clara", en: "Flagged as unclear" },
  unflagged: { es: "Ya no está marcada", en: "No longer flagged" },
  noNote: { es: "Escribe tras «!» qué no se entiende", en: "Type after “!” what is unclear" },
  noMore: { es: "Aún no hay una pregunta anterior", en: "There is no question before this one yet" },
  nothingMore: { es: "No hay nada más que decir de ella", en: "There is nothing more to say of it" },
} satisfies Readonly<Record<string, Text>>;

/** `hinted` stores a hint before it is shown, and gives the item with it. `before`: the question that was answered last. */
export async function askQuestion(
  talk: Conversation,
  start: Item,
  asker: Asker,
  { hinted, before }: { readonly hinted: (item: Item) => Item; readonly before: Item | undefined },
): Promise<Asked> {
  const { lang } = asker;
  const blanks = new Map<string, string>();
  let item = start;
  let confidence: Confidence | undefined;
  asker.shown();
  while (true) {
    const reply = await replyTo(talk, item, blanks, lang);
    switch (reply.kind) {
      case "quit":
        return { kind: "quit" };
      case "back":
        return { kind: "back", item };
      case "skip":
        return { kind: "skipped", item };
      case "hint": {
        const next = hinted(item);
        if (next === item) {
          talk.say([[span(words[item.question.hints.length === 0 ? "neverHints" : "noHints"][lang], "dim")]]);
          break;
        }
        item = next;
        talk.say(hintLines(item.question.hints.slice(0, item.hintsShown), lang, talk.width()));
        break;
      }
      case "confidence":
        ({ confidence } = reply);
        talk.say([[span(confidenceWords[confidence][lang], "dim")]]);
        break;
      case "flag":
        flag(talk, item, reply.note, asker);
        break;
      case "more":
        talk.say(before ? moreLines(before, asker, talk.width()) : [[span(words.noMore[lang], "dim")]]);
        break;
      case "help":
        talk.say([[span(signsHelp[lang], "dim")]]);
        break;
      case "refused":
        blanks.clear();
        talk.say([inlineMarkdown(reply.problem[lang], "warn")]);
        break;
      case "answer":
        return { kind: "answered", answer: reply.answer, item, ...(confidence ? { confidence } : {}) };
    }
  }
}

/** Without a note the flag is taken away. */
export function flag(talk: Conversation, { question }: Item, note: string, asker: Asker): void {
  const { lang, record, flags } = asker;
  const item = asker.item(question.id);
  if (note !== "") {
    record({ kind: "question-flagged", item, note });
    flags.set(item, note);
    return talk.say([[span(words.flagged[lang], "dim")]]);
  }
  if (!flags.has(item)) return talk.say([[span(words.noNote[lang], "warn")]]);
  record({ kind: "question-unflagged", item });
  flags.delete(item);
  talk.say([[span(words.unflagged[lang], "dim")]]);
}

/** What is said of the other answers, and the concept behind the question. */
export function moreLines(item: Item, { lang, concept }: Asker, width: number): readonly Line[] {
  const others = moreFeedback(item, lang, width);
  const known = item.question.concepts.flatMap((id) => concept?.(id) ?? []);
  const facts = known.flatMap(({ name, fact }): readonly Line[] => [
    [span(name[lang], "strong")],
    ...markdown(fact[lang], width),
  ]);
  if (others.length + facts.length === 0) return [[span(words.nothingMore[lang], "dim")]];
  return [...others, ...facts];
}

type Reply =
  | PlainCommand
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "refused"; readonly problem: Text };

/** What was typed into the blanks so far stays when something else comes between. */
async function replyTo(talk: Conversation, item: Item, blanks: Map<string, string>, lang: Lang): Promise<Reply> {
  const { question } = item;
  if (question.kind !== "cloze") {
    return await askLine(talk, promptFor(question), lang, (typed) => replyOf(readAnswer(item, typed)));
  }
  for (const [index, name] of blankNames(question, lang).entries()) {
    if (blanks.has(name)) continue;
    const prompt = promptFor(question, index + 1);
    const reply = await askLine(talk, prompt, lang, (typed) => ({ kind: "blank", typed } as const), "");
    if (reply.kind !== "blank") return reply;
    blanks.set(name, reply.typed);
  }
  return replyOf(clozeAnswer(question, Object.fromEntries(blanks)));
}

/** One prompt. An empty line asks again, unless it stands for something. */
async function askLine<Read>(
  talk: Conversation,
  prompt: Text,
  lang: Lang,
  read: (typed: string) => Read,
  empty?: string,
): Promise<Read | PlainCommand> {
  while (true) {
    const typed = (await talk.ask([span(`${prompt[lang]} `, "strong"), span("> ", "accent")]))?.trim();
    if (typed === undefined) return { kind: "quit" };
    if (typed === "" && empty === undefined) continue;
    return commandOf(typed) ?? read(typed.startsWith("=") ? typed.slice(1) : typed);
  }
}

function replyOf(read: Answer | Refused): Reply {
  return isRefused(read) ? { kind: "refused", problem: read.problem } : { kind: "answer", answer: read as Answer };
}
