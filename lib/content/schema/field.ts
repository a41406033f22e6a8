/** Which fields each kind of docker object has in a check, and how the expected value is written and compared. */

/**
 * text: a string; whole: an integer; decimal: a number; flag: true or false; bytes: `64m`, kept as bytes;
 * image: a reference, equal also when the id is the same; list: texts; map: text → text;
 * ports: `80/tcp` → host port; mounts: a list of { type, source, target, readonly }; counts: text → integer;
 * lists: text → list of texts; duration: `10s`, kept as seconds; raw: anything that JSON can say.
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
  | "mounts"
  | "counts"
  | "lists"
  | "duration"
  | "raw";

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
  /** What was asked for; `livePorts` is what is open now. */
  ports: "ports",
  livePorts: "ports",
  mounts: "mounts",
  networks: "list",
  /** Network → names by which others reach it there. */
  aliases: "lists",
  /** Network → IP address. */
  addresses: "map",
  /** Names of other containers that it shares a network with. */
  sameNetworkAs: "list",
  restart: "text",
  memory: "bytes",
  cpus: "decimal",
  pids: "whole",
  capAdd: "list",
  capDrop: "list",
  readonly: "flag",
  privileged: "flag",
  init: "flag",
  health: "text",
  healthOutput: "text",
  /** Why docker could not start it: `State.Error`. */
  error: "text",
  restarts: "whole",
  oomKilled: "flag",
  autoRemove: "flag",
} as const satisfies Record<string, FieldType>;

export const imageFields = {
  size: "bytes",
  layers: "whole",
  /** The instructions that made it, the first one first. */
  history: "list",
  /** References of images whose layers are the first of its own. */
  builtFrom: "list",
  command: "text",
  entrypoint: "text",
  user: "text",
  workdir: "text",
  exposed: "list",
  env: "map",
  labels: "map",
  tags: "list",
  digests: "list",
  volumes: "list",
  /** The command of its HEALTHCHECK. */
  healthcheck: "text",
  architecture: "text",
} as const satisfies Record<string, FieldType>;

export const volumeFields = {
  driver: "text",
  labels: "map",
  options: "map",
  scope: "text",
} as const satisfies Record<string, FieldType>;

export const networkFields = {
  driver: "text",
  internal: "flag",
  attachable: "flag",
  subnets: "list",
  gateways: "list",
  containers: "list",
  labels: "map",
  scope: "text",
  options: "map",
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

export const tcpFields = { open: "flag", banner: "text" } as const satisfies Record<string, FieldType>;

export const fileFields = {
  /** file, directory, link. */
  type: "text",
  content: "text",
  size: "bytes",
  /** Octal permissions: "644". */
  mode: "text",
  /** Numbers, as in "1000:1000"; not known for files of the workspace on every system. */
  owner: "text",
  /** Where a link leads. */
  link: "text",
} as const satisfies Record<string, FieldType>;

/** A Compose project, known by the labels of its containers, networks and volumes. */
export const composeFields = {
  /** All services that have containers, running or not. */
  services: "list",
  /** Service → how many of its containers run. */
  running: "counts",
  /** Service → what its health check says. */
  health: "map",
  /** Service → image of its containers. */
  images: "map",
  /** Service → the services it waits for, as `db` and as `db:service_healthy`. */
  dependsOn: "lists",
  networks: "list",
  volumes: "list",
  /** Names of the files it was brought up from, without their folder. */
  files: "list",
  /** 1 for docker-compose, 2 for the plugin and later. */
  generation: "whole",
} as const satisfies Record<string, FieldType>;

export const swarmFields = {
  manager: "flag",
  managers: "whole",
  nodes: "whole",
} as const satisfies Record<string, FieldType>;

export const nodeFields = {
  hostname: "text",
  role: "text",
  availability: "text",
  state: "text",
  leader: "flag",
  labels: "map",
  engine: "text",
} as const satisfies Record<string, FieldType>;

export const serviceFields = {
  /** replicated, global, replicated-job, global-job. */
  mode: "text",
  /** How many are wanted; for a job, how many completions. */
  replicas: "whole",
  running: "whole",
  /** Tasks of a job that ended well. */
  completed: "whole",
  image: "image",
  command: "text",
  args: "text",
  env: "map",
  user: "text",
  labels: "map",
  containerLabels: "map",
  ports: "ports",
  mounts: "mounts",
  networks: "list",
  secrets: "list",
  configs: "list",
  constraints: "list",
  maxPerNode: "whole",
  /** Names of the nodes on which its running tasks are. */
  nodes: "list",
  memory: "bytes",
  cpus: "decimal",
  memoryReservation: "bytes",
  cpusReservation: "decimal",
  restart: "text",
  /** updating, completed, paused, rollback_started, rollback_completed … */
  updateState: "text",
  updateParallelism: "whole",
  updateDelay: "duration",
  updateOrder: "text",
  failureAction: "text",
  rollbackParallelism: "whole",
  /** What the tasks that did not start or that fell say. */
  errors: "list",
} as const satisfies Record<string, FieldType>;

export const secretFields = { labels: "map", driver: "text" } as const satisfies Record<string, FieldType>;

export const configFields = { content: "text", labels: "map" } as const satisfies Record<string, FieldType>;

/** A stack, known by the label of its services, networks, secrets and configs; names without the stack's prefix. */
export const stackFields = {
  services: "list",
  /** Service → tasks that run. */
  running: "counts",
  /** Service → replicas wanted. */
  replicas: "counts",
  images: "map",
  networks: "list",
  volumes: "list",
  secrets: "list",
  configs: "list",
} as const satisfies Record<string, FieldType>;

/** What `state` of a container may be. */
export const containerStates = ["created", "running", "paused", "restarting", "removing", "exited", "dead"] as const;
export type ContainerState = (typeof containerStates)[number];
