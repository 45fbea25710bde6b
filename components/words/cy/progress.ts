import type { Words } from '../words.ts';

export const WAIT: Words['WAIT'] = {
  left(seconds) {
    if (seconds === null) return 'Bydd Planside yn aros tra bod y ffenestr honno ar agor.';
    return seconds > 0 ? `Bydd Planside yn dal i geisio am ${seconds} eiliad arall.` : 'Bydd Planside yn stopio toc.';
  },
};

export const LOOKING: Words['LOOKING'] = {
  heading: 'Yn chwilio am gynllun…',
  says: {
    asking: (service) => `Yn gofyn i ${service}. Dim ateb eto.`,
    fetching: (service) => `Mae ${service} wedi ateb. Yn nôl y gweddill.`,
    recording: () => 'Yn cofnodi eich bod yn edrych.',
  },
  still: {
    asking: (service) => `Yn dal i ofyn i ${service}.`,
    fetching: (service) => `Mae ${service} wedi ateb. Yn dal i nôl y gweddill.`,
    recording: () => 'Yn dal i gofnodi eich bod yn edrych.',
  },
  stop: 'Rhoi’r gorau i ofyn',
  heard: (person) => `Yn chwilio am gynllun ar gyfer ${person}.`,
  stillHeard: (person) => `Yn dal i chwilio am gynllun ar gyfer ${person}.`,
};

export const SIGNING_IN: Words['SIGNING_IN'] = {
  heading: (service) => `Yn mewngofnodi i ${service}`,
  says: {
    ending: () => 'Yn dod â’r sesiwn flaenorol i ben. Bydd y ffenestr mewngofnodi yn agor wedyn.',
    asking: (service) => `Yn gofyn i ${service} ble i fewngofnodi.`,
    window: () => 'Mae’r ffenestr mewngofnodi ar agor. Os na allwch ei gweld, edrychwch y tu ôl i’r un hon.',
    redeeming: (service) => `Yn aros i ${service} eich gadael i mewn.`,
  },
  stop: 'Rhoi’r gorau i fewngofnodi',
};

export const SENDING_REASON: Words['SENDING_REASON'] = {
  says: (service) => `Yn anfon eich rheswm at ${service}…`,
  still: (service) => `Yn dal i aros i ${service} gadarnhau eich rheswm. Ni ellir ei dynnu’n ôl.`,
  stop: 'Rhoi’r gorau i aros',
};

export const CONFIRMING: Words['CONFIRMING'] = {
  says: 'Yn cofnodi eich bod yn cadarnhau’r dyddiad geni.',
  stop: 'Rhoi’r gorau i aros',
};
