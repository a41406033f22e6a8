/** `grumete prepare`: begins a lab without a screen. */

import type { Lab } from "../../content/schema/lab.ts";
import { same, type Text } from "../../content/text.ts";
import { type ExitCode, UserError } from "../../content/user_error.ts";
import { createEngine, type DockerEngine } from "../../docker/engine.ts";
import { type EventStore, openStore } from "../../store/event_store.ts";
import { workspaceFolder } from "../../store/state_folder.ts";
import { type Conversation, openConversation } from "../../terminal/conversation.ts";
import { span } from "../../screens/width.ts";
import { askAgain, notBegun, obstacleQuestion, typedChoice } from "../plain/ask_obstacles.ts";
import { otherEngine } from "../lab/bound_engine.ts";
import type { BeginFlags } from "../table/flags.ts";
import { choose, type ChoosingWorld } from "../lab/gate_choice.ts";
import { begin, type Begun, halfPrepared, unreachable } from "../lab/lab_attempt.ts";
import { obstaclesError } from "../lab/obstacles_error.ts";
import { type Opened, openLab } from "../load.ts";
import { homely } from "../output/paths.ts";
import { print, printUserError } from "../output/print.ts";
import { reporting } from "../output/reporting.ts";
import { agreed } from "../lab/shipped.ts";
import { again, type World } from "../world.ts";

export async function run(world: World, flags: BeginFlags, reference: string): Promise<ExitCode> {
  const opened = await openLab(world, reference);
  await agreed(world, opened, { yes: flags.yes, begins: true });
  const { content: lab } = opened;
  using store = openStore(world.stateFolder());
  await using engine = createEngine({ context: world.context });
  using talk = openConversation();
  const begun = await begunWith(world, opened, { store, engine, talk });
  if (begun.kind === "unreachable") talk.interrupted.throwIfAborted();
  if (begun.kind === "in-the-way") {
    throw obstaclesError(lab, begun.obstacles, { es: "Arréglalo y repite", en: "Mend it and try again" });
  }
  if (begun.kind === "unreachable") throw unreachable(begun.fault);
  if (begun.kind === "elsewhere") throw otherEngine(lab, begun.elsewhere);
  if (begun.kind === "half-prepared") throw halfPrepared(lab, again(world, reference));
  say(world, lab, begun, reference);
  return 0;
}

/** Where somebody can be asked, until nothing is in the way or they leave it. */
async function begunWith(
  world: World,
  opened: Opened<Lab>,
  { store, engine, talk }: { readonly store: EventStore; readonly engine: DockerEngine; readonly talk: Conversation },
): Promise<Begun> {
  const { content: lab, file } = opened;
  const choosing: ChoosingWorld = {
    store,
    engine,
    stateFolder: world.stateFolder(),
    now: Date.now,
    accepted: new Set(),
    open: (reference) => openLab(world, reference),
    signal: talk.interrupted,
  };
  let begun = await beginning();
  while (begun.kind === "in-the-way" && world.interactive) {
    await chosen(talk, world, opened, begun.obstacles, choosing);
    begun = await beginning();
  }
  return begun;

  async function beginning(): Promise<Begun> {
    using telling = reporting(world, words.preparing);
    return await begin(lab, file.folder, { ...choosing, given: talk.interrupted, tell: telling.tell });
  }
}

const words = {
  preparing: { es: "Preparando el laboratorio", en: "Preparing the lab" },
} satisfies Readonly<Record<string, Text>>;

/** One question about the first of them. What does not work is said, and asked again. */
async function chosen(
  talk: Conversation,
  world: World,
  { content: lab, file }: Opened<Lab>,
  obstacles: Extract<Begun, { kind: "in-the-way" }>["obstacles"],
  choosing: ChoosingWorld,
): Promise<void> {
  const { lang } = world;
  const [obstacle] = obstacles;
  talk.say(obstacleQuestion(obstacles, lang, talk.width()));
  const typed = await talk.ask([span("> ", "strong")]);
  if (!obstacle || typed === undefined || /^\s*q\s*$/i.test(typed)) throw notBegun(lab);
  const choice = typedChoice(obstacle, typed);
  if (!choice) return;
  if (choice.confirm === true) {
    talk.say([[span(askAgain[choice.kind === "clean" ? "clean" : "remove"][lang], "warn")]]);
    const again = await talk.ask([span("> ", "strong")]);
    if (again === undefined || typedChoice(obstacle, again) !== choice) return;
  }
  try {
    const line = choice.commands.map((words) => `docker ${words.join(" ")}`).join(" · ");
    using telling = reporting(world, line === "" ? words.preparing : same(line));
    await choose(lab, file.folder, obstacle, choice.kind, {
      ...choosing,
      onHeard: ({ line, steps }) => telling.tell({ note: line, ...(steps ? { steps } : {}) }),
    });
  } catch (error) {
    talk.interrupted.throwIfAborted();
    if (!(error instanceof UserError) || error.exitCode === 3) throw error;
    printUserError(error, lang);
  }
}

function say(
  world: World,
  lab: Lab,
  begun: Extract<Begun, { kind: "begun" | "resumed" }>,
  reference: string,
): void {
  const folder = homely(workspaceFolder(world.stateFolder(), lab.id));
  const passed = begun.progress.passed.size;
  const next = again(world, reference);
  if (world.lang === "es") {
    print(
      begun.kind === "begun"
        ? `Preparado: ${lab.title.es}`
        : `Ya estaba en marcha: ${lab.title.es} (${passed} de ${lab.tasks.length} superadas)`,
    );
    if (lab.workspace.length > 0) print(`Carpeta de trabajo: ${folder}`);
    print(`Verifica con: grumete verify ${next}\nTermina con:  grumete cleanup ${next}`);
  } else {
    print(
      begun.kind === "begun"
        ? `Prepared: ${lab.title.en}`
        : `Going on already: ${lab.title.en} (${passed} of ${lab.tasks.length} passed)`,
    );
    if (lab.workspace.length > 0) print(`Workspace: ${folder}`);
    print(`Verify with: grumete verify ${next}\nEnd with:    grumete cleanup ${next}`);
  }
}
