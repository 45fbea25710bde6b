import type { Words } from '../words.ts';

export const PLAN: Words['PLAN'] = {
  heard: (person) => `Cynllun ar gyfer ${person}.`,
  reviewed: (day) => `Adolygwyd ${day}.`,
  notReviewed: 'Dyddiad yr adolygiad heb ei gofnodi.',
  current: (place, count) => `Cynllun cyfredol ${place} o ${count}`,
};

export const DIED: Words['DIED'] = {
  verdict: 'Mae’r person hwn wedi marw',
  on: 'Bu farw {when}.',
  order: 'Nid yw’r cynllun ar gyfer triniaeth bellach.',
  about: 'Gellir ei ddarllen o hyd i ddilysu’r farwolaeth, ar gyfer yr archwiliwr meddygol neu’r teulu.',
  read: 'Darllen y cynllun diwethaf a gymeradwywyd',
};
