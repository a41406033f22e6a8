/** A container is not in the state that was asked for: why, and the step that leads there. */

import type { Matcher } from "../../content/schema/matcher.ts";
import { same, type Text } from "../../content/text.ts";
import type { Advice } from "../checks/look.ts";
import { withoutLastLineEnds } from "../checks/stream.ts";
import { code, said } from "../matching/printable.ts";
import { sizeFlag } from "../matching/size.ts";
import type { ContainerFacts, Snapshot } from "../snapshot.ts";
import { ago } from "./ago.ts";
import { exitText, wasStopped } from "./exit_code.ts";
import { adviseStartError, recreate } from "./start_error.ts";
import { wanted } from "./wanted.ts";

/** The state that was asked for, when there is a single one; what must not run should have ended. */
export function stateWanted(matcher: Matcher): string | undefined {
  if (matcher.is === "not") return wanted(matcher.of) === "running" ? "exited" : "running";
  const goal = wanted(matcher);
  return goal === undefined ? undefined : String(goal);
}

export function adviseState(goal: string | undefined, facts: ContainerFacts, snapshot: Snapshot): Advice {
  if (facts.state === "restarting" && goal !== "exited") return crashLoop(facts, snapshot);
  switch (goal) {
    case "running":
      return towardsRunning(facts, snapshot);
    case "exited":
      return towardsExited(facts, snapshot);
    case "restarting":
      return towardsRestarting(facts, snapshot);
    case "paused":
      return facts.state === "running"
        ? { because: runs(facts), next: same(code(`docker pause ${facts.name}`)) }
        : towardsRunning(facts, snapshot);
    case "created":
      return {
        because: { es: "Ya se ha arrancado alguna vez", en: "It has been started already" },
        next: recreate(facts.name, {
          es: "sin arrancarlo: `docker create …`",
          en: "without starting it: `docker create …`",
        }),
      };
    default:
      return facts.state === "exited" ? { because: ended(facts, snapshot) } : {};
  }
}

function towardsRunning(facts: ContainerFacts, snapshot: Snapshot): Advice {
  const { name, state } = facts;
  if (state !== "running" && facts.error !== undefined && facts.error !== "") {
    return adviseStartError(facts.error, facts, snapshot);
  }
  switch (state) {
    case "paused":
      return {
        because: {
          es: `${code(name)} está en pausa: sus procesos siguen ahí, congelados`,
          en: `${code(name)} is paused: its processes are still there, frozen`,
        },
        next: same(code(`docker unpause ${name}`)),
      };
    case "created":
      return {
        because: {
          es: `${code(name)} está creado, pero nadie lo ha arrancado`,
          en: `${code(name)} is created, but nobody has started it`,
        },
        next: same(code(`docker start ${name}`)),
      };
    case "exited":
      return { because: ended(facts, snapshot), next: afterEnd(facts) };
    case "dead":
      return {
        because: {
          es: "Docker empezó a borrarlo y no pudo terminar: ya no se puede arrancar",
          en: "Docker began to remove it and could not finish: it can no longer be started",
        },
        next: recreate(name),
      };
    case "removing":
      return {
        because: { es: "Docker lo está borrando", en: "Docker is removing it" },
        next: { es: "Espera a que termine y créalo de nuevo", en: "Wait until that is over and create it again" },
      };
    default:
      return {};
  }
}

function ended(facts: ContainerFacts, snapshot: Snapshot): Text {
  const { name, exitCode, finishedAt } = facts;
  const when = finishedAt === undefined ? undefined : ago(snapshot.takenAt - finishedAt);
  const stopped: Text = when
    ? { es: `${code(name)} se paró ${when.es}`, en: `${code(name)} stopped ${when.en}` }
    : { es: `${code(name)} está parado`, en: `${code(name)} has stopped` };
  if (exitCode === undefined) return stopped;
  const why = exitText(exitCode, facts.oomKilled === true);
  const said = lastWords(name, snapshot);
  return { es: `${stopped.es}: ${why.es}${said.es}`, en: `${stopped.en}: ${why.en}${said.en}` };
}

/** A sentence to put behind the reason, empty where nothing is known. */
export function lastWords(name: string, { lastWords }: Snapshot): Text {
  const sighting = lastWords.get(name);
  const lines = sighting?.kind === "found" ? withoutLastLineEnds(sighting.facts.lines) : "";
  if (lines === "") return same("");
  const words = said(lines, 160, true);
  return { es: `. Lo último que dijo: ${words}`, en: `. The last thing it said: ${words}` };
}

function afterEnd(facts: ContainerFacts): Text {
  const { name, exitCode = 1, oomKilled = false } = facts;
  const start = code(`docker start ${name}`);
  if (oomKilled) {
    const memory = facts.memory ?? 0;
    if (memory <= 0) {
      return { es: `Libera memoria en el motor y luego ${start}`, en: `Free memory on the engine, then ${start}` };
    }
    const update = code(memoryUpdate(memory * 2, name));
    return {
      es: `Dale más memoria, por ejemplo ${update}, y luego ${start}`,
      en: `Give it more memory, for example ${update}, then ${start}`,
    };
  }
  if (wasStopped(exitCode, false)) return { es: `Arráncalo otra vez: ${start}`, en: `Start it again: ${start}` };
  if (exitCode === 126 || exitCode === 127) {
    return recreate(name, { es: "con un programa que la imagen tenga", en: "with a program that the image has" });
  }
  const logs = code(`docker logs ${name}`);
  if (exitCode === 0) {
    return {
      es:
        `Si lo paraste tú: ${start}. Si se para solo, necesita un programa que no termine; ${logs} muestra qué hizo este`,
      en:
        `If you stopped it: ${start}. If it stops by itself, it needs a program that does not end; ${logs} shows what this one did`,
    };
  }
  return { es: `Mira qué dijo antes de caer: ${logs}`, en: `See what it said before it fell: ${logs}` };
}

/** Docker refuses a limit above the sum of memory and swap, which is twice the memory unless told otherwise. */
export function memoryUpdate(bytes: number, name: string): string {
  return `docker update --memory ${sizeFlag(bytes)} --memory-swap ${sizeFlag(bytes * 2)} ${name}`;
}

function towardsExited(facts: ContainerFacts, snapshot: Snapshot): Advice {
  const { name, state } = facts;
  if (state === "restarting") {
    return { because: crashLoop(facts, snapshot).because, next: same(code(`docker stop ${name}`)) };
  }
  if (state === "created" && facts.error) return adviseStartError(facts.error, facts, snapshot);
  if (state === "created") {
    return {
      because: { es: `${code(name)} no se ha arrancado nunca`, en: `${code(name)} has never been started` },
      next: same(code(`docker start ${name}`)),
    };
  }
  const stop = code(`docker stop ${name}`);
  return { because: runs(facts), next: { es: `Páralo: ${stop}`, en: `Stop it: ${stop}` } };
}

/** Docker restarts only what fell by itself, and only where its policy says so. */
function towardsRestarting(facts: ContainerFacts, snapshot: Snapshot): Advice {
  const { name, restart = "no", state } = facts;
  if (restart !== "no") return state === "running" ? { because: runs(facts) } : towardsRunning(facts, snapshot);
  return {
    because: { es: "Su política de reinicio es `no`", en: "Its restart policy is `no`" },
    next: same(code(`docker update --restart always ${name}`)),
  };
}

function runs({ name, state }: ContainerFacts): Text {
  return state === "paused"
    ? { es: `${code(name)} está en pausa, no parado`, en: `${code(name)} is paused, not stopped` }
    : { es: `${code(name)} sigue en marcha`, en: `${code(name)} is still running` };
}

function crashLoop(facts: ContainerFacts, snapshot: Snapshot): Required<Advice> {
  const { name, exitCode, restarts } = facts;
  const why = exitCode === undefined ? undefined : exitText(exitCode, facts.oomKilled === true);
  const said = lastWords(name, snapshot);
  const times = restarts === undefined ? same("") : { es: ` (${restarts} veces)`, en: ` (${restarts} times)` };
  return {
    because: {
      es: `${code(name)} se cae y docker lo reinicia una y otra vez${times.es}${why ? `: ${why.es}` : ""}${said.es}`,
      en: `${code(name)} falls and docker restarts it again and again${times.en}${why ? `: ${why.en}` : ""}${said.en}`,
    },
    next: {
      es: `Mira por qué se cae: ${code(`docker logs ${name}`)}`,
      en: `See why it falls: ${code(`docker logs ${name}`)}`,
    },
  };
}
