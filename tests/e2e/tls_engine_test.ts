/** An engine behind TLS, as DOCKER_HOST, DOCKER_TLS_VERIFY and DOCKER_CERT_PATH or a context name it. */

import assert from "node:assert/strict";
import { grumete, temporaryFolder } from "./grumete.ts";
import { enginesTest, forward } from "./second_engine.ts";

const lab = `format: 1
id: tls-lab
title: { es: Un volumen, en: A volume }
concepts: [docker-cli]
minutes: 5
tasks:
  - id: keep
    title: { es: Un volumen, en: A volume }
    text: { es: "Crea \`datos\`.", en: "Create \`datos\`." }
    checks: [{ volume: datos, driver: local }]
    explanation: { es: "Dura.", en: "It lasts." }
    solution: [docker volume create datos]
`;

async function command(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { code, stdout, stderr } = await new Deno.Command(program, { args: [...args], env, stdin: "null" }).output();
  if (code !== 0) throw new Error(`${program} ${args.join(" ")}: ${new TextDecoder().decode(stderr)}`);
  return new TextDecoder().decode(stdout);
}

/** A certificate authority, and what it signed for the engine and for a client. */
async function certificates(folder: string): Promise<void> {
  const openssl = (...args: readonly string[]) => command("openssl", args);
  const key = ["-newkey", "rsa:2048", "-nodes", "-days", "2"];
  Deno.writeTextFileSync(`${folder}/server.ext`, "subjectAltName=IP:127.0.0.1\nextendedKeyUsage=serverAuth\n");
  Deno.writeTextFileSync(`${folder}/client.ext`, "extendedKeyUsage=clientAuth\n");
  await openssl(
    "req",
    "-x509",
    ...key,
    "-subj",
    "/CN=ca",
    "-keyout",
    `${folder}/ca-key.pem`,
    "-out",
    `${folder}/ca.pem`,
  );
  for (const [name, of] of [["server", "server-"], ["client", ""]] as const) {
    await openssl(
      "req",
      ...key.slice(0, 3),
      "-subj",
      `/CN=${name}`,
      "-keyout",
      `${folder}/${of}key.pem`,
      "-out",
      `${folder}/${name}.csr`,
    );
    await openssl(
      ...[
        "x509",
        "-req",
        "-days",
        "2",
        "-in",
        `${folder}/${name}.csr`,
        "-CA",
        `${folder}/ca.pem`,
        "-CAkey",
        `${folder}/ca-key.pem`,
      ],
      ...["-CAcreateserial", "-extfile", `${folder}/${name}.ext`, "-out", `${folder}/${of}cert.pem`],
    );
  }
}

/**
 * An engine of its own that lets in only whom the authority has signed. It has a network of its own too: an engine without a
 * bridge takes away the bridge of another one. What comes to it goes through a socket, byte for byte.
 */
async function tlsEngine(folder: string): Promise<{ readonly host: string } & AsyncDisposable> {
  const daemon = new Deno.Command("unshare", {
    args: [
      ...["--net", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"],
      ...["dockerd", "--data-root", `${folder}/data`, "--exec-root", `${folder}/exec`, "--pidfile", `${folder}/pid`],
      ...["-H", "tcp://127.0.0.1:2376", "--tlsverify", "--tlscacert", `${folder}/ca.pem`],
      ...["--tlscert", `${folder}/server-cert.pem`, "--tlskey", `${folder}/server-key.pem`],
      ...["--bridge", "none", "--iptables=false", "--storage-driver", "vfs"],
    ],
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
  await using opened = new AsyncDisposableStack();
  opened.defer(async () => {
    daemon.kill();
    await daemon.status;
  });
  const written = () => Deno.stat(`${folder}/pid`).then(() => true, () => false);
  for (let tries = 0; tries < 200 && !await written(); tries++) await delay();
  opened.use(await forward(`unix:${folder}/inside`, "tcp:127.0.0.1:2376", daemon.pid));
  const outside = opened.use(await forward("tcp:127.0.0.1:0", `unix:${folder}/inside`));
  const host = `tcp://127.0.0.1:${outside.at}`;
  const env = { DOCKER_HOST: host, DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: folder };
  for (let tries = 0;; tries++) {
    try {
      await command("docker", ["version"], env);
      break;
    } catch (error) {
      if (tries === 100) throw error;
      await delay();
    }
  }
  const all = opened.move();
  return { host, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

const delay = () => new Promise((resolve) => setTimeout(resolve, 100));

enginesTest("an engine behind TLS is looked at with its certificates, and without them it is unchecked", async () => {
  using folder = temporaryFolder();
  await certificates(folder.path);
  await using engine = await tlsEngine(folder.path);
  Deno.mkdirSync(`${folder.path}/tls-lab`);
  Deno.writeTextFileSync(`${folder.path}/tls-lab/lab.yaml`, lab);
  const tls = {
    DOCKER_HOST: engine.host,
    DOCKER_TLS_VERIFY: "1",
    DOCKER_CERT_PATH: folder.path,
    DOCKER_CONFIG: `${folder.path}/config`,
  };
  const verify = async (env: Readonly<Record<string, string>>, ...args: readonly string[]) => {
    const { code, stdout } = await grumete([
      "verify",
      `${folder.path}/tls-lab`,
      "--state",
      folder.path,
      "--json",
      ...args,
    ], { env });
    return { code, report: JSON.parse(stdout) };
  };
  assert.equal((await verify(tls)).code, 1);
  await command("docker", ["volume", "create", "datos"], tls);
  const passed = await verify(tls);
  assert.deepEqual([passed.code, passed.report.engine.host], [0, engine.host]);

  const files = ["ca", "cert", "key"].map((name) => `${name}=${folder.path}/${name}.pem`).join(",");
  await command("docker", ["context", "create", "tls", "--docker", `host=${engine.host},${files}`], {
    DOCKER_CONFIG: tls.DOCKER_CONFIG,
  });
  const named = await verify({ DOCKER_CONFIG: tls.DOCKER_CONFIG }, "--context", "tls");
  assert.deepEqual([named.code, named.report.engine.context, named.report.engine.host], [0, "tls", engine.host]);

  const { DOCKER_TLS_VERIFY: _, DOCKER_CERT_PATH: __, ...plain } = tls;
  const unsigned = await verify({ ...plain, DOCKER_TLS_VERIFY: "" });
  assert.deepEqual([unsigned.code, unsigned.report.status], [3, "unchecked"]);
});
