/** A graded session with a lab on a real engine: looked at and recorded while it goes on, and judged by the teacher alone. */

import assert from "node:assert/strict";
import type { Lab } from "../../lib/content/schema/lab.ts";
import { decodeLab } from "../../lib/content/decode_lab.ts";
import { loadPlain } from "../../lib/content/decode.ts";
import { askedDocument } from "../../lib/exam/pack/asked_lab.ts";
import { judgeEntries } from "../../lib/exam/grading/lab_grading.ts";
import { namingWith } from "../../lib/exam/pack/opaque.ts";
import type { Pack } from "../../lib/exam/pack/pack.ts";
import { noTmux, Tmux } from "../terminal/tmux.ts";
import { docker, engineTest } from "./engine.ts";
import { Teacher } from "./exam_files.ts";
import { grumete, temporaryFolder } from "./grumete.ts";
import { killedAt } from "./killing.ts";
import { command } from "./nine_kinds.ts";
import { type SmallLab, writeLab } from "./small_lab.ts";

interface Place {
  readonly teacher: Teacher;
  readonly small: SmallLab;
  readonly lab: Lab;
  readonly pack: (different?: Partial<Pack>) => string;
  readonly args: (exam: string, ...more: readonly string[]) => readonly string[];
  readonly out: string;
}

/** Of the first task. */
const question = `    questions:
      - id: lives
        kind: truefalse
        concepts: [docker-cli]
        prompt: { es: "¿Vive sin su proceso?", en: "Does it live without its process?" }
        explanation: Ya.
        answer: false
`;

interface Wanted {
  readonly needsTmux?: boolean;
  /** Commands of its setup, of the lab with this id. */
  readonly setup?: (id: string) => readonly string[];
}

function labTest(
  name: string,
  fn: (place: Place) => Promise<void>,
  { needsTmux = false, setup = () => [] }: Wanted = {},
): void {
  engineTest(name, async () => {
    if (needsTmux && noTmux()) return;
    using folder = temporaryFolder();
    const teacher = await Teacher.in(folder.path);
    await using small = writeLab(folder.path);
    const text = Deno.readTextFileSync(`${small.folder}/lab.yaml`).replace("    hints:\n", `${question}    hints:\n`)
      .replace("tasks:\n", `setup: ${JSON.stringify(setup(small.id))}\ntasks:\n`);
    const { value: lab } = decodeLab(text, "lab.yaml");
    assert.ok(lab);
    const raw = loadPlain(text, "lab.yaml").value as Readonly<Record<string, unknown>>;
    const out = `${folder.path}/ana.submission`;
    await fn({
      teacher,
      small,
      lab,
      out,
      pack: (different = {}) => {
        const { verdicts = "recorded", hints = "none" } = different;
        const document = askedDocument(lab, raw, { verdicts, hints, naming: namingWith(new Uint8Array(32)) });
        return teacher.exam({ labs: [{ id: lab.id, document, workspace: {} }], ...different });
      },
      args: (
        exam,
        ...more
      ) => [
        "exam",
        "take",
        exam,
        "--student",
        "ana",
        "--state",
        `${folder.path}/state`,
        "--out",
        out,
        "--lang",
        "en",
        ...more,
      ],
    });
  });
}

const nothing = { pools: [], questions: [] };

labTest(
  "what is there at the end is recorded, judged by the teacher, and told to nobody",
  async ({ teacher, small, lab, pack, args, out }) => {
    const exam = pack({ minutes: 30, ...nothing });
    const left = await grumete(args(exam, "--plain", "--yes"), { stdin: "q\n" });
    assert.equal(left.code, 130, left.stderr);
    assert.match(left.stdout, /Start `?grumete-e2e/);
    await docker("run", "-d", "--name", small.id, "busybox", "sleep", "300");
    const { code, stdout, stderr } = await grumete(args(exam, "--plain", "--yes"), { stdin: "l\nf\ne\ny\n" });
    assert.equal(code, 0, stderr);
    assert.match(stdout, /Does it live without its process/);
    assert.match(stdout, /Looked at and recorded at \d\d:\d\d/);
    assert.doesNotMatch(stdout, /passed|✔/);
    const { entries, attempt } = await teacher.opened(out);
    assert.ok(entries.some(({ kind }) => kind === "lab-begun"));
    assert.equal(attempt.finished, "student");
    const answered = entries.flatMap((entry) => entry.kind === "lab-answered" ? [entry.task, entry.raw] : []);
    assert.deepEqual(answered, ["run", false]);
    const verdict = judgeEntries(lab, entries);
    assert.deepEqual(verdict?.tasks.map(({ status }) => status), ["passed", "failed", "failed"]);
  },
);

labTest(
  "with live verdicts the screen shows them, without a look of the student",
  async ({ teacher, small, lab, pack, args, out }) => {
    const exam = pack({ minutes: 30, verdicts: "live" });
    await using tmux = await Tmux.start(command(...args(exam)), {
      env: { DOCKER_HOST: Deno.env.get("DOCKER_HOST") ?? "" },
    });
    await tmux.waitFor("enter begin");
    await tmux.keys("Enter");
    await tmux.waitFor("Question 1 of 10");
    await tmux.keys("l");
    await tmux.waitFor(/Looked at and recorded.*✘ container grumete-e2e/s, 20_000);
    await docker("run", "-d", "--name", small.id, "busybox", "sleep", "300");
    await tmux.waitFor(/✔ container grumete-e2e/, 20_000);
    await docker("volume", "create", small.volume);
    await tmux.keys("e");
    await tmux.waitFor("Hand in now?");
    await tmux.keys("y");
    await tmux.waitFor("Your submission is in", 30_000);
    await tmux.keys("q");
    const { entries } = await teacher.opened(out);
    assert.deepEqual(judgeEntries(lab, entries)?.tasks.map(({ status }) => status), ["passed", "passed", "failed"]);
  },
  { needsTmux: true },
);

labTest(
  "an engine that is away is recorded and told, keeps nobody from handing in, and leaves the lab owed",
  async ({ teacher, lab, pack, args, out }) => {
    const exam = pack();
    const env = { DOCKER_HOST: "unix:///nowhere/docker.sock" };
    const script = await grumete(args(exam, "--answers", "-", "--yes"), { stdin: "3: false\n", env });
    assert.equal(script.code, 3);
    assert.match(script.stderr, /Cannot look at the lab[\s\S]*The attempt stays open/);
    const { code, stderr } = await grumete(args(exam, "--plain", "--yes"), { stdin: "e\ny\n", env });
    assert.equal(code, 0, stderr);
    const { entries } = await teacher.opened(out);
    assert.ok(entries.some(({ kind }) => kind === "engine-lost"));
    assert.equal(judgeEntries(lab, entries), undefined);
  },
);

labTest(
  "killed while the lab is being prepared: what was begun is undone, and it is prepared anew",
  async ({ teacher, small, pack, args, out }) => {
    const exam = pack(nothing);
    const { killed } = await killedAt(
      { after: /Preparing the lab/, ms: 900 },
      args(exam, "--plain", "--yes"),
      () => undefined,
    );
    assert.ok(killed);
    const { code, stdout, stderr } = await grumete(args(exam, "--plain", "--yes"), { stdin: "e\ny\n" });
    assert.equal(code, 0, stderr);
    assert.match(stdout, /Looked at and recorded/);
    assert.ok((await small.objects()).includes(`volume ${small.id}-second`));
    const { entries } = await teacher.opened(out);
    const kinds = entries.map(({ kind }) => kind).filter((kind) => kind === "lab-begun" || kind === "reopened");
    assert.deepEqual(kinds, ["reopened", "lab-begun"]);
  },
  {
    setup: (id) => [
      ...[1, 2, 3, 4, 5, 6].map((number) => `docker run -d --name ${id}-${number} busybox sleep 300`),
      `docker volume create ${id}-second`,
    ],
  },
);
