/** A lab of three tasks, and verdicts for it. */

import { subjectOf } from "../../lib/content/about_check.ts";
import * as v from "valibot";
import { type Lab, labSchema } from "../../lib/content/schema/lab.ts";
import { same } from "../../lib/content/text.ts";
import type { CheckVerdict, LabVerdict, Status, TaskVerdict } from "../../lib/lab/verdict.ts";
import type { EngineSight, LabOpening } from "../../lib/screens/lab.ts";

export const sampleLab: Lab = v.parse(labSchema, {
  format: 1,
  id: "volumenes",
  title: { es: "Volúmenes que sobreviven", en: "Volumes that survive" },
  concepts: ["volumen"],
  minutes: 20,
  tasks: [
    {
      id: "crear",
      title: { es: "Crear un volumen", en: "Create a volume" },
      text: {
        es: "Crea un volumen llamado `datos`. Un volumen vive **fuera** de los contenedores.",
        en: "Create a volume called `datos`. A volume lives **outside** containers.",
      },
      points: 2,
      checks: [{ volume: "datos", exists: true }],
      hints: [
        { es: "Mira `docker volume --help`.", en: "See `docker volume --help`." },
        { text: { es: "`docker volume create datos`", en: "`docker volume create datos`" }, cost: 0.5 },
      ],
      explanation: { es: "Ahora `docker volume ls` lo muestra.", en: "Now `docker volume ls` shows it." },
      solution: ["docker volume create datos"],
    },
    {
      id: "montar",
      title: { es: "Montarlo en un contenedor", en: "Mount it in a container" },
      text: {
        es: "Arranca `web` con el volumen en `/data`:\n\n- imagen `nginx:1.27`\n- puerto 8080 del anfitrión",
        en: "Start `web` with the volume at `/data`:\n\n- image `nginx:1.27`\n- port 8080 of the host",
      },
      points: 3,
      needs: ["crear"],
      checks: [
        { container: "web", state: "running", image: "nginx:1.27", ports: { "80/tcp": 8080 } },
        { http: "http://localhost:8080/", status: 200 },
      ],
      questions: [
        {
          kind: "truefalse",
          id: "sobrevive",
          concepts: ["volumen"],
          prompt: { es: "Si borras `web`, ¿queda el volumen?", en: "If you remove `web`, does the volume stay?" },
          explanation: { es: "Sí: no es parte del contenedor.", en: "Yes: it is not part of the container." },
          answer: true,
        },
      ],
      explanation: { es: "El montaje une `/data` con el volumen.", en: "The mount joins `/data` and the volume." },
      solution: [
        { file: "index.html", content: "<h1>hola</h1>\n" },
        "docker run -d --name web -p 8080:80 -v datos:/data nginx:1.27",
      ],
    },
    {
      id: "borrar",
      title: { es: "Borrar el contenedor, no los datos", en: "Remove the container, not the data" },
      text: { es: "Borra `web`. El volumen debe quedar.", en: "Remove `web`. The volume must stay." },
      needs: ["montar"],
      checks: [{ container: "web", exists: false }, { volume: "datos", exists: true }],
      explanation: { es: "Los datos siguen en el volumen.", en: "The data is still in the volume." },
      solution: ["docker rm -f web"],
    },
  ],
});

export const sampleOpening: LabOpening = {
  lab: sampleLab,
  seed: 7,
  workspace: "/home/ana/grumete/volumenes",
};

export const reached: EngineSight = {
  kind: "reached",
  engine: {
    binary: "/usr/bin/docker",
    context: "default",
    host: "unix:///var/run/docker.sock",
    clientVersion: "27.1.0",
    version: "27.1.0",
    apiVersion: "1.46",
  },
};

const pending: Readonly<Record<string, Partial<CheckVerdict>>> = {
  web: {
    expected: same("80/tcp → 8080"),
    actual: { es: "80/tcp no está publicado", en: "80/tcp is not published" },
    because: { es: "el contenedor arrancó sin `-p`", en: "the container was started without `-p`" },
    next: {
      es: "Bórralo y arráncalo con `docker run -d --name web -p 8080:80 nginx:1.27`",
      en: "Remove it and start it with `docker run -d --name web -p 8080:80 nginx:1.27`",
    },
    fields: [
      { field: "state", status: "passed", expected: same("running"), actual: same("running") },
      { field: "image", status: "passed", expected: same("nginx:1.27"), actual: same("nginx:1.27") },
      { field: "ports", status: "failed", expected: same("80/tcp → 8080"), actual: same("–") },
    ],
  },
};

function checkVerdict(check: Lab["tasks"][number]["checks"][number], status: Status): CheckVerdict {
  const subject = subjectOf(check);
  const nothing = {
    expected: { es: "existe", en: "exists" },
    actual: { es: "no existe", en: "does not exist" },
    fields: [],
  };
  return { kind: check.kind, subject, status, ...nothing, ...(status === "failed" ? pending[subject] : {}) };
}

/** One status per task; the checks of a task share it. */
export function sampleVerdict(...statuses: readonly Status[]): LabVerdict {
  const tasks = sampleLab.tasks.map((task, index): TaskVerdict => {
    const status = statuses[index] ?? "unchecked";
    const waitsFor = status === "blocked" ? [...task.needs] : [];
    const checks = task.checks.map((check) => checkVerdict(check, status));
    return {
      id: task.id,
      title: task.title,
      status,
      score: status === "passed" ? task.points : 0,
      max: task.points,
      checks,
      waitsFor,
    };
  });
  const status = tasks.every((task) => task.status === "passed") ? "passed" : "failed";
  const sum = (pick: (task: TaskVerdict) => number) => tasks.reduce((total, task) => total + pick(task), 0);
  return { lab: sampleLab.id, status, score: sum(({ score }) => score), max: sum(({ max }) => max), tasks };
}
