import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { allTold } from '../../browser/access/audited.ts';
import { redirectUris } from '../../browser/harness/redirect-uris.ts';
import { until } from '../../browser/harness/until.ts';
import type { Random } from '../../sandbox/people/random.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { heldViews } from '../audit/held-views.ts';
import { startLife } from '../audit/one-life.ts';
import type { FaultClass, FaultResult, FaultRun } from '../fault-class.ts';
import { judgeWhatCame } from '../kit/bench.ts';
import { type Played, playCases } from '../kit/cases.ts';
import { judgeTrails } from '../kit/judge-trails.ts';
import { peopleWithPlans } from '../kit/people.ts';
import { DAMAGES, damageOne } from './damage.ts';

/** What the service calls an event that tells of others that were lost. */
const GAP = '110113';
/** Of a database that stays shut the loss is told at the second try to deliver, half a minute after the first at least. */
const UNTIL_TOLD_MS = 90_000;

/**
 * One life in which views could not be delivered, damage to a file of its database, and another life on the same profile:
 * each view is with the service in the end, or the service has been told that it is lost.
 */
async function play(run: FaultRun, random: Random): Promise<Played> {
  const { found, extensionDir } = run;
  const sandbox = await startSandbox({ redirectUris });
  const profile = await mkdtemp(path.join(tmpdir(), 'planside-damaged-'));
  const damage = random.pick(DAMAGES);
  try {
    const [first, second, third] = random.sample(peopleWithPlans(sandbox), 3);
    if (!first || !second || !third) throw new Error('The sandbox has too few people with a plan.');
    sandbox.switches.set('audit', { kind: 'down' });
    const before = await startLife(found, extensionDir, sandbox, { profile, first });
    await before.view(second);
    await before.launched.close({ keepProfile: true });
    sandbox.switches.clear();
    const file = await damageOne(profile, found.family, damage, random);
    if (file === null) throw new Error('There is no database to damage.');
    const life = await startLife(found, extensionDir, sandbox, { profile, first: third });
    try {
      const isTold = () => allTold(sandbox).some(({ what }) => what === GAP);
      const views = () => allTold(sandbox).filter(({ what }) => what === 'access').length;
      const isKnown = async () => isTold() || views() >= 3;
      await until('all views are held, or it was told that some are lost', isKnown, UNTIL_TOLD_MS);
      // What was told as lost need not be: of a database that is whole only the count may have been.
      const isAll = (all: readonly string[]) =>
        (isTold() ? [third] : [first, second, third]).every(({ nhsNumber }) => all.includes(nhsNumber));
      const held = await heldViews(sandbox, isAll, life.signInAgain);
      const lost = [first, second].filter(({ nhsNumber }) => !held.includes(nhsNumber));
      const broken = [...judgeTrails(sandbox), ...(await judgeWhatCame(life.page))];
      if (lost.length > 0 && !isTold()) broken.push(`I3: ${lost.length} views are lost, and nobody was told`);
      if (!held.includes(third.nhsNumber)) broken.push('I3: what was seen after the damage is not held');
      return { fault: `${damage} of ${file}, ${lost.length > 0 ? 'lost and told' : 'nothing lost'}`, broken };
    } finally {
      await life.launched.close({ keepProfile: true });
    }
  } finally {
    await sandbox.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

function run(options: FaultRun): Promise<FaultResult> {
  return playCases('corrupted', options, (random) => play(options, random));
}

/** A database that is damaged is never taken for an empty one. */
export const corruptedClass: FaultClass = { name: 'corrupted', usual: 60, slice: 1, run };
