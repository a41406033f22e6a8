/** Facts from what engines of several generations print. */

import { deepEqual, equal } from "node:assert/strict";
import * as fc from "fast-check";
import { containerFacts, imageFacts, networkFacts, parseInspect, volumeFacts } from "../../lib/docker/inspect.ts";
import { parseHistory } from "../../lib/docker/history.ts";
import { mergeLogs } from "../../lib/docker/inside.ts";
import { parseRows } from "../../lib/docker/neighbours.ts";

const running = {
  Id: "4f",
  Name: "/web",
  RestartCount: 2,
  Image: "sha256:aa",
  State: {
    Status: "restarting",
    Running: true,
    Restarting: true,
    ExitCode: 0,
    Error: "",
    OOMKilled: false,
    StartedAt: "2026-11-21T09:37:19.183981847Z",
    FinishedAt: "0001-01-01T00:00:00Z",
    Health: { Status: "unhealthy", Log: [{ Output: "old" }, { Output: "db not reachable\n" }] },
  },
  Config: {
    Image: "nginx:1.27",
    Cmd: ["nginx", "-g"],
    Entrypoint: null,
    Env: ["A=1=2", "EMPTY"],
    Labels: null,
    User: "",
    WorkingDir: "/srv",
    Hostname: "4f",
  },
  HostConfig: {
    PortBindings: {
      "80/tcp": [{ HostIp: "", HostPort: "8080" }],
      "81/tcp": [{ HostIp: "127.0.0.1", HostPort: "" }],
      "82/tcp": [{ HostIp: "", HostPort: "9000-9010" }],
    },
    RestartPolicy: { Name: "on-failure", MaximumRetryCount: 3 },
    Memory: 67108864,
    NanoCpus: 0,
    CpuQuota: 50000,
    CpuPeriod: 0,
    PidsLimit: null,
    ReadonlyRootfs: true,
    Privileged: false,
    AutoRemove: false,
    Init: true,
    CapAdd: ["CAP_NET_ADMIN"],
    CapDrop: null,
    Tmpfs: { "/scratch": "rw,size=1m", "/fixed": "ro" },
  },
  NetworkSettings: {
    Ports: {
      "80/tcp": [{ HostIp: "0.0.0.0", HostPort: "8080" }, { HostIp: "::", HostPort: "8080" }],
      "81/tcp": [{ HostIp: "127.0.0.1", HostPort: "32768" }],
      "82/tcp": [{ HostIp: "0.0.0.0", HostPort: "9003" }, { HostIp: "::", HostPort: "9003" }],
      "443/tcp": null,
    },
    Networks: { web: { Aliases: ["www", "4f"], IPAddress: "10.5.0.2" }, bridge: { Aliases: null, IPAddress: "" } },
  },
  Mounts: [
    { Type: "volume", Name: "datos", Source: "/var/lib/docker/volumes/datos/_data", Destination: "/data", RW: false },
    { Type: "bind", Source: "/home/ana", Destination: "/host", RW: true },
  ],
};

Deno.test("a container's facts are read field by field", () => {
  deepEqual(containerFacts(running), {
    id: "4f",
    name: "web",
    state: "restarting",
    exitCode: 0,
    oomKilled: false,
    startedAt: Date.parse("2026-11-21T09:37:19.183Z"),
    restarts: 2,
    health: "unhealthy",
    healthOutput: "db not reachable",
    image: "nginx:1.27",
    imageId: "sha256:aa",
    command: ["nginx", "-g"],
    entrypoint: [],
    user: "",
    workdir: "/srv",
    hostname: "4f",
    env: { A: "1=2", EMPTY: "" },
    labels: {},
    ports: {
      "80/tcp": [{ port: 8080, address: "0.0.0.0" }],
      "81/tcp": [{ port: 32768, address: "127.0.0.1" }],
      "82/tcp": [{ port: 9003, address: "0.0.0.0" }],
    },
    mounts: [
      { type: "volume", source: "datos", target: "/data", readonly: true },
      { type: "bind", source: "/home/ana", target: "/host", readonly: false },
      { type: "tmpfs", source: "", target: "/scratch", readonly: false },
      { type: "tmpfs", source: "", target: "/fixed", readonly: true },
    ],
    livePorts: {
      "80/tcp": [{ port: 8080, address: "0.0.0.0" }],
      "81/tcp": [{ port: 32768, address: "127.0.0.1" }],
      "82/tcp": [{ port: 9003, address: "0.0.0.0" }],
    },
    networks: ["bridge", "web"],
    aliases: { web: ["www", "4f"], bridge: [] },
    addresses: { web: "10.5.0.2" },
    restart: "on-failure:3",
    memory: 67108864,
    cpus: 0.5,
    pids: 0,
    readonly: true,
    privileged: false,
    autoRemove: false,
    init: true,
    capAdd: ["CAP_NET_ADMIN"],
    capDrop: [],
  });
});

Deno.test("a container in a crash loop is restarting, although the engine calls it running as well", () => {
  equal(containerFacts({ State: { Running: true, Restarting: true } }).state, "restarting");
});

Deno.test("ports asked for are known of a stopped container, and -P shows the live ones", () => {
  const stopped = {
    HostConfig: { PortBindings: { "80/tcp": [{ HostIp: "127.0.0.1", HostPort: "8080" }] } },
    NetworkSettings: { Ports: {} },
  };
  deepEqual(containerFacts(stopped).ports, { "80/tcp": [{ port: 8080, address: "127.0.0.1" }] });
  const all = {
    HostConfig: { PortBindings: {}, PublishAllPorts: true },
    NetworkSettings: { Ports: { "80/tcp": [{ HostIp: "0.0.0.0", HostPort: "32770" }] } },
  };
  deepEqual(containerFacts(all).ports, { "80/tcp": [{ port: 32770, address: "0.0.0.0" }] });
});

Deno.test("an engine that leaves fields out leaves facts out, and never invents any", () => {
  deepEqual(containerFacts({ Id: "1", Name: "/a" }), { id: "1", name: "a" });
  deepEqual(imageFacts({ Id: "1", Config: null }), {
    id: "1",
    tags: [],
    digests: [],
    volumes: [],
    command: [],
    entrypoint: [],
    user: "",
    workdir: "",
    exposed: [],
    env: {},
    labels: {},
  });
  deepEqual(volumeFacts({ Name: "v" }), { name: "v", labels: {}, options: {} });
  deepEqual(networkFacts({ Id: "1", Name: "n" }), {
    id: "1",
    name: "n",
    subnets: [],
    gateways: [],
    containers: [],
    labels: {},
    options: {},
  });
});

Deno.test("images, volumes and networks are read", () => {
  deepEqual(
    imageFacts({
      Id: "sha256:aa",
      RepoTags: ["web:1", "<none>:<none>"],
      RepoDigests: ["web@sha256:bb"],
      Architecture: "amd64",
      Size: 12,
      RootFS: { Layers: ["a", "b"] },
      Config: {
        ExposedPorts: { "80/tcp": {} },
        Entrypoint: "run",
        Volumes: { "/data": {} },
        Healthcheck: { Test: ["CMD-SHELL", "wget -q localhost"] },
      },
    }),
    {
      id: "sha256:aa",
      tags: ["web:1"],
      digests: ["web@sha256:bb"],
      volumes: ["/data"],
      healthcheck: "wget -q localhost",
      architecture: "amd64",
      size: 12,
      layers: 2,
      layerIds: ["a", "b"],
      command: [],
      entrypoint: ["run"],
      user: "",
      workdir: "",
      exposed: ["80/tcp"],
      env: {},
      labels: {},
    },
  );
  deepEqual(
    networkFacts({
      Id: "1",
      Name: "red",
      Driver: "bridge",
      Internal: true,
      Attachable: false,
      Scope: "local",
      Options: { "com.docker.network.bridge.name": "br0" },
      IPAM: { Config: [{ Subnet: "10.5.0.0/24", Gateway: "10.5.0.1" }] },
      Containers: { b: { Name: "web" }, a: { Name: "db" } },
      Labels: { a: "1" },
    }),
    {
      id: "1",
      name: "red",
      driver: "bridge",
      internal: true,
      attachable: false,
      subnets: ["10.5.0.0/24"],
      gateways: ["10.5.0.1"],
      scope: "local",
      options: { "com.docker.network.bridge.name": "br0" },
      containers: ["db", "web"],
      labels: { a: "1" },
    },
  );
});

Deno.test("no JSON, however odd, makes reading fail", () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    for (const raw of parseInspect(JSON.stringify([value])) ?? []) {
      [containerFacts, imageFacts, volumeFacts, networkFacts].forEach((read) => read(raw));
    }
  }));
});

Deno.test("fields of a wrong type count as absent, whichever they are", () => {
  const spoilt = fc.constantFrom(...Object.keys(running)).chain((key) =>
    fc.jsonValue().map((value) => ({ ...running, [key]: value }))
  );
  fc.assert(fc.property(spoilt, (raw) => {
    containerFacts(raw);
  }));
});

Deno.test("the instructions of an image read alike, whichever builder wrote them", () => {
  const classic = [
    '/bin/sh -c #(nop)  CMD ["sh"]',
    "/bin/sh -c #(nop)  ENV A=b c",
    "|1 V=4 /bin/sh -c make   all",
    "/bin/sh -c #(nop) COPY file:1b99 in /x ",
    "",
  ];
  const buildKit = [
    'CMD ["sh"]',
    "ENV A=b c",
    "RUN |1 V=4 /bin/sh -c make   all # buildkit",
    "COPY x /x # buildkit",
    "",
  ];
  const read = (lines: readonly string[]) => parseHistory(lines.map((line) => JSON.stringify(line)).join("\n"));
  deepEqual(read(classic), ["COPY file:1b99 in /x", "RUN make   all", "ENV A=b c", 'CMD ["sh"]']);
  deepEqual(read(buildKit), ["COPY x /x", "RUN make   all", "ENV A=b c", 'CMD ["sh"]']);
  deepEqual(read(["sleep 600"]), ["sleep 600"]);
  deepEqual(read(['RUN ["make"] # buildkit']), ['RUN ["make"]']);
  deepEqual(parseHistory("json\n\n"), []);
});

Deno.test("what is no list of objects is told apart from an empty list", () => {
  equal(parseInspect("json\njson\n"), undefined);
  equal(parseInspect(""), undefined);
  deepEqual(parseInspect("[]"), []);
});

Deno.test("the two streams of the logs come back in the order in which they were written", () => {
  const time = (n: number) => `2026-11-21T09:37:19.00000000${n}Z`;
  deepEqual(mergeLogs(`${time(1)} one\n${time(3)} three\n`, `${time(2)} two\n`), {
    stdout: "one\nthree\n",
    stderr: "two\n",
    output: "one\ntwo\nthree\n",
  });
});

Deno.test("a line of a listing that is no list is left out", () => {
  deepEqual(parseRows('["a","b"]\njson\n\n["c"]\n'), [["a", "b"], ["c"]]);
});
