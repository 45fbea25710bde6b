let last: Promise<unknown> = Promise.resolve();

/**
 * Does one thing after another: what is saved, read and erased must not overtake each other, or something would be
 * written under keys that are gone by then.
 *
 * @returns what the job returns; it rejects if the job does, and the next job is done all the same
 */
export function inTurn<T>(job: () => Promise<T>): Promise<T> {
  const done = last.then(job);
  last = done.catch(() => undefined);
  return done;
}
