/** What it takes to grade a class and to report on it: whole processes, submissions of 50 questions of every kind. */

import { inTurns, project, timeOf } from "./measure.ts";
import { type SubmittedClass, submittedClass } from "./submitted_class.ts";

const program = [Deno.execPath(), "run", "-q", "--no-prompt", "-A", `${project}/main.ts`];

interface Class extends SubmittedClass {
  readonly out: string;
}

const made = new Map<number, Promise<Class>>();

/** Made once for all benches of a run. */
function classOf(students: number): Promise<Class> {
  const known = made.get(students) ?? makeClass(students);
  made.set(students, known);
  return known;
}

async function makeClass(students: number): Promise<Class> {
  const folder = Deno.makeTempDirSync();
  addEventListener("unload", () => Deno.removeSync(folder, { recursive: true }));
  return { ...await submittedClass(folder, students), out: `${folder}/grades` };
}

const grading = ({ submissions, keys, out }: Class) => [
  ...[...program, "exam", "grade", submissions, "--key", keys, "--out", out],
];
const report = ({ out }: Class) => [...program, "report", out, "--json"];

async function gradedAndReported(students: number): Promise<number> {
  const one = await classOf(students);
  return await timeOf(grading(one)) + await timeOf(report(one));
}

/** 1,000 ÷ 100 submissions graded and reported: linear is 10, and what starts once makes it less. */
export async function gradeLinear(): Promise<number> {
  const [few = NaN, many = NaN] = await inTurns(3, [100, 1000].map((students) => () => gradedAndReported(students)));
  return many / few;
}

/** Milliseconds for each of 1,000 submissions, graded and reported. */
export async function gradeMs(): Promise<number> {
  const [took = NaN] = await inTurns(3, [() => gradedAndReported(1000)]);
  return took / 1000;
}

/** The most memory, in MB, that grading or reporting on 1,000 submissions ever held (VmHWM). */
export async function gradeMb(): Promise<number | string> {
  if (Deno.build.os !== "linux") return "only Linux tells how much a process held at most";
  const one = await classOf(1000);
  return Math.max(await peak(grading(one)), await peak(report(one)));
}

/** Looked at ten times a second; it only grows. */
async function peak(command: readonly string[]): Promise<number> {
  const look = '"$@" >/dev/null & while sleep 0.1 && grep VmHWM /proc/$!/status 2>/dev/null; do :; done; wait $!';
  const { code, stdout } = await new Deno.Command("sh", { args: ["-c", look, "sh", ...command] }).output();
  const seen = [...new TextDecoder().decode(stdout).matchAll(/VmHWM:\s*(\d+) kB/g)];
  if (code !== 0 || seen.length === 0) throw new Error(`${command.join(" ")}: ${code}`);
  return Number(seen.at(-1)?.[1]) * 1024 / 1e6;
}
