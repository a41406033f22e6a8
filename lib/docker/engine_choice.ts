/** Which engine is meant: settled at the start, so that nothing done later in another window switches it. */

import { UserError } from "../content/user_error.ts";
import { type Environment, variableOf } from "./environment.ts";
import { rawOf, wordsOf } from "./facts.ts";

/** What tells docker where an engine is when no context is named; a context brings its own. */
const address = ["DOCKER_HOST", "DOCKER_TLS", "DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH"];

/**
 * As docker chooses: the context asked for, then DOCKER_HOST, then DOCKER_CONTEXT, then the one that is in use. The last is
 * read here and named from then on: `docker context use` in the middle of a lab changes nothing. `default` is docker's
 * name for DOCKER_HOST where that is set. Throws a `UserError` (2) where the environment may not be read.
 */
export function withEngineChosen(environment: Environment, context?: string): Environment {
  const { variables, inherit } = environment;
  if (context !== undefined && inherit) throw unreadable(context);
  if (context === undefined && (inherit || "DOCKER_HOST" in variables || "DOCKER_CONTEXT" in variables)) {
    return environment;
  }
  const chosen = context ?? contextInUse(environment);
  if (chosen === undefined) return environment;
  const kept = context === undefined || context === "default"
    ? variables
    : Object.fromEntries(Object.entries(variables).filter(([name]) => !address.includes(name)));
  return { variables: { ...kept, DOCKER_CONTEXT: chosen }, inherit };
}

/** The context that docker goes by, once an engine is chosen. */
export function contextOf(environment: Environment): string {
  if (variableOf(environment, "DOCKER_HOST") !== undefined) return "default";
  return variableOf(environment, "DOCKER_CONTEXT") ?? "default";
}

/** Undefined where the file cannot be read: then docker is left to say why. */
function contextInUse(environment: Environment): string | undefined {
  const home = variableOf(environment, "HOME") ?? variableOf(environment, "USERPROFILE");
  const folder = variableOf(environment, "DOCKER_CONFIG") ?? (home && `${home}/.docker`);
  if (folder === undefined) return undefined;
  try {
    return wordsOf(rawOf(JSON.parse(Deno.readTextFileSync(`${folder}/config.json`)))?.["currentContext"]) ?? "default";
  } catch (error) {
    return error instanceof Deno.errors.NotFound ? "default" : undefined;
  }
}

function unreadable(context: string): UserError {
  return new UserError(
    {
      es: `No se puede usar el contexto "${context}": Deno no deja leer el entorno, y DOCKER_HOST mandaría sobre él`,
      en: `Cannot use the context "${context}": Deno may not read the environment, and DOCKER_HOST would beat it`,
    },
    {
      es: "Arranca con `deno task start`, o añade --allow-env",
      en: "Start with `deno task start`, or add --allow-env",
    },
  );
}
