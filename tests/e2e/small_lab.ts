/** A lab of three tasks with objects of its own, so that several can be done on one engine at the same time. */

import { docker } from "./engine.ts";

let labs = 0;

export interface SmallLab extends AsyncDisposable {
  /** Also the name of its container. */
  readonly id: string;
  readonly volume: string;
  readonly folder: string;
  /** The objects of this lab that are on the engine now, in words that can be compared. */
  readonly objects: () => Promise<readonly string[]>;
}

/** Writes the lab into the folder; disposing of it removes its objects from the engine. */
export function writeLab(parent: string): SmallLab {
  const id = `grumete-e2e-${Deno.pid}-${++labs}`;
  const volume = `${id}-data`;
  const folder = `${parent}/${id}`;
  Deno.mkdirSync(folder);
  Deno.writeTextFileSync(`${folder}/lab.yaml`, labText(id, volume));
  const list = async () => {
    const containers = await docker(
      "container",
      "ls",
      "-a",
      "--filter",
      `name=${id}`,
      "--format",
      "container {{.Names}}",
    );
    const volumes = await docker("volume", "ls", "--filter", `name=${id}`, "--format", "volume {{.Name}}");
    return `${containers}${volumes}`.split("\n").filter((line) => line !== "");
  };
  return {
    id,
    volume,
    folder,
    objects: list,
    async [Symbol.asyncDispose]() {
      for (const line of await list()) {
        const [kind = "", name = ""] = line.split(" ");
        await docker(kind, "rm", "-f", name).catch(() => {});
      }
    },
  };
}

function labText(id: string, volume: string): string {
  return `format: 1
id: ${id}
title: { es: Tres tareas, en: Three tasks }
concepts: [docker-cli]
minutes: 5
images: [busybox]
tasks:
  - id: run
    title: { es: Un contenedor en marcha, en: A running container }
    points: 2
    text: { es: "Arranca \`${id}\` con busybox.", en: "Start \`${id}\` from busybox." }
    checks:
      - container: ${id}
        state: running
        image: busybox
    hints:
      - { es: "Usa docker run", en: "Use docker run" }
      - { text: { es: "Con -d va en segundo plano", en: "With -d it goes to the background" }, cost: 0.5 }
    explanation: { es: "Vive mientras viva su proceso.", en: "It lives as long as its process." }
    solution: ["docker run -d --name ${id} busybox sleep 300"]
  - id: keep
    title: { es: Un volumen, en: A volume }
    text: { es: "Crea \`${volume}\`.", en: "Create \`${volume}\`." }
    checks:
      - volume: ${volume}
        driver: local
    explanation: { es: "Sobrevive a los contenedores.", en: "It outlives containers." }
    solution: ["docker volume create ${volume}"]
  - id: stop
    title: { es: Pararlo, en: Stop it }
    text: { es: "Para \`${id}\`.", en: "Stop \`${id}\`." }
    needs: [run]
    checks:
      - container: ${id}
        state: exited
    explanation: { es: "Sigue ahí, parado.", en: "It is still there, stopped." }
    solution: ["docker stop -t 0 ${id}"]
`;
}
