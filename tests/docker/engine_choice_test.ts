/** Which engine is meant, and whether it is another one than before. */

import { deepEqual, equal, throws } from "node:assert/strict";
import { contextOf, withEngineChosen } from "../../lib/docker/engine_choice.ts";
import type { Environment } from "../../lib/docker/environment.ts";
import { UserError } from "../../lib/content/user_error.ts";
import { isSameEngine, machineOf } from "../../lib/lab/engine_address.ts";

/** A home with this configuration of docker; none where it is undefined. */
function home(
  config?: string,
): { readonly path: string; readonly of: (variables?: Record<string, string>) => Environment } & Disposable {
  const path = Deno.makeTempDirSync({ prefix: "grumete-home-" });
  Deno.mkdirSync(`${path}/.docker`);
  if (config !== undefined) Deno.writeTextFileSync(`${path}/.docker/config.json`, config);
  return {
    path,
    of: (variables = {}) => ({ variables: { PATH: "/usr/bin", HOME: path, ...variables }, inherit: false }),
    [Symbol.dispose]: () => Deno.removeSync(path, { recursive: true }),
  };
}

const chosen = ({ variables }: Environment) => {
  const { PATH: _, HOME: __, DOCKER_CONFIG: ___, ...rest } = variables;
  return rest;
};

Deno.test("the context in use is named from then on, whatever is done to the configuration later", () => {
  using at = home('{"currentContext":"aula"}');
  const environment = withEngineChosen(at.of());
  Deno.writeTextFileSync(`${at.path}/.docker/config.json`, '{"currentContext":"otra"}');
  deepEqual(chosen(environment), { DOCKER_CONTEXT: "aula" });
});

Deno.test("without a context in use the usual one is named too, so that none can be put in use later", () => {
  using none = home();
  using silent = home('{"auths":{}}');
  deepEqual(chosen(withEngineChosen(none.of())), { DOCKER_CONTEXT: "default" });
  deepEqual(chosen(withEngineChosen(silent.of())), { DOCKER_CONTEXT: "default" });
});

Deno.test("a configuration that cannot be read is left to docker to complain about", () => {
  using broken = home("{nonsense");
  deepEqual(chosen(withEngineChosen(broken.of())), {});
});

Deno.test("DOCKER_CONFIG says where the context in use stands", () => {
  using at = home();
  using other = home('{"currentContext":"aula"}');
  const environment = withEngineChosen(at.of({ DOCKER_CONFIG: `${other.path}/.docker` }));
  deepEqual(chosen(environment), { DOCKER_CONTEXT: "aula" });
});

Deno.test("DOCKER_HOST, and DOCKER_CONTEXT after it, beat the context in use", () => {
  using at = home('{"currentContext":"aula"}');
  deepEqual(chosen(withEngineChosen(at.of({ DOCKER_HOST: "tcp://a:1" }))), { DOCKER_HOST: "tcp://a:1" });
  deepEqual(chosen(withEngineChosen(at.of({ DOCKER_CONTEXT: "mia" }))), { DOCKER_CONTEXT: "mia" });
  equal(contextOf(at.of({ DOCKER_HOST: "tcp://a:1", DOCKER_CONTEXT: "mia" })), "default");
  equal(contextOf(at.of({ DOCKER_CONTEXT: "mia" })), "mia");
});

Deno.test("a context that is asked for beats them all, and brings its own certificates", () => {
  using at = home('{"currentContext":"aula"}');
  const variables = { DOCKER_HOST: "tcp://a:1", DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: "/c", DOCKER_CONTEXT: "mia" };
  deepEqual(chosen(withEngineChosen(at.of(variables), "otra")), { DOCKER_CONTEXT: "otra" });
  // Docker's own name for what DOCKER_HOST says, where it says something.
  deepEqual(chosen(withEngineChosen(at.of({ DOCKER_HOST: "tcp://a:1" }), "default")), {
    DOCKER_HOST: "tcp://a:1",
    DOCKER_CONTEXT: "default",
  });
});

Deno.test("where the environment cannot be read nothing is chosen, and a context cannot be", () => {
  const blind: Environment = { variables: {}, inherit: true };
  equal(withEngineChosen(blind), blind);
  throws(() => withEngineChosen(blind, "aula"), UserError);
});

Deno.test("an engine is known again by its id, and by its address where it says nothing of itself", () => {
  const engine = (host: string, id?: string) => ({ context: "default", host, ...(id === undefined ? {} : { id }) });
  const [socket, other, remote, far] = [
    "unix:///a.sock",
    "unix:///b.sock",
    "tcp://10.0.0.5:2376",
    "tcp://10.0.0.6:2376",
  ] as const;
  equal(isSameEngine(engine(socket, "A"), engine(socket, "A")), true);
  // The same socket in a home on a file server is that of another machine.
  equal(isSameEngine(engine(socket, "A"), engine(socket, "B")), false);
  // Two ways to one engine of this machine.
  equal(isSameEngine(engine(socket, "A"), engine(other, "A")), true);
  equal(isSameEngine(engine(socket), engine(other)), false);
  equal(isSameEngine(engine(socket), engine(socket, "A")), true);
  // Copied machines have one id.
  equal(isSameEngine(engine(remote, "A"), engine(far, "A")), false);
});

Deno.test("published ports are on the machine of the engine", () => {
  for (
    const here of [
      "unix:///var/run/docker.sock",
      "npipe:////./pipe/docker_engine",
      "tcp://127.0.0.1:2375",
      "tcp://localhost:2375",
      "tcp://:2375",
      "",
      "tcp://[::1]:2375",
    ]
  ) {
    equal(machineOf(here), undefined, here);
  }
  equal(machineOf("tcp://10.0.0.5:2376"), "10.0.0.5");
  equal(machineOf("ssh://ana@aula-3.example:2222"), "aula-3.example");
  equal(machineOf("https://aula-3.example"), "aula-3.example");
  equal(machineOf("tcp://[fd00::5]:2376"), "[fd00::5]");
});
