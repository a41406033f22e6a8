/** Something that keeps a lab from starting well, and what the learner may choose to do about it. */

import type { Text } from "../content/text.ts";
import { code } from "./matching/printable.ts";

/** An object that had to give way, under its new name; clean-up gives the old one back. */
export interface Renamed {
  readonly object: "container" | "image";
  readonly from: string;
  readonly to: string;
}

export type ChoiceKind = "use" | "remove" | "rename" | "stop" | "pull" | "clean";

/** `commands` are docker's own arguments, shown as they will be run. */
export interface Choice {
  readonly kind: ChoiceKind;
  readonly commands: readonly (readonly string[])[];
  /** Asked a second time: what it takes away cannot be made again. */
  readonly confirm?: boolean;
  readonly renamed?: Renamed;
}

export type ObstacleKind =
  | "container"
  | "volume"
  | "network"
  | "image"
  | "missing-image"
  | "port"
  | "subnet"
  | "disk"
  | "compose"
  | "swarm"
  | "half-prepared"
  | "other-run"
  | "other-lab";

/** `what` is in the way; `next` repairs it by hand; `choices` repair it here. Without choices nothing can be done from here. */
export interface Obstacle {
  readonly kind: ObstacleKind;
  readonly name: string;
  readonly what: Text;
  readonly next: Text;
  readonly choices: readonly Choice[];
}

/** The same obstacle has the same key at the next look. */
export function obstacleKey({ kind, name }: Pick<Obstacle, "kind" | "name">): string {
  return `${kind} ${name}`;
}

/** What a choice does, in a word or two. */
export const choiceText: Readonly<Record<ChoiceKind, Text>> = {
  use: { es: "seguir así", en: "go on anyway" },
  remove: { es: "quitar", en: "remove" },
  rename: { es: "cambiar el nombre", en: "rename" },
  stop: { es: "parar", en: "stop" },
  pull: { es: "descargar", en: "pull" },
  clean: { es: "limpiar ese laboratorio", en: "clean that lab up" },
};

/** One that can be told and chosen about. */
export function obstacle(
  kind: ObstacleKind,
  name: string,
  what: Text,
  next: Text,
  choices: readonly Choice[],
): Obstacle {
  return { kind, name, what, next, choices };
}

/** A docker command line in a sentence. */
export function docker(...args: readonly string[]): string {
  return code(`docker ${args.join(" ")}`);
}

/** The learner knows better. */
export const use: Choice = { kind: "use", commands: [] };

/** What `setup` itself is going to make cannot be there before. */
export function useUnless(prepared: boolean): readonly Choice[] {
  return prepared ? [] : [use];
}
