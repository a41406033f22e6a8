/** What may stand between the learner and the lab of the samples. */

import { inTheWay } from "../../lib/lab/preflight.ts";
import { runsOf } from "../../lib/lab/runs.ts";
import type { Gate } from "../../lib/screens/gate.ts";
import { lab, objectCheck, task } from "../lab/samples.ts";

const box = (name: string, more = {}) => ({ id: name, name, image: "busybox", labels: {}, createdAt: "", ...more });

const taken = lab([
  task("one", [
    objectCheck("container", "web", {}),
    objectCheck("volume", "datos", {}),
    objectCheck("image", "mi-web:1"),
  ]),
], {
  images: ["nginx:1.27"],
  ports: [8080, 9090],
  requires: { swarm: "active" },
});

const obstacles = inTheWay(taken, {
  containers: [box("web"), box("tienda", { ports: [8080] })],
  volumes: [{ name: "datos", createdAt: "", labels: {} }],
  networks: [],
  images: [{ tag: "mi-web:1", id: "x" }],
  swarm: "inactive",
}, {
  busyPorts: new Set([9090]),
  claims: [{ lab: "redes", containers: ["web"], volumes: [], networks: [], images: [], ports: [] }],
});

/** From the `from`th of them on; they are: another lab, swarm, a missing image, container, volume, image, two ports. */
export function sampleGate(from = 0): Gate {
  return { kind: "obstacles", obstacles: obstacles.slice(from) };
}

const strange = lab([task("one", [
  { kind: "exec", name: "faro", run: ["sh", "-c", "cat /tmp/x; ls -l '/a b'"], timeout: 5, expects: [] },
  { kind: "http", url: "http://localhost:8080/", method: "GET", timeout: 5, expects: [] },
])], {
  images: ["busybox", "nginx:1.27"],
  ports: [8080],
  setup: [
    "docker volume create datos",
    "docker run -d --name faro --network red -v datos:/data busybox sh -c 'while true; do date >>/data/hora; sleep 1; done'",
  ],
});

export const sampleTrust: Gate = { kind: "trust", runs: runsOf(strange, { steps: false }) };
