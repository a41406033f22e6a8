/** Which fields each kind of docker object has in a check, and how the expected value is written and compared. */

/**
 * text: a string; whole: an integer; decimal: a number; flag: true or false; bytes: `64m`, kept as bytes;
 * image: a reference, equal also when the id is the same; list: texts; map: text → text;
 * ports: `80/tcp` → host port; mounts: a list of { type, source, target, readonly }.
 */
export type FieldType =
  | "text"
  | "whole"
  | "decimal"
  | "flag"
  | "bytes"
  | "image"
  | "list"
  | "map"
  | "ports"
  | "mounts";

export const containerFields = {
  state: "text",
  exitCode: "whole",
  image: "image",
  command: "text",
  entrypoint: "text",
  user: "text",
  workdir: "text",
  hostname: "text",
  env: "map",
  labels: "map",
  ports: "ports",
  mounts: "mounts",
  networks: "list",
  restart: "text",
  memory: "bytes",
  cpus: "decimal",
  pids: "whole",
  readonly: "flag",
  privileged: "flag",
  health: "text",
  restarts: "whole",
  oomKilled: "flag",
  autoRemove: "flag",
} as const satisfies Record<string, FieldType>;

export const imageFields = {
  size: "bytes",
  layers: "whole",
  command: "text",
  entrypoint: "text",
  user: "text",
  workdir: "text",
  exposed: "list",
  env: "map",
  labels: "map",
  tags: "list",
} as const satisfies Record<string, FieldType>;

export const volumeFields = { driver: "text", labels: "map", options: "map" } as const satisfies Record<
  string,
  FieldType
>;

export const networkFields = {
  driver: "text",
  internal: "flag",
  attachable: "flag",
  subnets: "list",
  containers: "list",
  labels: "map",
} as const satisfies Record<string, FieldType>;

export const execFields = { exitCode: "whole", stdout: "text", stderr: "text" } as const satisfies Record<
  string,
  FieldType
>;

export const httpFields = { status: "whole", body: "text", headers: "map" } as const satisfies Record<
  string,
  FieldType
>;

export const logsFields = { output: "text", stdout: "text", stderr: "text" } as const satisfies Record<
  string,
  FieldType
>;

/** What `state` of a container may be. */
export const containerStates = ["created", "running", "paused", "restarting", "removing", "exited", "dead"] as const;
export type ContainerState = (typeof containerStates)[number];
