import type { Page } from 'puppeteer';
import type { FoundBrowser } from '../../commands/find-browser.ts';
import { type Cast, cast } from '../../sandbox/people/cast.ts';
import type { Person } from '../../sandbox/people/person.ts';
import type { Account } from '../../sandbox/plan-service/accounts.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/sandbox.ts';
import { type LaunchChoice, type Launched, launchBrowser } from './launch.ts';
import { redirectUris } from './redirect-uris.ts';
import { enterSystem, setUp, signIn } from './set-up.ts';
import { type Shown, untilPlanOf } from './sidebar.ts';
import { soon } from './soon.ts';
import { until } from './until.ts';

/** A sandbox and a browser with Planside in it, set up and ready for the first page. */
export type Stage = {
  readonly sandbox: Sandbox;
  readonly launched: Launched;
  readonly cast: Cast;
  readonly account: (username: string) => Account;
  /** A new tab on the GP record, logged in. */
  readonly gpRecord: () => Promise<Page>;
  /** A new tab on the out-of-hours queue, logged in. */
  readonly outOfHours: () => Promise<Page>;
  /** A new tab on the care home of the cast, logged in. */
  readonly careHome: () => Promise<Page>;
  readonly close: () => Promise<void>;
};

export type StageChoice = Partial<Pick<LaunchChoice, 'headless' | 'display' | 'windowSize' | 'profile'>> & {
  /** How the sandbox is to be, or one that is running already. */
  readonly sandbox?: Omit<SandboxOptions, 'redirectUris'> | Sandbox;
};

/** Starts sandbox and browser and sets the extension up. */
export async function openStage(found: FoundBrowser, extensionDir: string, choice: StageChoice = {}): Promise<Stage> {
  const { sandbox: sandboxChoice, ...launchChoice } = choice;
  const isRunning = sandboxChoice !== undefined && 'planService' in sandboxChoice;
  const sandbox = isRunning ? sandboxChoice : await startSandbox({ redirectUris, ...sandboxChoice });
  const { family, path } = found;
  const launched = await launchBrowser({ family, path, headless: true, extensionDir, ...launchChoice }).catch(
    async (error: unknown) => {
      await sandbox.stop();
      throw error;
    },
  );
  const close = async () => {
    await launched.close();
    await sandbox.stop();
  };
  const players = cast(sandbox.people, sandbox.plans);
  await setUp(launched, sandbox).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const tab = async (origin: string, careHome?: string) => {
    const page = await launched.browser.newPage();
    if (launched.family === 'chromium')
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    if (!choice.display) await page.setViewport({ width: 1280, height: 800 });
    await enterSystem(page, origin, careHome);
    return page;
  };
  return {
    sandbox,
    launched,
    cast: players,
    account: (username) => accountNamed(sandbox, username),
    gpRecord: () => tab(sandbox.systems.gpRecord),
    outOfHours: () => tab(sandbox.systems.outOfHours),
    careHome: () => tab(sandbox.systems.careHome, players.residents.careHome.id),
    close,
  };
}

function accountNamed({ accounts }: Sandbox, username: string): Account {
  const account = accounts.find((one) => one.username === username);
  if (!account) throw new Error(`The sandbox has no account "${username}".`);
  return account;
}

/** What the GP record offers to tests (tests/sandbox/systems/README.md). */
type PatientNow = Pick<Person, 'nhsNumber' | 'familyName' | 'givenNames' | 'title' | 'birthDate' | 'gender'>;
declare global {
  interface Window {
    openPatient: (nhsNumber: string) => Promise<void>;
    openPatientNow: (person: PatientNow, colour?: string) => void;
    closePatient: () => void;
    openCall: (nhsNumber: string) => Promise<void>;
    closeCall: () => Promise<void>;
    /** Set by `openResident` in the document that it leaves. */
    isLeft?: boolean;
  }
}

/** Opens a patient in the GP record, as a click would. */
export async function openPatient(page: Page, { nhsNumber }: Person): Promise<void> {
  await page.evaluate((number) => window.openPatient(number), nhsNumber);
}

/** Opens a call in the out-of-hours queue. */
export async function openCall(page: Page, { nhsNumber }: Person): Promise<void> {
  await page.evaluate((number) => window.openCall(number), nhsNumber);
}

/**
 * Opens a resident as a click on the card of the home board would; the board itself is only fetched. Of a document that
 * was put aside and came back Firefox does not tell the driver when it is left: the page itself is asked.
 */
export async function openResident(page: Page, person: Person): Promise<void> {
  const path = await pathOfResident(page, person);
  await page.evaluate((to) => {
    window.isLeft = true;
    setTimeout(() => location.assign(to));
  }, path);
  const isThere = (to: string) =>
    document.readyState === 'complete' && location.pathname + location.search === to && !window.isLeft;
  await until('the page of the resident', () => soon(() => page.evaluate(isThere, path), false));
}

/** Where the card on the home board leads that is this resident's: two may share a family name, and a room. */
export async function pathOfResident(page: Page, { familyName, givenNames, room = '' }: Person): Promise<string> {
  const path = await page.evaluate(
    async (names, inRoom) => {
      const board = new DOMParser().parseFromString(await (await fetch('/')).text(), 'text/html');
      const tile = [...board.querySelectorAll('.resident-tile')].find(
        ({ textContent }) =>
          names.every((name) => textContent.includes(name)) && new RegExp(`Room ${inRoom}(?!\\d)`).test(textContent),
      );
      return tile?.querySelector('a')?.getAttribute('href') ?? null;
    },
    [familyName, ...givenNames.slice(0, 1)],
    room,
  );
  if (path === null) throw new Error('This resident has no card on the home board.');
  return path;
}

/** Signs in from the sidebar of a page that shows this person, and waits for the plan. */
export async function signInAndSee(stage: Stage, page: Page, username: string, person: Person): Promise<Shown> {
  await signIn(stage.launched, page, stage.account(username));
  await page.bringToFront();
  return untilPlanOf(page, person.nhsNumber);
}
