/** The environment that docker is started with, read once so that learner and checker keep looking at the same engine. */

/**
 * Everything the client, its ssh and its credential helpers read. `LD_PRELOAD`, `LD_LIBRARY_PATH` and `DYLD_*` are left
 * out on purpose: with one of them set, a start under `--allow-run=docker` is refused.
 */
const passedVariables = [
  "PATH",
  "HOME",
  "USER",
  "LOGNAME",
  "LANG",
  "LC_ALL",
  "TMPDIR",
  "XDG_RUNTIME_DIR",
  "XDG_CONFIG_HOME",
  "SSH_AUTH_SOCK",
  "DOCKER_HOST",
  "DOCKER_CONTEXT",
  "DOCKER_CONFIG",
  "DOCKER_CERT_PATH",
  "DOCKER_TLS",
  "DOCKER_TLS_VERIFY",
  "DOCKER_API_VERSION",
  "DOCKER_DEFAULT_PLATFORM",
  "DOCKER_BUILDKIT",
  "HTTP_PROXY",
  "HTTPS_PROXY",
  "NO_PROXY",
  "http_proxy",
  "https_proxy",
  "no_proxy",
  // What a Windows process, and Windows programs called from WSL, cannot start without.
  "SystemRoot",
  "USERPROFILE",
  "APPDATA",
  "LOCALAPPDATA",
  "ProgramFiles",
  "ProgramData",
  "PATHEXT",
  "TEMP",
  "WSL_DISTRO_NAME",
  "WSL_INTEROP",
] as const;

/** `inherit`: nothing could be read (`--ignore-env`), so the child gets the environment of this process as it is. */
export interface Environment {
  readonly variables: Readonly<Record<string, string>>;
  readonly inherit: boolean;
}

/** Reads with `get`; a variable that may not be read counts as not set. */
export function readEnvironment(get: (name: string) => string | undefined = Deno.env.get): Environment {
  const variables: Record<string, string> = {};
  for (const name of passedVariables) {
    const value = readOne(get, name);
    // Some clients take an empty variable for a set one: it is passed on as it is.
    if (value !== undefined) variables[name] = value;
  }
  return Object.freeze({ variables: Object.freeze(variables), inherit: !variables["PATH"] });
}

/** `undefined` also when it is empty, as nearly every program reads it. */
export function variableOf(environment: Environment, name: typeof passedVariables[number]): string | undefined {
  const value = environment.variables[name];
  return value === "" ? undefined : value;
}

/** `undefined` where Deno may not read it. */
export function readOne(get: (name: string) => string | undefined, name: string): string | undefined {
  try {
    return get(name);
  } catch (error) {
    if (error instanceof Deno.errors.NotCapable) return undefined;
    throw error;
  }
}
