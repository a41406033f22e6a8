/** What the judge says of a real engine, with every client: ports that do not answer, networks, images, raw objects. */

import { deepEqual, equal, match, ok } from "node:assert/strict";
import type { Matcher } from "../../lib/content/schema/matcher.ts";
import { rawKey } from "../../lib/lab/plan.ts";
import {
  contains,
  eq,
  exactly,
  fields,
  httpCheck,
  includes,
  inspectCheck,
  objectCheck,
  published,
  tcpCheck,
} from "../lab/samples.ts";
import { checkOf } from "../lab/check_of.ts";
import { eventually } from "./eventually.ts";
import { judged, running, statuses, test } from "./judging.ts";
import { clients, freePort, ownNames, ownSubnet, sh } from "./real_engine.ts";

const serve = (port: string) => ["busybox", "httpd", "-f", "-p", port, "-h", "/etc"];

test("a page that does not come: who listens inside, and where, with each client", async () => {
  await using names = ownNames();
  const [other, local, idle, blind] = ["other", "local", "idle", "blind"].map(names.of) as [
    string,
    string,
    string,
    string,
  ];
  const ports = [freePort(), freePort(), freePort(), freePort()];
  const [first, second, third, fourth] = ports;
  await sh("network", "create", names.of("net"));
  await sh("run", "-d", "--name", other, "--network", names.of("net"), "-p", `${first}:80`, ...serve("8000"));
  await sh("run", "-d", "--name", local, "-p", `${second}:80`, ...serve("127.0.0.1:80"));
  await sh("run", "-d", "--name", idle, "-p", `${third}:80`, "busybox", "sleep", "600");
  await sh("run", "-d", "--name", blind, "-p", `${fourth}:80`, "busybox", "sh", "-c", "rm /bin/cat; exec sleep 600");
  const pages = ports.map((port) => httpCheck(`http://localhost:${port}/`, { status: eq(200) }));
  const checks = [
    ...pages,
    ...[other, local, idle, blind].map(running),
    tcpCheck(`localhost:${first}`, { open: eq(true) }),
  ];
  await eventually(async () => (await judged([running(blind)])).verdicts[0]?.status === "passed");
  for (const client of clients) {
    const { snapshot, verdicts } = await judged(checks, client);
    deepEqual(verdicts.map(({ status }) => status), [...Array(4).fill("failed"), ...Array(4).fill("passed"), "failed"]);
    const said = verdicts.map(({ because, next }) => `${because?.en} ${next?.en}`);
    match(said[0] ?? "", new RegExp(`the program listens on 8000 .*-p ${first}:8000`));
    match(said[1] ?? "", /only on the address 127\.0\.0\.1 inside.*0\.0\.0\.0/);
    match(said[2] ?? "", /nobody listens on any port in there/);
    match(said[3] ?? "", /uses another port, listens only on 127\.0\.0\.1, or has not started/);
    match(said[8] ?? "", /the program listens on 8000/);
    // In a network of the user's own docker's name server listens too.
    const heard = snapshot.listeners.get(other);
    deepEqual(heard?.kind === "found" && heard.facts.listeners, [{ address: "::", port: 8000 }]);
    equal(snapshot.listeners.get(blind)?.kind, "missing");
    deepEqual([...snapshot.strangers.keys()], []);
  }
});

test("where everything answers, nobody looks inside", async () => {
  await using names = ownNames();
  const port = freePort();
  await sh("run", "-d", "--name", names.of("web"), "-p", `${port}:80`, ...serve("80"));
  const checks = [running(names.of("web")), tcpCheck(`127.0.0.1:${port}`, { open: eq(true) })];
  await eventually(async () => (await judged(checks)).verdicts.every(({ status }) => status === "passed"));
  const { snapshot } = await judged(checks);
  deepEqual([snapshot.listeners.size, snapshot.strangers.size, snapshot.lastWords.size], [0, 0, 0]);
});

test("a container that no check speaks of is named when it holds the port", async () => {
  await using names = ownNames();
  const port = freePort();
  const [stranger, web] = [names.of("stranger"), names.of("web")];
  await sh("run", "-d", "--name", stranger, "-e", "SECRET=1", "-p", `${port}:80`, "busybox", "sleep", "600");
  await sh("run", "-d", "--name", web, "-p", `${port}:80`, ...serve("80")).catch(() => {});
  const checks = [running(web), httpCheck(`http://localhost:${port}/`, { status: eq(200) })];
  const { snapshot, verdicts } = await judged(checks);
  for (const { because } of verdicts) {
    match(because?.en ?? "", new RegExp(`already taken by the container .${stranger}`));
  }
  ok(!JSON.stringify([...snapshot.strangers]).includes("SECRET"));
  // Nothing is run in a container that is not the lab's.
  deepEqual([...snapshot.listeners.keys()], []);
});

test("a port of the host is open only where a program is behind it, and its first words are read", async () => {
  await using names = ownNames();
  const [port, idle, nobody] = [freePort(), freePort(), freePort()];
  await sh(
    "run",
    "-d",
    "--name",
    names.of("nc"),
    "-p",
    `${port}:22`,
    "busybox",
    "nc",
    "-ll",
    "-p",
    "22",
    "-e",
    "echo",
    "SSH-2.0-x",
  );
  await sh("run", "-d", "--name", names.of("idle"), "-p", `${idle}:22`, "busybox", "sleep", "600");
  const open = (port: number, is: boolean) => tcpCheck(`localhost:${port}`, { open: eq(is) });
  const banner = (port: number, matcher: Matcher) => tcpCheck(`localhost:${port}`, { banner: matcher });
  await eventually(async () => (await statuses(open(port, true)))[0] === "passed");
  deepEqual(
    await statuses(
      open(idle, true),
      open(idle, false),
      open(nobody, false),
      banner(port, eq("SSH-2.0-x")),
      banner(port, eq("x")),
    ),
    ["failed", "passed", "passed", "passed", "failed"],
  );
});

test("networks, names and addresses of a container, with each client", async () => {
  await using names = ownNames();
  const [net, web, db, far] = ["net", "web", "db", "far"].map(names.of) as [string, string, string, string];
  const { subnet, address } = ownSubnet();
  await sh("network", "create", "--subnet", subnet, "--gateway", address(1), net);
  await sh(
    "run",
    "-d",
    "--name",
    web,
    "--network",
    net,
    "--network-alias",
    "www",
    "--ip",
    address(7),
    "busybox",
    "sleep",
    "600",
  );
  await sh("create", "--name", db, "--network", net, "busybox", "true");
  await sh("run", "-d", "--name", far, "--cap-add", "NET_ADMIN", "busybox", "sleep", "600");
  const apart: Matcher = { is: "not", of: { is: "contains", part: eq(far) } };
  const checks = [
    objectCheck("container", web, {
      sameNetworkAs: { is: "all", of: [includes(db), apart] },
      aliases: fields({ [net]: exactly(web, "www") }),
      addresses: fields({ [net]: eq(address(7)) }),
    }),
    objectCheck("container", far, { sameNetworkAs: includes(web) }),
    objectCheck("container", far, { capAdd: exactly("NET_ADMIN") }),
    objectCheck("network", net, { gateways: includes(address(1)), scope: eq("local"), containers: exactly(web) }),
  ];
  for (const client of clients) {
    const { verdicts } = await judged(checks, client);
    deepEqual(verdicts.map(({ status }) => status), ["passed", "failed", "passed", "passed"], JSON.stringify(verdicts));
    match(verdicts[1]?.next?.en ?? "", new RegExp(`docker network connect ${net} ${far}`));
  }
});

test("the instructions of an image, its base, and a path into what docker says, with each client", async () => {
  await using names = ownNames();
  const [made, image] = [names.of("made"), `${names.of("image")}:1`];
  await sh("run", "--name", made, "--log-opt", "max-size=1m", "--shm-size", "32m", "busybox", "touch", "/x");
  await sh("commit", "--change", 'CMD ["httpd", "-f"]', "--change", "LABEL com.example.a=1", made, image);
  const raw = (path: string, matcher: Matcher) => inspectCheck("container", made, path, matcher);
  const checks = [
    objectCheck("image", image, {
      builtFrom: includes("busybox"),
      history: { is: "contains", part: { is: "startsWith", prefix: "touch" } },
      command: eq("httpd -f"),
    }),
    objectCheck("image", "busybox", { builtFrom: includes(image) }),
    raw("HostConfig.ShmSize", eq("32m")),
    raw('HostConfig.LogConfig.Config["max-size"]', eq("1m")),
    raw("State.ExitCode", eq(0)),
    raw("HostConfig.Shmsize", eq("32m")),
    inspectCheck("image", image, 'Config.Labels["com.example.a"]', eq("1")),
    inspectCheck("image", image, "Config.Cmd", contains("httpd")),
    inspectCheck("volume", names.of("nope"), "Driver", eq("local")),
  ];
  try {
    for (const client of clients) {
      const { snapshot, verdicts } = await judged(checks, client);
      deepEqual(
        verdicts.map(({ status }) => status),
        ["passed", "failed", "passed", "passed", "passed", "failed", "passed", "passed", "failed"],
        JSON.stringify(verdicts),
      );
      match(verdicts[5]?.because?.en ?? "", /`HostConfig` has no `Shmsize`, but it has `ShmSize`/);
      // Nothing but what stands at the paths is kept.
      const kept = snapshot.raws.get(rawKey(raw("HostConfig.ShmSize", eq(0))));
      deepEqual(kept, { kind: "found", facts: { kind: "value", value: 32 * 1024 ** 2 } });
    }
    const [label] = await Promise.all([
      sh("image", "inspect", "--format", '{{json (index .Config.Labels "com.example.a")}}', image),
    ]);
    equal(label, '"1"');
  } finally {
    await sh("rm", "-f", made);
    await sh("rmi", image);
  }
});

test("ports that were asked for and are not open are told from open ones", async () => {
  await using names = ownNames();
  const port = freePort();
  const web = names.of("web");
  await sh("run", "-d", "--name", web, "-p", `${port}:80`, "busybox", "sleep", "600");
  const asked = objectCheck("container", web, { ports: published({ "80/tcp": port }) });
  const live = objectCheck("container", web, { livePorts: published({ "80/tcp": port }) });
  deepEqual(await statuses(asked, live), ["passed", "passed"]);
  await sh("stop", "-t", "0", web);
  deepEqual(await statuses(asked, live), ["passed", "failed"]);
});

test("a file of the image that something in memory covers does not pass, with each client", async () => {
  await using names = ownNames();
  const web = names.of("web");
  await sh("run", "-d", "--name", web, "--tmpfs", "/etc", "busybox", "sleep", "600");
  const there = checkOf({ file: `${web}:/etc/passwd`, exists: true });
  const gone = checkOf({ file: `${web}:/etc/passwd`, exists: false });
  const seen = checkOf({ exec: web, run: ["test", "-e", "/etc/passwd"], exitCode: 1 });
  for (const client of clients) {
    const { verdicts } = await judged([there, gone, seen], client);
    deepEqual(verdicts.map(({ status }) => status), ["unchecked", "unchecked", "passed"]);
  }
});

test("what a program writes is judged whole or not at all", async () => {
  await using names = ownNames();
  const web = names.of("web");
  await sh("run", "-d", "--name", web, "busybox", "sleep", "600");
  const program = ["sh", "-c", "yes a | head -n 40000; echo fin"];
  const last = checkOf({ exec: web, run: program, stdout: { contains: "fin" } });
  const first = checkOf({ exec: web, run: program, stdout: { startsWith: "a" }, exitCode: 0 });
  deepEqual(await statuses(last, first), ["unchecked", "passed"]);
});
