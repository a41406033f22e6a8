/** Tests that each field of containers, images, volumes and networks explains itself, in both languages. */

import assert from "node:assert/strict";
import { objectFields } from "../../lib/content/schema/checks/object.ts";
import type { Matcher } from "../../lib/content/schema/matcher.ts";
import type { ContainerFacts, ImageFacts, NetworkFacts, VolumeFacts } from "../../lib/lab/snapshot.ts";
import {
  container,
  contains,
  eq,
  exactly,
  fields,
  includes,
  inspectCheck,
  mounted,
  objectCheck,
  published,
  type Seen,
  takenAt,
} from "./samples.ts";
import { type Case, snap } from "./saying.ts";

const mib = 1024 ** 2;
const absent: Matcher = { is: "absent", absent: true };
const not = (of: Matcher): Matcher => ({ is: "not", of });
const min = (min: number): Matcher => ({ is: "range", min });
const at = (port: number) => ({ port, address: "0.0.0.0" });
const web = (facts: Partial<ContainerFacts> = {}): Seen => ({ containers: [container("web", facts)] });
const image = (facts: Partial<ImageFacts> = {}): Seen => ({ images: { "mi-web:1": { id: "sha256:9", ...facts } } });
const volume = (facts: Partial<VolumeFacts> = {}): Seen => ({ volumes: [{ name: "datos", ...facts }] });
const network = (facts: Partial<NetworkFacts> = {}): Seen => ({ networks: [{ id: "1", name: "red", ...facts }] });

type Cases = Readonly<Record<string, readonly (readonly [what: string, matcher: Matcher, seen: Seen])[]>>;

/** A case or more for each field; one that has none is an error. */
function casesOf(kind: "container" | "image" | "volume" | "network", name: string, cases: Cases): readonly Case[] {
  assert.deepEqual(Object.keys(cases).sort(), Object.keys(objectFields[kind]).sort());
  return Object.entries(cases).flatMap(([field, some]) =>
    some.map((
      [what, matcher, seen],
    ): Case => [`${field}, ${what}`, objectCheck(kind, name, { [field]: matcher }), seen])
  );
}

Deno.test("container", async (t) => {
  const exited: Partial<ContainerFacts> = { state: "exited", exitCode: 1, finishedAt: takenAt - 3 * 60_000 };
  const loop: Partial<ContainerFacts> = { state: "restarting", exitCode: 1, restarts: 4, restart: "always" };
  const clash = "driver failed: Bind for 0.0.0.0:8080 failed: port is already allocated";
  const lastWords = { web: "listening\nTypeError: x is not a function\n" };
  const backend = { networks: ["backend"], aliases: { backend: ["id-web"] }, addresses: { backend: "10.9.0.2" } };
  const subnet = { networks: [{ id: "1", name: "backend", subnets: ["10.9.0.0/24"] }] };
  const with_ = (name: string, facts: Partial<ContainerFacts>, own: Partial<ContainerFacts> = {}): Seen => ({
    containers: [container("web", own), container(name, facts)],
  });
  await snap(
    t,
    casesOf("container", "web", {
      state: [
        ["fell with last words", eq("running"), { ...web(exited), lastWords }],
        ["fell days ago", eq("running"), web({ ...exited, exitCode: 0, finishedAt: takenAt - 50 * 3600_000 })],
        ["crash loop", eq("running"), { ...web(loop), lastWords }],
        ["crash loop that should have ended", eq("exited"), web(loop)],
        ["dead", eq("running"), web({ state: "dead" })],
        ["being removed", eq("running"), web({ state: "removing" })],
        ["should not run", not(eq("running")), web()],
        ["should not have ended", not(eq("exited")), web(exited)],
        ["should restart, policy no", eq("restarting"), web({ restart: "no" })],
        ["should restart, runs", eq("restarting"), web({ restart: "always" })],
        ["either", { is: "oneOf", values: ["exited", "dead"] }, web()],
      ],
      exitCode: [["other", eq(0), web(exited)], ["has none", eq(0), web()]],
      image: [["other", eq("nginx:1.27"), web({ image: "nginx:1.25", imageId: "sha256:bbb" })]],
      command: [["other", eq("sleep 600"), web({ command: ["sh"] })], ["by part", contains("sleep"), web()]],
      entrypoint: [["other", eq("/init"), web()]],
      user: [["other", eq("1000:1000"), web({ user: "" })]],
      workdir: [["other", eq("/srv"), web({ workdir: "/" })]],
      hostname: [["other", eq("faro"), web({ hostname: "0a1b" })]],
      env: [["other", fields({ MODE: eq("produccion") }), web()]],
      labels: [["other", fields({ app: eq("web") }), web()]],
      ports: [["requested elsewhere", published({ "80/tcp": 8080 }), web({ ports: { "80/tcp": [at(8081)] } })]],
      livePorts: [
        ["stopped", published({ "80/tcp": 8080 }), web({ ...exited, ports: { "80/tcp": [at(8080)] }, livePorts: {} })],
        [
          "clash",
          published({ "80/tcp": 8080 }),
          web({ state: "created", error: clash, ports: { "80/tcp": [at(8080)] } }),
        ],
        ["asked, not open", published({ "80/tcp": 8080 }), web({ ports: { "80/tcp": [at(8080)] }, livePorts: {} })],
        ["never asked", published({ "80/tcp": 8080 }), web({ livePorts: {} })],
      ],
      mounts: [["none", mounted({ type: "volume", source: "datos", target: "/data" }), web()]],
      networks: [["not on it", includes("backend"), web()]],
      aliases: [
        ["not on the network", fields({ backend: includes("db") }), web()],
        ["on it without the name", fields({ backend: includes("db") }), web(backend)],
        ["on the default network", fields({ bridge: includes("db") }), web({ aliases: {} })],
        ["too many", fields({ backend: exactly("web") }), web({ ...backend, aliases: { backend: ["db"] } })],
      ],
      addresses: [
        ["not on the network", fields({ backend: eq("10.9.0.9") }), web()],
        ["another address", fields({ backend: eq("10.9.0.9") }), { ...web(backend), ...subnet }],
        ["outside of the subnet", fields({ backend: eq("10.8.0.9") }), { ...web(backend), ...subnet }],
        ["stopped", fields({ backend: eq("10.9.0.9") }), web({ ...backend, ...exited, addresses: {} })],
        ["on the default network", fields({ bridge: eq("172.17.0.9") }), web({ addresses: { bridge: "172.17.0.2" } })],
      ],
      sameNetworkAs: [
        ["both on others", includes("db"), with_("db", { networks: ["backend"] })],
        ["the other on the default one", includes("db"), with_("db", {}, { networks: ["backend"] })],
        ["only default ones", includes("db"), with_("db", { networks: ["none"] })],
        ["not there", includes("db"), { ...web({ networks: ["backend"] }), missing: ["db"] }],
        ["should be apart", not({ is: "contains", part: eq("db") }), with_("db", { networks: ["bridge"] })],
      ],
      restart: [["other", eq("unless-stopped"), web({ restart: "no" })]],
      memory: [["none", eq(128 * mib), web({ memory: 0 })], ["too low", min(128 * mib), web({ memory: 64 * mib })]],
      cpus: [["none", eq(0.5), web()]],
      pids: [["none", { is: "range", max: 100 }, web()]],
      capAdd: [
        ["lacks", includes("NET_ADMIN"), web()],
        ["too many", exactly("NET_ADMIN"), web({ capAdd: ["CAP_NET_ADMIN", "CAP_SYS_TIME"] })],
      ],
      capDrop: [["lacks all", includes("ALL"), web()], [
        "should not",
        not(contains("KILL")),
        web({ capDrop: ["KILL"] }),
      ]],
      readonly: [["should be", eq(true), web()]],
      privileged: [["should not be", eq(false), web({ privileged: true })]],
      init: [["should have", eq(true), web()]],
      health: [
        ["none", eq("healthy"), web()],
        ["unhealthy", eq("healthy"), web({ health: "unhealthy", healthOutput: "db not reachable" })],
        ["stopped", eq("healthy"), web({ ...exited, health: "unhealthy" })],
      ],
      healthOutput: [["other", contains("ok"), web({ health: "unhealthy", healthOutput: "db not reachable" })]],
      error: [
        ["none", contains("port is already allocated"), web()],
        ["some", absent, web({ state: "created", error: clash })],
      ],
      restarts: [
        ["too many", { is: "range", max: 0 }, { ...web({ restarts: 3 }), lastWords }],
        ["none, policy no", min(1), web({ restart: "no" })],
        ["none yet", min(1), web({ restart: "always" })],
      ],
      oomKilled: [["not killed", eq(true), web()], [
        "killed",
        eq(false),
        web({ ...exited, exitCode: 137, oomKilled: true }),
      ]],
      autoRemove: [["should be", eq(true), web()]],
    }),
  );
});

Deno.test("image", async (t) => {
  const base = { id: "sha256:1", layerIds: ["a"] };
  const built = (layerIds: readonly string[]): Seen => ({
    images: { "mi-web:1": { id: "sha256:9", layerIds }, "busybox:1.35": base },
  });
  await snap(
    t,
    casesOf("image", "mi-web:1", {
      size: [["too big", { is: "range", max: 10 * mib }, image({ size: 20 * mib })]],
      layers: [["too many", { is: "range", max: 3 }, image({ layers: 9 })]],
      history: [["without it", includes("RUN apt-get update"), image({ history: ["RUN make", 'CMD ["sh"]'] })]],
      builtFrom: [
        ["another base", includes("busybox:1.35"), built(["b", "c"])],
        ["base not there", includes("alpine"), { ...image({ layerIds: ["a"] }), missing: ["alpine"] }],
        ["should be another", not(contains("busybox:1.35")), built(["a", "c"])],
      ],
      command: [["other", eq("httpd -f"), image({ command: ["sh"] })]],
      entrypoint: [["none", contains("httpd"), image()]],
      user: [["root", eq("app"), image({ user: "" })]],
      workdir: [["other", eq("/srv"), image({ workdir: "/" })]],
      exposed: [["none", includes("80/tcp"), image({ exposed: [] })]],
      env: [["none", fields({ MODE: eq("produccion") }), image({ env: {} })]],
      labels: [["none", fields({ autor: eq("ana") }), image({ labels: {} })]],
      tags: [["lacks", includes("mi-web:2"), image({ tags: ["mi-web:1"] })]],
      digests: [["none", { is: "count", of: min(1) }, image({ digests: [] })]],
      volumes: [["none", includes("/data"), image({ volumes: [] })]],
      healthcheck: [["none", contains("wget"), image()]],
      architecture: [["other", eq("arm64"), image({ architecture: "amd64" })]],
    }),
  );
});

Deno.test("volume", async (t) => {
  await snap(
    t,
    casesOf("volume", "datos", {
      driver: [["other", eq("nfs"), volume({ driver: "local" })]],
      labels: [["none", fields({ uso: eq("copia") }), volume({ labels: {} })]],
      options: [["none", fields({ type: eq("tmpfs") }), volume({ options: {} })]],
      scope: [["local", eq("global"), volume({ scope: "local" })]],
    }),
  );
});

Deno.test("network", async (t) => {
  await snap(
    t,
    casesOf("network", "red", {
      driver: [["other", eq("macvlan"), network({ driver: "bridge" })]],
      internal: [["should be", eq(true), network({ internal: false, containers: ["web"] })]],
      attachable: [["should be", eq(true), network()]],
      subnets: [["other", includes("10.9.0.0/24"), network({ subnets: ["172.18.0.0/16"] })]],
      gateways: [["other", includes("10.9.0.1"), network({ gateways: ["172.18.0.1"] })]],
      containers: [["lacks", includes("web"), { ...network({ containers: [] }), ...web() }]],
      labels: [["none", fields({ app: eq("tienda") }), network({ labels: {} })]],
      scope: [["local", eq("swarm"), network({ scope: "local" })], ["swarm", eq("local"), network({ scope: "swarm" })]],
      options: [["none", fields({ "com.docker.network.bridge.name": eq("br0") }), network({ options: {} })]],
    }),
  );
});

Deno.test("a path that breaks off names the nearest key, and how to see what is there", async (t) => {
  const check = (path: string, matcher: Matcher) => inspectCheck("container", "web", path, matcher);
  const raw = {
    HostConfig: { ShmSize: 67108864, LogConfig: { Type: "json-file" }, Binds: null },
    Config: { Labels: { "com.example.a": "1" } },
    Mounts: [{ Source: "/a" }],
  };
  const cases: readonly (readonly [string, ReturnType<typeof check>])[] = [
    ["another value", check("HostConfig.LogConfig.Type", eq("journald"))],
    ["a size", check("HostConfig.ShmSize", eq("128m"))],
    ["capitals", check("HostConfig.Shmsize", eq("64m"))],
    ["a slip at the top", check("HostConfg.ShmSize", eq("64m"))],
    ["nothing near", check("HostConfig.Frobnicate", eq("x"))],
    ["a label", check('Config.Labels["com.example.b"]', eq("1"))],
    ["another label", check('Config.Labels["com.example.a"]', eq("2"))],
    ["past the end of a list", check("Mounts[3].Source", eq("/a"))],
    ["into nothing", check("HostConfig.Binds[0]", eq("a:/b"))],
    ["a mapping", check("HostConfig", eq("x"))],
  ];
  await snap(t, cases.map(([what, check]): Case => [what, check, { raws: [[check, raw]] }]));
});
