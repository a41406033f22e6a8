/** Command lines that the help of a verb shows: the ones that are typed most. */

import type { Text } from "../../content/text.ts";

interface Example {
  readonly line: string;
  readonly what: Text;
}

export const verbExamples: Readonly<Record<string, readonly Example[]>> = {
  quiz: [
    { line: "grumete quiz docker-architecture", what: { es: "todas las preguntas", en: "all questions" } },
    {
      line: "grumete quiz containers --count 5",
      what: { es: "cinco, elegidas al azar", en: "five, chosen at random" },
    },
    {
      line: "grumete quiz course/placement",
      what: { es: "salta lo que ya sabes del curso", en: "skips what you know of the course" },
    },
    {
      line: "grumete quiz compose --answers mías.yaml --json",
      what: { es: "califica sin preguntar", en: "grades without asking" },
    },
  ],
  "exam keygen": [
    { line: "grumete exam keygen --out claves", what: { es: "una vez, y para siempre", en: "once, for good" } },
  ],
  "exam pack": [
    {
      line: "grumete exam pack parcial.yaml --key claves --out parcial.exam",
      what: { es: "un archivo para todos", en: "one file for everybody" },
    },
    {
      line: "grumete exam pack p.yaml --key claves --out p.exam --roster c.csv --tickets t",
      what: { es: "y un ticket por estudiante", en: "and a ticket for each student" },
    },
    {
      line: "grumete exam pack parcial.yaml --key claves --out p.exam --strict",
      what: { es: "solo si nada delata respuestas", en: "only where nothing gives answers away" },
    },
  ],
  "exam take": [
    {
      line: "grumete exam take parcial.exam --student ana",
      what: { es: "en pantalla", en: "on screen" },
    },
    {
      line: "grumete exam take parcial.exam --ticket ana.ticket",
      what: { es: "con ticket, que dice quién eres", en: "with a ticket, which says who you are" },
    },
    {
      line: "grumete exam take parcial.exam --student ana --answers mías.yaml",
      what: { es: "sin preguntar", en: "without asking" },
    },
  ],
  "exam grade": [
    {
      line: "grumete exam grade entregas/ --key claves --out notas",
      what: { es: "todas las entregas de la carpeta", en: "all submissions in the folder" },
    },
    {
      line: "grumete exam grade entregas/ --key claves --out notas --format gradescope",
      what: { es: "y un results.json por estudiante", en: "and a results.json for each student" },
    },
  ],
  "exam inspect": [
    {
      line: "grumete exam inspect entregas/ana.submission --key claves",
      what: { es: "una entrega", en: "one submission" },
    },
    {
      line: "grumete exam inspect entregas/*.submission --key claves",
      what: { es: "varias, también comparadas", en: "several, compared as well" },
    },
  ],
  list: [
    { line: "grumete list", what: { es: "el curso, y todo lo que hay", en: "the course, and all there is" } },
    { line: "grumete list --concepts", what: { es: "lo que se enseña, por áreas", en: "what is taught, by area" } },
    { line: "grumete list --flagged", what: { es: "lo que no se entendió", en: "what was found unclear" } },
  ],
  stats: [
    {
      line: "grumete stats",
      what: { es: "en pantalla; con --plain, en frases", en: "on screen; --plain: in sentences" },
    },
    { line: "grumete stats --json", what: { es: "para otros programas", en: "for other programs" } },
  ],
  concept: [
    {
      line: "grumete concept volume-persistence",
      what: { es: "qué es, dónde se enseña, qué sabes", en: "what it is, where it is taught, what you know" },
    },
  ],
  review: [
    { line: "grumete review", what: { es: "lo que toca hoy", en: "what is due today" } },
    { line: "grumete review --cram --limit 10", what: { es: "diez, toque o no", en: "ten, due or not" } },
    { line: "grumete review --new-per-day 5", what: { es: "y así desde ahora", en: "and so from now on" } },
  ],
  lab: [
    { line: "grumete lab first-container", what: { es: "en pantalla", en: "on screen" } },
    {
      line: "grumete lab ./mi-laboratorio --plain",
      what: { es: "el de una carpeta, línea a línea", en: "that of a folder, line by line" },
    },
  ],
  prepare: [
    {
      line: "grumete prepare first-container",
      what: { es: "después: docker, y grumete verify", en: "then: docker, and grumete verify" },
    },
  ],
  verify: [
    { line: "grumete verify first-container", what: { es: "todas las tareas", en: "all tasks" } },
    {
      line: "grumete verify first-container --task run --wait 10s",
      what: { es: "una, hasta que se supere", en: "one, until it passes" },
    },
    {
      line: "grumete verify first-container --save visto.json",
      what: { es: "guarda lo visto para --from", en: "keeps what is seen for --from" },
    },
  ],
  cleanup: [
    { line: "grumete cleanup first-container --dry-run", what: { es: "solo lo muestra", en: "only shows it" } },
    {
      line: "grumete cleanup first-container --task run",
      what: { es: "rehace una tarea", en: "does one task again" },
    },
  ],
  prove: [{
    line: "grumete prove ./mi-laboratorio",
    what: { es: "antes de publicarlo", en: "before it is published" },
  }],
  "export-progress": [{
    line: "grumete export-progress --out progreso.jsonl",
    what: { es: "para otra máquina, o como copia", en: "for another machine, or as a copy" },
  }],
  "import-progress": [
    {
      line: "grumete import-progress progreso.jsonl",
      what: { es: "solo añade lo que falta", en: "adds what is not here" },
    },
    {
      line: "ssh taller grumete export-progress | grumete import-progress -",
      what: { es: "sin archivo por medio", en: "without a file in between" },
    },
  ],
  completions: [
    { line: "source <(grumete completions bash)", what: { es: "en ~/.bashrc", en: "in ~/.bashrc" } },
    { line: "source <(grumete completions zsh)", what: { es: "en ~/.zshrc", en: "in ~/.zshrc" } },
    {
      line: "grumete completions fish > ~/.config/fish/completions/grumete.fish",
      what: { es: "una vez", en: "once" },
    },
  ],
  schema: [{
    line: "grumete schema quiz > quiz.schema.json",
    what: { es: "para que el editor ayude", en: "so that an editor helps" },
  }],
  coverage: [
    { line: "grumete coverage", what: { es: "lo que falta lleva un !", en: "what is lacking has a !" } },
    { line: "grumete coverage --json", what: { es: "para otros programas", en: "for other programs" } },
  ],
  doctor: [
    { line: "grumete doctor", what: { es: "qué falta y cómo se repara", en: "what is amiss, and its repair" } },
    { line: "grumete doctor --context taller", what: { es: "otro motor", en: "another engine" } },
  ],
  report: [
    { line: "grumete report notas/", what: { es: "lo que escribió exam grade", en: "what exam grade wrote" } },
    {
      line: "grumete report --marks notas.csv --html informe.html",
      what: { es: "una tabla cualquiera, como página", en: "any table, as a page" },
    },
  ],
  lint: [{ line: "grumete lint labs quizzes/mio.yaml", what: { es: "carpetas y archivos", en: "folders and files" } }],
};
