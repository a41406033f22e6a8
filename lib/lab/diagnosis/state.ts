/** A container is not in the state that was asked for: why, and the step that leads there. */

import { same, type Text } from "../../content/text.ts";
import type { Advice } from "../checks/look.ts";
import { withoutLastLineEnds } from "../checks/stream.ts";
import { code, printable } from "../matching/printable.ts";
import { sizeFlag } from "../matching/size.ts";
import type { ContainerFacts, Snapshot } from "../snapshot.ts";
import { exitText, wasStopped } from "./exit_code.ts";
import { adviseStartError, recreate } from "./start_error.ts";

/** `goal` is the state that was asked for, when there is a single one. */
export function adviseState(goal: string | undefined, facts: ContainerFacts, snapshot: Snapshot): Advice {
  if (facts.state === "restarting") return crashLoop(facts);
  switch (goal) {
    case "running":
      return towardsRunning(facts, snapshot);
    case "exited":
      return towardsExited(facts);
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
      return facts.state === "exited" ? { because: ended(facts) } : {};
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
    case "dead":
      return { because: ended(facts), next: afterEnd(facts) };
    case "removing":
      return { because: { es: "Docker lo está borrando", en: "Docker is removing it" } };
    default:
      return {};
  }
}

function ended(facts: ContainerFacts): Text {
  const { name, exitCode } = facts;
  if (exitCode === undefined) return { es: `${code(name)} está parado`, en: `${code(name)} has stopped` };
  const why = exitText(exitCode, facts.oomKilled === true);
  return { es: `${code(name)} está parado: ${why.es}`, en: `${code(name)} has stopped: ${why.en}` };
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
      es: `Necesita un programa que no termine; ${logs} muestra qué hizo este`,
      en: `It needs a program that does not end; ${logs} shows what this one did`,
    };
  }
  return { es: `Mira qué dijo antes de caer: ${logs}`, en: `See what it said before it fell: ${logs}` };
}

/** Docker refuses a limit above the sum of memory and swap, which is twice the memory unless told otherwise. */
export function memoryUpdate(bytes: number, name: string): string {
  return `docker update --memory ${sizeFlag(bytes)} --memory-swap ${sizeFlag(bytes * 2)} ${name}`;
}

function towardsExited(facts: ContainerFacts): Advice {
  const { name, state } = facts;
  if (state === "created") {
    return {
      because: { es: `${code(name)} no se ha arrancado nunca`, en: `${code(name)} has never been started` },
      next: same(code(`docker start ${name}`)),
    };
  }
  const stop = code(`docker stop ${name}`);
  return { because: runs(facts), next: { es: `Páralo: ${stop}`, en: `Stop it: ${stop}` } };
}

function runs({ name, state }: ContainerFacts): Text {
  return state === "paused"
    ? { es: `${code(name)} está en pausa, no parado`, en: `${code(name)} is paused, not stopped` }
    : { es: `${code(name)} sigue en marcha`, en: `${code(name)} is still running` };
}

function crashLoop(facts: ContainerFacts): Advice {
  const { name, exitCode, restarts } = facts;
  const why = exitCode === undefined ? undefined : exitText(exitCode, facts.oomKilled === true);
  const times = restarts === undefined ? same("") : { es: ` (${restarts} veces)`, en: ` (${restarts} times)` };
  return {
    because: {
      es: `${code(name)} se cae y docker lo reinicia una y otra vez${times.es}${why ? `: ${why.es}` : ""}`,
      en: `${code(name)} falls and docker restarts it again and again${times.en}${why ? `: ${why.en}` : ""}`,
    },
    next: {
      es: `Mira por qué se cae: ${code(`docker logs ${name}`)}`,
      en: `See why it falls: ${code(`docker logs ${name}`)}`,
    },
  };
}

/** Why a container is not healthy: the last words of its own probe. */
export function adviseHealth(facts: ContainerFacts): Advice {
  const { name, health } = facts;
  const healthOutput = withoutLastLineEnds(facts.healthOutput ?? "");
  const said: Text = healthOutput === "" ? same("") : {
    es: `; la última vez dijo «${printable(healthOutput, 160, true)}»`,
    en: `; the last time it said “${printable(healthOutput, 160, true)}”`,
  };
  switch (health) {
    case undefined:
    case "":
    case "none":
      return {
        because: { es: "No tiene ninguna prueba de salud", en: "It has no health check" },
        next: recreate(name, { es: "con `--health-cmd …`", en: "with `--health-cmd …`" }),
      };
    case "starting":
      return {
        because: {
          es: `Su prueba de salud aún no ha terminado${said.es}`,
          en: `Its health check has not finished yet${said.en}`,
        },
        next: { es: "Espera unos segundos", en: "Wait some seconds" },
      };
    default:
      return {
        because: {
          es: `Su prueba de salud da ${code(health)}${said.es}`,
          en: `Its health check gives ${code(health)}${said.en}`,
        },
        next: {
          es: `Repite a mano lo que hace la prueba con ${code(`docker exec ${name} …`)}, y mira ${
            code(`docker logs ${name}`)
          }`,
          en: `Do by hand what the check does, with ${code(`docker exec ${name} …`)}, and see ${
            code(`docker logs ${name}`)
          }`,
        },
      };
  }
}
