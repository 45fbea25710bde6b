import type { Frame, Page } from 'puppeteer';
import type { Person } from '../../sandbox/people/person.ts';
import type { Region } from './colour-count.ts';
import { openCall, openPatient, type Stage, signInAndSee } from './stage.ts';

/** Where patients change, how, and where on the screen the page shows who is open by its colour. */
export type Scene = {
  readonly name: string;
  readonly region: Region;
  /** Signed in, with the first patient's plan beside. Answers with the page and the frame in which patients change. */
  readonly open: (stage: Stage, first: Person) => Promise<{ readonly page: Page; readonly frame: Frame }>;
  /** Changes the patient `times` times in place, in one task each time, in the page's own world. */
  readonly change: (
    frame: Frame,
    one: Person,
    other: Person,
    times: number,
    pause: readonly [number, number],
  ) => Promise<void>;
};

/** The GP record: one document, the banner rewritten in place. */
export const inOneDocument: Scene = {
  name: 'one document',
  region: { left: 0.05, right: 0.45, top: 0.55, bottom: 0.95 },
  async open(stage, first) {
    const page = await stage.gpRecord();
    await openPatient(page, first);
    await signInAndSee(stage, page, 'out-of-hours', first);
    return { page, frame: page.mainFrame() };
  },
  async change(frame, one, other, times, [shortest, longest]) {
    const shown = ({ nhsNumber, familyName, givenNames, title, birthDate, gender }: Person) => ({
      nhsNumber,
      familyName,
      givenNames,
      title,
      birthDate,
      gender,
    });
    await frame.evaluate(
      async (a, b, count, least, most) => {
        for (let turn = 0; turn < count; turn += 1) {
          window.openPatientNow(turn % 2 ? a : b, turn % 2 ? '#ff0000' : '#0000ff');
          await new Promise((next) => setTimeout(next, least + Math.random() * (most - least)));
        }
      },
      shown(one),
      shown(other),
      times,
      shortest,
      longest,
    );
  },
};

/** The out-of-hours queue: identity in a frame within a frame, whose texts are rewritten in place. */
export const inNestedFrames: Scene = {
  name: 'nested frames',
  region: { left: 0.36, right: 0.62, top: 0.45, bottom: 0.7 },
  async open(stage, first) {
    const page = await stage.outOfHours();
    await openCall(page, first);
    await signInAndSee(stage, page, 'out-of-hours', first);
    const innermost =
      page.frames().find((frame) => frame.name() === 'patient') ?? (await frameWith(page, '#patient-identity'));
    await innermost.evaluate(() => {
      const sheet = document.body.appendChild(document.createElement('div'));
      sheet.id = 'sheet';
      // The pointer goes through it, so that it does not count as standing in front of the identity.
      Object.assign(sheet.style, { position: 'fixed', inset: '90px 0 0 0', pointerEvents: 'none' });
    });
    return { page, frame: innermost };
  },
  async change(frame, one, other, times, [shortest, longest]) {
    const texts = ({ familyName, givenNames, birthDate, nhsNumber }: Person) => ({
      name: `${familyName}, ${givenNames.join(' ')}`,
      dob: birthDate.split('-').reverse().join('/'),
      'nhs-number': nhsNumber,
    });
    await frame.evaluate(
      async (a, b, count, least, most) => {
        const sheet = document.querySelector<HTMLElement>('#sheet');
        for (let turn = 0; turn < count; turn += 1) {
          for (const [field, text] of Object.entries(turn % 2 ? a : b)) {
            const element = document.querySelector(`#patient-identity [data-field="${field}"]`);
            if (element) element.textContent = text;
          }
          if (sheet) sheet.style.background = turn % 2 ? '#ff0000' : '#0000ff';
          await new Promise((next) => setTimeout(next, least + Math.random() * (most - least)));
        }
      },
      texts(one),
      texts(other),
      times,
      shortest,
      longest,
    );
  },
};

async function frameWith(page: Page, selector: string): Promise<Frame> {
  for (const frame of page.frames()) {
    if (await frame.$(selector).catch(() => null)) return frame;
  }
  throw new Error(`No frame of the page has ${selector}.`);
}
