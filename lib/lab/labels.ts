/** The labels that grumete puts on what a lab's `setup` creates. */

/** Its value is the lab's id. */
export const labLabel = "grumete.lab";
/** Its value is the id of the attempt: two runs of one lab, on one engine, are told apart by it. */
export const attemptLabel = "grumete.attempt";
