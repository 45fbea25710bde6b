import type { Person } from '../../sandbox/people/person.ts';
import type { Random } from '../../sandbox/people/random.ts';

/** Picks people one after another, never the same twice in a row. */
export class People {
  readonly #all: readonly Person[];
  #last: Person | null = null;

  constructor(all: readonly Person[]) {
    this.#all = all;
  }

  /** @param among these, in place of all */
  next(random: Random, among: readonly Person[] = this.#all): Person {
    this.#last = random.pick(among.filter((one) => one !== this.#last));
    return this.#last;
  }
}
