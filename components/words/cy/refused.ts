import type { Words } from '../words.ts';

export const REFUSED: Words['REFUSED'] = {
  role: ({ role, organisation, service }) => ({
    verdict: 'Ni all eich rôl weld cynlluniau',
    order: `Rydych wedi mewngofnodi fel ${role} yn ${organisation}.`,
    about: `Nid yw ${service} yn dangos cynlluniau’r person hwn i chi, felly nid yw hyn yn dweud dim ynghylch a oes un.`,
    next: 'Gofynnwch i nyrs neu feddyg edrych, neu allgofnodwch a mewngofnodi â rôl arall.',
  }),
  patient: ({ service }) => ({
    verdict: 'Nid yw cofnod y person hwn yn cael ei rannu',
    order: `Nid yw ${service} yn dangos dim byd am y person hwn yma.`,
    about: 'Nid yw hyn yn dweud dim ynghylch a oes cynllun. Peidiwch â’i ddarllen fel “dim cynllun”.',
    next: 'Gofynnwch i’r person, i’r teulu neu i’r meddyg teulu.',
  }),
};
