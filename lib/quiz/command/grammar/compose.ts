/** Verbs of `docker compose`; `docker-compose` is the same. */

import type { VerbSpec } from "./verb.ts";

/** Between `compose` and its verb. */
export const composeFlags = `
  --all-resources; --ansi text =auto; --compatibility; --dry-run; --env-file seq; -f --file seq; --parallel int =-1;
  --profile list; --progress text =auto; --project-directory path; -p --project-name text; --verbose`;

export const composeVerbs: readonly VerbSpec[] = [
  {
    names: "compose attach",
    takes: "SERVICE",
    flags: "--detach-keys text; --index int; --no-stdin; --sig-proxy =true",
  },
  {
    names: "compose build",
    takes: "[SERVICE...]",
    flags: `
      --build-arg env; --builder text; --check; -m --memory bytes; --no-cache; --print; --provenance text; --pull;
      --push; -q --quiet; --sbom text; --ssh text; --with-dependencies; --force-rm; --no-rm; --parallel; --progress text`,
  },
  {
    names: "compose config, compose convert",
    takes: "[SERVICE...]",
    flags: `
      --environment; --format text; --hash text; --images; --lock-image-digests; --models; --networks;
      --no-consistency; --no-env-resolution; --no-interpolate; --no-normalize; --no-path-resolution; -o --output path;
      --profiles; -q --quiet; --resolve-image-digests; --services; --variables; --volumes`,
  },
  { names: "compose cp", takes: "SOURCE TARGET", flags: "--all; -a --archive; -L --follow-link; --index int" },
  {
    names: "compose create",
    takes: "[SERVICE...]",
    flags: `
      --build; --force-recreate; --no-build; --no-recreate; --pull text =policy; --quiet-pull; --remove-orphans;
      --scale list; -y --yes`,
  },
  {
    names: "compose down",
    takes: "[SERVICE...]",
    flags: "--remove-orphans; --rmi text; -t --timeout int; -v --volumes",
  },
  { names: "compose events", takes: "[SERVICE...]", flags: "--json; --since text; --until text" },
  {
    names: "compose exec",
    takes: "SERVICE COMMAND...",
    flags: `
      -d --detach; -e --env env; --index int; -i --interactive =true; -T --no-tty --no-TTY; --privileged;
      -t --tty =true; -u --user text; -w --workdir text`,
  },
  { names: "compose images", takes: "[SERVICE...]", flags: "--format text =table; -q --quiet" },
  { names: "compose kill", takes: "[SERVICE...]", flags: "--remove-orphans; -s --signal signal =KILL" },
  {
    names: "compose logs",
    takes: "[SERVICE...]",
    flags: `
      -f --follow; --index int; --no-color; --no-log-prefix; --since text; -n --tail text =all; -t --timestamps;
      --until text`,
  },
  { names: "compose ls, compose list", takes: "", flags: "-a --all; --filter list; --format text =table; -q --quiet" },
  { names: "compose pause", takes: "[SERVICE...]", flags: "" },
  { names: "compose port", takes: "SERVICE PORT", flags: "--index int; --protocol text =tcp" },
  {
    names: "compose ps",
    takes: "[SERVICE...]",
    flags: `
      -a --all; --filter list; --format text =table; --no-trunc; --orphans =true; -q --quiet; --services; --status list`,
  },
  {
    names: "compose pull",
    takes: "[SERVICE...]",
    flags: "--ignore-buildable; --ignore-pull-failures; --include-deps; --policy text; -q --quiet",
  },
  { names: "compose push", takes: "[SERVICE...]", flags: "--ignore-push-failures; --include-deps; -q --quiet" },
  { names: "compose restart", takes: "[SERVICE...]", flags: "--no-deps; -t --timeout int" },
  { names: "compose rm", takes: "[SERVICE...]", flags: "-f --force; -s --stop; -v --volumes" },
  {
    names: "compose run",
    takes: "SERVICE [COMMAND...]",
    flags: `
      --build; --cap-add list; --cap-drop list; -d --detach; --entrypoint text; -e --env env; --env-from-file seq;
      -i --interactive =true; -l --label env; --name text; -T --no-tty --no-TTY; --no-deps; -p --publish port;
      --pull text =policy; -q --quiet; --quiet-build; --quiet-pull; --remove-orphans; --rm; -P --service-ports;
      -t --tty =true; --use-aliases; -u --user text; -v --volume volume; -w --workdir text`,
  },
  { names: "compose scale", takes: "SCALE...", flags: "--no-deps" },
  { names: "compose start", takes: "[SERVICE...]", flags: "--wait; --wait-timeout int" },
  { names: "compose stats", takes: "[SERVICE]", flags: "-a --all; --format text; --no-stream; --no-trunc" },
  { names: "compose stop", takes: "[SERVICE...]", flags: "-t --timeout int" },
  { names: "compose top", takes: "[SERVICE...]", flags: "" },
  { names: "compose unpause", takes: "[SERVICE...]", flags: "" },
  {
    names: "compose up",
    takes: "[SERVICE...]",
    flags: `
      --abort-on-container-exit; --abort-on-container-failure; --always-recreate-deps; --attach list;
      --attach-dependencies; --build; -d --detach; --exit-code-from text; --force-recreate; --menu; --no-attach list;
      --no-build; --no-color; --no-deps; --no-log-prefix; --no-recreate; --no-start; --pull text =policy;
      --quiet-build; --quiet-pull; --remove-orphans; -V --renew-anon-volumes; --scale list; -t --timeout int;
      --timestamps; --wait; --wait-timeout int; -w --watch; -y --yes`,
  },
  { names: "compose version", takes: "", flags: "-f --format text; --short" },
  { names: "compose volumes", takes: "[SERVICE...]", flags: "--format text =table; -q --quiet" },
  { names: "compose wait", takes: "SERVICE...", flags: "--down-project" },
  { names: "compose watch", takes: "[SERVICE...]", flags: "--no-up; --prune; --quiet" },
];
