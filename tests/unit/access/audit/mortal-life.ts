import type { EventStore } from '../../../../utils/access/audit/event-store.ts';
import type { LocalArea } from '../../../../utils/access/audit/mark.ts';

type Step = <T>(act: () => Promise<T>) => Promise<T>;

/** A killed background does not catch, does not clean up and does not go on: what it waited for never comes. */
const never = () => new Promise<never>(() => undefined);

/** One life of the background, which ends at one of its steps to disk and network. */
export class MortalLife {
  readonly over: Promise<'over'>;
  #end: (over: 'over') => void = () => undefined;
  #left: number;
  #isOver = false;
  readonly #isLate: boolean;

  /**
   * @param steps how many steps it takes before it ends
   * @param isLate whether the step at which it ends still reaches the disk or the network
   */
  constructor(steps: number, isLate: boolean) {
    this.#left = steps;
    this.#isLate = isLate;
    this.over = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  readonly step: Step = async (act) => {
    if (this.#isOver) return never();
    this.#left -= 1;
    if (this.#left < 0) {
      this.#isOver = true;
      if (this.#isLate) await act().catch(() => undefined);
      this.#end('over');
      return never();
    }
    const done = await act().catch((error: unknown) => {
      if (this.#isOver) return never();
      throw error;
    });
    return this.#isOver ? never() : done;
  };
}

/** A store whose every access is a step. */
export function mortalStore(real: EventStore, step: Step): EventStore {
  return {
    look: (id) => step(() => real.look(id)),
    read: (by) => step(() => real.read(by)),
    add: (event) => step(() => real.add(event)),
    acknowledge: (sequence) => step(() => real.acknowledge(sequence)),
    remove: (sequence) => step(() => real.remove(sequence)),
    dropTombstones: () => step(() => real.dropTombstones()),
  };
}

/** A `storage.local` whose every access is a step. */
export function mortalArea(real: LocalArea, step: Step): LocalArea {
  return { get: (key) => step(() => real.get(key)), set: (items) => step(() => real.set(items)) };
}
