/** A file is missing, or differs from what was asked for: what is there instead, and how to see or mend it. */

import type { FileCheck } from "../../content/schema/checks/inside.ts";
import type { Matcher } from "../../content/schema/matcher.ts";
import { same, type Text } from "../../content/text.ts";
import type { JudgedField } from "../checks/field_judgement.ts";
import type { Advice, Look } from "../checks/look.ts";
import { withoutLastLineEnds } from "../checks/stream.ts";
import { isBelow } from "../matching/paths.ts";
import { code } from "../matching/printable.ts";
import type { ContainerFacts, FileFacts, Mount } from "../snapshot.ts";
import { shellWord } from "./exec.ts";
import { nearest } from "./nearest.ts";
import { wanted } from "./wanted.ts";

/** Docker cannot see whether it is there: `tree` is in memory only. */
export function adviseHiddenFile({ container, path }: FileCheck, tree: string): Advice {
  const look = code(inside(container, `ls -l ${shellWord(path)}`));
  return {
    because: {
      es: `${code(tree)} solo está en memoria, y ahí ${code("docker cp")} no ve nada`,
      en: `${code(tree)} is in memory only, where ${code("docker cp")} sees nothing`,
    },
    next: {
      es: `Es un error del laboratorio: debería preguntar con ${code("exec")}. Míralo tú: ${look}`,
      en: `It is a mistake in the lab, which should ask with ${code("exec")}. See for yourself: ${look}`,
    },
  };
}

export function adviseMissingFile(check: FileCheck, look: Look): Advice {
  const { container, path } = check;
  if (container === undefined) return missingInWorkspace(path, look);
  const facts = containerFacts(container, look.snapshot);
  const mount = facts?.mounts?.find(({ target }) => isBelow(path, target));
  const folder = path.slice(0, path.lastIndexOf("/")) || "/";
  const absent: Text = {
    es: `${code(path)} no está en ${code(container)}`,
    en: `${code(path)} is not in ${code(container)}`,
  };
  return {
    because: mount ? { es: `${absent.es}; ${said(mount).es}`, en: `${absent.en}; ${said(mount).en}` } : absent,
    next: facts?.state === "running" ? seen(`docker exec ${container} ls -la ${shellWord(folder)}`) : {
      es: `Para ver lo que hay, copia la carpeta: ${code(`docker cp ${container}:${shellWord(folder)} .`)}`,
      en: `To see what is there, copy the folder: ${code(`docker cp ${container}:${shellWord(folder)} .`)}`,
    },
  };
}

/** A mount covers what the image has there. */
function said({ type, source, target }: Mount): Text {
  return type === "volume"
    ? {
      es: `en ${code(target)} está el volumen ${code(source)}`,
      en: `the volume ${code(source)} is mounted on ${code(target)}`,
    }
    : {
      es: `en ${code(target)} está la carpeta ${code(source)} de la máquina`,
      en: `the folder ${code(source)} of the machine is mounted on ${code(target)}`,
    };
}

function missingInWorkspace(path: string, { snapshot, workspace }: Look): Advice {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const beside = (snapshot.neighbours.files ?? []).filter((name) =>
    name.startsWith(folder) && !name.slice(folder.length).includes("/")
  );
  const near = nearest(path.slice(folder.length), beside.map((name) => name.slice(folder.length)));
  if (near === undefined) {
    return {
      because: { es: `${code(path)} no está en tu carpeta de trabajo`, en: `${code(path)} is not in your workspace` },
      next: { es: `Créalo en ${code(workspace)}`, en: `Create it in ${code(workspace)}` },
    };
  }
  const other = `${folder}${near}`;
  const onlyCase = near.toLowerCase() === path.slice(folder.length).toLowerCase();
  const rename = code(`mv ${shellWord(other)} ${shellWord(path)}`);
  return {
    because: {
      es: `${code(path)} no está en tu carpeta de trabajo, pero sí ${code(other)}${
        onlyCase ? ": las mayúsculas cuentan" : ""
      }`,
      en: `${code(path)} is not in your workspace, but ${code(other)} is${onlyCase ? ": capitals count" : ""}`,
    },
    next: {
      es: `Si es el tuyo, cámbiale el nombre: ${rename}`,
      en: `If that is yours, rename it: ${rename}`,
    },
  };
}

export function adviseUnwantedFile({ container, path }: FileCheck, { snapshot }: Look): Advice {
  const running = container !== undefined && containerFacts(container, snapshot)?.state === "running";
  if (container !== undefined && !running) {
    return {
      next: {
        es: `Arranca el contenedor y bórralo: ${code(`docker exec ${container} rm -r ${shellWord(path)}`)}`,
        en: `Start the container and remove it: ${code(`docker exec ${container} rm -r ${shellWord(path)}`)}`,
      },
    };
  }
  const remove = code(inside(container, `rm -r ${shellWord(path)}`));
  return { next: { es: `Bórralo: ${remove}`, en: `Remove it: ${remove}` } };
}

export function adviseFile(field: JudgedField, facts: FileFacts, check: FileCheck, look: Look): Advice {
  const { container, path } = check;
  const holder = container === undefined ? undefined : containerFacts(container, look.snapshot);
  const runs = container === undefined || holder?.state === "running";
  const show = (program: string): Advice => ({
    next: runs ? seen(inside(container, `${program} ${shellWord(path)}`)) : {
      es: `Míralo tú: ${code(`docker cp -L ${container}:${shellWord(path)} .`)}`,
      en: `See for yourself: ${code(`docker cp -L ${container}:${shellWord(path)} .`)}`,
    },
  });
  const change = (program: string): Advice => {
    const goal = wanted(field.matcher);
    if (goal === undefined || !runs) return show("ls -ld");
    return { next: same(code(inside(container, `${program} ${goal} ${shellWord(path)}`))) };
  };
  const odd = oddity(field, facts, holder?.mounts?.find(({ target }) => target === path));
  if (odd) return { ...show("ls -ld"), ...odd };
  switch (field.field) {
    case "content":
      return { ...show("cat"), ...difference(field.matcher, facts) };
    case "mode":
      return change("chmod");
    case "owner":
      return change("chown");
    default:
      return show("ls -ld");
  }
}

/** It is not the kind of thing that has what was asked for. */
function oddity({ field, matcher }: JudgedField, facts: FileFacts, mount: Mount | undefined): Advice | undefined {
  if (facts.outside && field !== "type" && field !== "link") {
    return {
      because: {
        es: "Es un enlace que lleva fuera de la carpeta de trabajo, y ahí no se mira nada",
        en: "It is a link that leads out of the workspace, where nothing is looked at",
      },
      next: { es: "Pon en su lugar el archivo", en: "Put the file itself in its place" },
    };
  }
  const wantsFile = field === "content" || field === "size" || (field === "type" && wanted(matcher) === "file");
  if (facts.type === "directory" && wantsFile) {
    if (mount?.type !== "bind") return { because: { es: "Es una carpeta", en: "It is a folder" } };
    return {
      because: {
        es:
          `Es una carpeta: cuando lo que se monta no existe en la máquina, docker crea una carpeta vacía con su nombre`,
        en:
          `It is a folder: where what is mounted does not exist on the machine, docker makes an empty folder of that name`,
      },
      next: {
        es: `Borra ${code(mount.source)} en la máquina, pon ahí el archivo y crea de nuevo el contenedor`,
        en: `Remove ${code(mount.source)} on the machine, put the file there, and create the container again`,
      },
    };
  }
  if (facts.type === "link" && facts.mode === undefined && field !== "type" && field !== "link") {
    return {
      because: {
        es: `Es un enlace a ${code(facts.link ?? "…")}, que no existe`,
        en: `It is a link to ${code(facts.link ?? "…")}, which does not exist`,
      },
    };
  }
  if (field !== "content" || !facts.binary) return undefined;
  return { because: { es: "No es un texto en UTF-8", en: "It is not a text in UTF-8" } };
}

/** Why the content differs, where its first other line does not tell. */
function difference(matcher: Matcher, { content = "" }: FileFacts): Advice {
  if (content === "") return { because: { es: "Está vacío", en: "It is empty" } };
  if (matcher.is !== "equal") return {};
  const [goal, here] = [String(matcher.value), withoutLastLineEnds(content)];
  if (here.replaceAll("\r\n", "\n") === goal) {
    return {
      because: {
        es: "Solo se distingue en los finales de línea, que son los de Windows (CRLF)",
        en: "Only its line ends differ: they are those of Windows (CRLF)",
      },
    };
  }
  return {};
}

function seen(command: string): Text {
  return { es: `Míralo tú: ${code(command)}`, en: `See for yourself: ${code(command)}` };
}

function inside(container: string | undefined, command: string): string {
  return container === undefined ? command : `docker exec ${container} ${command}`;
}

function containerFacts(name: string, { containers }: Look["snapshot"]): ContainerFacts | undefined {
  const sighting = containers.get(name);
  return sighting?.kind === "found" ? sighting.facts : undefined;
}
