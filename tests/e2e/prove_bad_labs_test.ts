/** What `grumete prove` says of labs with something wrong in them, and that it leaves nothing of them either. */

import assert from "node:assert/strict";
import { engineTest, everything } from "./engine.ts";
import { temporaryFolder } from "./grumete.ts";
import { type Change, prove, takesTime, writeProvable } from "./proof.ts";

/** A lab with something wrong in it: `steps` are those that must not pass, as `kind task status`. */
function badLab(name: string, changes: readonly Change[], steps: readonly string[], ...words: readonly RegExp[]): void {
  engineTest(name, async () => {
    using folder = temporaryFolder();
    await using lab = writeProvable(folder.path, ...changes);
    const before = await everything();
    const { code, proof, wrong } = await prove(lab, folder.path);
    const shown = JSON.stringify(proof, null, 1);
    assert.deepEqual(wrong.map(({ kind, task, status }) => `${kind} ${task ?? "-"} ${status}`), steps, shown);
    const said = wrong.map(({ problem }) => problem ?? "").join("\n");
    for (const word of words) assert.match(said, word);
    assert.equal(code, steps[0]?.startsWith("lint") ? 4 : 1);
    assert.equal(proof.status, "failed");
    assert.deepEqual(await everything(), before);
  });
}

badLab(
  "a solution that does not pass is told with what was seen, and what comes after it is left out",
  [[
    "docker run -d --name ID --label team=a busybox sh -c 'touch /ready; sleep 300'",
    "docker create --name ID busybox",
  ]],
  ["solution run failed", "unsolved keep skipped", "solution keep skipped", "mistake keep skipped"],
  /does not pass the task/,
  /container \S+: failed\n[^]*expected: state: running\n\s+seen: state: created/,
);

badLab(
  "a solution that docker refuses is told with docker's words",
  [['"docker volume create ID-data", "docker rm -f ID-old"', '"docker volume create ID-data", "docker start ID-none"']],
  ["solution keep failed"],
  /"docker start \S+-none" failed: .*No such container/,
);

badLab(
  "another solution that does not pass is told",
  [["docker create --name ID --label team=a busybox sh", "docker create --name ID --label team=b busybox sh"]],
  ["alternative run failed"],
  /does not pass the task[\s\S]*labels/,
);

badLab(
  "a mistake that passes is told",
  [["'touch /ready; exit 7'", "'touch /ready; sleep 300'"]],
  ["mistake run failed"],
  /The mistake passes the task; container \S+ had to fail/,
);

badLab(
  "a mistake that only fails until its time has come is one that passes",
  [takesTime, ["'touch /ready; exit 7'", "'sleep 2; touch /ready; sleep 300'"], [
    "fails: container ID\n        says: { es: código 7, en: code 7 }",
    "fails: exec ID\n        says: { es: '1', en: '1' }",
  ]],
  ["mistake run failed"],
  /The mistake passes the task/,
);

badLab(
  "words that are said in one language only are not said",
  [["says: { es: código 7, en: code 7 }", "says: code 7"]],
  ["mistake run failed"],
  /fails, but does not say "code 7" \(es\)/,
  /es\s+porque: .*código 7/,
);

badLab(
  "a mistake that shows at another check is told with the checks as they are",
  [["fails: volume ID-data", "fails: container ID-old"]],
  ["mistake keep failed"],
  /container \S+-old does not fail, which is where the mistake had to show/,
  /volume \S+-data: failed/,
);

badLab(
  "a task that passes with nothing done is told",
  [
    ["      - volume: ID-data\n        exists: true\n      - container: ID-old\n", "      - container: ID-gone\n"],
    ["retira `ID-old`", "retira `ID-gone`"],
    ["remove `ID-old`", "remove `ID-gone`"],
    ["fails: volume ID-data", "fails: container ID-gone"],
  ],
  ["solution run failed", "unsolved keep failed", "alternative run failed", "mistake keep failed"],
  /passes a later task as well: keep/,
  /passes with nothing done/,
);

badLab(
  "a solution that passes a later task as well is told",
  [["needs: [run]", "needs: []"], [
    'solution: ["docker run -d',
    'solution: [docker volume create ID-data, docker rm -f ID-old, "docker run -d',
  ]],
  ["solution run failed", "unsolved keep failed", "mistake keep failed"],
  /passes a later task as well: keep/,
);

badLab(
  "a task in which nothing fails, because it asks inside what is not there, is told",
  [
    [
      "      - container: ID\n        state: running\n        image: busybox\n        labels: { exactly: { team: a } }\n",
      "",
    ],
    ["fails: container ID\n        says: { es: código 7, en: code 7 }", "fails: exec ID\n        says: ID"],
    ["'touch /ready; exit 7'", "'sleep 300'"],
  ],
  ["unsolved run failed"],
  /none of its checks fails/,
);

badLab(
  "what clean-up does not find by its name is told, and taken away all the same",
  [[
    'solution: ["docker volume create ID-data"',
    'solution: [docker run -d busybox sleep 300, "docker volume create ID-data"',
  ]],
  ["cleanup - failed"],
  /something is left that was not there before/,
  /container [a-z]+_[a-z]+/,
);

badLab(
  "a name that the text does not state is bad content, and the rest is proven all the same",
  [['en: "Create `ID-data` and remove', 'en: "Create a volume and remove']],
  ["lint - failed"],
  /demands "\S+-data" and the text does not say so in English/,
);

badLab(
  "a lab that would use another engine is not run at all",
  [['"docker volume create ID-data", "docker rm', '"docker -H tcp://127.0.0.1:1 volume create ID-data", "docker rm']],
  ["lint - failed"],
  /-H/,
);
