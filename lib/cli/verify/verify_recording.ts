/** Keeps what a verification saw in a file, and judges a lab again from such a file. */

import type { Lab } from "../../content/schema/lab.ts";
import { same, type Text } from "../../content/text.ts";
import { UserError } from "../../content/user_error.ts";
import type { LabReport } from "../../lab/formats/report.ts";
import { advise } from "../../lab/diagnosis/advisers.ts";
import { judgeLab } from "../../lab/judge.ts";
import { decodeRecording, encodeRecording, type Recording } from "../../lab/recording.ts";
import { readText } from "../../store/read_text.ts";
import manifest from "../../../deno.json" with { type: "json" };
import type { Opened } from "../load.ts";
import { relative, shellWord } from "../output/paths.ts";

/** The text of the file; see `lab/recording.ts`. */
export async function recordingOf(
  { content: lab, file }: Opened<Lab>,
  seen: Pick<Recording, "engine" | "seconds" | "options" | "snapshot">,
): Promise<string> {
  const content = await hashOf(file.path);
  return encodeRecording({ grumete: manifest.version, lab: lab.id, content, ...seen });
}

export interface JudgedAgain {
  readonly report: LabReport;
  /** The lab is not the one that was looked at. */
  readonly changed: boolean;
}

/** `only`: the task asked for. Throws a `UserError` (4): unreadable, not a recording, of another lab, of another task. */
export async function judgeAgain(
  { content: lab, file }: Opened<Lab>,
  path: string,
  only: string | undefined,
): Promise<JudgedAgain> {
  const { engine, seconds, options, snapshot, content, ...recording } = read(path);
  if (recording.lab !== lab.id) {
    throw cannotJudge(path, {
      es: `es del laboratorio "${recording.lab}", no de "${lab.id}"`,
      en: `it is of the lab "${recording.lab}", not of "${lab.id}"`,
    }, {
      es: `Usa: grumete verify ${recording.lab} --from ${shellWord(path)}`,
      en: `Use: grumete verify ${recording.lab} --from ${shellWord(path)}`,
    });
  }
  if (only !== undefined && options.only !== undefined && options.only !== only) {
    throw cannotJudge(path, {
      es: `solo se miró la tarea "${options.only}"`,
      en: `only the task "${options.only}" was looked at`,
    });
  }
  const changed = content !== await hashOf(file.path);
  const task = only ?? options.only;
  try {
    const verdict = judgeLab(lab, snapshot, { ...options, ...(task === undefined ? {} : { only: task }) }, advise);
    return { report: { verdict, seconds, ...(engine ? { engine } : {}) }, changed };
  } catch (error) {
    // The judge takes facts for what they claim to be; those of a file that was tampered with may be anything.
    throw cannotJudge(path, same(String(error)));
  }
}

function read(path: string): Recording {
  const decoding = decodeRecording(readText(path));
  switch (decoding.kind) {
    case "recording":
      return decoding.recording;
    case "newer":
      throw cannotJudge(path, {
        es: `lo escribió una versión más nueva de grumete (formato ${decoding.format})`,
        en: `a newer grumete wrote it (format ${decoding.format})`,
      }, { es: "Actualiza grumete", en: "Update grumete" });
    case "unfit": {
      const place = decoding.at === "" ? "" : ` (${decoding.at})`;
      throw cannotJudge(path, {
        es: `no es lo que guarda grumete verify --save, o está dañado${place}`,
        en: `it is not what grumete verify --save keeps, or it is damaged${place}`,
      }, { es: "Guárdalo otra vez con --save", en: "Keep it again with --save" });
    }
  }
}

function cannotJudge(path: string, state: Text, next?: Text): UserError {
  const name = relative(path);
  return new UserError(
    { es: `No se puede juzgar "${name}": ${state.es}`, en: `Cannot judge "${name}": ${state.en}` },
    next,
    4,
  );
}

async function hashOf(path: string): Promise<string> {
  const bytes = new TextEncoder().encode(readText(path));
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
}
