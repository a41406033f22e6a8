/** A quiz with one question of each kind, and somebody who takes it with keys, reading the screen. */

import type { Lang } from "../../lib/content/text.ts";
import type { Tmux } from "../terminal/tmux.ts";
import { project } from "./grumete.ts";

/** The score of who answers as `answers` says. */
export const points = { score: 14, max: 16 };

/** The questions in the order of `seed`. */
export const seed = 7;
export const order = ["list", "socket", "objects", "blanks", "life", "port", "pairs", "vm", "kernel"] as const;
export type QuestionId = typeof order[number];

export const quizText = `format: 1
id: nine-kinds
title: { es: Nueve preguntas, en: Nine questions }
questions:
  - id: kernel
    kind: choice
    concepts: [container-shares-host-kernel]
    prompt: { es: "¿De quién es el kernel que usa un contenedor?", en: "Whose kernel does a container use?" }
    explanation: { es: "Del anfitrión: un contenedor es un proceso.", en: "The host's: a container is a process." }
    choices:
      - { id: host, text: { es: "Del anfitrión", en: "The host's" }, correct: true }
      - { id: own, text: { es: "Uno propio", en: "One of its own" }, feedback: { es: "Eso es una máquina virtual", en: "That is a virtual machine" } }
      - { id: none, text: { es: "De nadie", en: "Nobody's" } }
  - id: objects
    kind: multiple
    points: 2
    concepts: [docker-cli]
    prompt: { es: "¿Cuáles son objetos de Docker?", en: "Which are Docker objects?" }
    explanation: { es: "Imágenes y volúmenes lo son.", en: "Images and volumes are." }
    choices:
      - { id: image, text: { es: "imagen", en: "image" }, correct: true }
      - { id: volume, text: { es: "volumen", en: "volume" }, correct: true }
      - { id: hypervisor, text: { es: "hipervisor", en: "hypervisor" } }
      - { id: bios, text: { es: "BIOS", en: "BIOS" } }
  - id: vm
    kind: truefalse
    concepts: [container-shares-host-kernel]
    prompt: { es: "Un contenedor arranca su propio kernel.", en: "A container boots a kernel of its own." }
    explanation: { es: "No arranca ninguno.", en: "It boots none." }
    answer: false
  - id: socket
    kind: text
    concepts: [docker-unix-socket]
    prompt: { es: "¿Cómo se llama el demonio?", en: "What is the daemon called?" }
    explanation: { es: "Se llama dockerd.", en: "It is called dockerd." }
    accept: [dockerd]
    hints:
      - { es: "Acaba en d", en: "It ends in d" }
      - { es: "Empieza por docker", en: "It begins with docker" }
  - id: port
    kind: number
    concepts: [docker-cli]
    prompt: { es: "¿Qué puerto usa HTTP?", en: "Which port does HTTP use?" }
    explanation: { es: "El 80.", en: "Port 80." }
    answer: 80
  - id: life
    kind: order
    concepts: [docker-cli]
    points: 3
    prompt: { es: "Ordena la vida de un contenedor", en: "Order the life of a container" }
    explanation: { es: "Crear, arrancar, parar.", en: "Create, start, stop." }
    items:
      - { id: create, text: { es: "crear", en: "create" } }
      - { id: start, text: { es: "arrancar", en: "start" } }
      - { id: stop, text: { es: "parar", en: "stop" } }
  - id: pairs
    kind: match
    concepts: [docker-cli]
    points: 2
    prompt: { es: "Une cada orden con lo que hace", en: "Join each command with what it does" }
    explanation: { es: "ps lista, rm borra.", en: "ps lists, rm removes." }
    pairs:
      - { id: ps, left: "\`ps\`", right: { es: "lista", en: "lists" } }
      - { id: rm, left: "\`rm\`", right: { es: "borra", en: "removes" } }
  - id: blanks
    kind: cloze
    concepts: [docker-unix-socket]
    points: 2
    prompt: { es: "Rellena", en: "Fill in" }
    text: { es: "El {{a}} habla con el {{b}}.", en: "The {{a}} talks to the {{b}}." }
    blanks:
      a: { accept: [{ es: cliente, en: client }] }
      b: { accept: [{ es: demonio, en: daemon }] }
    explanation: { es: "El cliente habla con el demonio.", en: "The client talks to the daemon." }
  - id: list
    kind: command
    concepts: [docker-cli]
    points: 3
    prompt: { es: "Lista todos los contenedores, también los parados", en: "List all containers, stopped ones too" }
    explanation: { es: "Con -a salen también los parados.", en: "With -a the stopped ones show too." }
    accept: [docker ps -a]
`;

/** Writes the quiz into the folder and gives its path. */
export function writeQuiz(folder: string): string {
  const path = `${folder}/nine-kinds.yaml`;
  Deno.writeTextFileSync(path, quizText);
  return path;
}

/** The command that takes the quiz, for `Tmux.start`. */
export function command(...args: readonly string[]): readonly string[] {
  return [Deno.execPath(), "run", "-A", "-q", `${project}/main.ts`, ...args];
}

/** A piece of each question's text, by which it is recognised. */
export const prompts: Readonly<Record<QuestionId, Readonly<Record<Lang, string>>>> = {
  list: { es: "Lista todos", en: "List all" },
  socket: { es: "llama el demonio", en: "the daemon called" },
  objects: { es: "objetos de Docker", en: "Docker objects" },
  blanks: { es: "Rellena", en: "Fill in" },
  life: { es: "Ordena la vida", en: "Order the life" },
  port: { es: "puerto usa HTTP", en: "port does HTTP" },
  pairs: { es: "Une cada orden", en: "Join each command" },
  vm: { es: "arranca su propio", en: "boots a kernel" },
  kernel: { es: "De quién es el kernel", en: "Whose kernel" },
};

/** Words of the answers. */
export const texts = {
  nobody: { es: "De nadie", en: "Nobody's" },
  bios: { es: "BIOS", en: "BIOS" },
  volume: { es: "volumen", en: "volume" },
  image: { es: "imagen", en: "image" },
  create: { es: "crear", en: "create" },
  start: { es: "arrancar", en: "start" },
  stop: { es: "parar", en: "stop" },
  lists: { es: "lista", en: "lists" },
  removes: { es: "borra", en: "removes" },
  host: { es: "Del anfitrión", en: "The host's" },
  client: { es: "cliente", en: "client" },
  daemon: { es: "demonio", en: "daemon" },
};

/** Answers the question on the screen, up to and with Enter: `objects` half right, `port` wrong, all others right. */
export async function answer(tmux: Tmux, question: QuestionId, lang: Lang): Promise<void> {
  const screen = await tmux.waitFor(prompts[question][lang]);
  switch (question) {
    case "list":
      await tmux.type("docker container ls --all");
      break;
    case "socket":
      await tmux.type("dockerd");
      break;
    case "objects":
      await tmux.keys(letterOf(screen, texts.image[lang]));
      break;
    case "blanks":
      await tmux.type(texts.client[lang]);
      await tmux.keys("Tab");
      await tmux.type(texts.daemon[lang]);
      break;
    case "life":
      await tmux.keys(...sorting(screen, [texts.create[lang], texts.start[lang], texts.stop[lang]]));
      break;
    case "port":
      await tmux.type("443");
      break;
    case "pairs":
      await tmux.keys(letterOf(screen, texts.lists[lang]), letterOf(screen, texts.removes[lang]));
      break;
    case "vm":
      await tmux.keys("f");
      break;
    case "kernel":
      await tmux.keys(letterOf(screen, texts.host[lang]));
      break;
  }
  await tmux.keys("Enter");
}

/** The letter before an option. */
export function letterOf(screen: string, text: string): string {
  const letter = screen.split("\n").find((line) => line.trimEnd().endsWith(`) ${text}`))?.match(/([a-z])\) /)?.[1];
  if (letter === undefined) throw new Error(`Cannot find "${text}" on the screen:\n${screen}`);
  return letter;
}

/** Keys that pick each item up from above and carry it to its place; the pointer starts at the first. */
function sorting(screen: string, wanted: readonly string[]): readonly string[] {
  const now = [...screen.matchAll(/\d\. (.+?) *$/gm)].map(([, text]) => text ?? "");
  const keys: string[] = [];
  for (const [place, text] of wanted.entries()) {
    const from = now.indexOf(text);
    if (from < 0) throw new Error(`Cannot find "${text}" on the screen:\n${screen}`);
    keys.push("Home", ...Array(from).fill("Down"), ...Array(from - place).fill("u"));
    now.splice(place, 0, ...now.splice(from, 1));
  }
  return keys;
}
