import type { Page } from 'puppeteer';
import { type Launched, launchBrowser } from '../../browser/harness/launch.ts';
import { enterSystem, setUp, signIn } from '../../browser/harness/set-up.ts';
import { pressAt, untilPlanOf, untilView } from '../../browser/harness/sidebar.ts';
import { openPatient } from '../../browser/harness/stage.ts';
import type { FoundBrowser } from '../../commands/find-browser.ts';
import type { Person } from '../../sandbox/people/person.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';

/** One life of a browser with Planside in it, from its start to its end, on a profile that outlives it. */
export type Life = {
  readonly launched: Launched;
  readonly page: Page;
  /** Opens a patient, and waits for the plan. */
  readonly view: (person: Person) => Promise<void>;
  /** Ends the session and signs in again, which delivers what waits; whoever is open is then seen once more. */
  readonly signInAgain: () => Promise<void>;
};

/** Starts a browser, sets the extension up, and signs in beside the record of this person, whose plan is then seen. */
export async function startLife(
  found: FoundBrowser,
  extensionDir: string,
  sandbox: Sandbox,
  choice: { readonly profile: string; readonly first: Person },
): Promise<Life> {
  const { family, path } = found;
  const { profile, first } = choice;
  const launched = await launchBrowser({ family, path, headless: true, extensionDir, profile });
  try {
    return await liveOn(launched, sandbox, first);
  } catch (error) {
    await launched.close({ keepProfile: true });
    throw error;
  }
}

async function liveOn(launched: Launched, sandbox: Sandbox, first: Person): Promise<Life> {
  await setUp(launched, sandbox);
  const page = await launched.browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await enterSystem(page, sandbox.systems.gpRecord);
  const account = sandbox.accounts.find(({ username }) => username === 'gp');
  if (!account) throw new Error('The sandbox has no GP.');
  let open = first;
  const view = async (person: Person) => {
    open = person;
    await openPatient(page, person);
    await untilPlanOf(page, person.nhsNumber);
  };
  const signInHere = async () => {
    await signIn(launched, page, account);
    await page.bringToFront();
  };
  await openPatient(page, first);
  await signInHere();
  await untilPlanOf(page, first.nhsNumber);
  const signInAgain = async () => {
    await pressAt(page, '[data-command="signOut"]');
    await untilView(page, 'signedOut');
    await signInHere();
    await untilPlanOf(page, open.nhsNumber);
  };
  return { launched, page, view, signInAgain };
}
