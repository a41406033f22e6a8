/** The objects that a check speaks of. */

import type { Check } from "../content/schema/check.ts";
import type { Matcher } from "../content/schema/matcher.ts";
import { isVolumeName } from "./command_names.ts";
import type { Names } from "./lab_names.ts";
import { familiar } from "./matching/reference.ts";

export function addCheckNames(check: Check, found: Names): void {
  switch (check.kind) {
    case "container":
      found.containers.add(check.name);
      for (const { field, matcher } of check.expects) {
        if (field === "mounts") mountedVolumes(matcher).forEach((name) => found.volumes.add(name));
        if (field === "networks") texts(matcher).forEach((name) => found.networks.add(name));
      }
      return;
    case "image":
      found.images.add(familiar(check.name));
      return;
    case "volume":
      found.volumes.add(check.name);
      return;
    case "network":
      found.networks.add(check.name);
      for (const { field, matcher } of check.expects) {
        if (field === "containers") texts(matcher).forEach((name) => found.containers.add(name));
      }
      return;
    case "compose":
      found.projects.add(check.name);
      return;
    case "service":
      found.services.add(check.name);
      return;
    case "secret":
      found.secrets.add(check.name);
      return;
    case "config":
      found.configs.add(check.name);
      return;
    case "stack":
      found.stacks.add(check.name);
      return;
    case "exec":
    case "logs":
      found.containers.add(check.name);
      return;
    case "file":
      if (check.container === undefined) found.files.add(check.path);
      else found.containers.add(check.container);
      return;
    case "inspect":
      addNamed(check.object, check.name, found);
      return;
    case "event":
      for (const filter of [check.filter, check.after, check.before]) {
        if (filter?.name) texts(filter.name).forEach((name) => addNamed(filter.type, name, found));
      }
      return;
    case "http":
    case "tcp":
    case "swarm":
    case "node":
      return;
  }
}

function addNamed(kind: string, name: string, found: Names): void {
  if (kind === "container") found.containers.add(name);
  if (kind === "image") found.images.add(familiar(name));
  if (kind === "volume") found.volumes.add(name);
  if (kind === "network") found.networks.add(name);
  if (kind === "service") found.services.add(name);
  if (kind === "secret") found.secrets.add(name);
  if (kind === "config") found.configs.add(name);
}

/** Every exact text that a matcher names, except below `not`. */
function texts(matcher: Matcher): readonly string[] {
  switch (matcher.is) {
    case "equal":
      return [String(matcher.value)];
    case "oneOf":
      return matcher.values.map(String);
    case "contains":
      return texts(matcher.part);
    case "includes":
    case "exactly":
      return matcher.items.flatMap(texts);
    case "all":
    case "any":
      return matcher.of.flatMap(texts);
    default:
      return [];
  }
}

function mountedVolumes(matcher: Matcher): readonly string[] {
  switch (matcher.is) {
    case "fields":
      return Object.entries(matcher.fields).flatMap(([key, part]) => key === "source" ? texts(part) : [])
        .filter(isVolumeName);
    case "contains":
      return mountedVolumes(matcher.part);
    case "includes":
    case "exactly":
      return matcher.items.flatMap(mountedVolumes);
    case "all":
    case "any":
      return matcher.of.flatMap(mountedVolumes);
    default:
      return [];
  }
}
