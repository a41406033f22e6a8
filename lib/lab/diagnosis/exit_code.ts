/** What the exit code of a program in a container tells. */

import type { Text } from "../../content/text.ts";
import { signals } from "../matching/signals.ts";

/** A clause about the main program: "ended …". 125 to 127 are docker's and the shell's own codes; 128 + n is a signal. */
export function exitText(exitCode: number, oomKilled: boolean): Text {
  if (oomKilled) {
    return {
      es: `el núcleo lo mató por pasarse de su límite de memoria (código ${exitCode}, OOM)`,
      en: `the kernel killed it for using more memory than its limit (code ${exitCode}, OOM)`,
    };
  }
  switch (exitCode) {
    case 0:
      return {
        es:
          "su programa principal terminó sin error (código 0), y un contenedor vive lo que vive su programa principal",
        en: "its main program ended without an error (code 0), and a container lives as long as its main program",
      };
    case 125:
      return { es: "docker no llegó a arrancarlo (código 125)", en: "docker could not even start it (code 125)" };
    case 126:
      return {
        es: "el programa existe, pero no se puede ejecutar (código 126)",
        en: "the program exists but cannot be executed (code 126)",
      };
    case 127:
      return {
        es: "el programa no existe dentro de la imagen (código 127)",
        en: "the program does not exist inside the image (code 127)",
      };
    case 128:
      return { es: "no llegó a arrancar (código 128)", en: "it never got started (code 128)" };
    case 137:
      return {
        es:
          "lo mataron con SIGKILL (código 137): `docker kill`, un `docker stop` que tuvo que esperar, o falta de memoria",
        en: "it was killed with SIGKILL (code 137): `docker kill`, a `docker stop` that had to wait, or lack of memory",
      };
    case 139:
      return {
        es: "su programa tocó memoria que no era suya (código 139, SIGSEGV)",
        en: "its program touched memory that was not its own (code 139, SIGSEGV)",
      };
    case 143:
      return {
        es: "lo pararon con SIGTERM (código 143), como hace `docker stop`",
        en: "it was stopped with SIGTERM (code 143), as `docker stop` does",
      };
  }
  const signal = signals[exitCode - 128];
  if (signal !== undefined) {
    return {
      es: `lo paró la señal ${signal} (código ${exitCode})`,
      en: `the signal ${signal} ended it (code ${exitCode})`,
    };
  }
  return {
    es: `su programa terminó con un error (código ${exitCode})`,
    en: `its program ended with an error (code ${exitCode})`,
  };
}

/** Somebody stopped it from outside; the program itself may be well. */
export function wasStopped(exitCode: number, oomKilled: boolean): boolean {
  return !oomKilled && [130, 137, 143].includes(exitCode);
}
