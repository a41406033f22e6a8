/** `grumete exam pack`: from a session's file and content to one signed file, and a ticket for each student. */

import { formatProblem } from "../../content/problem.ts";
import { type ExitCode, UserError } from "../../content/user_error.ts";
import { fingerprintOf } from "../../exam/fingerprint.ts";
import { hashOf } from "../../exam/hash.ts";
import { encodePack, maxPackBytes } from "../../exam/pack/pack_document.ts";
import { packOf } from "../../exam/pack/pack_of.ts";
import { packSecrets } from "../../exam/pack/pack_secrets.ts";
import { readRoster, type RosterStudent } from "../../exam/tickets/roster.ts";
import { signDocument } from "../../exam/signed.ts";
import { lastClosing, ticketsFor } from "../../exam/tickets/tickets.ts";
import { openKeys } from "../../store/exam_keys.ts";
import { keepPackRecord, packRecord } from "../../store/pack_records.ts";
import { readText } from "../../store/read_text.ts";
import { absolute } from "../../store/state_folder.ts";
import { openSession } from "../exam/exam_session.ts";
import { packedText } from "../exam/exam_pack_text.ts";
import type { ExamPackFlags } from "../table/flags.ts";
import { writeOutput } from "../output/output_file.ts";
import { tableError } from "../output/table_error.ts";
import { print, printError, printJson } from "../output/print.ts";
import { compared, insistOnReplacing, ticketFiles, writeTickets } from "../exam/ticket_files.ts";
import type { World } from "../world.ts";

/**
 * 0 when it is written, 2 for a wrong call, 4 for bad content or answers that would be given away. As JSON:
 * `{exam, pack, file, bytes, signer, pools:[{title,count,of}], questions, labs:[{id,tasks}], tickets?:{folder,written,kept},
 * warnings:[{path,line,column,at,what}]}`.
 */
export async function run(world: World, flags: ExamPackFlags, specPath: string): Promise<ExitCode> {
  const { lang } = world;
  if ((flags.roster === undefined) !== (flags.tickets === undefined)) throw rosterAndTickets();
  const keys = await openKeys(absolute(flags.key));
  if (keys.exposed) printError(exposed[lang]);
  const path = absolute(specPath);
  const { spec, text, pools, labs, sources, problems } = await openSession(world, path, flags.strict === true);
  const students = flags.roster === undefined ? undefined : rosterIn(absolute(flags.roster));
  const secrets = packSecrets(keys.secret, spec.id);
  const { recipient, signer } = keys;
  const pack = packOf({ spec, pools, labs, secrets, recipient, tickets: students !== undefined });
  const bytes = signDocument("exam", encodePack(pack), signer);
  if (bytes.length > maxPackBytes) throw tooLarge(bytes.length);
  const hash = hashOf(bytes);
  const out = absolute(flags.out);
  const before = packRecord(keys.folder, hash);
  const tickets = ticketsFor(students ?? [], {
    pack: hash,
    seedFor: secrets.seedFor,
    given: before?.tickets ?? {},
    newNonce: () => crypto.getRandomValues(new Uint8Array(16)).toHex(),
  });
  const folder = absolute(flags.tickets ?? ".");
  const files = ticketFiles(folder, tickets, signer);
  const outBefore = compared(out, bytes);
  if (!flags.replace) {
    insistOnReplacing([
      ...outBefore === "other" ? [out] : [],
      ...files.flatMap(({ path, before }) => before === "other" ? [path] : []),
    ]);
  }
  for (const problem of problems) printError(`${formatProblem(problem, lang)}\n`);
  const closes = lastClosing(spec.closes, tickets, before?.closes);
  // First what nobody else has: a ticket whose number the teacher does not know would be worth nothing.
  keepPackRecord(keys.folder, {
    format: 1,
    pack: hash,
    exam: spec.id,
    packedAt: before?.packedAt ?? Date.now(),
    salt: secrets.salt.toBase64(),
    spec: { path, text },
    sources,
    ...(closes === undefined ? {} : { closes }),
    tickets: { ...before?.tickets, ...Object.fromEntries(tickets.map(({ nonce, student }) => [nonce, student.id])) },
  }, bytes);
  if (outBefore !== "same") writeOutput(out, bytes, "--out");
  if (students) writeTickets(folder, files);
  const kept = files.filter(({ before }) => before === "same").length;
  const facts = {
    exam: spec.id,
    pack: hash,
    file: out,
    bytes: bytes.length,
    signer: fingerprintOf(signer.publicKey),
    pools: pack.pools.map(({ title, count, questions }) => ({ title, count, of: questions.length })),
    questions: pack.questions.length,
    labs: labs.map(({ lab }, index) => ({ id: lab.id, tasks: tasksIn(pack.labs[index]?.document) })),
    ...(students ? { tickets: { folder, written: files.length - kept, kept } } : {}),
    warnings: problems.map(({ path, line, column, at, what }) => ({ path, line, column, at, what: what[lang] })),
  };
  if (flags.json) printJson({ ...facts, pools: facts.pools.map((pool) => ({ ...pool, title: pool.title[lang] })) });
  else print(packedText(facts, spec, lang));
  return 0;
}

function tasksIn(document: Readonly<Record<string, unknown>> | undefined): number {
  const tasks = document?.["tasks"];
  return Array.isArray(tasks) ? tasks.length : 0;
}

function rosterIn(path: string): readonly RosterStudent[] {
  const { students, problems } = readRoster(readText(path));
  if (problems.length === 0) return students;
  throw tableError(path, problems);
}

const exposed = {
  es: "Aviso: otros usuarios de esta máquina pueden leer teacher.json. Ciérralo: chmod 600 teacher.json",
  en: "Warning: other users of this machine can read teacher.json. Close it: chmod 600 teacher.json",
};

function rosterAndTickets(): UserError {
  return new UserError(
    {
      es: "--roster y --tickets van juntos: la lista de la clase y la carpeta de sus tickets",
      en: "--roster and --tickets go together: the list of the class and the folder for its tickets",
    },
    { es: "Prueba: --roster clase.csv --tickets tickets", en: "Try: --roster class.csv --tickets tickets" },
  );
}

function tooLarge(bytes: number): UserError {
  const megabytes = (bytes / 1024 / 1024).toFixed(1);
  const most = maxPackBytes / 1024 / 1024;
  return new UserError(
    {
      es: `No se puede empaquetar: son ${megabytes} MB y el máximo son ${most}`,
      en: `Cannot pack: it has ${megabytes} MB, the most is ${most}`,
    },
    {
      es: "Quita laboratorios, o archivos grandes de sus carpetas workspace/",
      en: "Take labs away, or large files in their workspace/ folders",
    },
    4,
  );
}
