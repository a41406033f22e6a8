/** What completion knows of the engine and of the learner's folder: names by where they come from. */

/** `compose`: the services of the compose file. `files:sub/` is what is in that folder, relative to the learner's. */
export type Source =
  | "containers"
  | "images"
  | "volumes"
  | "networks"
  | "services"
  | "nodes"
  | "secrets"
  | "configs"
  | "stacks"
  | "contexts"
  | "compose"
  | `files:${string}`;

/** `state` of a container as it counts for a verb. A folder ends with `/`. */
export interface Name {
  readonly text: string;
  readonly state?: "running" | "paused" | "stopped";
}

/** Sources that were never asked are absent. */
export type Names = Readonly<Partial<Record<Source, readonly Name[]>>>;
