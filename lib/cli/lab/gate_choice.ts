/** Does what the learner chose about something that is in the way of a lab. */

import type { Lab } from "../../content/schema/lab.ts";
import { UserError } from "../../content/user_error.ts";
import type { Heard } from "../../docker/heard.ts";
import { runRemedy } from "../../docker/remedy.ts";
import { type Choice, type ChoiceKind, type Obstacle, obstacleKey } from "../../lab/obstacle.ts";
import type { EventStore } from "../../store/event_store.ts";
import { type CleaningWorld, cleanUp, planCleaning } from "./clean_lab.ts";
import { unreachable } from "./lab_attempt.ts";
import { isReady, openAttempt } from "./lab_passes.ts";
import type { Opened } from "../load.ts";

export interface ChoosingWorld extends CleaningWorld {
  readonly store: EventStore;
  /** Keys of obstacles that are left as they are. */
  readonly accepted: Set<string>;
  /** Opens another lab, by its id or folder. */
  readonly open: ((reference: string) => Promise<Opened<Lab>>) | undefined;
  readonly signal?: AbortSignal;
  /** Told what docker says meanwhile. */
  readonly onHeard?: (heard: Heard) => void;
}

/** Throws a `UserError` when docker refuses (1) or cannot be asked (3). A choice that the obstacle does not have does nothing. */
export async function choose(
  lab: Lab,
  labFolder: string,
  obstacle: Obstacle,
  kind: ChoiceKind,
  world: ChoosingWorld,
): Promise<void> {
  const choice = obstacle.choices.find((choice) => choice.kind === kind);
  if (!choice) return;
  switch (kind) {
    case "use":
      world.accepted.add(obstacleKey(obstacle));
      return;
    case "clean":
      return obstacle.kind === "other-run" || obstacle.kind === "half-prepared"
        ? await cleanedOwn(lab, labFolder, world)
        : await cleanedOther(obstacle.name, world);
    case "rename":
    case "remove":
    case "stop":
    case "pull":
      return await remedied(lab, choice, world);
  }
}

async function remedied(lab: Lab, { commands, renamed }: Choice, world: ChoosingWorld): Promise<void> {
  const { store, engine, onHeard, signal } = world;
  // Before it happens: what is killed half way is found again.
  if (renamed) store.append({ kind: "lab-renamed", lab: lab.id, attempt: "", renamed }, world.now());
  const end = await runRemedy(engine.docker, commands, {
    ...(onHeard ? { onHeard } : {}),
    // What has begun to give way gives way whole.
    ...(signal && !renamed ? { signal } : {}),
  });
  if (end.kind === "done") return;
  if (end.kind === "fault" && signal?.aborted === true) throw givenUp(commands);
  if (end.kind === "fault") throw unreachable(end.fault);
  const line = `docker ${end.command.join(" ")}`;
  throw new UserError(
    { es: `No se puede: \`${line}\`: ${end.detail}`, en: `Cannot do it: \`${line}\`: ${end.detail}` },
    {
      es: "Arréglalo en otra terminal, o elige otra cosa",
      en: "Mend it in another terminal, or choose something else",
    },
    1,
  );
}

function givenUp(commands: Choice["commands"]): UserError {
  const line = commands.map((words) => `\`docker ${words.join(" ")}\``).join(", ");
  return new UserError(
    { es: `Cancelado: ${line}`, en: `Cancelled: ${line}` },
    {
      es: "Lo que ya se había descargado se aprovecha la próxima vez",
      en: "What had been fetched already is used the next time",
    },
    130,
  );
}

/** Unless another grumete has made it ready meanwhile: somebody may be at work on it. */
async function cleanedOwn(lab: Lab, folder: string, world: ChoosingWorld): Promise<void> {
  const going = openAttempt(world.store, lab.id);
  if (!going || !isReady(lab, going)) await cleaned(lab, folder, world);
}

async function cleanedOther(id: string, world: ChoosingWorld): Promise<void> {
  if (!world.open) throw new TypeError(`nobody can open "${id}"`);
  const { content, file } = await world.open(openAttempt(world.store, id)?.folder ?? id);
  await cleaned(content, file.folder, world);
}

async function cleaned(lab: Lab, folder: string, world: ChoosingWorld): Promise<void> {
  const { left } = await cleanUp(lab, folder, await planCleaning(lab, world), world);
  if (left.length === 0) return;
  const names = left.map(({ name }) => name).join(", ");
  throw new UserError(
    {
      es: `No se puede limpiar "${lab.id}" del todo: queda ${names}`,
      en: `Cannot clean "${lab.id}" up: ${names} stays`,
    },
    { es: `Mira por qué con: grumete cleanup ${lab.id}`, en: `See why with: grumete cleanup ${lab.id}` },
    1,
  );
}
