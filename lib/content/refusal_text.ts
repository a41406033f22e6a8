/** What each refusal of the schema means to an author: the state of the value, and what would be accepted. */

import type { ProblemCode } from "./problem.ts";
import type { Refusal } from "./schema/refusal.ts";
import type { Text } from "./text.ts";

export interface RefusalText {
  readonly code: ProblemCode;
  /** After "Cannot use …: ". */
  readonly state: Text;
  readonly next?: Text;
}

const t = (es: string, en: string): Text => ({ es, en });

export const refusalTexts: Readonly<Record<Refusal, RefusalText>> = {
  text: {
    code: "empty-text",
    state: t("no dice nada", "it says nothing"),
    next: t("Escribe el texto, o quita la clave.", "Write the text, or remove the key."),
  },
  id: {
    code: "bad-id",
    state: t(
      "un identificador lleva letras minúsculas sin acento, cifras y guiones entre ellas",
      "an id has lower-case letters a to z, digits, and hyphens between them",
    ),
    next: t("Escríbelo como «redes-y-puertos».", 'Write it like "networks-and-ports".'),
  },
  duration: {
    code: "bad-duration",
    state: t("se esperaba una duración", "a duration was expected"),
    next: t("Escribe un número con ms, s o m: 500ms, 3s, 2m.", "Write a number with ms, s or m: 500ms, 3s, 2m."),
  },
  size: {
    code: "bad-size",
    state: t("se esperaba un tamaño", "a size was expected"),
    next: t("Escribe bytes o un número con k, m o g: 64m.", "Write bytes or a number with k, m or g: 64m."),
  },
  restart: {
    code: "wrong-value",
    state: t("no es una política de reinicio", "it is not a restart policy"),
    next: t(
      "Las hay: no, always, unless-stopped, on-failure y, con un tope de intentos, on-failure:3.",
      "There are: no, always, unless-stopped, on-failure and, with a limit of tries, on-failure:3.",
    ),
  },
  mode: {
    code: "wrong-value",
    state: t("no son unos permisos en octal", "these are no octal permissions"),
    next: t('Escríbelos entre comillas, como "644".', 'Write them in quotes, like "644".'),
  },
  owner: {
    code: "wrong-value",
    state: t("no es un dueño en números", "it is not an owner in numbers"),
    next: t('Escríbelo entre comillas, como "1000:1000".', 'Write it in quotes, like "1000:1000".'),
  },
  decimal: {
    code: "bad-number",
    state: t("se esperaba un número", "a number was expected"),
    next: t(
      'Usa punto decimal; entre comillas ("0.10") cuentan todas las cifras.',
      'Use a decimal point; in quotes ("0.10") every digit counts.',
    ),
  },
  tolerance: {
    code: "bad-tolerance",
    state: t("se esperaba una tolerancia", "a tolerance was expected"),
    next: t('Escribe un número (0.5) o un porcentaje ("5%").', 'Write a number (0.5) or a percentage ("5%").'),
  },
  port: {
    code: "bad-port",
    state: t("se esperaba un puerto, de 1 a 65535", "a port was expected, from 1 to 65535"),
    next: t("Escribe el puerto del anfitrión, como 8080.", "Write the port of the host, such as 8080."),
  },
  portKey: {
    code: "bad-port",
    state: t("no nombra un puerto del contenedor", "it does not name a port of the container"),
    next: t("Escríbelo como 80/tcp.", "Write it like 80/tcp."),
  },
  word: {
    code: "wrong-type",
    state: t("se esperaba un texto", "a text was expected"),
    next: t("Escribe el valor en una sola línea.", "Write the value on one line."),
  },
  pattern: {
    code: "bad-pattern",
    state: t("no es una expresión regular válida", "it is not a valid regular expression"),
    next: t(
      "Cierra paréntesis y corchetes, y escribe \\ antes de los signos que valgan como letra.",
      "Close brackets, and write \\ before signs that stand for themselves.",
    ),
  },
  slowPattern: {
    code: "slow-pattern",
    state: t(
      "repite algo que ya se repite, y podría no terminar nunca",
      "it repeats what already repeats, and may never end",
    ),
    next: t("Quita uno de los dos + o *.", "Remove one of the two + or *."),
  },
  objectName: {
    code: "bad-name",
    state: t("docker no acepta ese nombre", "docker does not accept this name"),
    next: t(
      "Usa dos o más letras sin acento, cifras, _, . o -; el primero, letra o cifra.",
      "Use two or more of a to z, A to Z, digits, _, . or -; the first a letter or digit.",
    ),
  },
  imageName: {
    code: "bad-image",
    state: t("docker no acepta ese nombre de imagen", "docker does not accept this image name"),
    next: t("Escríbelo como nginx:1.27, en minúsculas.", "Write it like nginx:1.27, in lower case."),
  },
  localUrl: {
    code: "bad-url",
    state: t("no es una página http de esta máquina", "it is not an http page of this machine"),
    next: t("Escríbela como http://localhost:8080/.", "Write it like http://localhost:8080/."),
  },
  localAddress: {
    code: "bad-address",
    state: t("no es un puerto de esta máquina", "it is not a port of this machine"),
    next: t("Escríbelo como localhost:5432.", "Write it like localhost:5432."),
  },
  filePlace: {
    code: "bad-path",
    state: t("no nombra un archivo", "it does not name a file"),
    next: t(
      "Escribe «contenedor:/ruta», o una ruta dentro de la carpeta de trabajo.",
      'Write "container:/path", or a path inside the workspace.',
    ),
  },
  eventType: {
    code: "bad-event",
    state: t("no dice de qué objeto es el suceso", "it does not say which object the event is about"),
    next: t(
      "Escribe «container: web» u otro objeto, y solo uno.",
      'Write "container: web" or another object, just one.',
    ),
  },
  oneObject: {
    code: "bad-inspect",
    state: t("hay que nombrar un objeto, y solo uno", "one object must be named, and only one"),
    next: t("Escribe «inspect: { container: web }».", 'Write "inspect: { container: web }".'),
  },
  inspectPath: {
    code: "bad-inspect",
    state: t("no es un camino dentro de lo que dice docker", "it is not a path into what docker says"),
    next: t(
      "Escríbelo como HostConfig.ShmSize o Mounts[0].Source.",
      "Write it like HostConfig.ShmSize or Mounts[0].Source.",
    ),
  },
  innerPath: {
    code: "bad-path",
    state: t("no es una ruta dentro de la carpeta del laboratorio", "it is not a path inside the lab's folder"),
    next: t(
      "Escríbela como sitio/index.html, sin .. ni / al principio.",
      "Write it like site/index.html, without .. and without a leading /.",
    ),
  },
  dockerCommand: {
    code: "bad-command",
    state: t("no es una orden de docker", "it is not a docker command"),
    next: t("Escríbela como: docker volume create datos", "Write it like: docker volume create datos"),
  },
  longFlag: {
    code: "bad-flag",
    state: t("no es una opción larga", "it is not a long flag"),
    next: t("Escríbela como --rm.", "Write it like --rm."),
  },
  nothing: {
    code: "asserts-nothing",
    state: t("no comprueba nada", "it checks nothing"),
    next: t(
      "Añade lo que debe cumplirse, como «state: running».",
      'Add what should be true, such as "state: running".',
    ),
  },
  gone: {
    code: "gone-and-more",
    state: t("lo que no debe existir no puede cumplir nada más", "what must not exist cannot be anything else"),
    next: t("Deja solo «exists: false», o quítalo.", 'Keep "exists: false" alone, or remove it.'),
  },
  steady: {
    code: "steady-without-state",
    state: t(
      "«steady» dice desde cuándo dura un estado, y falta «state»",
      '"steady" says for how long a state has lasted, and "state" is missing',
    ),
    next: t("Añade «state: running».", 'Add "state: running".'),
  },
  checkKind: {
    code: "unknown-check",
    state: t("no hay comprobaciones de esa clase", "there is no such kind of check"),
  },
  instant: {
    code: "wrong-value",
    state: t("no es un momento", "it is not a moment"),
    next: t(
      "Escribe fecha, hora y diferencia con UTC: 2026-12-01T09:00+01:00, o Z en vez de la diferencia.",
      "Write date, time and offset from UTC: 2026-12-01T09:00+01:00, or Z in place of the offset.",
    ),
  },
  questionRef: {
    code: "wrong-value",
    state: t("no nombra una pregunta", "it does not name a question"),
    next: t(
      "Escribe cuestionario/pregunta: images-basics/what-is-a-tag.",
      "Write quiz/question: images-basics/what-is-a-tag.",
    ),
  },
};
