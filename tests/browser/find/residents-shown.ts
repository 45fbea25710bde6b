import type { Page } from 'puppeteer';
import type { Person } from '../../sandbox/people/person.ts';
import type { PlanRecord } from '../../sandbox/plans/plan-record.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { pressOn } from '../harness/press.ts';
import type { Shown } from '../harness/sidebar.ts';
import { pressBeside, untilBeside } from './beside.ts';

/** What a row says: the states in the order in which they stand. */
export type Rows = Readonly<Record<string, readonly string[]>>;

/** Every row of the list, by NHS number. */
export function rowsShown(page: Page): Promise<Rows> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('.residents > li')].map((row) => [
        row.dataset.nhsNumber ?? '',
        [...row.querySelectorAll<HTMLElement>('.resident-state')].map(({ dataset }) => dataset.state ?? ''),
      ]),
    ),
  );
}

/** Asks for the residents, and waits for what comes of it. */
export async function askForResidents(page: Page, becomes: string): Promise<void> {
  const asking = '[data-command="residents"]';
  // What is there may be of the same kind as what comes. While it is asked for the button is gone; then there is another.
  await page.waitForSelector(asking);
  await page.$eval(asking, (button) => button.setAttribute('data-before', ''));
  await pressOn(page, asking);
  await page.waitForSelector(`[data-residents="${becomes}"] ${asking}:not([data-before])`, { timeout: 20_000 });
}

/** Opens a resident as a click on their row does. */
export function openRow(page: Page, { nhsNumber }: Person): Promise<void> {
  return pressOn(page, `li[data-nhs-number="${nhsNumber}"] button`);
}

/** Opens a resident, and says that this is who was meant. */
export async function openResident(page: Page, person: Person): Promise<void> {
  await openRow(page, person);
  await untilToConfirm(page, person);
  await pressBeside(page, 'confirmBirthDate');
}

/** Waits until it is asked whether this is who was meant. */
export function untilToConfirm(page: Page, { nhsNumber }: Person): Promise<Shown> {
  const number = nhsNumber.replace(/^(...)(...)/, '$1 $2 ');
  const is = (shown: Shown | null) => shown?.view === 'birthDateNeeded' && shown.parts['nhs-number'] === number;
  return untilBeside(page, 'whom to confirm', is);
}

/** Who lives in a home, as the sandbox means it. */
export function livingIn({ people }: Sandbox, careHome: string): readonly Person[] {
  return people.persons.filter((person) => person.careHome === careHome && person.deceased === undefined);
}

/** What the row of this person must say to whoever has not looked yet, from what the plans' authors meant. */
export function meant({ plans, refusedSharing }: Sandbox, { patientId }: Person, today: string): readonly string[] {
  if (refusedSharing.has(patientId)) return ['couldNotCheck'];
  const theirs = plans.filter((plan) => plan.patientId === patientId);
  if (theirs.length === 0) return ['noPlan'];
  const replaced = new Set(
    theirs.flatMap(({ composition }) => (composition.relatesTo ?? []).map((other) => other.targetReference?.reference)),
  );
  const current = theirs.filter((plan) => isInForce(plan) && !replaced.has(`Composition/${plan.compositionId}`));
  if (current.length === 0) return [theirs.some(({ state }) => state === 'draftOnly') ? 'draft' : 'withdrawn'];
  const due = current.some(({ intent }) => intent.reviewDue !== undefined && intent.reviewDue < today);
  return due ? ['overdue', 'plan'] : ['plan'];
}

function isInForce({ intent, state }: PlanRecord): boolean {
  return intent.status === 'approved' && state !== 'revoked';
}
