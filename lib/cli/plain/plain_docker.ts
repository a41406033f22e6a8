/** A docker command typed in a lab that is told line by line: it gets the terminal as it is. */

import type { Lang, Text } from "../../content/text.ts";
import { type PromptCommand, readPromptLine } from "../../quiz/command/prompt_line.ts";
import { inlineMarkdown } from "../../screens/markdown.ts";
import type { CommandEnd } from "../../screens/message.ts";
import { span } from "../../screens/width.ts";
import type { Conversation } from "../../terminal/conversation.ts";

/** Whether the line is meant for docker, with `docker` or `docker-compose` at its beginning, `sudo` or not. */
export function isDockerLine(line: string): boolean {
  return /^\s*(?:[$#]\s+)?(?:sudo\s+)?docker(?:-compose)?(?:\s|$)/.test(line);
}

/** Runs it and says what docker itself does not say. */
export async function runDockerLine(
  talk: Conversation,
  line: string,
  { lang, run }: { readonly lang: Lang; readonly run: (command: PromptCommand) => Promise<CommandEnd> },
): Promise<void> {
  const read = readPromptLine(line);
  const warn = (what: Text) => talk.say([inlineMarkdown(what[lang], "warn")]);
  switch (read.kind) {
    case "empty":
    case "exit":
    case "clear":
      return;
    case "problem":
      return warn(read.what);
    case "command": {
      const end = await talk.lend(() => run(read.command));
      if (end.kind === "not-started") {
        warn(end.what);
        if (end.next) talk.say([inlineMarkdown(end.next[lang], "plain")]);
      } else if (end.code !== 0) {
        talk.say([[span(lang === "es" ? `[código de salida ${end.code}]` : `[exit code ${end.code}]`, "dim")]]);
      }
    }
  }
}
