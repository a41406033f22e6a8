/** The lint that a task's text states what its checks demand, on one task after another. */

import assert from "node:assert/strict";
import { decodeLab } from "../../lib/content/decode_lab.ts";

/** What is not stated, as `"web" (es)`; a check is written on one line. */
function unstated(text: { readonly es: string; readonly en: string }, ...checks: readonly string[]): readonly string[] {
  return unstatedOf([{ text, checks }]);
}

interface Written {
  readonly text: { readonly es: string; readonly en: string };
  readonly checks: readonly string[];
  readonly needs?: string;
}

function unstatedOf(tasks: readonly Written[]): readonly string[] {
  const written = tasks.map(({ text, checks, needs }, at) =>
    `  - id: t${at}
    title: T
    text: ${JSON.stringify(text)}
    needs: [${needs ?? ""}]
    explanation: E
    solution: [docker ps]
    checks:
${checks.map((check) => `      - { ${check} }`).join("\n")}
`
  );
  const lab = `format: 1\nid: probe\ntitle: T\nconcepts: [a]\nminutes: 5\nports: [8080]\ntasks:\n${written.join("")}`;
  const { value, problems } = decodeLab(lab, "labs/probe/lab.yaml", { lint: true });
  assert.ok(value, JSON.stringify(problems));
  return problems.filter(({ code }) => code === "not-stated").map(({ at, what: { en } }) => {
    const [, literal = ""] = /demands "(.*)" and/.exec(en) ?? [];
    const lang = en.endsWith("Spanish") ? " (es)" : en.endsWith("English") ? " (en)" : "";
    return `${at.replace(/^tasks\[\d+\]\.checks\[\d+\]\.?/, "")}: ${literal}${lang}`;
  });
}

const both = (text: string) => ({ es: text, en: text });

Deno.test("a name is stated as a whole word, in each language on its own", () => {
  const check = "container: web, state: running";
  assert.deepEqual(unstated(both("Start `web`."), check), []);
  assert.deepEqual(unstated(both("Start **web**: now."), check), []);
  assert.deepEqual(unstated(both("Start `web-2`, of the website web.local."), check), ["container: web"]);
  assert.deepEqual(unstated({ es: "Arranca web.", en: "Start it." }, check), ["container: web (en)"]);
  assert.deepEqual(unstated({ es: "Arráncalo.", en: "Start web." }, check), ["container: web (es)"]);
});

Deno.test("an image is stated with its tag, latest or not at all being the same", () => {
  const check = (image: string) => `container: web, image: "${image}"`;
  assert.deepEqual(unstated(both("web from nginx"), check("nginx:latest")), []);
  assert.deepEqual(unstated(both("web from nginx:latest."), check("nginx")), []);
  assert.deepEqual(unstated(both("web from nginx:1.27."), check("nginx")), ["image: nginx"]);
  assert.deepEqual(unstated(both("web from nginx."), check("nginx:1.27")), ["image: nginx:1.27"]);
  assert.deepEqual(unstated(both("web from nginx:1.27, with care."), check("docker.io/library/nginx:1.27")), []);
});

Deno.test("ports are stated by their numbers, in no longer number, and HTTP says 80", () => {
  const check = "container: web, ports: { 80/tcp: 8080 }";
  assert.deepEqual(unstated(both("web: 80 on 8080"), check), []);
  assert.deepEqual(unstated(both("web serves HTTP on 8080"), check), []);
  assert.deepEqual(unstated(both("web: 180 on 18080.8"), check), ["ports: 80", "ports: 8080"]);
  assert.deepEqual(unstated(both("web: 53 on 8080"), "container: web, ports: { 53/udp: 8080 }"), ["ports: udp"]);
  assert.deepEqual(
    unstated(both("web: 80 on 8080"), "container: web, ports: { 80/tcp: { port: 8080, address: 127.0.0.1 } }"),
    ["ports: 127.0.0.1"],
  );
});

Deno.test("sizes, times and numbers may be written in any usual way", () => {
  const memory = "container: web, memory: 64m";
  for (const way of ["64m", "64 M", "64MiB", "64 MB", "64 megabytes", "65536k", "0,0625 GB"]) {
    assert.deepEqual(unstated(both(`web with ${way}.`), memory), [], way);
  }
  assert.deepEqual(unstated(both("web with 640 MB or 64 bytes."), memory), ["memory: 64m"]);
  assert.deepEqual(unstated({ es: "web con 0,5 CPU", en: "web with 0.5 CPUs" }, "container: web, cpus: 0.5"), []);
  assert.deepEqual(unstated({ es: "web: tres réplicas", en: "web: three replicas" }, "service: web, replicas: 3"), []);
  assert.deepEqual(unstated({ es: "web: three", en: "web: three" }, "service: web, replicas: 3"), ["replicas: 3 (es)"]);
  assert.deepEqual(unstated(both("web waits 1 min"), "service: web, updateDelay: 60s"), []);
  assert.deepEqual(unstated(both("web waits 6 s"), "service: web, updateDelay: 60s"), ["updateDelay: 60 s"]);
});

Deno.test("variables, labels, mounts and contents are stated with key and value", () => {
  assert.deepEqual(
    unstated(both("web, MODE"), "container: web, env: { MODE: prod }, labels: { team: a }"),
    ["env: prod", "labels: team", "labels: a"],
  );
  const mount = "container: web, mounts: [{ type: bind, source: ./site, target: /www, readonly: true }]";
  assert.deepEqual(unstated(both("web sees `site` at `/www`"), mount), []);
  assert.deepEqual(unstated(both("web sees it at `/www/site`"), mount), ["mounts: /www"]);
  assert.deepEqual(
    unstated(both("web: /etc/motd has welcome\n  aboard."), 'file: "web:/etc/motd", content: { contains: welcome aboard }'),
    [],
  );
  assert.deepEqual(unstated(both("web: one and two"), 'logs: web, output: { contains: "one\\ntwo\\n" }'), []);
});

Deno.test("a page is stated by its address, or by its port and path", () => {
  const check = "http: http://localhost:8080/hola, status: 200";
  assert.deepEqual(unstated(both("Open http://localhost:8080/hola."), check), []);
  assert.deepEqual(unstated(both("Open /hola on port 8080."), check), []);
  assert.deepEqual(unstated(both("Open it."), check), ["http: 8080", "http: /hola"]);
  assert.deepEqual(unstated(both("Open http://localhost:8080/"), "http: http://localhost:8080/, status: 404"), [
    "status: 404",
  ]);
});

Deno.test("a pattern, what is forbidden and what docker does by itself need not be stated", () => {
  assert.deepEqual(
    unstated(
      both("net and web"),
      "network: net, driver: bridge, internal: false",
      'container: web, env: { KEY: { matches: "^a" } }, networks: { not: { contains: bridge } }, exitCode: 0, restarts: 0',
      "exec: web, run: [secret, word], exitCode: 3",
    ),
    ["env: KEY"],
  );
});

Deno.test("of several ways one is enough", () => {
  const check = "container: web, image: { oneOf: [nginx, httpd] }";
  assert.deepEqual(unstated(both("web from httpd"), check), []);
  assert.deepEqual(unstated(both("web"), check), ["image: nginx"]);
});

Deno.test("a name may stand in any earlier task, a number only in one that this one builds on", () => {
  const first = { text: both("web on 80 and 8080"), checks: ["container: web, state: running"] };
  const second = { text: both("Again."), checks: ["container: web, ports: { 80/tcp: 8080 }"] };
  assert.deepEqual(unstatedOf([first, { ...second, needs: "t0" }]), []);
  assert.deepEqual(unstatedOf([first, second]), ["ports: 80", "ports: 8080"]);
  assert.deepEqual(unstatedOf([second, first]), ["container: web", "ports: 80", "ports: 8080"]);
});

Deno.test("what is missing in five checks is told once", () => {
  const check = "container: web, state: running";
  assert.deepEqual(unstated(both("Do."), check, "exec: web, run: [x], stdout: web", "logs: web, output: web"), [
    "container: web",
  ]);
});
