/** From checks to what must be looked at: each object once, however many checks speak of it. */

import type { Check, ExecCheck, HttpCheck, LogsCheck } from "../content/schema/check.ts";
import type { Matcher } from "../content/schema/matcher.ts";

/** Only looked up by id when the container was made from another reference: two names may mean one image. */
export interface ExpectedImage {
  readonly container: string;
  readonly image: string;
}

/** Data for `lib/docker/`, which runs one `inspect` per kind of object and the rest in parallel. */
export interface Plan {
  readonly containers: readonly string[];
  readonly images: readonly string[];
  readonly expectedImages: readonly ExpectedImage[];
  readonly volumes: readonly string[];
  readonly networks: readonly string[];
  readonly execs: readonly ExecCheck[];
  readonly https: readonly HttpCheck[];
  readonly logs: readonly LogsCheck[];
}

/** Keys under which the snapshot holds the answers: two checks that ask the same are asked once. */
export const execKey = (check: ExecCheck): string => JSON.stringify([check.name, check.user ?? "", check.run]);
export const httpKey = (check: HttpCheck): string => JSON.stringify([check.method, check.url]);
export const logsKey = (check: LogsCheck): string => JSON.stringify([check.name, check.tail]);

/** Containers of exec and logs checks are looked at too. */
export function planOf(checks: readonly Check[]): Plan {
  const containers = new Set<string>();
  const images = new Set<string>();
  const expected = new Map<string, ExpectedImage>();
  const volumes = new Set<string>();
  const networks = new Set<string>();
  const execs = new Map<string, ExecCheck>();
  const https = new Map<string, HttpCheck>();
  const logs = new Map<string, LogsCheck>();
  for (const check of checks) {
    switch (check.kind) {
      case "container":
        containers.add(check.name);
        for (const { type, matcher } of check.expects) {
          if (type !== "image") continue;
          for (const image of references(matcher)) {
            expected.set(`${check.name} ${image}`, { container: check.name, image });
          }
        }
        break;
      case "image":
        images.add(check.name);
        break;
      case "volume":
        volumes.add(check.name);
        break;
      case "network":
        networks.add(check.name);
        break;
      case "exec":
        containers.add(check.name);
        execs.set(execKey(check), check);
        break;
      case "http":
        https.set(httpKey(check), check);
        break;
      case "logs":
        containers.add(check.name);
        logs.set(logsKey(check), check);
        break;
    }
  }
  return {
    containers: [...containers],
    images: [...images],
    expectedImages: [...expected.values()],
    volumes: [...volumes],
    networks: [...networks],
    execs: [...execs.values()],
    https: [...https.values()],
    logs: [...logs.values()],
  };
}

/** Every reference that is compared as a whole, wherever it stands: its id must be known. */
export function references(matcher: Matcher): readonly string[] {
  switch (matcher.is) {
    case "equal":
      return [String(matcher.value)];
    case "oneOf":
      return matcher.values.map(String);
    case "all":
    case "any":
      return matcher.of.flatMap(references);
    case "not":
      return references(matcher.of);
    default:
      return [];
  }
}
