/** `grumete cleanup`: removes what a lab created, and nothing else. */

import type { Lab } from "../../content/schema/lab.ts";
import type { Text } from "../../content/text.ts";
import { type ExitCode, UserError } from "../../content/user_error.ts";
import { createEngine } from "../../docker/engine.ts";
import type { Removal } from "../../docker/removal.ts";
import { removalOrder } from "../../lab/removal_order.ts";
import { openStore } from "../../store/event_store.ts";
import { storeExists, workspaceFolder } from "../../store/state_folder.ts";
import { openConversation } from "../../terminal/conversation.ts";
import { type Cleaned, type Cleaning, type CleaningWorld, cleanUp, planCleaning } from "../lab/clean_lab.ts";
import { itemText, listText, removalText, restoredText } from "../lab/cleanup_text.ts";
import type { CleanupFlags } from "../table/flags.ts";
import { type Opened, openLab } from "../load.ts";
import { homely } from "../output/paths.ts";
import { print } from "../output/print.ts";
import { planReset, resetTask } from "../lab/reset_task.ts";
import { reporting } from "../output/reporting.ts";
import { agreed } from "../lab/shipped.ts";
import type { World } from "../world.ts";
import { isYes } from "../yes.ts";

/** 0 when nothing of the lab is left, 1 when something is or the answer was no. */
export async function run(world: World, flags: CleanupFlags, reference: string): Promise<ExitCode> {
  const opened = await openLab(world, reference);
  const stateFolder = world.stateFolder();
  using store = storeExists(stateFolder) ? openStore(stateFolder) : undefined;
  await using engine = createEngine({ context: world.context });
  const cleaningWorld: CleaningWorld = { store, engine, stateFolder, now: Date.now };
  return flags.task === undefined
    ? await whole(world, flags, opened, cleaningWorld)
    : await oneTask(world, flags, opened, flags.task, cleaningWorld);
}

async function whole(
  world: World,
  flags: CleanupFlags,
  { content: lab, file: { folder } }: Opened<Lab>,
  cleaningWorld: CleaningWorld,
): Promise<ExitCode> {
  const { lang } = world;
  const cleaning = await looking(world, () => planCleaning(lab, cleaningWorld));
  const count = removalOrder(cleaning.remove).length;
  const others = removalOrder(cleaning.alsoNew).length;
  if (!cleaning.attempt) {
    print(
      lang === "es"
        ? `${lab.id} no está en marcha aquí: solo se quita lo que lleva su etiqueta`
        : `${lab.id} is not going on here: only what carries its label is removed`,
    );
  }
  if (count > 0) {
    print(lang === "es" ? "Se quitará:" : "To be removed:");
    print(listText(cleaning.remove, lang));
  }
  if (others > 0) {
    print(heading(flags.allNew === true)[lang]);
    print(listText(cleaning.alsoNew, lang));
  }
  if (flags.dryRun) return 0;
  const answer = await asked(world, flags, lab, cleaning);
  if (answer === "no") return saidNo(world);
  const total = count + (answer === "all" ? others : 0);
  using removing = removingFrom(world, total);
  const cleaned = await cleanUp(lab, folder, cleaning, cleaningWorld, { allNew: answer === "all", ...removing });
  return said(world, lab, cleaned);
}

async function looking<Found>(world: World, look: () => Promise<Found>): Promise<Found> {
  using _telling = reporting(world, { es: "Mirando qué hay en el motor", en: "Looking at what the engine has" });
  return await look();
}

/** Says each removal, and that it goes on; Ctrl-C ends it behind the one that is under way. */
function removingFrom(world: World, total: number) {
  const { lang } = world;
  const talk = openConversation();
  const telling = reporting(world, { es: "Quitando", en: "Removing" });
  let done = 0;
  telling.tell({ steps: { done, total } });
  return {
    signal: talk.interrupted,
    onRemoval(removal: Removal): void {
      // What docker was not asked for any more is none.
      if (removal.fault?.kind === "cancelled") return;
      telling.tell({ steps: { done: ++done, total } });
      telling.aside(() => print(removalText(removal, lang)));
    },
    [Symbol.dispose](): void {
      telling[Symbol.dispose]();
      if (talk.interrupted.aborted) print(words.rest(done, total)[lang]);
      talk[Symbol.dispose]();
    },
  };
}

const words = {
  rest: (done: number, total: number): Text => ({
    es: `Se han quitado ${done} de ${total}: el laboratorio sigue en marcha, repite para quitar el resto`,
    en: `${done} of ${total} were removed: the lab is still going on, run it again to remove the rest`,
  }),
};

function heading(all: boolean) {
  return all
    ? {
      es: "Y lo demás que es nuevo desde que empezó el laboratorio:",
      en: "And what else is new since the lab began:",
    }
    : {
      es:
        "También es nuevo desde que empezó el laboratorio, quizá de otra persona, y no se toca (--all-new lo quitaría):",
      en: "Also new since the lab began, perhaps somebody else's, and left alone (--all-new would remove it):",
    };
}

/** Scripts rely on it that nothing is asked without a terminal, except before taking what another run has made. */
async function asked(
  { lang, interactive }: World,
  { yes, allNew }: CleanupFlags,
  lab: Lab,
  { attempt, otherRuns, remove, alsoNew }: Cleaning,
): Promise<"yes" | "all" | "no"> {
  const chosen = allNew === true ? "all" : "yes";
  const others = removalOrder(alsoNew).length > 0;
  if (yes === true || (removalOrder(remove).length === 0 && !(allNew === true && others))) return chosen;
  if (!interactive) {
    if (attempt || otherRuns === 0) return chosen;
    throw new UserError(
      {
        es: `No se limpia "${lab.id}" sin preguntar: lo preparó otra carpeta de estado, u otra persona`,
        en: `"${lab.id}" is not cleaned up without asking: another state folder, or somebody else, prepared it`,
      },
      { es: "Si es tuyo, repite con --yes", en: "If it is yours, run it again with --yes" },
      1,
    );
  }
  using talk = openConversation();
  const choice = others && allNew !== true;
  const question = lang === "es"
    ? `¿Quitarlo? [s/N${choice ? "/t: también lo otro" : ""}] `
    : `Remove it? [y/N${choice ? "/a: the other things too" : ""}] `;
  const answer = await talk.ask([{ text: question, style: "strong" }]);
  if (choice && /^\s*(?:t|todo|a|all)\s*$/i.test(answer ?? "")) return "all";
  return isYes(answer) ? chosen : "no";
}

function saidNo({ lang }: World): ExitCode {
  print(lang === "es" ? "No se ha quitado nada" : "Nothing was removed");
  return 1;
}

function said({ lang, stateFolder }: World, lab: Lab, cleaned: Cleaned): ExitCode {
  restoredText(cleaned, lang).forEach(print);
  if (cleaned.kept.length > 0) {
    print(
      (lang === "es" ? "Tus archivos se quedan en " : "Your files stay in ") +
        `${homely(workspaceFolder(stateFolder(), lab.id))}: ${cleaned.kept.join(", ")}`,
    );
  }
  if (cleaned.left.length > 0) {
    const names = cleaned.left.map((item) => itemText(item, lang)).join(", ");
    print(
      lang === "es"
        ? `Queda del laboratorio: ${names}. Arregla lo que dice arriba y repite`
        : `Left of the lab: ${names}. Mend what it says above and run this again`,
    );
    return 1;
  }
  print(lang === "es" ? "No queda nada del laboratorio" : "Nothing of the lab is left");
  return 0;
}

async function oneTask(
  world: World,
  flags: CleanupFlags,
  opened: Opened<Lab>,
  task: string,
  cleaningWorld: CleaningWorld,
): Promise<ExitCode> {
  const { lang } = world;
  const { content: lab, file: { folder } } = opened;
  const plan = await looking(world, () => planReset(lab, task, cleaningWorld));
  const also = plan.tasks.filter((id) => id !== task);
  if (also.length > 0) {
    print(
      lang === "es"
        ? `Con ${task} se rehacen también: ${also.join(", ")}`
        : `With ${task} these are done again too: ${also.join(", ")}`,
    );
  }
  if (plan.standsOn.length > 0) {
    print(
      lang === "es"
        ? `${task} no crea nada: trabaja sobre lo que crea ${plan.standsOn.join(", ")}; rehaz esa para empezar de cero`
        : `${task} makes nothing: it works on what ${
          plan.standsOn.join(", ")
        } makes; do that one again to begin from scratch`,
    );
  }
  const list = listText(plan.remove, lang);
  if (list !== "") print(`${lang === "es" ? "Se quitará:" : "To be removed:"}\n${list}`);
  if (plan.setup.length > 0) {
    print(lang === "es" ? "Y para prepararlo otra vez se ejecutará:" : "And to prepare it again this will run:");
    for (const line of plan.setup) print(`  ${line}`);
  }
  if (flags.dryRun) return 0;
  // The file may not be the one that was agreed to.
  if (plan.setup.length > 0) await agreed(world, opened, { yes: flags.yes });
  if (list !== "" && flags.yes !== true && world.interactive && !await agrees(world)) return saidNo(world);
  using telling = reporting(world, { es: `Empezando de nuevo ${task}`, en: `Beginning ${task} anew` });
  const { aside } = await resetTask(
    lab,
    folder,
    plan,
    cleaningWorld,
    (removal) => telling.aside(() => print(removalText(removal, lang))),
  );
  if (aside.length > 0) {
    print((lang === "es" ? "Tu versión queda en " : "Your version stays in ") + aside.join(", "));
  }
  print(lang === "es" ? "Puedes volver a hacerla" : "You can do it again");
  return 0;
}

async function agrees({ lang }: World): Promise<boolean> {
  using talk = openConversation();
  const question = lang === "es" ? "¿Quitarlo? [s/N] " : "Remove it? [y/N] ";
  return isYes(await talk.ask([{ text: question, style: "strong" }]));
}
