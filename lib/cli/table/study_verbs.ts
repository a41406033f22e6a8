/** The verbs of self-study: flags and help of each. */

import { buildCommand } from "@stricli/core";
import { wholeNumber, within } from "./flag_values.ts";
import type { ExportFlags, ImportFlags, JsonFlags, ReviewFlags } from "./flags.ts";
import { settingBounds } from "../../study/settings.ts";
import type { Commands, VerbParts } from "./verb_parts.ts";
import type { CommonFlags } from "../world.ts";

export function studyVerbs({ lang, say, optional, common, json, one, lazily }: VerbParts): Commands {
  return {
    review: buildCommand({
      docs: {
        brief: say({ es: "Repasa lo que toca hoy", en: "Review what is due today" }),
        fullDescription: say({
          es: "Pregunta de nuevo lo aprendido justo antes de que se olvide (FSRS-6).\n" +
            "Cada respuesta cuenta, también las de cuestionarios y laboratorios.\n" +
            "--new-per-day, --retention y --day-start se recuerdan.",
          en: "Asks again what was learned just before it is forgotten (FSRS-6).\n" +
            "Every answer counts, those of quizzes and labs too.\n" +
            "--new-per-day, --retention and --day-start are remembered.",
        }),
      },
      parameters: {
        flags: {
          ...common,
          limit: {
            ...optional,
            parse: wholeNumber(lang, 1),
            brief: say({ es: "Como mucho tantas", en: "So many at most" }),
            placeholder: "N",
          },
          concept: {
            ...optional,
            parse: String,
            brief: say({ es: "Solo las de un concepto", en: "Only those of one concept" }),
            placeholder: "ID",
          },
          cram: {
            kind: "boolean",
            optional: true,
            withNegated: false,
            brief: say({
              es: "Practica también lo que no toca, sin tocar el calendario",
              en: "Practises also what is not due, and leaves the schedule alone",
            }),
          },
          newPerDay: {
            ...optional,
            parse: within(lang, settingBounds.newPerDay, true),
            brief: say({ es: "Preguntas nuevas al día", en: "New questions a day" }),
            placeholder: "N",
          },
          retention: {
            ...optional,
            parse: within(lang, settingBounds.retention),
            brief: say({ es: "Cuánto se quiere recordar, de 0.7 a 0.97", en: "How much to remember, 0.7 to 0.97" }),
            placeholder: "0.9",
          },
          dayStart: {
            ...optional,
            parse: within(lang, settingBounds.dayStart, true),
            brief: say({ es: "Hora a la que empieza el día, de 0 a 23", en: "Hour at which a day begins, 0 to 23" }),
            placeholder: "H",
          },
        },
      },
      loader: lazily<ReviewFlags, []>("review"),
    }),
    stats: buildCommand({
      docs: {
        brief: say({
          es: "Dominio, racha, calendario y repasos por venir",
          en: "Mastery, streak, calendar, reviews to come",
        }),
      },
      parameters: { flags: { ...common, json } },
      loader: lazily<JsonFlags, []>("stats"),
    }),
    concept: buildCommand({
      docs: {
        brief: say({
          es: "Qué es un concepto, dónde se enseña y qué sabes de él",
          en: "What a concept is, where it is taught, what you know of it",
        }),
      },
      parameters: {
        positional: one("ID", {
          es: "Id de un concepto (grumete list --concepts)",
          en: "Id of a concept (grumete list --concepts)",
        }),
        flags: common,
      },
      loader: lazily<CommonFlags, [string]>("concept"),
    }),
    "export-progress": buildCommand({
      docs: {
        brief: say({ es: "Escribe todo el progreso como JSON Lines", en: "Writes all progress as JSON Lines" }),
      },
      parameters: {
        flags: {
          ...common,
          out: {
            ...optional,
            parse: String,
            brief: say({
              es: "En este archivo; si no, en la salida estándar",
              en: "Into this file; else standard output",
            }),
            placeholder: "FILE",
          },
        },
      },
      loader: lazily<ExportFlags, []>("export_progress"),
    }),
    "import-progress": buildCommand({
      docs: {
        brief: say({
          es: "Añade el progreso de otra máquina, sin repetir nada",
          en: "Adds the progress of another machine, nothing twice",
        }),
      },
      parameters: {
        positional: one("FILE|-", { es: "Lo que escribió export-progress", en: "What export-progress wrote" }),
        flags: {
          ...common,
          dryRun: {
            kind: "boolean",
            optional: true,
            withNegated: false,
            brief: say({ es: "Solo dice qué añadiría", en: "Only says what it would add" }),
          },
        },
      },
      loader: lazily<ImportFlags, [string]>("import_progress"),
    }),
    completions: buildCommand({
      docs: {
        brief: say({ es: "Script de autocompletado para la shell", en: "Completion script for the shell" }),
        fullDescription: say({
          es: "Completa verbos, opciones e ids con TAB.",
          en: "Completes verbs, flags and ids with TAB.",
        }),
      },
      parameters: {
        positional: one("bash|zsh|fish", { es: "Para qué shell", en: "For which shell" }),
        flags: common,
      },
      loader: lazily<CommonFlags, [string]>("completions"),
    }),
  };
}
