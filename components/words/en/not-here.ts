import type { NotHere } from '../../../utils/view/view.ts';

const SAYS_NOTHING = 'This says nothing about whether there is a plan.';
const NOT_ACTIVE = 'Planside is not active on this page';

/** Beside a page on which Planside is not active: why, and what can be done about it. `{host}` is where its host stands. */
export const NOT_HERE = {
  because: {
    unknown: {
      heading: NOT_ACTIVE,
      says: ['To see whether it can be, press the browser’s Planside button on this page.', SAYS_NOTHING],
    },
    notEnabled: {
      heading: 'Planside is not active on this page ({host})',
      says: ['It reads the record systems it is switched on for, and no other page.', SAYS_NOTHING],
    },
    notListed: {
      heading: 'Planside is not active on this page ({host})',
      says: ['Your organisation decides on which pages it is, and this is not one of them.', SAYS_NOTHING],
    },
    notHttps: {
      heading: 'Planside is not active on this page ({host})',
      says: ['The page is not encrypted: its address does not begin with https://.', SAYS_NOTHING],
    },
    browserPage: {
      heading: NOT_ACTIVE,
      says: ['It is a page of the browser’s own, or a file. The browser lets nobody read it.', SAYS_NOTHING],
    },
    covered: {
      heading: 'This page is covering Planside',
      says: [
        'Open the side panel: no page can cover that. Press the browser’s Planside button.',
        'The plan is not shown here, so that no part of it is read without the rest.',
        SAYS_NOTHING,
      ],
    },
    coveredAlone: {
      heading: 'This page is covering Planside',
      says: [
        'Close or move what covers it, or load the page again. The plan can also be found by NHS number: press Find.',
        'The plan is not shown here, so that no part of it is read without the rest.',
        SAYS_NOTHING,
      ],
    },
    pageOnly: {
      heading: 'Plans are shown in the page',
      says: ['Your organisation has them shown beside the record, and not in this panel.', SAYS_NOTHING],
    },
  } satisfies Record<NotHere['is'], { readonly heading: string; readonly says: readonly string[] }>,
  enable: 'Switch Planside on here',
  asks: 'The browser then asks whether Planside may read this site.',
  refused: 'Not allowed, so nothing has changed.',
  impossible: 'The browser does not let Planside ask for this site.',
};
