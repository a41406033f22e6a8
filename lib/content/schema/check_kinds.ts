/** The words that a check may begin with, without what each of them says. */

import type { CheckKind } from "./check.ts";

const kinds: Readonly<Record<CheckKind, true>> = {
  container: true,
  service: true,
  image: true,
  volume: true,
  network: true,
  exec: true,
  http: true,
  tcp: true,
  logs: true,
  file: true,
  event: true,
  compose: true,
  swarm: true,
  node: true,
  secret: true,
  config: true,
  stack: true,
  inspect: true,
};

export const checkKinds = Object.keys(kinds) as readonly CheckKind[];
