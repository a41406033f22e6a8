/** Files that a verb reads, as its help shows them: enough to write the first one. */

import type { Text } from "../../content/text.ts";

interface Sample {
  readonly title: Text;
  readonly listing: Text;
}

export const verbSamples: Readonly<Record<string, readonly Sample[]>> = {
  "exam pack": [
    {
      title: { es: "ASÍ ES UN SPEC.yaml", en: "WHAT A SPEC.yaml LOOKS LIKE" },
      listing: {
        es: `format: 1
id: parcial
title: { es: Parcial de redes, en: "Networks, mid-term" }
minutes: 60                     # para cada estudiante
opens: 2026-12-01T09:00+01:00   # sin ellas, se puede hacer siempre
closes: 2026-12-01T12:00+01:00
feedback: after-closing         # qué puede leer cada uno; o: none, score
draw:                           # de dónde salen las preguntas
  - { quiz: ./redes.yaml, count: 10, points: 1 }
labs:                           # tareas de laboratorio, si las hay
  - { lab: ./labs/mi-lab, tasks: [web] }`,
        en: `format: 1
id: midterm
title: { es: Parcial de redes, en: "Networks, mid-term" }
minutes: 60                     # for each student
opens: 2026-12-01T09:00+01:00   # without them it can be taken at any time
closes: 2026-12-01T12:00+01:00
feedback: after-closing         # what each gets to read; or: none, score
draw:                           # where questions come from
  - { quiz: ./networks.yaml, count: 10, points: 1 }
labs:                           # lab tasks, where there are any
  - { lab: ./labs/my-lab, tasks: [web] }`,
      },
    },
    {
      title: { es: "ASÍ ES LA LISTA DE LA CLASE", en: "WHAT THE LIST OF THE CLASS LOOKS LIKE" },
      listing: {
        es: `id,nombre,minutos
ana,Ana Gil,
luis,Luis Mar,90`,
        en: `id,name,minutes
ana,Ana Gil,
luis,Luis Mar,90`,
      },
    },
  ],
  "exam take": [
    {
      title: { es: "ASÍ ES UN ARCHIVO DE RESPUESTAS", en: "WHAT A FILE OF ANSWERS LOOKS LIKE" },
      listing: {
        es: `1: El kernel del anfitrión   # el número de la pregunta en tu prueba
2: [imagen, volumen]
3: false
4: docker ps -a`,
        en: `1: The host's kernel         # the number of the question in your session
2: [image, volume]
3: false
4: docker ps -a`,
      },
    },
  ],
};
