/** The same 20 checks on 4 containers for grumete, bats and testinfra: whole processes, theirs ÷ ours, higher is better. */

import { inTurns, project, timeOf } from "./measure.ts";
import { docker, heading, noEngine, task } from "./engine.ts";

const names = [0, 1, 2, 3].map((index) => `grumete-rival-${index}`);

/** What is checked of each container: our field, the path of docker's template, testinfra's way, and the value. */
const fields = [
  ["state: running", "{{.State.Status}}", "is_running", "running"],
  ["image: busybox", "{{.Config.Image}}", `inspect()["Config"]["Image"] == "busybox"`, "busybox"],
  ["restart: on-failure", "{{.HostConfig.RestartPolicy.Name}}", policy(), "on-failure"],
  ["memory: 64m", "{{.HostConfig.Memory}}", `inspect()["HostConfig"]["Memory"] == 67108864`, "67108864"],
  ["user: nobody", "{{.Config.User}}", `inspect()["Config"]["User"] == "nobody"`, "nobody"],
] as const;

function policy(): string {
  return `inspect()["HostConfig"]["RestartPolicy"]["Name"] == "on-failure"`;
}

function labFile(): string {
  const checks = names.flatMap((name) => fields.map(([field]) => `      - container: ${name}\n        ${field}\n`));
  return heading("rivals") + task("all", checks.join(""));
}

function batsFile(): string {
  const tests = names.flatMap((name) =>
    fields.map(([field, template, , value]) =>
      `@test "${name} ${field}" {\n  run docker container inspect --format '${template}' ${name}\n` +
      `  [ "$status" -eq 0 ]\n  [ "$output" = "${value}" ]\n}\n`
    )
  );
  return `#!/usr/bin/env bats\n\n${tests.join("\n")}`;
}

function testinfraFile(): string {
  const tests = names.flatMap((name, container) =>
    fields.map(([, , assertion], field) =>
      `def test_${container}_${field}(host):\n    assert host.docker("${name}").${assertion}\n`
    )
  );
  return tests.join("\n\n");
}

async function rival(theirs: readonly string[]): Promise<number | string> {
  const missing = await noEngine();
  if (missing) return missing;
  const folder = Deno.makeTempDirSync();
  Deno.mkdirSync(`${folder}/rivals`);
  Deno.writeTextFileSync(`${folder}/rivals/lab.yaml`, labFile());
  Deno.writeTextFileSync(`${folder}/rivals.bats`, batsFile());
  Deno.writeTextFileSync(`${folder}/test_rivals.py`, testinfraFile());
  const options = ["--restart", "on-failure", "--memory", "64m", "--user", "nobody"];
  try {
    for (const name of names) {
      await docker("run", "-d", "--name", name, ...options, "busybox", "sleep", "600");
    }
    // What docker would restart counts as running once it has run for two seconds (`steady`).
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const ours = [
      ...[Deno.execPath(), "run", "-q", "--no-prompt", "-A", `${project}/main.ts`],
      ...["verify", `${folder}/rivals`, "--state", `${folder}/state`],
    ];
    const theirsHere = theirs.map((word) => word.replace("FOLDER", folder));
    const [mine = NaN, other = NaN] = await inTurns(9, [() => timeOf(ours), () => timeOf(theirsHere)]);
    return other / mine;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return `${theirs[0]} is not installed`;
    throw error;
  } finally {
    await docker("rm", "-f", ...names);
  }
}

export function verifyVsBats(): Promise<number | string> {
  return rival(["bats", "FOLDER/rivals.bats"]);
}

/** Debian's own Python: another one first on PATH does not know Debian's packages. */
export function verifyVsTestinfra(): Promise<number | string> {
  return rival(["/usr/bin/python3", "-m", "pytest", "-q", "-p", "no:cacheprovider", "FOLDER/test_rivals.py"]);
}
