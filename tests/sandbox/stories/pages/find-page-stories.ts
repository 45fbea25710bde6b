import type { FindPageProps } from '../../../../components/find/FindPage.tsx';
import { readSearch } from '../../../../utils/find/read-search.ts';
import type { FindView, NotSignedIn, ReadyToFind } from '../../../../utils/view/find-view.ts';
import { REED } from '../people.ts';
import { GRACE, LONG_SESSION, NOW, SAM, SERVICE, WAITED_A_SECOND } from '../story.ts';
import type { PageStory } from './page-story.ts';

const TODAY = '2026-11-22';

/** Signed in, and nobody looked for yet. */
export const READY: ReadyToFind = {
  kind: 'ready',
  service: SERVICE,
  signedInAs: GRACE,
  residents: { kind: 'notAsked' },
};

/** A page on which nothing that is pressed goes anywhere, but what is typed is read. */
export function findPage(
  id: string,
  title: string,
  view: FindView | null,
  more: Partial<FindPageProps> = {},
): PageStory {
  const props: FindPageProps = {
    view,
    isOpen: false,
    now: NOW,
    on: () => undefined,
    given: null,
    onSearch(typed) {
      const read = readSearch(typed, TODAY);
      return read.ok ? null : read.faults;
    },
    onChange: () => undefined,
    onTakeAway: () => undefined,
    residents: { openPlace: null, onAsk: () => undefined, onOpen: () => undefined },
    ...more,
  };
  return { id: `find-${id}`, title, page: { of: 'find', props } };
}

const SEARCH = ['[data-command="search"]'];

const NOT_SIGNED_IN: readonly (readonly [string, string, NotSignedIn])[] = [
  ['signed-out', 'Signed out', { kind: 'signedOut', service: SERVICE, failed: null }],
  ['signing-in', 'Signing in', { kind: 'signingIn', service: SERVICE, doing: 'redeeming', ...WAITED_A_SECOND }],
  ['locked', 'Locked', { kind: 'locked', service: SERVICE, cause: 'idle', failed: null }],
  [
    'role-needed',
    'A role to choose',
    { kind: 'roleNeeded', name: 'Nora Quinn', roles: [{ role: 'Nurse', organisation: 'Willow House' }] },
  ],
  ['not-configured', 'Nothing is set up', { kind: 'notConfigured' }],
  ['hidden', 'Hidden', { kind: 'hidden' }],
];

/** The page in which a person is found, but for the residents. */
export const FIND_PAGE_STORIES: readonly PageStory[] = [
  findPage('empty', 'Nothing typed yet', READY),
  { ...findPage('nothing-typed', 'Searched with both fields empty', READY), presses: SEARCH },
  {
    ...findPage('too-short', 'A digit is missing, and two of the year', READY),
    typed: { '#nhs-number': '999 104 512', '#birth-date': '14 7 38' },
    presses: SEARCH,
  },
  {
    ...findPage('wrong-digit', 'A digit is wrong, and the date is none', READY),
    typed: { '#nhs-number': '999 104 5121', '#birth-date': '31-Feb-1938' },
    presses: SEARCH,
  },
  {
    ...findPage('typed', 'Both fields typed in', READY),
    typed: { '#nhs-number': '999 104 5120', '#birth-date': '14-Jul-1938' },
  },
  findPage('filled-in', 'The NHS number is filled in', READY, { given: { is: 'one', nhsNumber: REED.nhsNumber } }),
  findPage('given-none', 'The text from elsewhere holds no NHS number', READY, { given: { is: 'none' } }),
  findPage('given-several', 'The text from elsewhere holds several', READY, { given: { is: 'several' } }),
  findPage('searching', 'Somebody is looked for, and will stand beside this', READY, { isOpen: true }),
  findPage('locks-soon', 'About to lock', { ...READY, locksSoon: { at: NOW + 60_000, cause: 'idle' } }),
  findPage('gp', 'As a GP sees it', { ...READY, signedInAs: SAM }),
  findPage('session-long', 'A long name and role', { ...READY, signedInAs: LONG_SESSION }),
  ...NOT_SIGNED_IN.map(([id, title, view]) => findPage(id, title, view)),
  findPage('gone', 'Nobody can say what holds', null),
];
