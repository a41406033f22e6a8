/** `grumete exam keygen`: makes the keys of a teacher. */

import type { ExitCode } from "../../content/user_error.ts";
import { fingerprintOf } from "../../exam/fingerprint.ts";
import { createKeys } from "../../store/exam_keys.ts";
import { absolute } from "../../store/state_folder.ts";
import type { ExamKeygenFlags } from "../table/flags.ts";
import { relative } from "../output/paths.ts";
import { print, printJson } from "../output/print.ts";
import type { World } from "../world.ts";

/** As JSON: `{folder, recipient, verify, fingerprint}`. */
export async function run({ lang }: World, { out, json }: ExamKeygenFlags): Promise<ExitCode> {
  const folder = absolute(out);
  const { recipient, verify } = await createKeys(folder);
  const fingerprint = fingerprintOf(Uint8Array.fromBase64(verify, { alphabet: "base64url" }));
  if (json) {
    printJson({ folder, recipient, verify, fingerprint });
    return 0;
  }
  const shown = relative(folder);
  print(
    lang === "es"
      ? `Claves creadas en ${shown}
  teacher.json  solo para ti: firma las pruebas y abre las entregas
  public.json   se puede repartir: con ella se ve quién firmó
Huella: ${fingerprint}

Haz una copia de seguridad de la carpeta: sin teacher.json nadie puede abrir
lo que se entregue. Sigue con: grumete exam pack PRUEBA.yaml --key ${shown} --out PRUEBA.exam`
      : `Keys made in ${shown}
  teacher.json  for you alone: it signs sessions and opens submissions
  public.json   may be handed out: it shows who signed
Fingerprint: ${fingerprint}

Keep a backup of the folder: without teacher.json nobody can open what is
handed in. Go on with: grumete exam pack SPEC.yaml --key ${shown} --out FILE.exam`,
  );
  return 0;
}
