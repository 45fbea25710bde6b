import type { DifferingItem } from '../../../utils/view/view.ts';
import { LIST } from './lists.ts';

const ITEM: Readonly<Record<DifferingItem, string>> = {
  nhsNumber: 'NHS number',
  birthDate: 'date of birth',
  familyName: 'family name',
};

function items(differs: readonly DifferingItem[]): string {
  return LIST.and(differs.map((item) => ITEM[item]));
}

/** Page and plan are about different people, as far as anyone can tell. */
export const DISAGREE = {
  heading: (differs: readonly DifferingItem[]) =>
    `The ${items(differs)} ${differs.length === 1 ? 'differs' : 'differ'}, so no plan is shown`,
  next: (differs: readonly DifferingItem[]) =>
    `One of the two is wrong. Check the ${items(differs)} with the person or their family, then correct the record that is wrong.`,
  differs: 'differs',
  item: 'Item',
  thisPage: 'This page',
  thePlan: 'The plan',
  name: 'Name',
  notOnPage: 'Not on this page',
  /** Where a hub, and no page, says who is open. */
  theHub: 'The hub',
  notFromHub: 'Not said',
  button: 'Check again',
};
