/** The document that `prove --json` writes, and small labs to be proven or not. */

import assert from "node:assert/strict";
import { docker } from "./engine.ts";
import { grumete, type Ran } from "./grumete.ts";

export interface ProvenStep {
  readonly kind: string;
  readonly task?: string;
  readonly name: string;
  readonly status: string;
  readonly seconds: number;
  readonly problem?: string;
}

export interface ProvenLab {
  readonly lab: string;
  readonly status: string;
  readonly seconds: number;
  readonly problem?: string;
  readonly steps: readonly ProvenStep[];
}

export function proven({ stdout, stderr }: Ran): readonly ProvenLab[] {
  assert.notEqual(stdout, "", stderr);
  return JSON.parse(stdout).labs;
}

export type Change = readonly [from: string, to: string];

/** What is to be there may come in a while. */
export const takesTime: Change = ["run: [test, -e, /ready]\n", "run: [test, -e, /ready]\n        within: 4s\n"];

export interface Proof {
  readonly code: number;
  readonly proof: ProvenLab;
  /** Those that did not pass. */
  readonly wrong: readonly ProvenStep[];
}

export async function prove(lab: ProvableLab, parent: string): Promise<Proof> {
  const args = ["prove", lab.folder, "--json", "--yes", "--lang", "en", "--state", `${parent}/state`];
  const ran = await grumete(args);
  const [proof] = proven(ran);
  assert.ok(proof, ran.stdout);
  return { code: ran.code, proof, wrong: proof.steps.filter(({ status }) => status !== "passed") };
}

let labs = 0;

export interface ProvableLab extends AsyncDisposable {
  /** Also the name of its container; its volume is called `ID-data`. */
  readonly id: string;
  readonly folder: string;
  /** What on the engine has the lab's id in its name or in its label. */
  readonly objects: () => Promise<readonly string[]>;
}

/** A lab of two tasks that proves itself, but for what is replaced in its text; `ID` stands for its id. */
export function writeProvable(
  parent: string,
  ...changes: readonly Change[]
): ProvableLab {
  const id = `grumete-proof-${Deno.pid}-${++labs}`;
  const folder = `${parent}/${id}`;
  let text = good;
  for (const [from, to] of changes) {
    assert.ok(text.includes(from), `the lab has no "${from}"`);
    text = text.replace(from, () => to);
  }
  Deno.mkdirSync(folder);
  Deno.writeTextFileSync(`${folder}/lab.yaml`, text.replaceAll("ID", id));
  const objects = async () => {
    const lists = await Promise.all(
      [`name=${id}`, `label=grumete.lab=${id}`].flatMap((filter) => [
        docker("container", "ls", "-a", "--filter", filter, "--format", "container {{.Names}}"),
        docker("volume", "ls", "--filter", filter, "--format", "volume {{.Name}}"),
        docker("network", "ls", "--filter", filter, "--format", "network {{.Name}}"),
      ]),
    );
    return [...new Set(lists.flatMap((list) => list.split("\n").filter((line) => line !== "")))].sort();
  };
  return {
    id,
    folder,
    objects,
    async [Symbol.asyncDispose]() {
      for (const line of await objects()) {
        const [kind = "", name = ""] = line.split(" ");
        await docker(kind, "rm", "-f", name).catch(() => {});
      }
    },
  };
}

const good = `format: 1
id: ID
title: { es: Dos tareas, en: Two tasks }
concepts: [docker-cli]
minutes: 5
images: [busybox]
setup: ["docker run -d --name ID-old busybox sleep 300"]
tasks:
  - id: run
    title: { es: Un contenedor, en: A container }
    text:
      es: "Arranca \`ID\` con la imagen busybox y la etiqueta \`team=a\`, y ninguna otra, y que cree \`/ready\`."
      en: "Start \`ID\` from the image busybox with the label \`team=a\`, and no other, and let it make \`/ready\`."
    checks:
      - container: ID
        state: running
        image: busybox
        labels: { exactly: { team: a } }
      - exec: ID
        run: [test, -e, /ready]
        exitCode: 0
    explanation: { es: Vive., en: It lives. }
    solution: ["docker run -d --name ID --label team=a busybox sh -c 'touch /ready; sleep 300'"]
    alternatives:
      - - "docker create --name ID --label team=a busybox sh -c 'touch /ready; sleep 300'"
        - "docker start ID"
    mistakes:
      - run: ["docker run -d --name ID --label team=a busybox sh -c 'touch /ready; exit 7'"]
        fails: container ID
        says: { es: código 7, en: code 7 }
  - id: keep
    title: { es: Un volumen, en: A volume }
    text: { es: "Crea \`ID-data\` y retira \`ID-old\`.", en: "Create \`ID-data\` and remove \`ID-old\`." }
    needs: [run]
    checks:
      - volume: ID-data
        exists: true
      - container: ID-old
        exists: false
    explanation: { es: Dura., en: It lasts. }
    solution: ["docker volume create ID-data", "docker rm -f ID-old"]
    mistakes:
      - run: ["docker volume create ID-dato", "docker rm -f ID-old"]
        fails: volume ID-data
        says: ID-dato
`;
