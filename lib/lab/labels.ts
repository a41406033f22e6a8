/** The labels that grumete puts on what it creates itself, for a lab's `setup` and to prove a lab. */

/** Its value is the lab's id. */
export const labLabel = "grumete.lab";
/** Its value is the id of the attempt: two runs of one lab, on one engine, are told apart by it. */
export const attemptLabel = "grumete.attempt";
/** On what `prove` makes in a learner's place: it is taken away with the lab, and not taken for what `setup` made. */
export const proofLabel = "grumete.proof";
