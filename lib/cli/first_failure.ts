/** What went wrong first: an error that came while giving things back must not hide it. */

/** `using` joins the error of a disposal and the one that led to it; an error of the first kind alone is itself. */
export function firstFailure(error: unknown): unknown {
  return error instanceof SuppressedError ? firstFailure(error.suppressed) : error;
}
