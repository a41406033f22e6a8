/** What has to change in the file of a project or of a stack, before it is applied again. */

import type { Text } from "../../content/text.ts";
import { code } from "../matching/printable.ts";

/** `apply` is the command that reads the file again. */
export function lineOfService(line: string, service: string, apply: string): Text {
  return {
    es: `En el archivo, escribe ${code(line)} en el servicio ${code(service)} y ejecuta ${code(apply)}`,
    en: `In the file, write ${code(line)} in the service ${code(service)} and run ${code(apply)}`,
  };
}

/** `section` is `services`, `networks`, `volumes`…; what no service uses is not made. */
export function declared(section: string, name: string, apply: string): Text {
  if (section === "services") {
    return {
      es: `Escríbelo en ${code("services:")} del archivo y ejecuta ${code(apply)}`,
      en: `Write it under ${code("services:")} in the file and run ${code(apply)}`,
    };
  }
  return {
    es: `Declara ${code(name)} en ${code(`${section}:`)} del archivo, haz que un servicio lo use y ejecuta ${
      code(apply)
    }`,
    en: `Declare ${code(name)} under ${code(`${section}:`)} in the file, let a service use it and run ${code(apply)}`,
  };
}

export function renamedTo(name: string, apply: string): Text {
  return {
    es: `Llámalo ${code(name)} en el archivo y ejecuta ${code(apply)}`,
    en: `Call it ${code(name)} in the file and run ${code(apply)}`,
  };
}

export function takenOut(apply: string): Text {
  return {
    es: `Quítalo del archivo y ejecuta ${code(apply)}`,
    en: `Take it out of the file and run ${code(apply)}`,
  };
}

export function oneTooMany(name: string): Text {
  return { es: `${code(name)} sobra`, en: `${code(name)} is one too many` };
}
