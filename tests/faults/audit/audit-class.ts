import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { killBackground } from '../../browser/harness/kill-background.ts';
import { redirectUris } from '../../browser/harness/redirect-uris.ts';
import type { Person } from '../../sandbox/people/person.ts';
import { type Random, randomFrom } from '../../sandbox/people/random.ts';
import type { Fault } from '../../sandbox/plan-service/switches.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import type { FaultClass, FaultResult, FaultRun } from '../fault-class.ts';
import { judgeWhatCame } from '../kit/bench.ts';
import { judgeElsewhere } from '../kit/cases.ts';
import { peopleWithPlans } from '../kit/people.ts';
import { fillDisk } from './fill-disk.ts';
import { heldViews, judgeViews } from './held-views.ts';
import { type Life, startLife } from './one-life.ts';

/** What keeps the service from taking an event, or its word from arriving. */
const SPELLS: readonly Fault[] = [
  { kind: 'down' },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 429, retryAfter: '1' },
  // Stored, and the word of it is lost.
  { kind: 'reset' },
  { kind: 'slow', ms: [50, 400] },
];

type Counted = { backgroundsKilled: number; browsersKilled: number; spells: number; fullDisks: number };

/** A day of views, each of another patient than the one before, while things go wrong at random. */
class Workday {
  readonly seen: Person[] = [];
  readonly counted: Counted = { backgroundsKilled: 0, browsersKilled: 0, spells: 0, fullDisks: 0 };
  readonly #run: FaultRun;
  readonly #sandbox: Sandbox;
  readonly #profile: string;
  readonly #random: Random;
  readonly #people: readonly Person[];
  #spellEnds = 0;
  #roomAgain = 0;
  life!: Life;

  constructor(run: FaultRun, sandbox: Sandbox, profile: string) {
    this.#run = run;
    this.#sandbox = sandbox;
    this.#profile = profile;
    this.#random = randomFrom(run.seed, 'audit');
    this.#people = peopleWithPlans(sandbox);
  }

  async start(): Promise<void> {
    const first = this.#nextPerson();
    const { found, extensionDir } = this.#run;
    this.life = await startLife(found, extensionDir, this.#sandbox, { profile: this.#profile, first });
    this.seen.push(first);
  }

  /** One view, with whatever goes wrong around it. */
  async view(): Promise<void> {
    await this.#changeWeather();
    const person = this.#nextPerson();
    const killing = this.#random.chance(0.3) ? this.#killSoon() : null;
    await this.life.view(person);
    await killing;
    this.seen.push(person);
    if (this.#random.chance(0.1)) await this.#kill();
    // Killed right after it was seen: what was not delivered yet has to be there in the next life.
    if (this.#random.chance(0.015)) await this.#killBrowser();
  }

  /** Delivers what waits; whoever is open is then seen once more. */
  async signInAgain(): Promise<void> {
    await this.life.signInAgain();
    this.seen.push(...this.seen.slice(-1));
  }

  async end(): Promise<void> {
    this.#sandbox.switches.clear();
    await fillDisk(this.life.launched, false);
  }

  #nextPerson(): Person {
    const last = this.seen.at(-1);
    return this.#random.pick(this.#people.filter((one) => one !== last));
  }

  async #changeWeather(): Promise<void> {
    const at = this.seen.length;
    if (at === this.#spellEnds) this.#sandbox.switches.clear();
    if (at === this.#roomAgain) await fillDisk(this.life.launched, false);
    if (at > this.#spellEnds && this.#random.chance(0.08)) {
      this.#sandbox.switches.set('audit', this.#random.pick(SPELLS));
      this.#spellEnds = at + this.#random.integer(2, 12);
      this.counted.spells += 1;
    } else if (at > this.#roomAgain && at > this.#spellEnds && this.#random.chance(0.05)) {
      // A full disk: each event has to be with the service before its plan is drawn.
      if (await fillDisk(this.life.launched, true)) this.counted.fullDisks += 1;
      this.#roomAgain = at + this.#random.integer(1, 5);
      this.#spellEnds = this.#roomAgain;
    }
  }

  async #killSoon(): Promise<void> {
    await new Promise((done) => setTimeout(done, this.#random.integer(0, 150)));
    await this.#kill();
  }

  async #kill(): Promise<void> {
    await killBackground(this.life.launched);
    this.counted.backgroundsKilled += 1;
  }

  async #killBrowser(): Promise<void> {
    const { launched } = this.life;
    launched.browser.process()?.kill('SIGKILL');
    await launched.close({ keepProfile: true });
    this.counted.browsersKilled += 1;
    await this.start();
  }
}

async function run(options: FaultRun): Promise<FaultResult> {
  const sandbox = await startSandbox({ redirectUris });
  const profile = await mkdtemp(path.join(tmpdir(), 'planside-workday-'));
  const day = new Workday(options, sandbox, profile);
  try {
    await day.start();
    while (day.seen.length < options.cases) {
      await day.view();
      if (day.seen.length % 100 === 0) options.say(`${day.seen.length} views, seed ${options.seed}`);
    }
    await day.end();
    const cases = day.seen.length;
    const held = await heldViews(
      sandbox,
      (all) => all.length >= day.seen.length,
      () => day.signInAgain(),
    );
    const atEnd = [...(await judgeWhatCame(day.life.page)), ...judgeElsewhere()];
    return { cases, broken: [...judgeViews(day.seen, held, sandbox), ...atEnd], counted: day.counted };
  } finally {
    await day.life?.launched.close();
    await sandbox.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** S10: the service holds every view exactly once, whatever goes wrong. */
export const auditClass: FaultClass = { name: 'audit', usual: 1_000, slice: 24, run };
