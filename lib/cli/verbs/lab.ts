/** `grumete lab`: the guided lab, on a screen or as plain lines. */

import type { Lab } from "../../content/schema/lab.ts";
import type { ExitCode } from "../../content/user_error.ts";
import type { LabOpening } from "../../screens/lab.ts";
import type { Message } from "../../screens/message.ts";
import { openConversation } from "../../terminal/conversation.ts";
import { openConcepts, type Opened, openLab } from "../load.ts";
import { later } from "../../content/later.ts";
import { labOpening } from "../lab/lab_visit.ts";
import { LabEnd } from "../lab/lab_end.ts";
import { labFarewell } from "../screen/farewell.ts";
import { print } from "../output/print.ts";
import { runOnScreen } from "../screen/on_screen.ts";
import { Performer } from "../screen/performer.ts";
import type { BeginFlags } from "../table/flags.ts";
import { agreed } from "../lab/shipped.ts";
import { again, type World } from "../world.ts";

/** 0 when all is passed, 1 when not, 3 when something could not be looked at, 130 when it was interrupted. */
export async function run(world: World, flags: BeginFlags, reference: string): Promise<ExitCode> {
  const opened = await openLab(world, reference);
  const { content: lab } = opened;
  if (flags.yes === true) await agreed(world, opened, { yes: true, begins: true });
  await using performer = new Performer(world);
  const seen = await onScreen(world, performer, lab, reference);
  const code = seen ?? await inPlainText(world, performer, opened, reference);
  // In plain text the end of all tasks is told where it happens.
  if (!world.interactive || code === 130 || (seen === undefined && code === 0)) return code;
  const farewell = labFarewell(lab, performer.studied().labs.get(lab.id), {
    reference: again(world, reference),
    lang: world.lang,
  });
  if (farewell) print(farewell);
  return code;
}

/** Undefined where there is no terminal to draw on. */
async function onScreen(
  world: World,
  performer: Performer,
  lab: Lab,
  reference: string,
): Promise<ExitCode | undefined> {
  if (world.plain || !world.interactive) return undefined;
  const end = new LabEnd();
  const heard: Pick<Performer, "perform"> = {
    perform: (effect, { dispatch, ...stage }) =>
      performer.perform(effect, {
        ...stage,
        dispatch(message) {
          end.hear(message);
          dispatch(message);
        },
      }),
  };
  const opening = openingOf(world, performer, lab, reference);
  const code = await runOnScreen(world, heard, { kind: "lab", opening }, [{ kind: "watch-lab", reference }]);
  return code === 0 ? end.code : code;
}

async function inPlainText(
  world: World,
  performer: Performer,
  opened: Opened<Lab>,
  reference: string,
): Promise<ExitCode> {
  await agreed(world, opened, { begins: true });
  const { plainLab } = await later<typeof import("../plain/plain_lab.ts")>(import.meta.url, "../plain/plain_lab.ts");
  const { runDockerLine } = await later<typeof import("../plain/plain_docker.ts")>(
    import.meta.url,
    "../plain/plain_docker.ts",
  );
  using talk = openConversation();
  const end = new LabEnd();
  const { concepts } = await openConcepts(world);
  const lab = plainLab(talk, openingOf(world, performer, opened.content, reference), {
    lang: world.lang,
    record: (what) => performer.record(what),
    flags: new Map(performer.flags()),
    shown: performer.shown,
    concept: (id) => concepts.get(id),
    refresh: () => performer.lab.refresh(),
    docker: (line) =>
      runDockerLine(talk, line, { lang: world.lang, run: (command) => performer.lab.runHere(command, line) }),
    answer: (answer) => void performer.lab.answer(answer, dispatch),
  });
  await performer.lab.watch(opened, dispatch);
  await lab.end;
  return end.code;

  function dispatch(message: Message): void {
    end.hear(message);
    lab.dispatch(message);
  }
}

function openingOf(world: World, performer: Performer, lab: Lab, reference: string): LabOpening {
  return labOpening(world, lab, performer.studied().labs.get(lab.id), reference);
}
