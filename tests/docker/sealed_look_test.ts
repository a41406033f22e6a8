/** A real engine, looked at by one who does not know what is expected: who knows judges as if they had looked themselves. */

import { deepEqual } from "node:assert/strict";
import * as v from "valibot";
import type { Check } from "../../lib/content/schema/check.ts";
import { createEngine } from "../../lib/docker/engine.ts";
import { sealCheck, sealedCheck } from "../../lib/exam/pack/sealed_check.ts";
import { judgeCheck } from "../../lib/lab/checks.ts";
import { advise } from "../../lib/lab/diagnosis/advisers.ts";
import { planOf } from "../../lib/lab/plan.ts";
import { decodeRecording, encodeRecording } from "../../lib/lab/recording.ts";
import { checkOf } from "../lab/check_of.ts";
import { judged, test } from "./judging.ts";
import { clients, docker, ownNames, sh } from "./real_engine.ts";

/** As `exam grade` does: sealed, looked at, recorded, read again, judged with the original. */
async function elsewhere(checks: readonly Check[], client = docker): Promise<readonly string[]> {
  const sealed = checks.map((check) => v.parse(sealedCheck, sealCheck(check)));
  await using engine = createEngine({ docker: client });
  const seen = await engine.look(planOf(sealed));
  const options = { passed: new Map(), workspace: "/tmp" };
  const text = encodeRecording({
    lab: "l",
    content: "ab".repeat(32),
    grumete: "0",
    seconds: 1,
    options,
    snapshot: seen,
  });
  const read = decodeRecording(text);
  if (read.kind !== "recording") throw new Error(JSON.stringify(read));
  const { snapshot } = read.recording;
  return checks.map((check) =>
    judgeCheck(check, { snapshot, workspace: "/tmp", subjects: {} as never, advise }).status
  );
}

test("sealed checks of containers, images, networks and programs end as the open ones do, with each client", async () => {
  await using names = ownNames();
  const [web, db, red, image] = ["web", "db", "red", "image"].map(names.of) as [string, string, string, string];
  const id = await sh("image", "inspect", "-f", "{{.Id}}", "busybox");
  await sh("tag", "busybox", `${image}:1`);
  try {
    await sh("network", "create", red);
    // By its id: the name that is expected stands nowhere in the container.
    await sh("run", "-d", "--name", web, "--network", red, id.replace("sha256:", "").slice(0, 12), "sleep", "600");
    await sh(
      "run",
      "-d",
      "--name",
      db,
      "--network",
      red,
      "-e",
      "CLAVE=uno",
      "busybox",
      "sh",
      "-c",
      "echo hola; exit 3",
    );
    const checks = [
      checkOf({ container: web, image: `${image}:1`, state: "running" }),
      checkOf({ container: web, image: `${image}:2` }),
      checkOf({ container: web, sameNetworkAs: [db] }),
      checkOf({ container: db, exitCode: 3, env: { CLAVE: "uno" } }),
      checkOf({ container: db, exitCode: 0 }),
      checkOf({ container: names.of("nobody"), exists: false }),
      checkOf({ image: "busybox", history: { count: { min: 1 } } }),
      checkOf({ network: red, containers: { contains: web } }),
      checkOf({ exec: web, run: ["echo", "hola"], stdout: { contains: "hola" } }),
      checkOf({ exec: web, run: ["false"], exitCode: 0 }),
      checkOf({ logs: db, output: { contains: "hola" } }),
      checkOf({ file: `${web}:/etc/passwd`, content: { contains: "root" } }),
      checkOf({ inspect: { container: web }, path: "HostConfig.NetworkMode", value: red }),
    ];
    for (const client of clients) {
      const open = (await judged(checks, client)).verdicts.map(({ status }) => status);
      deepEqual(await elsewhere(checks, client), open);
      deepEqual([open[0], open[1], open[2], open[4]], ["passed", "failed", "passed", "failed"]);
    }
  } finally {
    await sh("rmi", `${image}:1`).catch(() => {});
  }
});
