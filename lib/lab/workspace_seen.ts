/** Where the learner's workspace is on a machine that cannot be looked into: what they mounted tells. */

import type { Snapshot } from "./snapshot.ts";

/** The folder ends in `/workspaces/LAB` wherever it is. Undefined when nothing below such a folder, or below several, is mounted. */
export function workspaceSeen({ containers }: Snapshot, lab: string): string | undefined {
  const end = `/workspaces/${lab}`;
  const folders = [...containers.values()].flatMap((sighting) =>
    sighting.kind === "found"
      ? (sighting.facts.mounts ?? []).flatMap(({ type, source }) => {
        const at = `${source}/`.indexOf(`${end}/`);
        return type === "bind" && at >= 0 ? [source.slice(0, at + end.length)] : [];
      })
      : []
  );
  const [one, ...others] = new Set(folders);
  return others.length === 0 ? one : undefined;
}
