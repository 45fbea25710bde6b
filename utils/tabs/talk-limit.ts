/** What a line may say a second, for as long as it likes. A page that changes its patient in every frame says less. */
const PER_SECOND = 50;
/** What it may say at once, having been silent for a while: two seconds' worth. */
const AT_ONCE = 2 * PER_SECOND;
/** The largest message, in characters of JSON; none that is well-formed has a fifth of them. */
const MOST_CHARACTERS = 100_000;

/**
 * Watches how much is said over one line.
 *
 * @param now milliseconds, by a clock that is never set
 * @returns whether this message is too much: the line has said more than 50 a second for some time, or it is larger
 *   than 100 kB, or cannot be measured
 */
export function talkLimit(now: () => number = () => performance.now()): (message: unknown) => boolean {
  let left = AT_ONCE;
  let since = now();
  return (message) => {
    const at = now();
    left = Math.min(AT_ONCE, left + ((at - since) / 1_000) * PER_SECOND);
    since = at;
    if (left < 1) return true;
    left -= 1;
    return charactersOf(message) > MOST_CHARACTERS;
  };
}

function charactersOf(message: unknown): number {
  try {
    return JSON.stringify(message)?.length ?? 0;
  } catch {
    // In circles, or too deep; Firefox copies more than JSON can say.
    return Number.POSITIVE_INFINITY;
  }
}
