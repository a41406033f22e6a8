/** Records what each docker client really says in each case: `deno run -A tests/docker/record.ts CLIENT…`, with an engine up and as root. */

/** One answer of docker. `source`: run here, or copied from its source text because that client is not at hand. */
export interface Recorded {
  readonly name: string;
  readonly client: string;
  readonly source: "recorded" | "notes";
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Case {
  readonly name: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly as?: number;
}

const engine = Deno.env.get("DOCKER_HOST") ?? "unix:///var/run/docker.sock";
const folder = Deno.makeTempDirSync();
Deno.chmodSync(folder, 0o755);

async function run(binary: string, { args, env = {}, as }: Omit<Case, "name">) {
  const start = as === undefined ? [binary] : ["setpriv", `--reuid=${as}`, "--clear-groups", "--regid=65534", binary];
  const [program = "", ...rest] = [...start, ...args];
  const { code, stdout, stderr } = await new Deno.Command(program, {
    args: rest,
    clearEnv: true,
    // An empty DOCKER_HOST is not the same as none for every client.
    env: {
      PATH: Deno.env.get("PATH") ?? "",
      HOME: folder,
      ...("DOCKER_CONTEXT" in env || "DOCKER_CONFIG" in env ? {} : { DOCKER_HOST: engine }),
      ...env,
    },
    stdin: "null",
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

/** A listener that treats each connection in its own way, on a socket of this folder. */
function listener(name: string, treat: (connection: Deno.UnixConn) => Promise<void>): string {
  const path = `${folder}/${name}.sock`;
  const server = Deno.listen({ transport: "unix", path });
  (async () => {
    for await (const connection of server) treat(connection).catch(() => {});
  })();
  return `unix://${path}`;
}

const garbage = listener("garbage", async (connection) => {
  await connection.read(new Uint8Array(4096));
  await connection.write(new TextEncoder().encode("SSH-2.0-OpenSSH_9.2\r\n"));
  connection.close();
});
const web = listener("web", async (connection) => {
  await connection.read(new Uint8Array(4096));
  const body = "<html><h1>404</h1></html>\n";
  const answer =
    `HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`;
  await connection.write(new TextEncoder().encode(answer));
  connection.close();
});
const closing = listener("closing", (connection) => Promise.resolve(connection.close()));
const cutting = listener("cutting", async (connection) => {
  const real = await Deno.connect({ transport: "unix", path: engine.replace("unix://", "") });
  connection.readable.pipeTo(real.writable).catch(() => {});
  const reader = real.readable.getReader();
  const writer = connection.writable.getWriter();
  for (const end = Date.now() + 400; Date.now() < end;) {
    const next = await Promise.race([
      reader.read(),
      new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 400)),
    ]);
    if (!next?.value) break;
    await writer.write(next.value);
  }
  await writer.abort().catch(() => {});
  connection.close();
  real.close();
});

/** Two ids that begin alike exist after at most 17 containers. */
async function alike(binary: string): Promise<string> {
  const seen = new Set<string>();
  for (;;) {
    const { stdout } = await run(binary, {
      args: ["container", "create", "--label", "grumete.record=1", "busybox", "true"],
    });
    const first = stdout.slice(0, 1);
    if (seen.has(first)) return first;
    seen.add(first);
  }
}

async function record(binary: string): Promise<readonly Recorded[]> {
  const version = (await run(binary, { args: ["--version"] })).stdout.split(/[ ,]+/)[2] ?? "";
  const client = version.replace(/[+~].*/, "");
  const inspect = ["container", "inspect", "rec-none"];
  Deno.mkdirSync(`${folder}/gone-context`, { recursive: true });
  Deno.writeTextFileSync(`${folder}/gone-context/config.json`, '{"currentContext":"gone"}');
  Deno.mkdirSync(`${folder}/bad-config`, { recursive: true });
  Deno.writeTextFileSync(`${folder}/bad-config/config.json`, "{nonsense");
  for (
    const args of [
      ["run", "-d", "--name", "rec-paused", "--label", "grumete.record=1", "busybox", "sleep", "600"],
      ["pause", "rec-paused"],
      ["create", "--name", "rec-created", "--label", "grumete.record=1", "busybox", "true"],
      [
        "run",
        "-d",
        "--name",
        "rec-mute",
        "--label",
        "grumete.record=1",
        "--log-driver",
        "none",
        "-p",
        "127.0.0.1:18199:80",
        "busybox",
        "sleep",
        "600",
      ],
    ]
  ) await run(binary, { args });
  const letter = await alike(binary);
  const cases: readonly Case[] = [
    { name: "socket absent", args: inspect, env: { DOCKER_HOST: "unix:///nowhere/docker.sock" } },
    { name: "socket refused", args: inspect, env: { DOCKER_HOST: `unix://${deadSocket()}` } },
    { name: "tcp refused", args: inspect, env: { DOCKER_HOST: "tcp://127.0.0.1:1" } },
    {
      name: "version with the socket absent",
      args: ["version", "--format", "{{json .}}"],
      env: { DOCKER_HOST: "unix:///nowhere/docker.sock" },
    },
    { name: "permission", args: inspect, as: 65534 },
    { name: "host unknown", args: inspect, env: { DOCKER_HOST: "tcp://engine.invalid:2375" } },
    { name: "connection closed", args: inspect, env: { DOCKER_HOST: closing } },
    { name: "ssh refused", args: inspect, env: { DOCKER_HOST: "ssh://nobody@127.0.0.1:1" } },
    { name: "context missing", args: inspect, env: { DOCKER_CONTEXT: "nada" } },
    { name: "current context gone", args: inspect, env: { DOCKER_CONFIG: `${folder}/gone-context` } },
    { name: "DOCKER_HOST nonsense", args: inspect, env: { DOCKER_HOST: "nada://x" } },
    { name: "DOCKER_HOST without scheme", args: inspect, env: { DOCKER_HOST: "nada" } },
    {
      name: "TLS files missing",
      args: inspect,
      env: { DOCKER_HOST: "tcp://127.0.0.1:1", DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: "/nowhere" },
    },
    { name: "not docker", args: inspect, env: { DOCKER_HOST: garbage } },
    { name: "a web server", args: inspect, env: { DOCKER_HOST: web } },
    { name: "API too old", args: inspect, env: { DOCKER_API_VERSION: "1.11" } },
    { name: "API too new", args: inspect, env: { DOCKER_API_VERSION: "1.99" } },
    { name: "stream cut", args: ["events"], env: { DOCKER_HOST: cutting } },
    { name: "container missing", args: inspect },
    { name: "image missing", args: ["image", "inspect", "rec-none"] },
    { name: "volume missing", args: ["volume", "inspect", "rec-none"] },
    { name: "network missing", args: ["network", "inspect", "rec-none"] },
    { name: "several missing", args: ["container", "inspect", "rec-none", "rec-none2"] },
    { name: "object missing", args: ["inspect", "rec-none"] },
    { name: "plugin missing", args: ["plugin", "inspect", "rec-none"] },
    {
      name: "missing with a broken configuration file",
      args: inspect,
      env: { DOCKER_CONFIG: `${folder}/bad-config`, DOCKER_HOST: engine },
    },
    { name: "ambiguous prefix", args: ["container", "inspect", letter] },
    { name: "exec: container missing", args: ["container", "exec", "rec-none", "true"] },
    { name: "exec: not running", args: ["container", "exec", "rec-created", "true"] },
    { name: "exec: paused", args: ["container", "exec", "rec-paused", "true"] },
    { name: "exec: no such program", args: ["container", "exec", "rec-mute", "nada"] },
    { name: "exec: its own failure", args: ["container", "exec", "rec-mute", "cat", "/nada"] },
    {
      name: "exec: words of docker from the program",
      args: [
        "container",
        "exec",
        "rec-mute",
        "sh",
        "-c",
        "echo 'see: Cannot connect to the Docker daemon at unix:///x. Is the docker daemon running?' >&2; exit 1",
      ],
    },
    { name: "logs: container missing", args: ["container", "logs", "rec-none"] },
    { name: "logs: driver cannot read", args: ["container", "logs", "rec-mute"] },
    { name: "service with swarm off", args: ["service", "inspect", "rec-none"] },
    { name: "node list with swarm off", args: ["node", "ls"] },
    { name: "compose absent", args: ["compose", "ps"] },
    { name: "compose absent, with a flag", args: ["compose", "version", "--short"] },
    { name: "unknown flag", args: ["container", "inspect", "--nada", "x"] },
    { name: "too few arguments", args: ["container", "inspect"] },
    { name: "bad template", args: ["version", "--format", "{{.Nada"] },
    {
      name: "port taken",
      args: ["run", "--rm", "--label", "grumete.record=1", "-p", "127.0.0.1:18199:80", "busybox", "true"],
    },
    { name: "name taken", args: ["create", "--name", "rec-created", "busybox", "true"] },
    { name: "image not to be had", args: ["run", "--rm", "registry.invalid/nada:1"] },
    { name: "removal of what is not there", args: ["image", "rm", "rec-none"] },
    { name: "removal of a network that is not there", args: ["network", "rm", "rec-none"] },
    { name: "forced removal of what is not there", args: ["container", "rm", "--force", "rec-none"] },
  ];
  const recorded: Recorded[] = [];
  for (const item of cases) {
    const env = item.env ?? {};
    const answer = await run(binary, item);
    recorded.push({ name: item.name, client, source: "recorded", argv: item.args, env, ...answer });
  }
  const { stdout } = await run(binary, { args: ["ps", "-aq", "--filter", "label=grumete.record=1"] });
  await run(binary, { args: ["rm", "-f", ...stdout.split("\n").filter((id) => id !== "")] });
  return recorded;
}

/** A socket file that nobody listens on. */
function deadSocket(): string {
  const path = `${folder}/dead-${crypto.randomUUID().slice(0, 8)}.sock`;
  const listening = Deno.listen({ transport: "unix", path });
  // Closing removes nothing: the file stays.
  listening.close();
  return path;
}

if (import.meta.main) {
  for (const binary of Deno.args) {
    const answers = await record(binary);
    const client = answers[0]?.client ?? "unknown";
    const text = JSON.stringify(answers, null, 2).replaceAll(folder, "/tmp/recording")
      .replaceAll(encodeURIComponent(folder), encodeURIComponent("/tmp/recording"));
    Deno.writeTextFileSync(new URL(`recorded/client_${client}.json`, import.meta.url), `${text}\n`);
    Deno.stdout.writeSync(new TextEncoder().encode(`${client}: ${answers.length} answers\n`));
  }
  Deno.exit();
}
