/** A quiz with every kind of question, short enough to be read on a snapshot. */

import * as v from "valibot";
import { type Quiz, quizSchema } from "../../lib/content/schema/quiz.ts";

const concepts = ["contenedor"];

export const sampleQuiz: Quiz = v.parse(quizSchema, {
  format: 1,
  id: "muestra",
  title: { es: "Contenedores y máquinas virtuales", en: "Containers and virtual machines" },
  questions: [
    {
      kind: "choice",
      id: "kernel",
      concepts: ["kernel-compartido"],
      prompt: { es: "¿Qué comparte un contenedor con su anfitrión?", en: "What does a container share with its host?" },
      explanation: {
        es: "Un contenedor es un proceso del anfitrión: usa **su** núcleo. Una máquina virtual trae el suyo.",
        en: "A container is a process of the host: it uses **its** kernel. A virtual machine brings its own.",
      },
      hints: [
        { es: "Prueba `uname -r` dentro y fuera.", en: "Try `uname -r` inside and outside." },
        { es: "No es un archivo.", en: "It is not a file." },
      ],
      choices: [
        { text: { es: "El núcleo", en: "The kernel" }, correct: true },
        {
          text: { es: "El sistema de archivos raíz", en: "The root file system" },
          feedback: { es: "La raíz viene de la imagen.", en: "The root comes from the image." },
        },
        { text: { es: "La memoria, entera y sin límite posible", en: "The memory, all of it and without any limit" } },
      ],
    },
    {
      kind: "multiple",
      id: "aislamiento",
      concepts,
      points: 2,
      prompt: { es: "¿Qué aísla Linux con espacios de nombres?", en: "What does Linux isolate with namespaces?" },
      explanation: {
        es: "`pid`, `net`, `mnt`, `uts`, `ipc`, `user`…",
        en: "`pid`, `net`, `mnt`, `uts`, `ipc`, `user`…",
      },
      choices: [
        { text: { es: "Los procesos", en: "Processes" }, correct: true },
        { text: { es: "La red", en: "The network" }, correct: true },
        { text: { es: "La versión del núcleo", en: "The version of the kernel" } },
        { text: { es: "Los puntos de montaje", en: "Mount points" }, correct: true },
      ],
    },
    {
      kind: "truefalse",
      id: "hipervisor",
      concepts,
      prompt: { es: "Un contenedor necesita un hipervisor.", en: "A container needs a hypervisor." },
      explanation: { es: "Le basta el núcleo del anfitrión.", en: "The host's kernel is enough." },
      answer: false,
      feedback: { es: "Eso son las máquinas virtuales.", en: "That is virtual machines." },
    },
    {
      kind: "text",
      id: "plantilla",
      concepts: ["imagen"],
      prompt: {
        es: "¿Cómo se llama la plantilla de solo lectura de la que nace un contenedor?",
        en: "What is the read-only template called from which a container is born?",
      },
      explanation: { es: "Es la **imagen**.", en: "It is the **image**." },
      hints: [{ es: "Empieza por *i*.", en: "It begins with *i*." }],
      accept: [{ es: "imagen", en: "image" }],
    },
    {
      kind: "number",
      id: "puerto",
      concepts: ["puertos"],
      prompt: { es: "¿Cuánta memoria da `--memory 0.5g`?", en: "How much memory does `--memory 0.5g` give?" },
      explanation: { es: "Medio gibibyte son 512 MiB.", en: "Half a gibibyte is 512 MiB." },
      answer: 512,
      unit: "MiB",
    },
    {
      kind: "order",
      id: "vida",
      concepts,
      prompt: { es: "Ordena la vida de un contenedor.", en: "Put the life of a container in order." },
      explanation: { es: "Primero se crea, al final se borra.", en: "First it is created, in the end removed." },
      items: [
        { text: { es: "Se crea", en: "It is created" } },
        { text: { es: "Arranca", en: "It starts" } },
        { text: { es: "Termina", en: "It exits" } },
        { text: { es: "Se borra", en: "It is removed" } },
      ],
    },
    {
      kind: "match",
      id: "objetos",
      concepts,
      prompt: { es: "Empareja cada objeto con lo que guarda.", en: "Match each object with what it holds." },
      explanation: { es: "Cada objeto, su papel.", en: "Each object has its part." },
      pairs: [
        { left: { es: "volumen", en: "volume" }, right: { es: "datos que sobreviven", en: "data that survives" } },
        { left: { es: "imagen", en: "image" }, right: { es: "capas de solo lectura", en: "read-only layers" } },
      ],
      distractors: [{ text: { es: "procesos en marcha", en: "running processes" } }],
    },
    {
      kind: "cloze",
      id: "publicar",
      concepts: ["puertos"],
      prompt: { es: "Completa.", en: "Fill in." },
      explanation: { es: "Primero el anfitrión, después el contenedor.", en: "First the host, then the container." },
      text: {
        es: "Con `-p` se {{verbo}} un puerto: delante va el del {{lado}}.",
        en: "With `-p` a port is {{verbo}}: first comes that of the {{lado}}.",
      },
      blanks: {
        verbo: { accept: [{ es: "publica", en: "published" }] },
        lado: { accept: [{ es: "anfitrión", en: "host" }] },
      },
    },
    {
      kind: "command",
      id: "todos",
      concepts,
      prompt: {
        es: "Lista todos los contenedores, también los parados.",
        en: "List all containers, stopped ones too.",
      },
      explanation: {
        es: "`-a` es `--all`:\n\n```sh\n$ docker ps -a\n```",
        en: "`-a` is `--all`:\n\n```sh\n$ docker ps -a\n```",
      },
      accept: ["docker ps -a"],
    },
  ],
});

/** The questions with these ids only, or all. */
export function only(quiz: Quiz, ...ids: readonly string[]): Quiz {
  return ids.length === 0 ? quiz : { ...quiz, questions: quiz.questions.filter(({ id }) => ids.includes(id)) };
}
