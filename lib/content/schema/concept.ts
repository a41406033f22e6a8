/** The list of concepts that questions and labs refer to, format 1. */

import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { format, id, some, text } from "./basics.ts";
import { closed } from "./closed.ts";

const conceptAreas = [
  "virtualization",
  "virtual-machines",
  "hypervisors",
  "containers",
  "vm-vs-container",
  "docker-architecture",
  "docker-objects",
  "images",
  "storage",
  "networking",
  "compose",
  "orchestration-kubernetes",
  "cloud-and-registry",
] as const;

/** Where it can be done by hand: not at all, on an engine, in a virtual machine inside a container, or in a swarm. */
const practicals = ["quiz-only", "docker-lab", "vm-in-docker", "swarm-lab"] as const;

const concept = closed({
  id,
  area: v.picklist(conceptAreas),
  practical: v.optional(v.picklist(practicals), "quiz-only"),
  /** Why no task exercises it although one could. */
  unexercised: v.exactOptional(text),
  name: text,
  /** One paragraph: what is true and worth knowing. */
  fact: text,
});

export const conceptsSchema = closed({ format, concepts: some(concept) });

export type Concepts = Frozen<v.InferOutput<typeof conceptsSchema>>;
export type Concept = Concepts["concepts"][number];
