/** Verbs of volumes, networks, contexts and plugins, and those that belong to no object. */

import type { VerbSpec } from "./verb.ts";

export const objectsVerbs: readonly VerbSpec[] = [
  {
    names: "volume create",
    takes: "[VOLUME]",
    flags: `
      --availability text =active; -d --driver text =local; --group text; --label env; --limit-bytes bytes
      -o --opt env; --required-bytes bytes; --scope text =single; --secret env; --sharing text =none
      --topology-preferred list; --topology-required list; --type text =block; --name text`,
  },
  {
    names: "volume inspect",
    takes: "VOLUME...",
    flags: "-f --format text",
  },
  {
    names: "volume ls, volume list",
    takes: "",
    flags: "--cluster; -f --filter list; --format text; -q --quiet",
  },
  {
    names: "volume prune",
    takes: "",
    flags: "-a --all; --filter list; -f --force",
  },
  {
    names: "volume rm, volume remove",
    takes: "VOLUME...",
    flags: "-f --force",
  },
  {
    names: "volume update",
    takes: "[VOLUME]",
    flags: "--availability text =active",
  },
  {
    names: "network connect",
    takes: "NETWORK CONTAINER",
    flags: `
      --alias csv; --driver-opt csv; --gw-priority int; --ip text; --ip6 text; --link list; --link-local-ip csv`,
  },
  {
    names: "network create",
    takes: "NETWORK",
    flags: `
      --attachable; --aux-address env; --config-from text; --config-only; -d --driver text =bridge
      --gateway csv; --ingress; --internal; --ip-range csv; --ipam-driver text =default; --ipam-opt env
      --ipv4 =true; --ipv6; --label env; -o --opt env; --scope text; --subnet csv`,
  },
  {
    names: "network disconnect",
    takes: "NETWORK CONTAINER",
    flags: "-f --force",
  },
  {
    names: "network inspect",
    takes: "NETWORK...",
    flags: "-f --format text; -v --verbose",
  },
  {
    names: "network ls, network list",
    takes: "",
    flags: "-f --filter list; --format text; --no-trunc; -q --quiet",
  },
  {
    names: "network prune",
    takes: "",
    flags: "--filter list; -f --force",
  },
  {
    names: "network rm, network remove",
    takes: "NETWORK...",
    flags: "-f --force",
  },
  {
    names: "system df",
    takes: "",
    flags: "--format text; -v --verbose",
  },
  {
    names: "system events, events",
    takes: "",
    flags: "-f --filter list; --format text; --since text; --until text",
  },
  {
    names: "system info, info",
    takes: "",
    flags: "-f --format text",
  },
  {
    names: "system prune",
    takes: "",
    flags: "-a --all; --filter list; -f --force; --volumes",
  },
  {
    names: "context create",
    takes: "CONTEXT",
    flags: "--description text; --docker list; --from text",
  },
  {
    names: "context export",
    takes: "CONTEXT [FILE]",
    flags: "",
  },
  {
    names: "context import",
    takes: "CONTEXT FILE",
    flags: "",
  },
  {
    names: "context inspect",
    takes: "[CONTEXT...]",
    flags: "-f --format text",
  },
  {
    names: "context ls, context list",
    takes: "",
    flags: "--format text; -q --quiet",
  },
  {
    names: "context rm, context remove",
    takes: "CONTEXT...",
    flags: "-f --force",
  },
  {
    names: "context show",
    takes: "",
    flags: "",
  },
  {
    names: "context update",
    takes: "CONTEXT",
    flags: "--description text; --docker list",
  },
  {
    names: "context use",
    takes: "CONTEXT",
    flags: "",
  },
  {
    names: "plugin create",
    takes: "PLUGIN PATH",
    flags: "--compress",
  },
  {
    names: "plugin disable",
    takes: "PLUGIN",
    flags: "-f --force",
  },
  {
    names: "plugin enable",
    takes: "PLUGIN",
    flags: "--timeout int =30",
  },
  {
    names: "plugin inspect",
    takes: "PLUGIN...",
    flags: "-f --format text",
  },
  {
    names: "plugin install",
    takes: "PLUGIN [SETTING...]",
    flags: "--alias text; --disable; --disable-content-trust =true; --grant-all-permissions",
  },
  {
    names: "plugin ls, plugin list",
    takes: "",
    flags: "-f --filter list; --format text; --no-trunc; -q --quiet",
  },
  {
    names: "plugin push",
    takes: "PLUGIN",
    flags: "--disable-content-trust =true",
  },
  {
    names: "plugin rm, plugin remove",
    takes: "PLUGIN...",
    flags: "-f --force",
  },
  {
    names: "plugin set",
    takes: "PLUGIN SETTING...",
    flags: "",
  },
  {
    names: "plugin upgrade",
    takes: "PLUGIN [REMOTE]",
    flags: "--disable-content-trust =true; --grant-all-permissions; --skip-remote-check",
  },
  {
    names: "login",
    takes: "[SERVER]",
    flags: "-p --password text; --password-stdin; -u --username text",
  },
  {
    names: "logout",
    takes: "[SERVER]",
    flags: "",
  },
  {
    names: "search",
    takes: "TERM",
    flags: "-f --filter list; --format text; --limit int; --no-trunc",
  },
  {
    names: "version",
    takes: "",
    flags: "-f --format text",
  },
  {
    names: "inspect",
    takes: "OBJECT...",
    flags: "-f --format text; -s --size; --type text",
  },
];
