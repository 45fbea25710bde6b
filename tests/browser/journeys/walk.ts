import path from 'node:path';
import type { Page } from 'puppeteer';
import { cast } from '../../sandbox/people/cast.ts';
import type { Person } from '../../sandbox/people/person.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Launched } from '../harness/launch.ts';
import { enterSystem, setUp, signIn } from '../harness/set-up.ts';
import { press, untilPlanOf, untilView } from '../harness/sidebar.ts';
import { openCall, openPatient, openResident } from '../harness/stage.ts';

/**
 * Walks the three journeys as people would, and keeps a picture of each step: a GP, an out-of-hours clinician on a
 * call, and a carer. What a step should show is waited for; a step that never does ends the walk with its reason.
 *
 * @param picturesDir an existing folder
 */
export async function walkJourneys(launched: Launched, sandbox: Sandbox, picturesDir: string): Promise<void> {
  const players = cast(sandbox.people, sandbox.plans);
  const picture = async (page: Page, name: string) => {
    await page.screenshot({ path: path.join(picturesDir, `${name}.png`) });
    console.log(`  ${name}.png`);
  };
  await setUp(launched, sandbox);

  console.log('A GP opens a patient, signs in, and goes on to the next:');
  const { notForCpr, forCpr, conflictingCpr, noPlan } = players.gp;
  const gp = await tab(launched, sandbox.systems.gpRecord);
  await openPatient(gp, notForCpr);
  await untilView(gp, 'signedOut');
  await picture(gp, 'gp-1-signed-out');
  await signInAs(launched, sandbox, gp, 'gp', notForCpr);
  await picture(gp, 'gp-2-plan');
  for (const [person, name] of [
    [forCpr, 'gp-3-next-patient'],
    [conflictingCpr, 'gp-4-statements-disagree'],
  ] as const) {
    await openPatient(gp, person);
    await untilPlanOf(gp, person.nhsNumber);
    await picture(gp, name);
  }
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
  await openPatient(gp, notForCpr);
  await press(gp, 'Sign out');

  console.log('An out-of-hours clinician takes a call:');
  const queue = await tab(launched, sandbox.systems.outOfHours);
  await openCall(queue, players.queue.notForCpr);
  await signInAs(launched, sandbox, queue, 'out-of-hours', players.queue.notForCpr);
  await picture(queue, 'out-of-hours-1-plan');
  await openCall(queue, players.queue.forCpr);
  await untilPlanOf(queue, players.queue.forCpr.nhsNumber);
  await picture(queue, 'out-of-hours-2-next-call');
  await press(queue, 'Sign out');

  console.log('A carer looks at a resident:');
  const home = await tab(launched, sandbox.systems.careHome, players.residents.careHome.id);
  await openResident(home, players.residents.notForCpr);
  await signInAs(launched, sandbox, home, 'carer', players.residents.notForCpr);
  await picture(home, 'care-home-1-plan');
  await openResident(home, players.residents.overdue);
  await untilPlanOf(home, players.residents.overdue.nhsNumber);
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
