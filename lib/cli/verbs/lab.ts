/** `grumete lab`: the guided lab, on a screen or as plain lines. */

import type { Lab } from "../../content/schema/lab.ts";
import type { ExitCode } from "../../content/user_error.ts";
import { openConversation } from "../../terminal/conversation.ts";
import { type Opened, openLab } from "../load.ts";
import { later } from "../../content/later.ts";
import { exitCodeOf } from "../lab_report.ts";
import { labFarewell } from "../farewell.ts";
import { print } from "../print.ts";
import { runOnScreen } from "../on_screen.ts";
import { Performer } from "../performer.ts";
import type { BeginFlags } from "../flags.ts";
import { agreed } from "../shipped.ts";
import type { World } from "../world.ts";

export async function run(world: World, flags: BeginFlags, reference: string): Promise<ExitCode> {
  const opened = await openLab(world, reference);
  if (flags.yes === true) await agreed(world, opened, { yes: true, begins: true });
  await using performer = new Performer(world);
  if (!world.plain && world.interactive) {
    const lab = opened.content;
    const opening = performer.labOpening(lab, reference);
    const code = await runOnScreen(world, performer, { kind: "lab", opening }, [{ kind: "watch-lab", reference }]);
    if (code !== undefined) {
      const farewell = labFarewell(lab, performer.progress().labs.get(lab.id), { reference, lang: world.lang });
      if (farewell && code === 0) print(farewell);
      return code;
    }
  }
  return await inPlainText(world, performer, opened, reference);
}

/** 0 when all is passed, 3 when something could not be looked at, 1 otherwise. */
async function inPlainText(
  world: World,
  performer: Performer,
  opened: Opened<Lab>,
  reference: string,
): Promise<ExitCode> {
  await agreed(world, opened, { begins: true });
  const { plainLab } = await later<typeof import("../plain_lab.ts")>(import.meta.url, "../plain_lab.ts");
  const { runDockerLine } = await later<typeof import("../plain_docker.ts")>(import.meta.url, "../plain_docker.ts");
  using talk = openConversation();
  const { dispatch, end } = plainLab(talk, performer.labOpening(opened.content, reference), {
    lang: world.lang,
    record: (what) => performer.record(what),
    refresh: () => performer.refreshLab(),
    docker: (line) =>
      runDockerLine(talk, line, { lang: world.lang, run: (command) => performer.runDocker(command, line) }),
    answer: (answer) => void performer.answerGate(answer, dispatch),
  });
  await performer.watchLab(opened, dispatch);
  const verdict = await end;
  return verdict === undefined ? 3 : exitCodeOf(verdict.tasks);
}
