import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { describeHits } from '../../browser/at-rest/describe-hits.ts';
import { type MarkedPatient, markPatients } from '../../browser/at-rest/marked-patients.ts';
import { needlesOfText } from '../../browser/at-rest/needles.ts';
import { scanFiles } from '../../browser/at-rest/scan-files.ts';
import { redirectUris } from '../../browser/harness/redirect-uris.ts';
import { press } from '../../browser/harness/sidebar.ts';
import { openPatient } from '../../browser/harness/stage.ts';
import type { Person } from '../../sandbox/people/person.ts';
import type { Random } from '../../sandbox/people/random.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { type Life, startLife } from '../audit/one-life.ts';
import type { FaultClass, FaultResult, FaultRun } from '../fault-class.ts';
import { type Played, playCases } from '../kit/cases.ts';
import { judgeTrails } from '../kit/judge-trails.ts';
import { ViewTally } from '../kit/view-tally.ts';

const PLANS = 8;
const LONGEST_MS = 800;
/** What goes on when every process of the browser is gone at once. */
const MOMENTS = ['a plan is shown', 'a patient is being opened', 'locking', 'signing out', 'hiding'] as const;
type Moment = (typeof MOMENTS)[number];

/** Lives of a browser on one profile, each ended by force. */
class Lives {
  readonly #run: FaultRun;
  readonly #sandbox: Sandbox;
  readonly #profile: string;
  readonly #patients: readonly MarkedPatient[];
  readonly #tally: ViewTally;
  life: Life | null = null;

  constructor(run: FaultRun, sandbox: Sandbox, profile: string) {
    this.#run = run;
    this.#sandbox = sandbox;
    this.#profile = profile;
    const isAtPractice = ({ gpList, careHome, outOfHours }: Person) => gpList && !careHome && !outOfHours;
    this.#patients = markPatients(sandbox, run.seed, PLANS, 'plan', isAtPractice);
    this.#tally = new ViewTally(sandbox);
  }

  async play(random: Random): Promise<Played> {
    const [first, second, third] = random.sample(this.#patients, 3).map(({ person }) => person);
    if (!first || !second || !third) throw new Error('There are too few plans.');
    // The service may be away for what is seen in this life: then it has to be there in the next.
    // One that broke may have left its browser behind.
    await this.life?.launched.close({ keepProfile: true });
    const isAway = random.chance(0.4);
    const moment = random.pick(MOMENTS);
    const life = await this.#begin(first);
    if (isAway) this.#sandbox.switches.set('audit', { kind: 'down' });
    await life.view(second);
    this.#tally.seen(second);
    await comeTo(moment, life, third);
    if (moment === 'a patient is being opened') this.#tally.perhaps(third);
    await after(random.integer(0, LONGEST_MS));
    await end(life);
    this.life = null;
    this.#sandbox.switches.clear();
    const broken = [...(await this.#judgeDisk())];
    // Nobody is signed in: the next life asks, and delivers what the last one had not.
    const next = await this.#begin(third);
    await next.view(first);
    this.#tally.seen(first);
    broken.push(...(await this.#tally.judge()), ...judgeTrails(this.#sandbox));
    await end(next);
    this.life = null;
    return { fault: `${moment}${isAway ? ', events not delivered' : ''}`, broken };
  }

  async #begin(first: Person): Promise<Life> {
    const { found, extensionDir } = this.#run;
    this.life = await startLife(found, extensionDir, this.#sandbox, { profile: this.#profile, first });
    this.#tally.seen(first);
    return this.life;
  }

  /** I4: no word of any plan lies anywhere in the profile. */
  async #judgeDisk(): Promise<readonly string[]> {
    const needles = this.#patients.flatMap(({ markers }) =>
      markers.flatMap(({ label, text }) => needlesOfText(label, text)),
    );
    const { hits, files } = await scanFiles(this.#profile, needles);
    if (files === 0) return ['I4: there was no profile to search'];
    return describeHits(hits).map((one) => `I4: ${one}`);
  }
}

async function comeTo(moment: Moment, { page }: Life, third: Person): Promise<void> {
  if (moment === 'a patient is being opened') await openPatient(page, third);
  if (moment === 'locking') await press(page, 'Lock');
  if (moment === 'signing out') await press(page, 'Sign out');
  if (moment === 'hiding') await press(page, 'Hide now');
}

/** Nothing is told to shut down: every process is gone at once. */
async function end({ launched }: Life): Promise<void> {
  const root = launched.browser.process();
  if (!root?.pid) throw new Error('This browser has no process of its own.');
  const gone = once(root, 'exit');
  if (process.platform === 'win32') root.kill('SIGKILL');
  else process.kill(-root.pid, 'SIGKILL');
  await gone;
  await launched.close({ keepProfile: true });
}

async function run(options: FaultRun): Promise<FaultResult> {
  const sandbox = await startSandbox({ redirectUris });
  const profile = await mkdtemp(path.join(tmpdir(), 'planside-lives-'));
  const lives = new Lives(options, sandbox, profile);
  try {
    return await playCases('browser-kills', options, (random) => lives.play(random));
  } finally {
    await lives.life?.launched.close();
    await sandbox.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** Every process of the browser is killed in the middle of something; the next life is on the same profile. */
export const browserKillsClass: FaultClass = { name: 'browser-kills', usual: 100, slice: 1, run };
