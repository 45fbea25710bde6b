import type { Words } from '../words.ts';

export const TRUTH: Words['TRUTH'] = {
  approved: 'Cynllun a gymeradwywyd',
  draft: 'Drafft, heb ei gymeradwyo eto',
  version: ', fersiwn {version}',
  reviewed: ', adolygwyd {when}',
  notReviewed: ', dyddiad yr adolygiad heb ei gofnodi',
  by: 'gan {who}',
  nextDue: 'Adolygiad nesaf i’w gynnal {when}.',
  nextUnreadable: 'Methwyd â darllen dyddiad yr adolygiad nesaf.',
  nextNotRecorded: 'Dyddiad yr adolygiad nesaf heb ei gofnodi.',
  fetched: (time) => `Cafwyd am ${time}.`,
  saved: (time) => `Cadwyd am ${time}. Heb ei wirio ers hynny.`,
};

export const ORIGIN: Words['ORIGIN'] = {
  version: 'Fersiwn {version}',
  plan: 'Cynllun',
  kind: 'Math',
  kindSentAs: '{kind}, anfonwyd fel “{words}”',
  author: 'Awdur',
  organisation: 'Sefydliad',
  authorsNumber: 'Rhif yr awdur',
  writtenWith: 'Ysgrifennwyd gyda',
  status: 'Statws',
  approved: 'Cymeradwywyd',
  draft: 'Drafft, heb ei gymeradwyo eto',
  lastReviewed: 'Adolygwyd ddiwethaf',
  alsoConfirmed: 'Cadarnhawyd hefyd',
  nextDue: 'Adolygiad nesaf i’w gynnal',
  ends: 'Daw i ben',
  lastChanged: 'Newidiwyd ddiwethaf',
  heldBy: 'Cedwir gan',
  fetched: 'Cafwyd',
  fetchedFrom: '{time} gan {service}',
};
