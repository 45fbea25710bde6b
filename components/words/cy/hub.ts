import type { Words } from '../words.ts';

export const HUB: Words['HUB'] = {
  follows: (hub) => `Yn dilyn ${hub}`,
  followsPage: 'Yn dilyn y dudalen',
  followPage: 'Dilyn y dudalen',
  followHub: (hub) => `Dilyn ${hub}`,
  connecting: (hub) => `Yn cysylltu â ${hub}`,
  lost: (hub) => `Collwyd y cysylltiad â ${hub}`,
  since: (time) => `Ers ${time}`,
  asking: (hub) => `Yn gofyn i ${hub} pwy sydd ar agor`,
  differs: 'Nid yr un claf â’r dudalen hon',
  heading: 'Nid oes neb yn gwybod pwy sydd ar agor',
  waiting: (hub) => `Mae Planside yn gofyn i ${hub} am y claf sydd ar agor yno.`,
  next: (time) => `Bydd Planside yn rhoi cynnig arall arni ar ei ben ei hun, nesaf am ${time}.`,
  trying: 'Mae Planside yn rhoi cynnig arall arni nawr.',
  tryNow: 'Rhoi cynnig nawr',
  saysNothing: 'Nid yw hyn yn dweud dim ynghylch a oes cynllun.',
  cause: {
    signedOut: () => 'Nid oes neb wedi mewngofnodi, felly ni all Planside ofyn am gysylltiad.',
    noTopic: (hub) => `Nid yw Planside yn gwybod pa sesiwn o ${hub} yw eich un chi.`,
    unreachable: (hub) => `Nid yw ${hub} yn ateb.`,
    refused: (hub) => `Nid yw ${hub} yn gadael i Planside ei ddilyn.`,
    elsewhere: (hub) => `Anfonodd ${hub} Planside i gyfeiriad arall.`,
    closed: () => 'Caewyd y cysylltiad.',
    silent: (hub) => `Mae ${hub} wedi bod yn dawel am ormod o amser.`,
    denied: (hub) => `Daeth ${hub} â’r cysylltiad i ben.`,
    expired: () => 'Daeth amser y cysylltiad i ben.',
    noContext: (hub) => `Nid yw ${hub} yn dweud pwy sydd ar agor.`,
    unreadable: (hub) => `Mae ${hub} yn dweud rhywbeth nad yw Planside yn ei ddeall.`,
  },
};

export const HUB_STOP: Words['HUB_STOP'] = {
  noPatient: (hub) => ({
    heading: 'Agorwch glaf a bydd y cynllun yn ymddangos yma',
    says: [`Nid oes neb ar agor yn ${hub}.`],
  }),
  unsettled: (hub) => ({
    heading: 'Yn darllen pwy sydd ar agor',
    says: [`Ni ddangosir cynllun nes bod ${hub} a’r dudalen wrth ei ochr yn sicr.`],
  }),
  several: (hub) => ({
    heading: 'Mae’r dudalen a’r hwb yn dangos pobl wahanol',
    says: [
      `Mae’r dudalen hon yn dangos rhywun arall na ${hub}. Ni ddangosir cynllun nes bod y ddau’n dangos yr un person, neu nes i chi ddilyn y dudalen.`,
    ],
  }),
};
