/** `grumete cleanup`: removes what a lab created, and nothing else. */

import type { Lang } from "../../content/text.ts";
import type { ExitCode } from "../../content/user_error.ts";
import { createEngine } from "../../docker/engine.ts";
import { takeInventory } from "../../docker/inventory.ts";
import { type Removal, removeObjects } from "../../docker/removal.ts";
import { type Inventory, leftovers, removalOrder } from "../../lab/ledger.ts";
import { openStore } from "../../store/event_store.ts";
import { storeExists } from "../../store/state_folder.ts";
import { takeAway, workspaceFolder } from "../../store/workspace.ts";
import { unreachable } from "../lab_attempt.ts";
import { openAttempt } from "../lab_passes.ts";
import { openLab } from "../load.ts";
import { homely } from "../paths.ts";
import { print } from "../print.ts";
import type { CleanupFlags } from "../flags.ts";
import type { World } from "../world.ts";

export async function run(world: World, flags: CleanupFlags, reference: string): Promise<ExitCode> {
  const { lang } = world;
  const { file, content: lab } = await openLab(world, reference);
  const stateFolder = world.stateFolder();
  using store = storeExists(stateFolder) ? openStore(stateFolder) : undefined;
  const attempt = store && openAttempt(store, lab.id);
  await using engine = createEngine({ context: world.context });
  const inventory = await takeInventory(engine.docker);
  if (inventory.kind === "fault") throw unreachable(inventory.fault);
  const { remove, alsoNew } = leftovers(lab, attempt?.before, inventory.value);

  if (!attempt) {
    print(
      lang === "es"
        ? `${lab.id} no está en marcha aquí: solo se quita lo que lleva su etiqueta`
        : `${lab.id} is not going on here: only what carries its label is removed`,
    );
  }
  if (flags.dryRun) {
    list(remove, lang);
    sayOthers(alsoNew, lang);
    return 0;
  }
  const removals = await removeObjects(engine.docker, remove);
  for (const removal of removals) {
    print(`  ${endings[removal.end][lang]}  ${names[removal.kind][lang]} ${removal.name}${reason(removal)}`);
  }
  const fault = removals.find((removal) => removal.fault)?.fault;
  if (fault) throw unreachable(fault);
  const kept = takeAway(workspaceFolder(stateFolder, lab.id), file.folder, lab.workspace);
  if (kept.length > 0) {
    print(
      (lang === "es" ? "Tus ficheros se quedan en " : "Your files stay in ") +
        `${homely(workspaceFolder(stateFolder, lab.id))}: ${kept.join(", ")}`,
    );
  }
  sayOthers(alsoNew, lang);
  const stubborn = removals.filter(({ end }) => end === "kept");
  if (stubborn.length > 0) {
    print(
      lang === "es"
        ? "Docker no ha querido quitarlo todo: arregla lo que dice arriba y repite"
        : "Docker did not remove everything: mend what it says above and run this again",
    );
    return 1;
  }
  if (attempt) store?.append({ kind: "lab-cleaned", lab: lab.id, attempt: attempt.attempt }, Date.now());
  print(lang === "es" ? "No queda nada del laboratorio" : "Nothing of the lab is left");
  return 0;
}

const endings: Readonly<Record<Removal["end"], Readonly<Record<Lang, string>>>> = {
  removed: { es: "quitado", en: "removed" },
  gone: { es: "ya no estaba", en: "gone already" },
  kept: { es: "se queda", en: "kept" },
  unknown: { es: "sin saber", en: "unknown" },
};

const names: Readonly<Record<Removal["kind"], Readonly<Record<Lang, string>>>> = {
  container: { es: "contenedor", en: "container" },
  network: { es: "red", en: "network" },
  volume: { es: "volumen", en: "volume" },
  image: { es: "imagen", en: "image" },
};

function reason({ end, detail }: Removal): string {
  return end === "kept" && detail !== "" ? `: ${detail}` : "";
}

function list(objects: Inventory, lang: Lang): void {
  const heading = lang === "es" ? "Se quitaría" : "Would remove";
  for (const { kind, name } of removalOrder(objects)) print(`  ${heading}: ${names[kind][lang]} ${name}`);
}

/** Made since the lab began, but not by a name the lab knows: told, never touched. */
function sayOthers(others: Inventory, lang: Lang): void {
  const order = removalOrder(others).filter(({ kind }) => kind !== "image");
  if (order.length === 0) return;
  print(
    lang === "es"
      ? "También es nuevo desde que empezó el laboratorio, y no se toca:"
      : "Also new since the lab began, and left alone:",
  );
  for (const { kind, name } of order) print(`  ${names[kind][lang]} ${name}`);
}
