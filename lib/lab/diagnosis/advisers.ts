/** Who explains what, to a judge that found something not passed. */

import type { Advice, Advise } from "../checks/look.ts";
import { adviseCompose } from "./compose.ts";
import { adviseContainer } from "./container.ts";
import { adviseEvent, adviseGap, adviseNoRecord, adviseOpenKill } from "./event.ts";
import { adviseExec } from "./exec.ts";
import { adviseFault } from "./fault.ts";
import { adviseFile, adviseHiddenFile, adviseMissingFile, adviseUnwantedFile } from "./file.ts";
import { adviseHttp } from "./http.ts";
import { adviseImage } from "./image.ts";
import { adviseInspect } from "./inspect.ts";
import { adviseLogs } from "./logs.ts";
import { adviseMissing } from "./missing.ts";
import { adviseNetwork } from "./network.ts";
import { adviseNoContainer, adviseNotRunning } from "./inside.ts";
import { adviseNode } from "./node.ts";
import { adviseService } from "./service.ts";
import { adviseStack } from "./stack.ts";
import { adviseSteady } from "./steady.ts";
import { adviseStored } from "./stored.ts";
import { adviseSwarm } from "./swarm.ts";
import { adviseTcp } from "./tcp.ts";
import { adviseUnwanted } from "./unwanted.ts";
import { adviseVolume } from "./volume.ts";

/** By topic: a field of a kind of check that differs, or what is wrong with the whole of it. */
const advisers = {
  container: adviseContainer,
  image: adviseImage,
  volume: adviseVolume,
  network: adviseNetwork,
  compose: adviseCompose,
  service: adviseService,
  node: adviseNode,
  stored: adviseStored,
  stack: adviseStack,
  swarm: adviseSwarm,
  exec: adviseExec,
  logs: adviseLogs,
  file: adviseFile,
  http: adviseHttp,
  tcp: adviseTcp,
  inspect: adviseInspect,
  event: adviseEvent,
  gap: adviseGap,
  noRecord: adviseNoRecord,
  openKill: adviseOpenKill,
  missing: adviseMissing,
  unwanted: adviseUnwanted,
  missingFile: adviseMissingFile,
  unwantedFile: adviseUnwantedFile,
  hiddenFile: adviseHiddenFile,
  noContainer: adviseNoContainer,
  notRunning: adviseNotRunning,
  steady: adviseSteady,
  fault: adviseFault,
} as const;

export type Advisers = typeof advisers;

/** For a `Look`. */
export const advise: Advise = (topic, ...about) => {
  // The compiler cannot follow that a topic and what it is about go together; the type of `Advise` says so.
  const adviser = advisers[topic] as (...about: unknown[]) => Advice;
  return adviser(...about);
};
