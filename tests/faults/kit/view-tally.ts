import { lookUntil } from '../../browser/harness/look-until.ts';
import type { Person } from '../../sandbox/people/person.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { viewsIn } from '../audit/held-views.ts';

const PATIENCE_MS = 10_000;

/** How often somebody's plan was seen, and how often it may be on record (I3): once for each time, neither less nor more. */
export class ViewTally {
  readonly #sandbox: Pick<Sandbox, 'auditEvents'>;
  readonly #least = new Map<string, number>();
  readonly #most = new Map<string, number>();

  constructor(sandbox: Pick<Sandbox, 'auditEvents'>) {
    this.#sandbox = sandbox;
  }

  /** It was drawn: it has to be on record once. */
  seen({ nhsNumber }: Person): void {
    this.#add(this.#least, nhsNumber);
    this.#add(this.#most, nhsNumber);
  }

  /** It may have been put on record, and was never drawn: whoever was to see it was ended in between. */
  perhaps({ nhsNumber }: Person): void {
    this.#add(this.#most, nhsNumber);
  }

  /** What does not hold, once everything has arrived that has to. */
  async judge(): Promise<readonly string[]> {
    const { last: found } = await lookUntil(
      () => this.#differing(),
      (differing) => differing.length === 0,
      PATIENCE_MS,
    );
    if (found.length > 0) this.#takeAsItIs();
    return found;
  }

  #held(): Map<string, number> {
    return new Map([...Map.groupBy(viewsIn(this.#sandbox), (one) => one)].map(([one, all]) => [one, all.length]));
  }

  #differing(): readonly string[] {
    const held = this.#held();
    return [...new Set([...this.#most.keys(), ...held.keys()])].flatMap((one) => {
      const [least, most, is] = [this.#least.get(one) ?? 0, this.#most.get(one) ?? 0, held.get(one) ?? 0];
      if (is < least) return [`I3: somebody was seen ${least} times, and the service holds ${is} views`];
      return is > most ? [`I3: somebody was seen ${most} times at most, and the service holds ${is} views`] : [];
    });
  }

  /** So that the next case does not answer for this one. */
  #takeAsItIs(): void {
    const held = this.#held();
    for (const one of new Set([...this.#most.keys(), ...held.keys()])) {
      this.#least.set(one, held.get(one) ?? 0);
      this.#most.set(one, held.get(one) ?? 0);
    }
  }

  #add(to: Map<string, number>, one: string): void {
    to.set(one, (to.get(one) ?? 0) + 1);
  }
}
