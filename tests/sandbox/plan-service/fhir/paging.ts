import { randomUUID } from 'node:crypto';

/** What is left of a search: the server remembers it, the client holds an opaque key that says nothing. */
export type Rest = {
  /** Who asked, and in which role. */
  readonly holder: string;
  /** Of the patients who were asked about. */
  readonly patientIds: readonly string[];
  /** Whether the plans come with when they are due for review. */
  readonly reviews: boolean;
  readonly ids: readonly string[];
  readonly count: number;
  readonly total: number | undefined;
};

export type Paging = {
  /** No page is longer, whatever `_count` asks for. */
  readonly longest: number;
  readonly keep: (rest: Rest) => string;
  /** `undefined` for a key that was never given, is forgotten, or belongs to another account or role. */
  readonly resume: (key: string, holder: string) => Rest | undefined;
};

/** Older keys are forgotten, as on real servers. */
const REMEMBERED = 1000;
const LONGEST_PAGE = 100;

/** The memory of searches whose next pages may still be fetched, any number of times. */
export function paging(longest = LONGEST_PAGE): Paging {
  const kept = new Map<string, Rest>();
  return {
    longest,
    keep: (rest) => {
      const key = randomUUID();
      kept.set(key, rest);
      const [oldest] = kept.keys();
      if (kept.size > REMEMBERED && oldest !== undefined) kept.delete(oldest);
      return key;
    },
    resume: (key, holder) => {
      const rest = kept.get(key);
      return rest?.holder === holder ? rest : undefined;
    },
  };
}
