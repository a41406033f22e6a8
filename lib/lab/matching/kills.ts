/** Docker tells a `kill` of every signal that it sends, also when it stops a container: which ones somebody asked for. */

import { timeOf } from "../history.ts";
import type { PastEvent } from "../snapshot.ts";
import { signalName } from "./event.ts";

/** `open`: it may still turn out to be part of a stop; known in so many ms. */
export type Kill = { readonly kind: "asked" | "stopping" } | { readonly kind: "open"; readonly wait: number };

/** Nobody stops with these, and programs that get them live on. */
const reloads: readonly (string | undefined)[] = ["SIGHUP", "SIGUSR1", "SIGUSR2"];
/** ms: `docker stop` waits for ten seconds before it sends SIGKILL. */
const grace = 12_000;
/** ms between the end of a container that was stopped and the word that it was. */
const settling = 2000;

/** `events` of all objects, the oldest first; `now`: ms since 1970. */
export function killOf(kill: PastEvent, events: readonly PastEvent[], now: number): Kill {
  const own = events.filter(({ type, id }) => type === "container" && id === kill.id);
  const at = own.indexOf(kill);
  const isStart = ({ action }: PastEvent) => action === "start";
  const started = own.findIndex((event, index) => index > at && isStart(event));
  const life = own.slice(own.slice(0, at).findLastIndex(isStart) + 1, started < 0 ? undefined : started);
  const stopped = life.findIndex(({ action }, index) => action === "stop" && index > life.indexOf(kill));
  const isLast = lastSignals(stopped < 0 ? life : life.slice(0, stopped)).includes(kill);
  if (stopped >= 0) return { kind: isLast ? "stopping" : "asked" };
  const signal = signalName(kill.signal);
  // A stop begins with another signal.
  const alone = signal === "SIGKILL" && life.find(({ action }) => action === "kill") === kill;
  if (started >= 0 || !isLast || alone || reloads.includes(signal)) return { kind: "asked" };
  const death = life.find(({ action }) => action === "die");
  const wait = death ? timeOf(death) + settling - now : timeOf(kill) + grace - now;
  return wait > 0 ? { kind: "open", wait } : { kind: "asked" };
}

/** What a stop sends: one signal, and SIGKILL when that was of no use. */
function lastSignals(life: readonly PastEvent[]): readonly PastEvent[] {
  const signals = life.filter(({ action }) => action === "kill");
  const isKill = (event: PastEvent | undefined) => signalName(event?.signal) === "SIGKILL";
  return signals.slice(isKill(signals.at(-1)) && !isKill(signals.at(-2)) ? -2 : -1);
}
