/** What `exam take` refuses and what it does without a screen: in words, with the right exit code, and with nothing begun. */

import assert from "node:assert/strict";
import { Teacher } from "./exam_files.ts";
import { grumete, temporaryFolder } from "./grumete.ts";

interface Place {
  readonly teacher: Teacher;
  readonly folder: string;
  readonly out: string;
  readonly take: (exam: string, more?: readonly string[], stdin?: string) => ReturnType<typeof grumete>;
}

function takeTest(name: string, fn: (place: Place) => Promise<void>): void {
  Deno.test(name, async () => {
    using folder = temporaryFolder();
    const out = `${folder.path}/mía.submission`;
    await fn({
      teacher: await Teacher.in(folder.path),
      folder: folder.path,
      out,
      take: (exam, more = ["--student", "ana"], stdin = "") =>
        grumete([
          "exam",
          "take",
          exam,
          "--state",
          `${folder.path}/state`,
          ...(more.includes("--out") ? [] : ["--out", out]),
          "--lang",
          "en",
          ...more,
        ], {
          stdin,
        }),
    });
  });
}

const minute = 60_000;

takeTest(
  "outside its window a session does not begin, and it is said when it opens or closed",
  async ({ teacher, take }) => {
    const early = await take(teacher.exam({ opens: Date.now() + 10 * minute }));
    assert.equal(early.code, 2);
    assert.match(early.stderr, /Cannot begin "Containers, mid-term": it opens on \d+ \w+ \d{4}, \d\d:\d\d\n/);
    const late = await take(teacher.exam({ closes: Date.now() - minute }));
    assert.equal(late.code, 2);
    assert.match(late.stderr, /it closed on/);
  },
);

takeTest("a ticket gives its own window, its own minutes and the student's name", async ({ teacher, take, out }) => {
  const exam = teacher.exam({ closes: Date.now() - minute, minutes: 1, tickets: true });
  const ticket = teacher.ticket(exam, "eva", { closes: Date.now() + 60 * minute, minutes: 45 });
  const { code, stdout } = await take(exam, ["--ticket", ticket, "--plain", "--yes"], "e\ny\n");
  assert.equal(code, 0);
  assert.match(stdout, /45 min left/);
  const { attempt } = await teacher.opened(out);
  assert.equal(attempt.begun.student, "eva");
  assert.deepEqual(Uint8Array.fromBase64(attempt.begun.ticket ?? ""), Deno.readFileSync(ticket));
});

takeTest(
  "a ticket of somebody else, of another session, of another teacher, changed or missing is refused",
  async ({ teacher, folder, take }) => {
    const exam = teacher.exam({ tickets: true });
    const other = teacher.exam({ tickets: true, id: "final" }, "final.exam");
    const ticket = teacher.ticket(exam, "eva");
    const changed = `${folder}/changed.ticket`;
    const bytes = Deno.readFileSync(ticket);
    Deno.writeFileSync(changed, bytes.with(bytes.length - 3, 65));
    const stranger = (await Teacher.in(folder)).ticket(exam, "eva");
    const refusals: readonly (readonly [readonly string[], number, RegExp])[] = [
      [["--student", "ana"], 2, /it takes a ticket/],
      [["--student", "ana", "--ticket", ticket], 2, /it is for "eva", and --student says "ana"/],
      [["--ticket", teacher.ticket(other, "eva")], 4, /it belongs to another session/],
      [["--ticket", stranger], 4, /whoever signed the session did not sign it/],
      [["--ticket", changed], 4, /it is not as it was signed/],
      [["--ticket", exam], 4, /it is no ticket of grumete/],
      [["--ticket", `${folder}/none`], 4, /does not exist/],
    ];
    for (const [more, code, said] of refusals) {
      const ran = await take(exam, more);
      assert.equal(ran.code, code, more.join(" "));
      assert.match(ran.stderr, said);
      assert.equal(ran.stdout, "");
    }
  },
);

takeTest("a session file that was changed, cut short, or is none is refused", async ({ teacher, folder, take }) => {
  const exam = teacher.exam();
  const bytes = Deno.readFileSync(exam);
  const at = (name: string, content: Uint8Array) => {
    Deno.writeFileSync(`${folder}/${name}`, content);
    return `${folder}/${name}`;
  };
  const refusals: readonly (readonly [string, RegExp])[] = [
    [at("a", bytes.with(bytes.length - 40, 33)), /it is not as it was signed/],
    [at("b", bytes.subarray(0, bytes.length - 1)), /it is not as it was signed/],
    [at("c", new TextEncoder().encode("id: quiz")), /it is no session of grumete/],
    [at("d", new TextEncoder().encode("grumete exam 2\nx")), /a newer grumete made it \(format 2\)/],
    [at("e", new Uint8Array()), /it is no session of grumete/],
    [folder, /it is a folder/],
  ];
  for (const [path, said] of refusals) {
    const { code, stderr } = await take(path);
    assert.equal(code, 4, path);
    assert.match(stderr, said);
  }
});

takeTest("with --teacher only who must have signed it is believed", async ({ teacher, folder, take }) => {
  const exam = teacher.exam();
  const own = `${folder}/own.json`;
  Deno.renameSync(`${folder}/public.json`, own);
  await Teacher.in(folder);
  const stranger = await take(exam, ["--student", "ana", "--teacher", `${folder}/public.json`]);
  assert.equal(stranger.code, 4);
  assert.match(stranger.stderr, /somebody else signed it: the fingerprint is (?:[0-9a-f]{4} ?){4}, expected was/);
  const none = await take(exam, ["--student", "ana", "--teacher", exam]);
  assert.equal(none.code, 4);
  const right = await take(exam, ["--student", "ana", "--teacher", own, "--plain"], "n\n");
  assert.equal(right.code, 0);
  assert.match(right.stdout, /no attempt was counted/);
});

takeTest(
  "the submission is written where there is room for it, and never over something else",
  async ({ teacher, folder, take, out }) => {
    const exam = teacher.exam();
    Deno.writeTextFileSync(out, "mis apuntes");
    const refused = await take(exam);
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /there is another file of that name/);
    assert.equal(Deno.readTextFileSync(out), "mis apuntes");
    for (const [path, said] of [[`${folder}/no/a`, /its folder does not exist/], [folder, /it is a folder/]] as const) {
      const { code, stderr } = await take(exam, ["--student", "ana", "--out", path]);
      assert.equal(code, 2);
      assert.match(stderr, said);
    }
  },
);

takeTest(
  "answers from a file: all kinds, by number, by name and by text; problems all at once, with nothing begun",
  async ({ teacher, folder, take, out }) => {
    const exam = teacher.exam();
    const answers = `${folder}/a.yaml`;
    Deno.writeTextFileSync(answers, "1: Nada\n30: x\nnope: y\n2: [Processes]\n");
    const refused = await take(exam, ["--student", "ana", "--answers", answers]);
    assert.equal(refused.code, 4);
    assert.match(
      refused.stderr,
      /`30`: there is no such question\n {2}- `1`: `Nada` is none of .*\n {2}- `nope`: there is no such question/,
    );
    assert.match(refused.stderr, /1 to 9/);
    const text = "1: The kernel\n2: [Processes]\n3: false\n4: image\n5: 512\n9: docker ps -a\n";
    Deno.writeTextFileSync(answers, text);
    const { code, stdout } = await take(exam, ["--student", "ana", "--answers", answers, "--json"]);
    assert.equal(code, 0);
    const told = JSON.parse(stdout);
    assert.equal(told.answered, 6);
    assert.equal(told.attempt, 1);
    assert.equal(told.submission.path, out);
    const { attempt } = await teacher.opened(out);
    assert.equal(attempt.answers.size, 6);
    assert.equal(attempt.finished, "student");
    assert.equal(attempt.reopened, 0);
  },
);

takeTest(
  "one attempt is one attempt; another one is asked for, and only where any are left",
  async ({ teacher, take, out }) => {
    const exam = teacher.exam({ attempts: 2 });
    const hand = ["--student", "ana", "--plain", "--yes"];
    const first = await take(exam, hand, "v\ne\ny\n");
    assert.equal(first.code, 0, first.stderr);
    const bytes = Deno.readFileSync(out);
    const again = await take(exam, hand);
    assert.match(again.stdout, /was over already/);
    assert.deepEqual(Deno.readFileSync(out), bytes);
    assert.equal((await take(exam, [...hand, "--again"], "e\ny\n")).code, 0);
    assert.equal((await teacher.opened(out)).attempt.begun.attempt, 2);
    const third = await take(exam, [...hand, "--again"], "e\ny\n");
    assert.equal(third.code, 2);
    assert.match(third.stderr, /there were 2 attempts/);
  },
);

takeTest("time that ran out while it was closed hands in what was stored", async ({ teacher, take, out }) => {
  const exam = teacher.exam({ minutes: 0.03 });
  const left = await take(exam, ["--student", "ana", "--plain", "--yes"], "a\n");
  assert.equal(left.code, 130);
  assert.match(left.stdout, /Go on with: grumete exam take .* --student ana/);
  await new Promise((done) => setTimeout(done, 2000));
  const { code, stdout } = await take(exam);
  assert.equal(code, 0);
  assert.match(stdout, /Time ran out while it was closed/);
  const { attempt } = await teacher.opened(out);
  assert.equal(attempt.finished, "time");
  assert.equal(attempt.answers.size, 1);
});

takeTest("who a student is must be said, and be something", async ({ teacher, take }) => {
  const exam = teacher.exam();
  for (const more of [[], ["--student", ""], ["--student", " ana"]]) {
    const { code, stderr } = await take(exam, more);
    assert.equal(code, 2);
    assert.match(stderr, /not said who you are|cannot be a student/);
  }
});
