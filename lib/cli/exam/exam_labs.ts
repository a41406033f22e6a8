/** All labs of a graded session: agreed to once, begun with the attempt, and looked at a last time before it ends. */

import type { Lab } from "../../content/schema/lab.ts";
import type { ExamLabOpening, ExamLabSight } from "../../screens/exam_lab.ts";
import { ExamLab, examLabOpening, labsFolder, openExamLab } from "./exam_lab.ts";
import type { ExamSitting } from "./exam_sitting.ts";
import type { Opened } from "../load.ts";
import { agreed } from "../lab/shipped.ts";
import type { World } from "../world.ts";

/** ms that the last look may take. */
const lastPatience = 20_000;

export class ExamLabs implements AsyncDisposable {
  readonly openings: readonly ExamLabOpening[];
  readonly #opened: readonly Opened<Lab>[];
  #going: readonly ExamLab[] = [];
  readonly #sights = new Map<string, ExamLabSight>();

  /** Throws a `UserError` (3) where one of them cannot be laid out. */
  constructor(readonly world: World, readonly sitting: ExamSitting) {
    const { exam, folder } = sitting;
    this.#opened = exam.labs.flatMap((lab, index) => {
      const asked = exam.pack.labs[index];
      return asked ? [openExamLab(lab, asked, folder)] : [];
    });
    this.openings = this.#opened.map((opened) => examLabOpening(opened, folder));
  }

  /** A lab of a session is somebody else's program. Throws a `UserError` where it is not agreed to. */
  async agree(yes: boolean): Promise<void> {
    const world = { ...this.world, stateFolder: () => labsFolder(this.sitting.folder) };
    for (const opened of this.#opened) await agreed(world, opened, { yes, begins: true });
  }

  /** Once the attempt has begun. `tell` hears of every look, and of what stands in the way. */
  start(tell: (lab: string, sight: ExamLabSight) => void = () => {}): void {
    if (this.#going.length > 0) return;
    const { exam, folder } = this.sitting;
    this.#going = this.#opened.flatMap((opened, index) => {
      const asked = exam.pack.labs[index];
      if (!asked) return [];
      return [
        new ExamLab(opened, asked, {
          folder,
          context: this.world.context,
          live: exam.pack.verdicts === "live",
          record: (step) => {
            if (this.sitting.progress.finished === undefined) this.sitting.record([step]);
          },
          tell: (sight) => {
            this.#sights.set(asked.id, sight);
            tell(asked.id, sight);
          },
        }),
      ];
    });
  }

  sight(lab: string): ExamLabSight | undefined {
    return this.#sights.get(lab);
  }

  /** Waited for. Never rejects: what went wrong is told. */
  async lookNow(): Promise<void> {
    await Promise.all(this.#going.map((lab) => lab.lookNow()));
  }

  /** Before the attempt ends; an engine that does not answer keeps nobody from handing in. */
  async lastLook(): Promise<void> {
    const patience = Promise.withResolvers<void>();
    const timer = setTimeout(patience.resolve, lastPatience);
    await Promise.race([this.lookNow(), patience.promise]);
    clearTimeout(timer);
  }

  /** Names of what is still there. Throws a `UserError` (3) where docker cannot be asked. */
  async cleanUp(): Promise<readonly string[]> {
    const left = [];
    for (const lab of this.#going) left.push(...await lab.cleanUp());
    return left;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#going.map((lab) => lab[Symbol.asyncDispose]()));
  }
}
