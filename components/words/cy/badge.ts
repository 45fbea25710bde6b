import type { Words } from '../words.ts';

/** The browser's own button: at most four characters, and a sentence; never anything of a patient or of their plan. */
export const BADGE: Words['BADGE'] = {
  nothing: { text: '', title: 'Planside' },
  notHere: { text: '', title: 'Planside: ddim yn weithredol ar y dudalen hon' },
  inPanel: { text: 'agor', title: 'Planside: dangosir cynlluniau yn y panel. Pwyswch i’w agor.' },
  looking: { text: '…', title: 'Planside: yn edrych' },
  plan: { text: 'cyn', title: 'Planside: mae cynllun yn cael ei ddangos' },
  noPlan: {
    text: 'dim',
    title: 'Planside: ni chafwyd hyd i gynllun. Gall fod cynllun ar bapur neu mewn gwasanaeth arall.',
  },
  attention: { text: '!', title: 'Planside: mae angen darllen rhywbeth' },
  covered: { text: '!', title: 'Planside: mae’r dudalen hon yn ei guddio. Pwyswch i agor y panel ochr.' },
  coveredAlone: { text: '!', title: 'Planside: mae’r dudalen hon yn ei guddio. Caewch yr hyn sy’n ei guddio.' },
  off: { text: 'off', title: 'Planside: wedi allgofnodi, heb ei osod, neu wedi’i guddio' },
};
