/** What verifying costs against one call of docker; needs an engine with a `busybox` image. */

import { inTurns, median, project, Pty, timeOf } from "./measure.ts";

const deno = Deno.execPath();
const grumete = [deno, "run", "-q", "--no-prompt", "-A", `${project}/main.ts`];
const objects = Array.from({ length: 10 }, (_, index) => index);

export async function docker(...args: readonly string[]): Promise<number> {
  const { code } = await new Deno.Command("docker", { args: [...args], stdin: "null", stdout: "null", stderr: "null" })
    .output();
  return code;
}

export async function noEngine(): Promise<string | undefined> {
  try {
    return await docker("image", "inspect", "busybox") === 0 ? undefined : "no docker engine with a busybox image";
  } catch {
    return "docker is not installed";
  }
}

export const heading = (id: string) =>
  `format: 1\nid: ${id}\ntitle: Bench\nconcepts: [container-definition]\nminutes: 1\nimages: [busybox]\ntasks:\n`;

export const task = (id: string, checks: string) =>
  `  - id: ${id}
    title: "Task ${id}"
    text: Bench
    explanation: "Done ${id}"
    solution: [docker ps]
    checks:
${checks}`;

/** A lab of 50 state checks over 20 objects, start-up included ÷ one `docker container inspect` of one container. */
export async function verifyBatch(): Promise<number | string> {
  const missing = await noEngine();
  if (missing) return missing;
  const folder = `${Deno.makeTempDirSync()}/batch`;
  Deno.mkdirSync(folder);
  const fields = ["state: running", "image: busybox", 'restart: "no"', "privileged: false"];
  const checks = objects.flatMap((index) => [
    ...fields.map((field) => `      - container: grumete-bench-${index}\n        ${field}\n`),
    `      - volume: grumete-bench-${index}\n        driver: local\n`,
  ]);
  Deno.writeTextFileSync(`${folder}/lab.yaml`, heading("batch") + task("all", checks.join("")));
  try {
    for (const index of objects) {
      await docker("volume", "create", `grumete-bench-${index}`);
      await docker("run", "-d", "--name", `grumete-bench-${index}`, "busybox", "sleep", "600");
    }
    const [verify = NaN, one = NaN] = await inTurns(15, [
      () => timeOf([...grumete, "verify", folder, "--state", `${folder}/state`]),
      () => timeOf(["docker", "container", "inspect", "grumete-bench-0"]),
    ]);
    return verify / one;
  } finally {
    await docker("rm", "-f", ...objects.map((index) => `grumete-bench-${index}`));
    await docker("volume", "rm", ...objects.map((index) => `grumete-bench-${index}`));
  }
}

/** A lab of 10 tasks on an engine with 200 containers ÷ one `docker container inspect` of all 200. */
export async function verifyCrowded(): Promise<number | string> {
  const missing = await noEngine();
  if (missing) return missing;
  const folder = `${Deno.makeTempDirSync()}/crowded`;
  Deno.mkdirSync(folder);
  const all = Array.from({ length: 200 }, (_, index) => `grumete-crowd-${index}`);
  const tasks = objects.map((index) =>
    task(`t${index}`, `      - container: grumete-crowd-${index}\n        state: created\n        image: busybox\n`)
  );
  Deno.writeTextFileSync(`${folder}/lab.yaml`, heading("crowded") + tasks.join(""));
  try {
    for (const name of all) await docker("create", "--name", name, "busybox", "true");
    const [verify = NaN, inspect = NaN] = await inTurns(9, [
      () => timeOf([...grumete, "verify", folder, "--state", `${folder}/state`]),
      () => timeOf(["docker", "container", "inspect", ...all]),
    ]);
    return verify / inspect;
  } finally {
    await docker("rm", "-f", ...all);
  }
}

/** Milliseconds from the end of a learner's docker command to the changed verdict on screen: median of 20. */
export async function eventToGreen(): Promise<number | string> {
  const missing = await noEngine();
  if (missing) return missing;
  const folder = `${Deno.makeTempDirSync()}/green`;
  Deno.mkdirSync(folder);
  const names = Array.from({ length: 20 }, (_, index) => `grumete-green-${String(index).padStart(2, "0")}`);
  const tasks = names.map((name) => task(name, `      - container: ${name}\n        state: running\n`));
  Deno.writeTextFileSync(`${folder}/lab.yaml`, heading("green") + tasks.join(""));
  const taken: number[] = [];
  try {
    await using pty = new Pty(`${grumete.join(" ")} lab ${folder} --state ${folder}/state --lang en`);
    await pty.until("Task grumete-green-00");
    await new Promise((resolve) => setTimeout(resolve, 1500));
    for (const [index, name] of names.entries()) {
      await docker("run", "-d", "--name", name, "busybox", "sleep", "600");
      const ended = performance.now();
      await pty.until(`${index + 1}/20 points`);
      taken.push(performance.now() - ended);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    return Math.max(0, median(taken));
  } finally {
    await docker("rm", "-f", ...names);
  }
}
