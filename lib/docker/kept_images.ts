/** Keeps images by a name of our own while a lab is proven again and again: a builder reuses the layers of what has a name. */

import type { Inventory } from "../lab/inventory.ts";
import type { Docker } from "./binary.ts";
import { run } from "./run.ts";

const repository = "grumete-proof";
/** ms. */
const deadline = 20_000;

/** The names by which the images of one proof are kept. */
export class KeptImages {
  readonly #names = new Set<string>();

  /** `id` tells this proof from others on the same engine. */
  constructor(readonly docker: Docker, readonly id: string) {}

  /** References of images that are about to lose them. What cannot be kept is built again. */
  async keep(references: readonly string[]): Promise<void> {
    for (const reference of references) {
      const name = `${repository}:${this.id}-${this.#names.size + 1}`;
      const { end, code } = await run(this.docker, ["image", "tag", reference, name], { deadline });
      if (end === "exited" && code === 0) this.#names.add(name);
    }
  }

  async forget(): Promise<void> {
    for (const name of this.#names) await run(this.docker, ["image", "rm", name], { deadline });
    this.#names.clear();
  }
}

/** Whether it is a name that some proof keeps an image by. */
export function isKept(reference: string): boolean {
  return reference.startsWith(`${repository}:`);
}

/** As if nothing were kept. */
export function withoutKept(inventory: Inventory): Inventory {
  return { ...inventory, images: inventory.images.filter(({ tag }) => !isKept(tag)) };
}
