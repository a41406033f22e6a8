/** `grumete prepare`: begins a lab without a screen. */

import type { ExitCode } from "../../content/user_error.ts";
import { createEngine } from "../../docker/engine.ts";
import { openStore } from "../../store/event_store.ts";
import { workspaceFolder } from "../../store/workspace.ts";
import { otherEngine } from "../bound_engine.ts";
import { begin, halfPrepared, obstaclesError, unreachable } from "../lab_attempt.ts";
import { openLab } from "../load.ts";
import { homely, shellWord } from "../paths.ts";
import { print } from "../print.ts";
import type { EngineFlags } from "../flags.ts";
import type { World } from "../world.ts";

export async function run(world: World, _flags: EngineFlags, reference: string): Promise<ExitCode> {
  const { file, content: lab } = await openLab(world, reference);
  const stateFolder = world.stateFolder();
  using store = openStore(stateFolder);
  await using engine = createEngine({ context: world.context });
  const begun = await begin(lab, file.folder, { store, engine, stateFolder, now: Date.now });
  if (begun.kind === "in-the-way") {
    throw obstaclesError(lab, begun.obstacles, { es: "Arréglalo y repite", en: "Mend it and try again" });
  }
  if (begun.kind === "unreachable") throw unreachable(begun.fault);
  if (begun.kind === "elsewhere") throw otherEngine(lab, begun.elsewhere);
  if (begun.kind === "half-prepared") throw halfPrepared(lab);
  const folder = homely(workspaceFolder(stateFolder, lab.id));
  const passed = begun.progress.passed.size;
  if (world.lang === "es") {
    print(
      begun.kind === "begun"
        ? `Preparado: ${lab.title.es}`
        : `Ya estaba en marcha: ${lab.title.es} (${passed} de ${lab.tasks.length} superadas)`,
    );
    if (lab.workspace.length > 0) print(`Carpeta de trabajo: ${folder}`);
    print(
      `Verifica con: grumete verify ${shellWord(reference)}\nTermina con:  grumete cleanup ${shellWord(reference)}`,
    );
  } else {
    print(
      begun.kind === "begun"
        ? `Prepared: ${lab.title.en}`
        : `Going on already: ${lab.title.en} (${passed} of ${lab.tasks.length} passed)`,
    );
    if (lab.workspace.length > 0) print(`Workspace: ${folder}`);
    print(`Verify with: grumete verify ${shellWord(reference)}\nEnd with:    grumete cleanup ${shellWord(reference)}`);
  }
  return 0;
}
