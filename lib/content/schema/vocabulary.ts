/** Texts of which only docker's own words can be meant: a check that expects any other could never pass. */

import { containerStates } from "./field.ts";

/** By the name of the matcher's type (see `matcherFor`). Sources: moby's `container`, `swarm` and `network` API types. */
export const vocabularies = {
  containerState: containerStates,
  health: ["starting", "healthy", "unhealthy"],
  fileType: ["file", "directory", "link"],
  role: ["manager", "worker"],
  availability: ["active", "pause", "drain"],
  nodeState: ["unknown", "down", "ready", "disconnected"],
  serviceMode: ["replicated", "global", "replicated-job", "global-job"],
  serviceRestart: ["none", "on-failure", "any"],
  updateState: ["updating", "paused", "completed", "rollback_started", "rollback_paused", "rollback_completed"],
  updateOrder: ["stop-first", "start-first"],
  failureAction: ["pause", "continue", "rollback"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Vocabulary = keyof typeof vocabularies;
export const vocabularyNames = Object.keys(vocabularies) as readonly Vocabulary[];

export function isVocabulary(type: string): type is Vocabulary {
  return Object.hasOwn(vocabularies, type);
}

/** What kinds of object docker tells events of. */
export const eventTypes = ["container", "image", "volume", "network", "service", "node", "secret", "config"] as const;
