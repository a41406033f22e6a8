/** The content that a session is packed from: what its file names, decoded, with the text it was read from. */

import { isRecord } from "../../content/is_record.ts";
import type { Finding } from "../../content/problem.ts";
import type { Lab } from "../../content/schema/lab.ts";
import type { Quiz } from "../../content/schema/quiz.ts";
import { parseYaml } from "../../content/yaml.ts";
import type { Bank, DrawnPool } from "../../exam/session/draws.ts";
import type { Source } from "../../exam/pack/pack.ts";
import type { PackedLab } from "../../exam/pack/pack_of.ts";
import type { ExamSpec } from "../../exam/session/spec.ts";
import { contentFiles, isFile } from "../../store/library.ts";
import { readBytes, readText } from "../../store/read_text.ts";
import { openConcepts, type Opened, openLab, openQuiz } from "../load.ts";
import type { World } from "../world.ts";

export interface OpenBank extends Bank {
  readonly opened: {
    readonly quizzes: ReadonlyMap<string, Opened<Quiz>>;
    readonly labs: ReadonlyMap<string, Opened<Lab>>;
  };
}

/** `folder` is where the session's file is. Throws a `UserError` (4) for content with errors; what is not there is left out. */
export async function openBank(world: World, spec: ExamSpec, folder: string): Promise<OpenBank> {
  const files = contentFiles(world.contentFolders);
  const quizFiles = files.filter(({ kind }) => kind === "quiz");
  const labFiles = files.filter(({ kind }) => kind === "lab");
  const named = new Set(spec.draw.flatMap(({ quiz, questions = [] }) => [
    ...quiz === undefined ? [] : [quiz],
    ...questions.map((ref) => ref.split("/", 1)[0] ?? ""),
  ]));
  // By area or concept: any of them may have some.
  const all = spec.draw.some(({ area, concept }) => area !== undefined || concept !== undefined);
  const quizzes = new Map<string, Opened<Quiz>>();
  for (const { id, path } of quizFiles) {
    if (all || named.has(id)) quizzes.set(id, await openQuiz(world, path));
  }
  for (const written of named) {
    const path = pathFrom(folder, written);
    if (path === undefined || !isFile(path)) continue;
    const opened = await openQuiz(world, path);
    const known = [...quizzes.values()].find(({ file }) => file.path === opened.file.path);
    quizzes.set(written, known ?? opened);
  }
  const labs = new Map<string, Opened<Lab>>();
  for (const { lab: written } of spec.labs) {
    const path = pathFrom(folder, written) ?? labFiles.find(({ id }) => id === written)?.path;
    if (path !== undefined && (isFile(path) || isFile(`${path}/lab.yaml`))) {
      labs.set(written, await openLab(world, path));
    }
  }
  const { concepts } = await openConcepts(world);
  return {
    quizzes: contents(quizzes),
    quizIds: quizFiles.map(({ id }) => id),
    concepts,
    labs: contents(labs),
    labIds: labFiles.map(({ id }) => id),
    opened: { quizzes, labs },
  };
}

/** Undefined for an id. */
export function pathFrom(folder: string, written: string): string | undefined {
  if (!/[\\/]|\.ya?ml$/.test(written)) return undefined;
  return written.startsWith("/") ? written : `${folder}/${written.replace(/^(?:\.\/)+/, "")}`;
}

function contents<Content>(opened: ReadonlyMap<string, Opened<Content>>): ReadonlyMap<string, Content> {
  return new Map([...opened].map(([key, { content }]) => [key, content]));
}

/** The labs of the session with their files. Throws a `UserError` (4) for a starter file that is not there. */
export function packedLabs(spec: ExamSpec, { opened }: OpenBank): readonly PackedLab[] {
  return spec.labs.flatMap(({ lab: written, tasks }) => {
    const found = opened.labs.get(written);
    if (!found) return [];
    const { content: lab, file } = found;
    const parsed = parseYaml(readText(file.path));
    const document = parsed.kind === "document" && isRecord(parsed.document.value) ? parsed.document.value : {};
    const workspace = new Map(
      lab.workspace.map((path) => [path, readBytes(`${file.folder}/workspace/${path}`, Infinity)]),
    );
    return [{ lab, written: document, workspace, ...(tasks ? { tasks } : {}) }];
  });
}

/** The files that went into the pack, as they are now. `quizzes`: ids of those that questions were taken from. */
export function sourcesOf({ opened }: OpenBank, quizzes: ReadonlySet<string>): readonly Source[] {
  const source = (kind: Source["kind"]) => ({ file: { path } }: { readonly file: { readonly path: string } }) => ({
    kind,
    path,
    text: readText(path),
  });
  const used = new Set([...opened.quizzes.values()].filter(({ content }) => quizzes.has(content.id)));
  return [...[...used].map(source("quiz")), ...[...new Set(opened.labs.values())].map(source("lab"))];
}

/** A warning: what comes with grumete is on every student's machine, with its answers. `shipped` is the folder it comes in. */
export function shippedFindings(
  { labs }: ExamSpec,
  { opened }: OpenBank,
  pools: readonly DrawnPool[],
  shipped: string,
): readonly Finding[] {
  const isShipped = (file: { readonly path: string } | undefined) => file?.path.startsWith(`${shipped}/`) === true;
  const quizzes = new Set(
    [...opened.quizzes.values()].filter(({ file }) => isShipped(file)).map(({ content }) => content.id),
  );
  const questions = pools.flatMap((pool) => pool.questions).filter(({ quiz }) => quizzes.has(quiz)).length;
  const inLabs = labs.flatMap(({ lab }, index) => isShipped(opened.labs.get(lab)?.file) ? [index] : []);
  const about = (at: Finding["at"], what: Finding["what"]): Finding => ({
    at,
    severity: "warning",
    code: "other",
    what,
    next: {
      es: "Sirve para practicar. Para calificar, usa contenido propio con --content CARPETA, o rutas.",
      en: "Good for practice. For grades use content of your own with --content DIR, or paths.",
    },
  });
  return [
    ...(questions === 0 ? [] : [about(["draw"], {
      es: `${questions} preguntas vienen con grumete: cada estudiante tiene sus respuestas`,
      en: `${questions} questions come with grumete: every student has their answers`,
    })]),
    ...inLabs.map((index) =>
      about(["labs", index], {
        es: "Este laboratorio viene con grumete: cada estudiante tiene su solución",
        en: "This lab comes with grumete: every student has its solution",
      })
    ),
  ];
}
