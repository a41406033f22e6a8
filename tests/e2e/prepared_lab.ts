/** A lab that prepares objects of each kind, under names of its own: what its life cycle is tried on. */

import { docker } from "./engine.ts";

let labs = 0;

export interface PreparedLab extends AsyncDisposable {
  readonly id: string;
  readonly folder: string;
  /** Names of its objects: those of `setup` and those that the learner makes. */
  readonly faro: string;
  readonly red: string;
  readonly web: string;
  readonly datos: string;
  /** Everything of this lab that is on the engine, in words that can be compared. */
  readonly objects: () => Promise<readonly string[]>;
}

/** `own` are names to use instead of unique ones, so that two labs can meet. Disposing of it removes its objects. */
export function writePreparedLab(parent: string, own: { readonly web?: string } = {}): PreparedLab {
  const id = `grumete-life-${Deno.pid}-${++labs}`;
  const folder = `${parent}/${id}`;
  const names = { faro: `${id}-faro`, red: `${id}-red`, web: own.web ?? `${id}-web`, datos: `${id}-datos` };
  Deno.mkdirSync(`${folder}/workspace`, { recursive: true });
  Deno.writeTextFileSync(`${folder}/workspace/nota.txt`, "hola\n");
  Deno.writeTextFileSync(`${folder}/lab.yaml`, labText(id, names));
  const filters = [`name=${id}`, `label=grumete.lab=${id}`, ...(own.web === undefined ? [] : [`name=^${own.web}`])];
  const list = async (kind: string, format: string, ...options: readonly string[]) => {
    const found = await Promise.all(
      filters.map((filter) => docker(kind, "ls", ...options, "--filter", filter, "--format", `${kind} ${format}`)),
    );
    return [...new Set(found.flatMap((text) => text.split("\n")).filter((line) => line !== ""))];
  };
  const objects = async () => {
    const attached =
      (await docker("container", "ls", "-a", "--filter", `network=${names.red}`, "--format", "container {{.Names}}"))
        .split("\n").filter((line) => line !== "");
    return [
      ...new Set([
        ...attached,
        ...await list("container", "{{.Names}}", "-a"),
        ...await list("network", "{{.Name}}"),
        ...await list("volume", "{{.Name}}"),
      ]),
    ].sort();
  };
  return {
    ...{ id, folder, objects },
    ...names,
    async [Symbol.asyncDispose]() {
      for (const line of await objects()) {
        const [kind = "", name = ""] = line.split(" ");
        await docker(kind, "rm", "-f", ...(kind === "container" ? ["-v"] : []), name).catch(() => {});
      }
    },
  };
}

function labText(
  id: string,
  { faro, red, web, datos }: Readonly<Record<"faro" | "red" | "web" | "datos", string>>,
): string {
  return `format: 1
id: ${id}
title: Un faro
concepts: [docker-cli]
minutes: 5
images: [busybox]
workspace: [nota.txt]
setup:
  - docker network create ${red}
  - docker volume create ${id}-mapa
  - docker run -d --name ${faro} --network ${red} -v ${id}-mapa:/mapa busybox sleep 600
tasks:
  - id: web
    title: Una web
    text: Arranca \`${web}\`.
    checks: [{ container: ${web}, state: running }]
    explanation: Ya.
    solution: [docker run -d --name ${web} -v /copia busybox sleep 600]
  - id: datos
    title: Un volumen
    text: Crea \`${datos}\` y escribe en nota.txt.
    needs: [web]
    checks: [{ volume: ${datos}, exists: true }]
    explanation: Ya.
    solution: [docker volume create ${datos}, { file: nota.txt, content: adios }]
`;
}
