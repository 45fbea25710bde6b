import type { Hono } from 'hono';
import { type Launched, launchBrowser, type Started, startBrowser } from '../browser/harness/launch.ts';
import { redirectUris } from '../browser/harness/redirect-uris.ts';
import { setUp, signIn } from '../browser/harness/set-up.ts';
import { untilPlanOf } from '../browser/harness/sidebar.ts';
import type { FoundBrowser } from '../commands/find-browser.ts';
import { peopleWithPlans } from '../faults/kit/people.ts';
import type { Person } from '../sandbox/people/person.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { ELSEWHERE } from '../sandbox/systems/elsewhere.ts';
import { benchPages, PAGES } from './pages/pages.ts';

/** What is measured: a browser with this extension in it, or with none. */
export type Subject = {
  readonly name: string;
  /** The unpacked extension. */
  readonly extensionDir: string | null;
  /** Planside: somebody is signed in before anything is measured. */
  readonly isOurs: boolean;
};

/** The pages, and the plans of the people on them. */
export type Ground = {
  readonly sandbox: Sandbox;
  readonly people: readonly Person[];
  /** Address of a page. */
  readonly at: (path: string) => string;
};

/** So many people are opened one after another. */
const MOST_PEOPLE = 200;

/** Serves the pages; whoever calls stops the sandbox. */
export async function openGround(): Promise<Ground> {
  let people: readonly Person[] = [];
  const elsewhere: Hono = benchPages(() => people);
  const sandbox = await startSandbox({ redirectUris, extra: { elsewhere } });
  people = peopleWithPlans(sandbox).slice(0, MOST_PEOPLE);
  return { sandbox, people, at: (path) => `${sandbox.originOf('elsewhere')}${path}` };
}

/** Starts a fresh browser with the subject in it, ready to be measured. */
export async function openSubject(found: FoundBrowser, subject: Subject, ground: Ground): Promise<Started | Launched> {
  const { family, path } = found;
  const { extensionDir } = subject;
  if (extensionDir === null) return startBrowser({ family, path, headless: true });
  const launched = await launchBrowser({ family, path, headless: true, extensionDir });
  try {
    if (subject.isOurs) await makeReady(launched, ground);
  } catch (error) {
    await launched.close();
    throw error;
  }
  return launched;
}

/** As a clinician's browser is in the middle of a day: the system is enabled, and a GP is signed in. */
async function makeReady(launched: Launched, { sandbox, people, at }: Ground): Promise<void> {
  const [first] = people;
  const account = sandbox.accounts.find(({ username }) => username === 'gp');
  if (!first || !account) throw new Error('The sandbox has nobody to measure with.');
  await setUp(launched, sandbox, [ELSEWHERE]);
  const page = await launched.browser.newPage();
  await page.goto(at(PAGES.light));
  await signIn(launched, page, account);
  await page.bringToFront();
  await untilPlanOf(page, first.nhsNumber);
  await page.close();
}
