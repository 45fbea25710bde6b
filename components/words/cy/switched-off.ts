import type { Words } from '../words.ts';

export const SWITCHED_OFF: Words['SWITCHED_OFF'] = {
  heading: (system) => `Wedi’i ddiffodd ar gyfer ${system}`,
  says: 'Mae eich sefydliad wedi atal Planside rhag darllen y system gofnodion hon nes bydd rhybudd pellach.',
  reason: (reason) => ('code' in reason ? `Rheswm: ${reason.code}` : reason.cy),
  find: 'Gellir canfod cynllun o hyd yn ôl y rhif GIG a’r dyddiad geni.',
  button: 'Canfod cynllun',
  about: 'Nid yw hyn yn dweud dim ynghylch a oes cynllun.',
};
