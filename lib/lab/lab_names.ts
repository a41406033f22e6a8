/** The names of docker objects that a lab speaks of: those it prepares, asks for, or makes in its solution. */

import type { Lab, SolutionStep, Task } from "../content/schema/lab.ts";
import { addCheckNames } from "./check_names.ts";
import { addCommandNames } from "./command_names.ts";
import { commandWords } from "./command_words.ts";
import { familiar } from "./matching/reference.ts";

type Kinds =
  | "containers"
  | "volumes"
  | "networks"
  /** In their familiar form, with tag. */
  | "images"
  /** Of Compose. */
  | "projects"
  | "stacks"
  | "services"
  | "secrets"
  | "configs"
  /** Of the workspace, relative. */
  | "files";

/** Names per kind of object; of a lab, never the images that it needs beforehand. */
export type LabNames = Readonly<Record<Kinds, ReadonlySet<string>>>;

/** Names that are being gathered. */
export type Names = Readonly<Record<Kinds, Set<string>>>;

export function noNames(): Names {
  return {
    containers: new Set(),
    volumes: new Set(),
    networks: new Set(),
    images: new Set(),
    projects: new Set(),
    stacks: new Set(),
    services: new Set(),
    secrets: new Set(),
    configs: new Set(),
    files: new Set(),
  };
}

/** Names in checks, in `setup` and in solutions; those that only a listed mistake makes are wanted for cleaning up alone. */
export function namesOf(lab: Lab, { mistakes }: { readonly mistakes: boolean }): LabNames {
  const found = noNames();
  lab.setup.forEach((line) => addLineNames(line, found));
  lab.tasks.forEach((task) => addTaskNames(task, found, mistakes));
  return withoutNeeded(lab, found);
}

/** What `setup` makes. */
export function namesOfSetup(lab: Lab): LabNames {
  const found = noNames();
  lab.setup.forEach((line) => addLineNames(line, found));
  return found;
}

/** What one task speaks of, with what its mistakes make. */
export function namesOfTask(lab: Lab, task: Task): LabNames {
  const found = noNames();
  addTaskNames(task, found, true);
  return withoutNeeded(lab, found);
}

function addTaskNames(task: Task, found: Names, mistakes: boolean): void {
  task.checks.forEach((check) => addCheckNames(check, found));
  addStepNames(task.solution, found);
  for (const steps of task.alternatives) addStepNames(steps, found);
  if (mistakes) { for (const { run } of task.mistakes) addStepNames(run, found); }
}

function addStepNames(steps: readonly SolutionStep[], found: Names): void {
  for (const step of steps) {
    if (typeof step === "string") addLineNames(step, found);
    else found.files.add(step.file);
  }
}

function addLineNames(line: string, found: Names): void {
  addCommandNames(commandWords(line) ?? [], found);
}

function withoutNeeded(lab: Lab, found: Names): LabNames {
  for (const image of lab.images) found.images.delete(familiar(image));
  return found;
}
