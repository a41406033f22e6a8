/** Lab tasks of a graded session: what was seen on the student's engine is judged on the teacher's machine, which has none. */

import assert from "node:assert/strict";
import type { Grades } from "../../lib/exam/grading/grades.ts";
import { docker, engineTest } from "./engine.ts";
import { grumete, temporaryFolder } from "./grumete.ts";
import { writeLab } from "./small_lab.ts";

const nowhere = { env: { PATH: "/nonexistent", DOCKER_HOST: "unix:///nonexistent/docker.sock" } };

engineTest(
  "work on a lab is judged without docker, and again after a correction; without a look nothing is handed in",
  async () => {
    using folder = temporaryFolder();
    await using lab = writeLab(folder.path);
    const at = (name: string) => `${folder.path}/${name}`;
    const run = async (code: number, args: readonly string[], options = {}) => {
      const ran = await grumete([...args, "--lang", "en"], options);
      assert.equal(ran.code, code, `${args.join(" ")}\n${ran.stdout}\n${ran.stderr}`);
      return `${ran.stdout}${ran.stderr}`;
    };
    Deno.writeTextFileSync(
      at("session.yaml"),
      `format: 1\nid: session\ntitle: { es: Prueba, en: Session }\nfeedback: score\nlabs: [{ lab: ./${lab.id} }]\n`,
    );
    Deno.writeTextFileSync(at("answers.yaml"), "{}\n");
    await run(0, ["exam", "keygen", "--out", at("keys")], nowhere);
    await run(0, ["exam", "pack", at("session.yaml"), "--key", at("keys"), "--out", at("s.exam")], nowhere);
    Deno.mkdirSync(at("submissions"));
    const take = (student: string) => [
      ...["exam", "take", at("s.exam"), "--student", student, "--state", at(`state-${student}`)],
      ...["--out", at(`submissions/${student}.submission`)],
    ];
    const answers = ["--answers", at("answers.yaml")];
    const grade = async (code: number) => {
      const said = await run(
        code,
        ["exam", "grade", at("submissions"), "--key", at("keys"), "--out", at("grades")],
        nowhere,
      );
      const { students }: Grades = JSON.parse(Deno.readTextFileSync(at("grades/grades.json")));
      return {
        said,
        students: students.map(({ student, score, max, owed }) => [student, score, max, owed]),
        answers: students[0]?.answers.map(({ status }) => status),
      };
    };

    // Begun, then worked on, then handed in.
    await grumete([...take("ana"), "--plain", "--yes", "--lang", "en"], { stdin: "" });
    await docker("run", "-d", "--name", lab.id, "busybox", "sleep", "300");
    await docker("volume", "create", lab.volume);
    await run(0, [...take("ana"), ...answers]);
    assert.deepEqual(await grade(0).then(({ students, answers }) => [students, answers]), [
      [["ana", 3, 4, 0]],
      ["correct", "correct", "incorrect"],
    ]);

    // A correction of the teacher's is applied to what was seen then: what is on the engine now does not matter.
    await docker("rm", "-f", lab.id);
    const path = `${lab.folder}/lab.yaml`;
    Deno.writeTextFileSync(path, Deno.readTextFileSync(path).replace("driver: local", "driver: nfs"));
    const corrected = await grade(0);
    assert.deepEqual(corrected.students, [["ana", 2, 4, 0]]);
    assert.match(corrected.said, new RegExp(`ana +3 passed +2 not passed +task/${lab.id}/keep`));

    // Without docker there is nothing to hand in yet, and nothing is lost.
    assert.match(await run(3, [...take("eva"), ...answers], nowhere), /the attempt stays open/i);
  },
);
