import type { TeachPageProps } from '../../../../components/teach/TeachPage.tsx';
import type { Choice, JudgedPage, TeachView } from '../../../../utils/teach/teach-view.ts';
import { LONG_NAME, OKONKWO, onPage, REED } from '../people.ts';
import type { PageStory } from './page-story.ts';

const SYSTEM = 'Example GP record';

const choice = (text: string, at: number): Choice => ({ frameId: 0, elements: [at], text });

function teach(id: string, title: string, view: TeachView, more: Partial<TeachPageProps> = {}): PageStory {
  const nothing = () => undefined;
  const props: Omit<TeachPageProps, 'dates'> = {
    system: SYSTEM,
    exportOnly: null,
    view,
    said: null,
    onChoose: nothing,
    onMark: nothing,
    onPoint: nothing,
    onAskFor: nothing,
    onRight: nothing,
    onNobody: nothing,
    onWrong: nothing,
    onForget: nothing,
    onRedact: nothing,
    onSave: nothing,
    onExport: nothing,
    onShowAgain: nothing,
    ...more,
  };
  return { id: `teach-${id}`, title, page: { of: 'teach', props } };
}

type Pick = Extract<TeachView, { kind: 'pick' }>;
type Look = Extract<TeachView, { kind: 'look' }>;

const pick = (asks: Pick['asks'], choices: readonly string[], more: Partial<Pick> = {}): Pick => ({
  kind: 'pick',
  asks,
  choices: choices.map(choice),
  isLoading: false,
  isPointing: false,
  missed: false,
  judged: [],
  ...more,
});

const reed = onPage(REED);
const READ: Look['reads'] = { kind: 'patient', identity: reed };
const look = (more: Partial<Look>): Look => ({
  kind: 'look',
  reads: READ,
  warnings: [],
  judged: [],
  missing: ['patients', 'nobody'],
  ...more,
});

const JUDGED: readonly JudgedPage[] = [
  { who: reed, right: true },
  { who: onPage(OKONKWO), right: true },
  { who: null, right: true },
];

/** Teaching Planside a system, from no page to the adapter. */
export const TEACH_STORIES: readonly PageStory[] = [
  teach('no-tab', 'No page of the system is open', { kind: 'noTab' }),
  teach('not-allowed', 'The system is not allowed yet', { kind: 'notAllowed' }),
  teach('too-large', 'A page that is too large', { kind: 'tooLarge' }),
  teach('no-system', 'The system has gone from the settings', { kind: 'noTab' }, { system: null }),
  teach('number', 'The NHS number, with one on the page', pick('number', ['999 104 5120'])),
  teach('number-loading', 'Not all of the page is known yet', pick('number', [], { isLoading: true })),
  teach('number-none', 'No number was found, and what was pointed at was none', pick('number', [], { missed: true })),
  teach(
    'date',
    'The date of birth, while somebody points',
    pick('date', ['14-Jul-1938 (88y)', '03 Jun 2026'], { isPointing: true }),
  ),
  teach(
    'name',
    'The name, as long as it comes',
    pick('name', ['REED, Margaret (Mrs)', `${LONG_NAME.familyName}, ${LONG_NAME.givenNames}`]),
  ),
  teach('family', 'The name stands in two places', pick('family', [])),
  teach('first', 'The first page is read', look({})),
  teach(
    'warnings',
    'Everything that may be wrong',
    look({
      warnings: ['standardDiffers', 'otherNumber', 'dateOrder'],
      judged: [{ who: onPage(LONG_NAME), right: false }],
      missing: ['patients', 'nobody', 'rightPages'],
    }),
  ),
  teach('refused', 'A place that Planside refuses', look({ reads: { kind: 'nobody' }, warnings: ['refused'] })),
  teach('not-found', 'Nothing to rely on', look({ reads: { kind: 'nobody' }, notFound: 'birthDate' })),
  teach('several', 'The place is there twice', look({ reads: { kind: 'several' }, warnings: ['severalPlaces'] })),
  teach(
    'list',
    'What marks a list, and what was pointed at does not',
    pick('list', ['Waiting room Arrived Seen by Not yet called since the morning of…', 'Referrals and discharges'], {
      missed: true,
      judged: [{ who: onPage(LONG_NAME), right: true }],
    }),
  ),
  teach(
    'wrong-nobody',
    'Somebody is read on a page that was marked as nobody’s, with the longest name',
    look({
      reads: { kind: 'patient', identity: onPage(LONG_NAME) },
      warnings: ['standardDiffers', 'otherNumber', 'dateOrder'],
      judged: [
        { who: onPage(LONG_NAME), right: true },
        { who: onPage(OKONKWO), right: true },
        { who: null, right: false },
      ],
      missing: ['rightPages'],
    }),
  ),
  teach('ready', 'Enough was seen', look({ judged: JUDGED, missing: [] })),
  teach('saved', 'Saved', look({ judged: JUDGED, missing: [] }), { said: { is: 'saved' } }),
  teach('managed', 'The organisation sets this system', look({ judged: JUDGED, missing: [] }), {
    exportOnly: 'managed',
    said: { is: 'exported', file: 'example-gp-record.json' },
  }),
  teach('pack', 'A pack says how this system is read', look({ judged: JUDGED, missing: [] }), { exportOnly: 'pack' }),
  teach('switched-off', 'The system is switched off', pick('number', ['999 104 5120']), { exportOnly: 'switchedOff' }),
  teach('hidden', 'Hidden from whoever passes by', { kind: 'hidden' }),
];
