/** A class is graded through the program: from keys to grades, again after a correction, and with whatever lies in the folder. */

import assert from "node:assert/strict";
import { allRight, ExamClass } from "./exam_class.ts";
import { grumete, temporaryFolder } from "./grumete.ts";
import { quizText } from "./nine_kinds.ts";

const scores = (made: ExamClass) => made.grades().students.map(({ student, score, max }) => [student, score, max]);
const read = (path: string) => Deno.readTextFileSync(path);

Deno.test("from keys to grades: every kind of question, tables, feedback, the deck, the report, and a correction", async (t) => {
  using folder = temporaryFolder();
  const made = await ExamClass.in(folder.path, ["ana", "luis", "eva"]);
  await made.take("ana", allRight);
  await made.take("luis", { kernel: true, vm: false, list: false, pairs: false });
  await made.take("eva", { ...allRight, vm: false, blanks: false });

  await t.step("all of them are graded, and the tables say the same", async () => {
    const { code, stdout } = await made.grade();
    assert.equal(code, 0, stdout);
    assert.match(stdout, /Mid-term · 3 submissions graded/);
    assert.match(stdout, /ana ANA Gil +16\/16 +10 +passed/);
    assert.deepEqual(scores(made), [["ana", 16, 16], ["eva", 13, 16], ["luis", 1, 16]]);
    assert.match(read(`${made.out}/grades.csv`), /^ana,ANA Gil,1,16,16,0,10,yes,/m);
    assert.equal(
      read(`${made.out}/moodle.csv`).replaceAll("\r", ""),
      "idnumber,fullname,grade\nana,ANA Gil,100\neva,EVA Gil,81.25\nluis,LUIS Gil,6.25\n",
    );
  });

  await t.step("each student reads what was right, as the session has no closing time", () => {
    const said = read(`${made.out}/feedback/luis-1.md`);
    assert.match(said, /\*\*LUIS Gil\*\* · luis/);
    assert.match(said, /The host's: a container is a process|With -a the stopped ones show too/);
    assert.match(read(`${made.out}/feedback/luis-1.html`), /^<!doctype html>/);
  });

  await t.step("what the class missed can be taken as a quiz, and is offered for review", async () => {
    const { quizzes } = JSON.parse(await made.ok("list", "--json", "--content", made.out));
    const deck = quizzes.find(({ id }: { id: string }) => id === "parcial-repaso");
    assert.ok(deck.questions >= 2, JSON.stringify(deck));
    const { questions } = JSON.parse(
      await made.ok(
        ...[
          "quiz",
          "parcial-repaso",
          "--content",
          made.out,
          "--json",
          "--pass",
          "0",
          "--answers",
          answers(folder.path),
        ],
      ),
    );
    assert.equal(questions.find(({ id }: { id: string }) => id === "vm").status, "correct");
    const { stdout } = await made.run("review", "--content", made.out, "--limit", "1");
    assert.doesNotMatch(stdout, /rror:/);
  });

  await t.step("the report reads the grades", async () => {
    const report = JSON.parse(await made.ok("report", made.out, "--json"));
    assert.equal(report.students ?? report.class?.students ?? report.summary?.students, 3);
  });

  await t.step("graded again nothing moves; the same bytes are written", async () => {
    const before = read(`${made.out}/grades.json`);
    assert.match((await made.grade()).stdout, /Nobody moves/);
    assert.equal(read(`${made.out}/grades.json`), before);
  });

  await t.step("a key that was wrong moves those whom it wronged, and says how the statistics moved", async () => {
    made.edit("answer: false", "answer: true");
    const { code, stdout } = await made.grade();
    assert.equal(code, 0);
    assert.match(stdout, /3 of 3 move against the last time/);
    assert.match(stdout, /ana +16 passed +15 passed +nine-kinds\/vm/);
    assert.match(stdout, /luis +1 not passed +2 not passed +nine-kinds\/vm/);
    assert.match(stdout, /nine-kinds\/vm: facility 0\.33 → 0\.67; discrimination/);
    assert.match(stdout, /Changed since the session was packed:\n.*nine-kinds\.yaml/);
  });

  await t.step("a weight that was changed counts for all", async () => {
    made.edit("answer: true\n", "answer: true\n    points: 5\n");
    const { regrade, grades } = JSON.parse((await made.grade("--json")).stdout);
    assert.deepEqual(
      regrade.moves.map(({ student, after }: { student: string; after: number }) => [student, after]),
      [["ana", 15], ["eva", 18], ["luis", 6]],
    );
    assert.deepEqual(grades.students.map(({ max }: { max: number }) => max), [20, 20, 20]);
  });

  await t.step("a question with an error in it is not graded around", async () => {
    made.edit("kind: truefalse", "kind: truefals");
    const { code, stderr } = await made.grade();
    assert.equal(code, 4);
    assert.match(stderr, /nine-kinds\.yaml:\d+:\d+/);
    assert.match(stderr, /Mend .*with errors in it the session cannot be graded/);
  });

  await t.step("a file that is used for something else by now says nothing of this session", async () => {
    const [spec, quiz] = [read(made.spec), read(made.quiz)];
    Deno.writeTextFileSync(made.spec, spec.replace("id: parcial", "id: final\npass: 1"));
    Deno.writeTextFileSync(made.quiz, quizText);
    const { stdout, stderr } = await made.grade("--json");
    assert.equal(stderr, "");
    const { grades, asPacked, missing } = JSON.parse(stdout);
    assert.deepEqual([grades.pass, missing, asPacked], [0.6, 0, [made.spec]]);
    assert.equal(grades.students[0].max, 16);
    Deno.writeTextFileSync(made.spec, spec);
    Deno.writeTextFileSync(made.quiz, quiz);
  });

  await t.step("content that is gone is graded as it was packed, and it is said", async () => {
    Deno.removeSync(made.quiz);
    const { code, stdout } = await made.grade();
    assert.equal(code, 0);
    assert.match(stdout, /Cannot be read, or hold something else now; what was kept .*:\n.*nine-kinds\.yaml/);
    assert.deepEqual(scores(made), [["ana", 16, 16], ["eva", 13, 16], ["luis", 1, 16]]);
  });

  await t.step("points given by hand stand in for the machine's, and a wrong row has its place", async () => {
    const table = `${folder.path}/a-mano.csv`;
    Deno.writeTextFileSync(table, "student,item,points\nluis,nine-kinds/list,1.5\n");
    const { code, stdout } = await made.grade("--marks", table);
    assert.equal(code, 0);
    assert.match(stdout, /luis +1 not passed +2\.5 not passed +nine-kinds\/list/);
    assert.deepEqual(scores(made), [["ana", 16, 16], ["eva", 13, 16], ["luis", 2.5, 16]]);
    Deno.writeTextFileSync(table, "student,item,points\nluis,nine-kinds/lst,1\n");
    const wrong = await made.grade("--marks", table);
    assert.equal(wrong.code, 4);
    assert.match(wrong.stderr, /a-mano\.csv:2:6\n.*"nine-kinds\/lst" was not asked of "luis"/);
  });

  await t.step("with formats there is a document for each student", async () => {
    await made.grade("--format", "gradescope", "--format", "junit");
    const { score, tests } = JSON.parse(read(`${made.out}/exports/gradescope/eva-1.results.json`));
    assert.equal(score, 13);
    assert.equal(tests.length, 9);
    assert.match(read(`${made.out}/exports/junit/ana-1.junit.xml`), /failures="0"/);
  });
});

function answers(folder: string): string {
  Deno.writeTextFileSync(`${folder}/deck.yaml`, "vm: false\n");
  return `${folder}/deck.yaml`;
}

Deno.test("in the folder may lie anything: what can be graded is, what cannot is listed with why", async (t) => {
  using folder = temporaryFolder();
  const made = await ExamClass.in(folder.path, ["ana", "luis"]);
  const ana = await made.take("ana", allRight);
  const bytes = Deno.readFileSync(ana);
  const put = (name: string, content: Uint8Array | string) => {
    const path = `${made.submissions}/${name}`;
    Deno.mkdirSync(path.slice(0, path.lastIndexOf("/")), { recursive: true });
    if (typeof content === "string") Deno.writeTextFileSync(path, content);
    else Deno.writeFileSync(path, content);
  };

  await t.step("sub-folders, damage, other files, names that would steer a terminal", async () => {
    await made.take("luis", { kernel: true }, "luis.submission");
    Deno.mkdirSync(`${made.submissions}/Gil Luis_42`);
    Deno.renameSync(`${made.submissions}/luis.submission`, `${made.submissions}/Gil Luis_42/onlinetext.submission`);
    put("cut.submission", bytes.subarray(0, bytes.length - 7));
    put("empty.submission", "");
    put("notes.submission", "my notes");
    put("readme.txt", "not a submission");
    put("new.submission", "grumete submission 9\n");
    put("x\n  eva  16/16  10  passed\x1b[31m.submission", "nothing");
    const { code, stdout, stderr } = await made.grade();
    assert.equal(code, 3, stderr);
    assert.match(stdout, /2 submissions graded, 5 not/);
    assert.match(stdout, /cut\.submission: It is not whole/);
    assert.match(stdout, /new\.submission: A newer grumete made it/);
    assert.match(stdout, /notes\.submission: It is no submission of grumete/);
    assert.match(stdout, /x ⏎ {3}eva .*: It is no submission/);
    assert.doesNotMatch(stdout, /^ +eva/m);
    // deno-lint-ignore no-control-regex
    assert.doesNotMatch(stdout + stderr, /\x1b| {4}at /);
    assert.equal(
      made.grades().students.find(({ student }) => student === "luis")?.file,
      "Gil Luis_42/onlinetext.submission",
    );
  });

  await t.step("a copy, for other keys, of a session that these keys do not know", async () => {
    using elsewhere = temporaryFolder();
    const other = await ExamClass.in(elsewhere.path, ["ana"]);
    put("copy.submission", bytes);
    put("foreign.submission", Deno.readFileSync(await other.take("ana", allRight)));
    const { code, stdout } = await made.grade();
    assert.equal(code, 3);
    assert.match(stdout, /2 submissions graded, 7 not/);
    assert.match(stdout, /foreign\.submission: It is encrypted to other keys/);
    assert.match(stdout, /copy\.submission: It comes from the same attempt as ana\.submission/);
  });

  await t.step("submissions of two sessions of one teacher are not mixed", async () => {
    const final = `${folder.path}/final.yaml`;
    Deno.writeTextFileSync(final, read(made.spec).replace("id: parcial", "id: final"));
    await made.ok("exam", "pack", final, "--key", made.keys, "--out", `${folder.path}/final.exam`);
    await made.ok(
      ...["exam", "take", `${folder.path}/final.exam`, "--student", "zoe", "--out", `${made.submissions}/z.submission`],
      ...["--answers", answers0(folder.path)],
    );
    const { code, stderr } = await made.grade();
    assert.equal(code, 4);
    assert.match(stderr, /there are submissions of "parcial" and of other sessions \(z\.submission\)/);
  });

  await t.step("what cannot be done at all is said in a sentence, with its exit code", async () => {
    using other = temporaryFolder();
    await grumete(["exam", "keygen", "--out", `${other.path}/keys`]);
    Deno.mkdirSync(`${other.path}/none`);
    const [s, k, o] = [made.submissions, made.keys, `${other.path}/out`];
    const refusals: readonly (readonly [readonly string[], number, RegExp])[] = [
      [[`${other.path}/none`, "--key", k, "--out", o], 2, /There are no submissions in .*\n.*end with \.submission/],
      [[`${other.path}/no`, "--key", k, "--out", o], 4, /does not exist/],
      [[ana, "--key", k, "--out", o], 2, /is no folder\n.*exam inspect looks at a single one/],
      [[s, "--key", `${other.path}/none`, "--out", o], 2, /there are no keys|keygen/],
      [[s, "--key", `${other.path}/keys`, "--out", o], 4, /Cannot grade any submission/],
      [[`${s}/Gil Luis_42`, "--key", k, "--out", ana], 2, /Cannot make the folder/],
      [[`${s}/Gil Luis_42`, "--key", k, "--out", "/proc/grades"], 2, /Cannot make the folder/],
      [[s, "--out", o], 2, /--key/],
    ];
    for (const [args, expected, said] of refusals) {
      const { code, stdout, stderr } = await made.run("exam", "grade", ...args);
      assert.equal(code, expected, `${args.join(" ")}\n${stderr}`);
      assert.match(stderr, said);
      assert.doesNotMatch(stderr, / {4}at /);
      assert.equal(stdout, "");
    }
  });
});

function answers0(folder: string): string {
  Deno.writeTextFileSync(`${folder}/none.yaml`, "{}\n");
  return `${folder}/none.yaml`;
}
