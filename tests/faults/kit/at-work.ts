import type { Person } from '../../sandbox/people/person.ts';
import type { Random } from '../../sandbox/people/random.ts';
import { type Bench, judgeRecovery } from './bench.ts';
import { judgeTrails } from './judge-trails.ts';
import { ViewTally } from './view-tally.ts';

/** Somebody at one page: who is open there, and whose views have to be on record. */
export class AtWork {
  readonly bench: Bench;
  readonly tally: ViewTally;
  open: Person;

  /** @param bench on which the first of its people is open, and was seen */
  constructor(bench: Bench) {
    this.bench = bench;
    this.tally = new ViewTally(bench.stage.sandbox);
    this.tally.seen(bench.first);
    this.open = bench.first;
  }

  /** Anybody but who is open, and but these. */
  another(random: Random, ...not: readonly Person[]): Person {
    return random.pick(this.bench.people.filter((one) => one !== this.open && !not.includes(one)));
  }

  /** Once a fault has ended: the next patient is opened (I9), and every view so far is on record (I3). */
  async goOn(next: Person): Promise<readonly string[]> {
    const recovery = await judgeRecovery(this.bench.page, next);
    this.tally.seen(next);
    this.open = next;
    return [...recovery, ...(await this.tally.judge()), ...judgeTrails(this.bench.stage.sandbox)];
  }
}
