/** A workspace on another machine is known by what the learner mounted from it. */

import { equal } from "node:assert/strict";
import { workspaceSeen } from "../../lib/lab/workspace_seen.ts";
import { container, snapshot } from "./samples.ts";

function seen(...sources: readonly string[]): string | undefined {
  const mounts = sources.map((source) => ({ type: "bind", source, target: "/www", readonly: false }));
  return workspaceSeen(snapshot({ containers: [container("web", { mounts })], missing: ["db"] }), "muelle");
}

Deno.test("the folder is the part up to the lab's name, below whatever home", () => {
  equal(
    seen("/home/ana/.local/state/grumete/workspaces/muelle/site"),
    "/home/ana/.local/state/grumete/workspaces/muelle",
  );
  equal(seen("/srv/state/workspaces/muelle"), "/srv/state/workspaces/muelle");
  equal(
    seen("/etc", "/srv/state/workspaces/muelle/a", "/srv/state/workspaces/muelle/b"),
    "/srv/state/workspaces/muelle",
  );
});

Deno.test("what is mounted from elsewhere, or from two such folders, tells nothing", () => {
  equal(seen(), undefined);
  equal(seen("/home/ana/site", "/srv/workspaces/muelle-2/site"), undefined);
  equal(seen("/a/workspaces/muelle/site", "/b/workspaces/muelle/site"), undefined);
});

Deno.test("a volume of such a name is no folder", () => {
  const mounts = [{ type: "volume", source: "/x/workspaces/muelle", target: "/www", readonly: false }];
  equal(workspaceSeen(snapshot({ containers: [container("web", { mounts })] }), "muelle"), undefined);
});
