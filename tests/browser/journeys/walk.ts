import path from 'node:path';
import type { Page } from 'puppeteer';
import { type Cast, cast } from '../../sandbox/people/cast.ts';
import type { Person } from '../../sandbox/people/person.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Launched } from '../harness/launch.ts';
import { enterSystem, setUp, signIn } from '../harness/set-up.ts';
import { press, untilPlanOf, untilStill, untilView } from '../harness/sidebar.ts';
import { openCall, openPatient, openResident } from '../harness/stage.ts';

/** What every journey needs. */
type Walk = {
  readonly launched: Launched;
  readonly sandbox: Sandbox;
  readonly players: Cast;
  readonly picture: (page: Page, name: string) => Promise<void>;
};

/**
 * Walks the three journeys as people would, and keeps a picture of each step: a GP, an out-of-hours clinician on a
 * call, and a carer. What a step should show is waited for; a step that never does ends the walk with its reason.
 *
 * @param picturesDir an existing folder
 */
export async function walkJourneys(launched: Launched, sandbox: Sandbox, picturesDir: string): Promise<void> {
  const picture = async (page: Page, name: string) => {
    await untilStill(page);
    await page.screenshot({ path: path.join(picturesDir, `${name}.png`) });
    console.log(`  ${name}.png`);
  };
  await setUp(launched, sandbox);
  const walk = { launched, sandbox, players: cast(sandbox.people, sandbox.plans), picture };
  console.log('A GP opens a patient, signs in, and goes on to the next:');
  const gp = await gpOpensPatients(walk);
  await gpMeetsTrouble(walk, gp);
  console.log('An out-of-hours clinician takes a call:');
  await clinicianTakesCalls(walk);
  console.log('A carer looks at a resident:');
  await carerLooksAtResidents(walk);
}

async function gpOpensPatients({ launched, sandbox, players, picture }: Walk): Promise<Page> {
  const { notForCpr, forCpr, conflictingCpr } = players.gp;
  const gp = await tab(launched, sandbox.systems.gpRecord);
  await openPatient(gp, notForCpr);
  await untilView(gp, 'signedOut');
  await picture(gp, 'gp-1-signed-out');
  await signInAs(launched, sandbox, gp, 'gp', notForCpr);
  await picture(gp, 'gp-2-plan');
  await openPatient(gp, forCpr);
  await untilPlanOf(gp, forCpr.nhsNumber);
  await picture(gp, 'gp-3-next-patient');
  await openPatient(gp, conflictingCpr);
  await untilPlanOf(gp, conflictingCpr.nhsNumber);
  await picture(gp, 'gp-4-statements-disagree');
  return gp;
}

async function gpMeetsTrouble({ sandbox, players, picture }: Walk, gp: Page): Promise<void> {
  const { notForCpr, noPlan } = players.gp;
  await openPatient(gp, noPlan);
  await untilView(gp, 'noPlanFound');
  await picture(gp, 'gp-5-no-plan-found');
  sandbox.switches.set('plans', { kind: 'down' });
  await openPatient(gp, notForCpr);
  await untilView(gp, 'couldNotCheck');
  await picture(gp, 'gp-6-service-down');
  sandbox.switches.clear();
  await gp.evaluate(() => window.closePatient());
  await untilView(gp, 'noPatient');
  await picture(gp, 'gp-7-nobody-open');
  await press(gp, 'Sign out');
}

async function clinicianTakesCalls({ launched, sandbox, players, picture }: Walk): Promise<void> {
  const queue = await tab(launched, sandbox.systems.outOfHours);
  await openCall(queue, players.queue.notForCpr);
  await signInAs(launched, sandbox, queue, 'out-of-hours', players.queue.notForCpr);
  await picture(queue, 'out-of-hours-1-plan');
  await openCall(queue, players.queue.forCpr);
  await untilPlanOf(queue, players.queue.forCpr.nhsNumber);
  await picture(queue, 'out-of-hours-2-next-call');
  await press(queue, 'Sign out');
}

async function carerLooksAtResidents({ launched, sandbox, players, picture }: Walk): Promise<void> {
  const { careHome, notForCpr, overdue } = players.residents;
  const home = await tab(launched, sandbox.systems.careHome, careHome.id);
  await openResident(home, notForCpr);
  await signInAs(launched, sandbox, home, 'carer', notForCpr);
  await picture(home, 'care-home-1-plan');
  await openResident(home, overdue);
  await untilPlanOf(home, overdue.nhsNumber);
  await picture(home, 'care-home-2-review-overdue');
}

async function tab({ browser, family }: Launched, origin: string, careHome?: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  if (family === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await enterSystem(page, origin, careHome);
  return page;
}

async function signInAs(
  launched: Launched,
  { accounts }: Sandbox,
  page: Page,
  username: string,
  person: Person,
): Promise<void> {
  const account = accounts.find((one) => one.username === username);
  if (!account) throw new Error(`The sandbox has no account "${username}".`);
  await signIn(launched, page, account);
  await page.bringToFront();
  await untilPlanOf(page, person.nhsNumber);
}
