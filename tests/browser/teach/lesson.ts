import type { Frame, Page } from 'puppeteer';
import { longDate } from '../../../components/format/dates.ts';
import { DATES } from '../../../components/words/en/dates.ts';
import type { Adapter } from '../../../utils/page/adapter.ts';
import type { Settings } from '../../../utils/settings/settings.ts';
import type { Person } from '../../sandbox/people/person.ts';
import { openExtensionPage } from '../harness/extension-page.ts';
import type { Launched } from '../harness/launch.ts';
import { lookUntil } from '../harness/look-until.ts';
import { PATIENCE } from '../harness/patience.ts';

/** Whoever a page shows, as the teaching page writes them. */
export type Read = { readonly name: string; readonly born: string; readonly number: string };

export const spaced = (nhsNumber: string) => nhsNumber.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');

/** As the teaching page writes somebody. */
export function readAs({ familyName, givenNames, birthDate, nhsNumber }: Person): Read {
  const name = `${familyName.toUpperCase()}, ${givenNames.join(' ')}`;
  return { name, born: longDate(birthDate, { DATES }), number: spaced(nhsNumber) };
}

/** The settings of the extension, changed as an administrator would: what was there, and what is to be. */
export async function changeSettings(launched: Launched, change: (now: Settings) => Settings): Promise<void> {
  const page = await openExtensionPage(launched, 'options.html');
  const now = (await page.evaluate(
    'chrome.storage.local.get("settings").then(({ settings }) => settings)',
  )) as Settings;
  await page.evaluate(`chrome.storage.local.set({ settings: ${JSON.stringify(change(now))} })`);
  await page.close();
}

/** The adapter that is saved for a system; `undefined`: the standard reading. */
export async function savedAdapter(teach: Page, id: string): Promise<Adapter | undefined> {
  const settings = (await teach.evaluate(
    'chrome.storage.local.get("settings").then(({ settings }) => settings)',
  )) as Settings;
  return settings.clinicalSystems.find((one) => one.id === id)?.adapter as Adapter | undefined;
}

/** Opens the page on which a system is taught. */
export function openTeaching(launched: Launched, id: string): Promise<Page> {
  return openExtensionPage(launched, `teach.html#${id}`);
}

/** Waits until what was to be put into the frames of the clinical page before this is in them. */
export async function untilScriptsAreIn(teach: Page): Promise<void> {
  await teach.evaluate(`(async () => {
    const tabs = await chrome.tabs.query({ url: 'http://elsewhere.localhost/*' });
    for (const { id } of tabs) {
      const target = { tabId: id, allFrames: true };
      await chrome.scripting.executeScript({ target, files: ['/teach-page.js'], injectImmediately: true });
    }
  })()`);
}

/** Waits for a step of the lesson. */
export async function untilStep(teach: Page, step: string): Promise<void> {
  await teach.waitForSelector(`[data-step="${step}"]`, { timeout: PATIENCE });
}

/** Presses a button of the teaching page by keyboard. */
export async function press(teach: Page, selector: string): Promise<void> {
  await teach.bringToFront();
  await (await teach.waitForSelector(selector, { timeout: PATIENCE }))?.focus();
  await teach.keyboard.press('Enter');
}

/** Takes what was found on the page, by keyboard: the choice that holds this text. */
export async function choose(teach: Page, step: string, text: string): Promise<void> {
  await untilStep(teach, step);
  await teach.bringToFront();
  // Found and focused at once: the list may change from one moment to the next, and the keyboard stays where it stands.
  const focus = (wanted: string) => {
    const is = ({ textContent }: Element) =>
      textContent
        .replace(/[\s,]+/g, '')
        .toLowerCase()
        .includes(wanted);
    const button = [...document.querySelectorAll<HTMLElement>('[data-choice]')].find(is);
    button?.focus();
    return button ? true : null;
  };
  await until(`a choice with “${text}”`, teach, () => teach.evaluate(focus, bare(text)));
  await teach.keyboard.press('Enter');
}

/** Points at an element of the clinical page with the pointer. */
export async function pointAt(teach: Page, page: Page, step: string, point: () => Promise<void>): Promise<void> {
  await untilStep(teach, step);
  await press(teach, '[data-action="point"]');
  await teach.waitForSelector('[data-part="pointing"]');
  await page.bringToFront();
  await point();
}

/** Takes a name that stands in two places, by pointer. */
export async function pointApart(
  teach: Page,
  page: Page,
  family: () => Promise<void>,
  given: () => Promise<void>,
): Promise<void> {
  await untilStep(teach, 'name');
  await press(teach, '[data-action="apart"]');
  await pointAt(teach, page, 'family', family);
  await pointAt(teach, page, 'given', given);
}

/** Presses the middle of an element, as a hand does. */
export async function pressIn(page: Page, frame: Frame, selector: string): Promise<void> {
  const box = await (await frame.waitForSelector(selector))?.boundingBox();
  if (!box) throw new Error(`${selector} stands nowhere.`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Waits until the teaching page warns of this. */
export async function untilWarned(teach: Page, warning: string): Promise<void> {
  await teach.waitForSelector(`[data-warning="${warning}"]`, { timeout: PATIENCE });
}

export type SavedFile = { readonly name: string; readonly text: string };

/** What a button would save, file by file; the downloads themselves are held back. */
export async function filesOf(teach: Page, selector: string): Promise<readonly SavedFile[]> {
  await teach.evaluate(() => {
    const texts: Promise<string>[] = [];
    const saved: { name: string; text: Promise<string> }[] = [];
    URL.createObjectURL = (blob) => {
      texts.push(blob instanceof Blob ? blob.text() : Promise.resolve(''));
      return 'blob:held-back';
    };
    HTMLAnchorElement.prototype.click = function click() {
      saved.push({ name: this.download, text: texts.at(-1) ?? Promise.resolve('') });
    };
    Object.assign(globalThis, { plansideSaved: saved });
  });
  await press(teach, selector);
  await teach.waitForSelector('[data-said="exported"]', { timeout: PATIENCE });
  return teach.evaluate(() => {
    const saved = Reflect.get(globalThis, 'plansideSaved') as { name: string; text: Promise<string> }[];
    return Promise.all(saved.map(async ({ name, text }) => ({ name, text: await text })));
  });
}

/** Waits until the teaching page reads this person on the page that is open. */
export async function untilRead(teach: Page, person: Read): Promise<void> {
  await until(`${person.name} to be read`, teach, async () => {
    const read = await partsOf(teach);
    return read &&
      folded(read.name) === folded(person.name) &&
      read.number === person.number &&
      read.born === person.born
      ? read
      : null;
  });
}

/** Waits until the teaching page reads nobody on the page that is open. */
export async function untilNobody(teach: Page): Promise<void> {
  await teach.waitForSelector('[data-reads="nobody"]', { timeout: PATIENCE });
}

/** Judges the page that is open, and waits until that is on the list. */
export async function judge(teach: Page, as: 'right' | 'nobody'): Promise<void> {
  const before = (await teach.$$('[data-judged]')).length;
  await press(teach, `[data-action="${as}"]`);
  await until('the page to be judged', teach, async () =>
    (await teach.$$('[data-judged]')).length > before ? true : null,
  );
}

export async function save(teach: Page): Promise<void> {
  await press(teach, '[data-action="save"]');
  await teach.waitForSelector('[data-said="saved"]', { timeout: PATIENCE });
}

async function partsOf(teach: Page): Promise<Read | null> {
  return teach.evaluate(() => {
    const part = (name: string) => document.querySelector(`[data-part="${name}"]`)?.textContent ?? '';
    return document.querySelector('[data-reads="patient"]')
      ? { name: part('name'), born: part('born'), number: part('nhs-number') }
      : null;
  });
}

async function until<T>(what: string, teach: Page, look: () => Promise<T | null>): Promise<T> {
  const { last: found } = await lookUntil(look, (one) => one !== null);
  if (found !== null) return found;
  const last = await teach.evaluate(() => document.body.innerText);
  throw new Error(`Waited in vain for ${what}. Last: ${last}`);
}

/** However a page groups the digits of a number. */
function bare(text: string): string {
  return text.replace(/[\s,]+/g, '').toLowerCase();
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll(' ,', ',').trim().toLowerCase();
}
