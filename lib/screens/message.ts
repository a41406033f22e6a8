/** What the world tells the screens, beside keys and sizes. */

import type { Text } from "../content/text.ts";
import type { LabVerdict } from "../lab/verdict.ts";
import type { Session } from "../quiz/session.ts";
import type { HomeData } from "./home.ts";
import type { EngineSight, LabOpening } from "./lab.ts";
import type { Names } from "./summary.ts";

/** `lab` names the lab that a message is about: one that was left meanwhile takes no notice. */
export type Message =
  | { readonly kind: "home-loaded"; readonly home: HomeData }
  /** A session that is at its end shows its summary. */
  | { readonly kind: "quiz-opened"; readonly session: Session }
  | { readonly kind: "lab-opened"; readonly opening: LabOpening }
  | { readonly kind: "lab-engine"; readonly lab: string; readonly engine: EngineSight }
  /** A look has begun; the next verdict ends it. */
  | { readonly kind: "lab-looking"; readonly lab: string }
  | { readonly kind: "lab-verdict"; readonly lab: string; readonly verdict: LabVerdict }
  /** What is being done while something opens: "building the image…". */
  | { readonly kind: "progress"; readonly text: Text }
  | { readonly kind: "names-loaded"; readonly names: Names }
  | { readonly kind: "recorded"; readonly ticket: number }
  /** With a ticket: that record could not be stored, and nothing of it is shown. Without: what was being opened could not be. */
  | { readonly kind: "failed"; readonly ticket?: number; readonly what: Text; readonly next?: Text };
