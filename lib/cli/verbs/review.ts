/** `grumete review`: asks what is due, on a screen or in a plain conversation; remembers what it is told about how to. */

import { nearest } from "../../content/near.ts";
import { type ExitCode, UserError } from "../../content/user_error.ts";
import { percent } from "../../screens/bar.ts";
import { algorithm } from "../../study/memory.ts";
import type { StudySettings } from "../../study/settings.ts";
import { contentIndex } from "../content_index.ts";
import type { ReviewFlags } from "../table/flags.ts";
import { Performer } from "../screen/performer.ts";
import { print } from "../output/print.ts";
import { takeReview } from "../study/take_review.ts";
import type { World } from "../world.ts";

export async function run(world: World, flags: ReviewFlags): Promise<ExitCode> {
  const { limit, cram, concept } = flags;
  if (concept !== undefined) await refuseUnknown(world, concept);
  await using performer = new Performer(world);
  const settings = settingsIn(flags);
  if (Object.keys(settings).length > 0) {
    performer.keep({ kind: "study-settings", attempt: crypto.randomUUID(), settings, algorithm });
    print(settingsText(performer.studied().settings, world));
  }
  return await takeReview(world, performer, {
    ...(limit === undefined ? {} : { limit }),
    ...(cram ? { cram } : {}),
    ...(concept === undefined ? {} : { concept }),
  });
}

/** A concept that no list has may still be that of a question. */
async function refuseUnknown(world: World, id: string): Promise<void> {
  const { concepts, contents } = await contentIndex(world);
  const known = [...new Set([...concepts.map(({ id }) => id), ...contents.flatMap(({ concepts }) => concepts)])];
  if (known.includes(id)) return;
  const near = nearest(id, known);
  throw new UserError(
    {
      es: `No se puede repasar el concepto "${id}": no existe`,
      en: `Cannot review the concept "${id}": there is none`,
    },
    near === undefined
      ? { es: "grumete list --concepts muestra los que hay", en: "grumete list --concepts shows what there is" }
      : { es: `¿Querías decir --concept ${near}?`, en: `Did you mean --concept ${near}?` },
  );
}

function settingsIn({ newPerDay, retention, dayStart }: ReviewFlags): Partial<StudySettings> {
  return {
    ...(newPerDay === undefined ? {} : { newPerDay }),
    ...(retention === undefined ? {} : { retention }),
    ...(dayStart === undefined ? {} : { dayStart }),
  };
}

/** As they are from now on, those that were not changed too. */
function settingsText({ newPerDay, retention, dayStart }: StudySettings, { lang }: World): string {
  return lang === "es"
    ? `Desde ahora: ${newPerDay} nuevas al día, recordar el ${percent(retention)}, el día empieza a ${
      dayStart === 1 ? "la" : "las"
    } ${dayStart}:00.`
    : `From now on: ${newPerDay} new a day, remembering ${percent(retention)}, the day begins at ${dayStart}:00.`;
}
