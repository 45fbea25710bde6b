import type { DifferingItem } from '../../../utils/view/view.ts';
import type { Words } from '../words.ts';
import { LIST } from './lists.ts';

const ITEM: Readonly<Record<DifferingItem, string>> = {
  nhsNumber: 'y rhif GIG',
  birthDate: 'y dyddiad geni',
  familyName: 'y cyfenw',
};

function items(differs: readonly DifferingItem[]): string {
  return LIST.and(differs.map((item) => ITEM[item]));
}

export const DISAGREE: Words['DISAGREE'] = {
  heading: (differs) => `Mae ${items(differs)} yn wahanol, felly ni ddangosir cynllun`.replace(/^Mae y /, 'Mae’r '),
  next: (differs) =>
    `Mae un o’r ddau yn anghywir. Gwiriwch ${items(differs)} gyda’r person neu’r teulu, yna cywirwch y cofnod sy’n anghywir.`,
  differs: 'yn wahanol',
  item: 'Eitem',
  thisPage: 'Y dudalen hon',
  thePlan: 'Y cynllun',
  name: 'Enw',
  notOnPage: 'Ddim ar y dudalen hon',
  theHub: 'Yr hwb',
  notFromHub: 'Heb ei ddweud',
  button: 'Gwirio eto',
};
