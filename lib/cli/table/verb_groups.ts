/** What the help of a first word says of the verbs behind it. */

import type { Text } from "../../content/text.ts";

interface VerbGroup {
  readonly brief: Text;
  /** In the order in which they are used. */
  readonly description: Text;
}

export const verbGroups: Readonly<Record<string, VerbGroup>> = {
  exam: {
    brief: {
      es: "Pruebas calificadas: claves, preparar, hacer, corregir",
      en: "Graded sessions: keys, packing, taking, grading",
    },
    description: {
      es: `Pruebas calificadas, de principio a fin:

  grumete exam keygen --out claves                          una vez
  grumete exam pack parcial.yaml --key claves --out parcial.exam
                                                            tú, antes
  grumete exam take parcial.exam --student ana              cada estudiante
  grumete exam grade entregas/ --key claves --out notas     tú, después
  grumete exam inspect entregas/ana.submission --key claves si dudas de una
  grumete report notas/                                     qué dicen las notas

Se reparte parcial.exam, y public.json si se quiere ver quién firma. La carpeta
de las claves no sale de tu máquina. Cómo se escribe parcial.yaml:
grumete exam pack --help`,
      en: `Graded sessions, from beginning to end:

  grumete exam keygen --out keys                            once
  grumete exam pack midterm.yaml --key keys --out midterm.exam
                                                            you, before
  grumete exam take midterm.exam --student ana              each student
  grumete exam grade submissions/ --key keys --out grades   you, after
  grumete exam inspect submissions/ana.submission --key keys
                                                            if you doubt one
  grumete report grades/                                    what the grades say

Hand out midterm.exam, and public.json for who wants to see who signs. The
folder of the keys does not leave your machine. How midterm.yaml is written:
grumete exam pack --help`,
    },
  },
};
