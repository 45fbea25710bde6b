// @vitest-environment happy-dom
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  asksToTake,
  dialogOver,
  isBanner,
  isConfirmTitle,
  isEntry,
  isLocked,
  isResultsTitle,
} from '../../../utils/page/gates.ts';
import { one, page, pretendLayout, putInFront, sightNow } from './layout.ts';

beforeAll(() => pretendLayout(window));
afterEach(() => putInFront());

describe('titles of pages that open nobody', () => {
  test.each([
    'Search results',
    'Results for “Reed”',
    '3 patients found',
    'Patients found',
    '12 results',
    '1 match',
    'Showing 10 of 200',
    'Find a patient',
    'Search for the person',
    'Select patient',
    'Choose a resident',
    'Patient list',
    'Patient search',
    'Possible matches',
    'Unmatched specimens',
    'Recent patients',
    'Recently viewed',
    'Worklist',
    'Work list',
    'Waiting list',
    'Appointment book',
    'Inbox',
    'Register a new patient',
    'New patient',
    'Registration',
    'Audit trail',
    'Results',
  ])('%s', (title) => {
    expect(isResultsTitle(title)).toBe(true);
  });

  test.each([
    'Summary',
    'Test results',
    'Patient details',
    'REED, Margaret (Mrs)',
    'Blood results of 3 May',
    'Lists',
    '',
  ])('not %j', (title) => {
    expect(isResultsTitle(title)).toBe(false);
  });

  test.each([
    'Is this the right patient?',
    'Is this your patient?',
    'Confirm patient details',
    'Confirm that this is the patient',
    'Verify identity',
    'Check the details',
    'Check your answers',
    'Possible duplicates',
    'Merge records',
    'Patient match',
    'Before you open this record',
  ])('a step before a record: %s', (title) => {
    expect(isConfirmTitle(title)).toBe(true);
  });

  test.each(['Patient details', 'Blood pressure check', 'Confirmed diagnoses', 'Emergency', ''])(
    'no step before a record: %j',
    (title) => {
      expect(isConfirmTitle(title)).toBe(false);
    },
  );
});

describe('what a region stands in', () => {
  const region = (body: string) => {
    page(body);
    return one('.x');
  };

  test.each<[string, boolean]>([
    ['<header><p class="x"></p></header>', true],
    ['<p class="x patient-banner"></p>', true],
    ['<div id="PatientBanner"><p class="x"></p></div>', true],
    ['<div aria-label="Patient banner"><p class="x"></p></div>', true],
    ['<div class="patient-header"><p class="x"></p></div>', true],
    ['<main><div class="banner"><p class="x"></p></div></main>', false],
    ['<div class="card"><p class="x"></p></div>', false],
  ])('%s is a banner: %s', (body, expected) => {
    expect(isBanner(region(body))).toBe(expected);
  });

  test.each<[string, boolean]>([
    ['<ul><li><p class="x"></p></li></ul>', true],
    ['<div role="row"><p class="x"></p></div>', true],
    ['<div role="feed"><div><p class="x"></p></div></div>', true],
    ['<div onclick="open()"><p class="x"></p></div>', true],
    ['<div data-href="/1"><p class="x"></p></div>', true],
    ['<div role="option" class="x"></div>', true],
    ['<dl><dd class="x"></dd></dl>', false],
  ])('%s is an entry of a list: %s', (body, expected) => {
    expect(isEntry(region(body))).toBe(expected);
  });

  test.each<[string, string | null]>([
    ['<dialog open><p class="x"></p></dialog>', 'dialog'],
    ['<div role="alertdialog"><p class="x"></p></div>', 'div'],
    ['<div class="modal"><p class="x"></p></div>', 'div'],
    ['<section aria-modal="true" class="x"></section>', 'section'],
    ['<div class="modal-open"><p class="x"></p></div>', null],
  ])('%s is in a dialog: %s', (body, expected) => {
    expect(dialogOver(region(body))?.localName ?? null).toBe(expected);
  });
});

describe('a button that takes the person', () => {
  const asks = (body: string) => {
    page(body);
    return asksToTake(one('.x'), sightNow(), false);
  };

  test.each([
    'Open record',
    'Open the patient record',
    'Select patient',
    'Select',
    'Choose',
    'Confirm',
    'Confirm and continue',
    'Yes, this is the right person',
    'This is the patient',
    'Use this patient',
    'View full record',
    'Go to record',
    'Continue with this patient',
    ' Select \n patient ',
  ])('%j', (words) => {
    expect(asks(`<div class="x"><button>${words}</button></div>`)).toBe(true);
  });

  test.each(['Edit', 'Close record', 'Print', 'Confirm appointment', 'Yesterday', 'Selected', 'Open appointments', ''])(
    'but not %j',
    (words) => {
      expect(asks(`<div class="x"><button>${words}</button></div>`)).toBe(false);
    },
  );

  test.each<[string, string, boolean]>([
    ['a link', '<div class="x"><a href="#">Open record</a></div>', true],
    ['an input', '<div class="x"><input type="submit" value="Select patient"></div>', true],
    ['one in the form around it', '<form><p class="x"></p><div><button>Select</button></div></form>', true],
    ['one right behind it', '<div><p class="x"></p><button>Select</button></div>', true],
    ['one in an element right behind it', '<div><p class="x"></p><div><button>Select</button></div></div>', true],
    ['one that is hidden', '<div class="x"><button hidden>Select</button></div>', false],
    ['one elsewhere in the page', '<div><p class="x"></p></div><div><button>Select</button></div>', false],
    ['one beside it right below the body', '<p class="x"></p><button>Select</button>', false],
    [
      'one after many others',
      `<div class="x">${'<button>Edit</button>'.repeat(12)}<button>Select</button></div>`,
      false,
    ],
  ])('%s: %s', (_name, body, expected) => {
    expect(asks(body)).toBe(expected);
  });
});

describe('a lock over the page', () => {
  const isLockedBy = (layer: string) => {
    page(`<p>REED, Margaret</p>${layer}`);
    putInFront(one('.layer'));
    return isLocked(sightNow());
  };
  const FIXED = 'style="position:fixed"';

  test.each([
    'Your session has expired',
    'Session timed out',
    'You have been logged out',
    'Please sign in again',
    'Log back in to continue',
    'Screen locked',
    'This workstation is locked',
    'Unlock the screen',
    'Timed out due to inactivity',
    'Re-enter your password',
    'Welcome backScreen is lockedPassword',
  ])('%s', (words) => {
    expect(isLockedBy(`<div class="layer" ${FIXED}>${words}</div>`)).toBe(true);
  });

  test.each<[string, string]>([
    ['other words', `<div class="layer" ${FIXED}>Two new messages</div>`],
    ['words about doors', `<div class="layer" ${FIXED}>The key safe is locked</div>`],
    ['a paragraph of the page', '<p class="layer">Your session has expired</p>'],
  ])('but not %s', (_name, layer) => {
    expect(isLockedBy(layer)).toBe(false);
  });

  test('a layer that is there but not in front locks nothing', () => {
    page(`<p class="front">REED, Margaret</p><div ${FIXED}>Screen locked</div>`);
    putInFront(one('.front'));
    expect(isLocked(sightNow())).toBe(false);
    putInFront();
    expect(isLocked(sightNow())).toBe(false);
  });

  test.each([
    '<dialog class="layer">Screen locked</dialog>',
    '<div aria-modal="true"><p class="layer">Screen locked</p></div>',
  ])('a dialog in front is a layer: %s', (layer) => {
    expect(isLockedBy(layer)).toBe(true);
  });
});
