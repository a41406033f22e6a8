/** Which docker commands talk with whoever types them, or go on until they are interrupted: these need the real terminal. */

import { type ParsedCommand, parseDocker } from "./parse.ts";

/** `argv` begins with `docker` or `docker-compose`. Everything else can run with its output in a pipe. */
export function needsTerminal(argv: readonly string[]): boolean {
  const parsed = parseDocker(argv);
  return parsed.kind === "command" ? talks(parsed.command) : looksInteractive(argv);
}

function talks({ verb, flags, operands }: ParsedCommand): boolean {
  const on = (name: string) => flags.findLast(({ flag }) => flag.name === name)?.value === "true";
  const given = (name: string) => flags.some(({ flag }) => flag.name === name);
  if (on("--help") || on("--version")) return false;
  // Dockerfile, archive, secret: typed, and ended by Ctrl-D.
  if (operands.includes("-") || flags.some(({ flag, value }) => value === "-" && flag.type !== "switch")) return true;
  switch (verb) {
    case "container run":
    case "container exec":
      return !on("--detach") && (on("--interactive") || on("--tty"));
    case "container start":
      return on("--interactive");
    case "container attach":
    case "compose attach":
    case "compose watch":
    case "swarm unlock":
      return true;
    case "container logs":
    case "service logs":
    case "compose logs":
      return on("--follow");
    case "system events":
    case "compose events":
      return !given("--until");
    case "container stats":
    case "compose stats":
      return !on("--no-stream");
    case "login":
      return !(given("--username") && given("--password"));
    case "compose up":
      return !on("--detach") && !on("--wait") && !on("--no-start");
    case "compose run":
    case "compose exec":
      return !on("--detach") && !on("--no-tty");
    // They ask "Are you sure?".
    case "container prune":
    case "image prune":
    case "volume prune":
    case "network prune":
    case "builder prune":
    case "system prune":
    case "compose rm":
      return !on("--force");
    case "plugin install":
    case "plugin upgrade":
      return !on("--grant-all-permissions");
    default:
      return false;
  }
}

/** A newer docker may know flags that the grammar does not: `run --new-flag -it …`. */
function looksInteractive(argv: readonly string[]): boolean {
  const verb = argv.findIndex((word) => ["run", "exec", "start", "attach"].includes(word));
  if (verb < 0) return false;
  const flags = argv.slice(verb + 1).filter((word) => /^-[a-zA-Z]+$/.test(word) || word.startsWith("--"));
  if (flags.some((flag) => flag === "--detach" || /^-[a-zA-Z]*d/.test(flag))) return false;
  return flags.some((flag) => flag === "--tty" || flag === "--interactive" || /^-[a-zA-Z]*[it]/.test(flag));
}
