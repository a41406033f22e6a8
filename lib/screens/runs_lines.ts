/** What a lab runs by itself, as lines to read before one agrees. */

import type { Lang, Text } from "../content/text.ts";
import type { LabRuns } from "../lab/runs.ts";
import type { Line } from "./frame.ts";
import { span } from "./width.ts";
import { wrap, wrapCode } from "./wrap.ts";

const words = {
  setup: { es: "Para prepararse ejecuta:", en: "To prepare itself it runs:" },
  execs: { es: "Para comprobar ejecuta, dentro de contenedores:", en: "To check, it runs inside containers:" },
  requests: { es: "Para comprobar pide, a esta máquina:", en: "To check, it asks this machine for:" },
  steps: {
    es: "Para probarse ejecuta también, con tus permisos:",
    en: "To prove itself it also runs, with your permissions:",
  },
  images: { es: "Necesita las imágenes: ", en: "It needs the images: " },
  ports: { es: "Usa los puertos: ", en: "It uses the ports: " },
} satisfies Readonly<Record<string, Text>>;

export function runsLines(runs: LabRuns, lang: Lang, width: number): readonly Line[] {
  const list = (heading: Text, commands: readonly string[]): readonly Line[] =>
    commands.length === 0 ? [] : [
      ...wrap([span(heading[lang], "strong")], width),
      ...commands.flatMap((command) =>
        wrapCode([span(command.replaceAll("\n", "⏎"), "code")], width - 2).map((line): Line => [span("  "), ...line])
      ),
    ];
  const facts = (heading: Text, names: readonly (string | number)[]): readonly Line[] =>
    names.length === 0 ? [] : wrap([span(heading[lang]), span(names.join(", "), "code")], width);
  return [
    ...list(words.setup, runs.setup),
    ...list(words.execs, runs.execs.map(([container, ...argv]) => `${container}: ${argv.map(word).join(" ")}`)),
    ...list(words.requests, runs.requests),
    ...list(words.steps, runs.steps),
    ...facts(words.images, runs.images),
    ...facts(words.ports, runs.ports),
  ];
}

/** Where a word ends and the next begins must be seen. */
function word(text: string): string {
  return /^[\w@%+=:,./~-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
