import type { ListedResident } from '../../utils/view/find-view.ts';
import type { IconName } from '../icons.tsx';
import type { Words } from '../words/words.ts';

/** A resident with their place in the list as it was sent, by which they are opened. */
export type Placed = ListedResident & { readonly place: number };

/** What is to be said of one resident's plan: each with its own shape. */
export type State = { readonly kind: keyof Words['RESIDENT_STATE']; readonly icon: IconName; readonly date?: string };

/** A to Z by family name, as people look for them. */
export function sorted(residents: readonly ListedResident[]): readonly Placed[] {
  const placed = residents.map((resident, place) => ({ ...resident, place }));
  return placed.sort((one, other) => sortName(one).localeCompare(sortName(other), 'en-GB') || one.place - other.place);
}

/** Those of whom every word that was typed is part of a name, the NHS number or the date of birth. */
export function filtered(residents: readonly Placed[], typed: string): readonly Placed[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  return residents.filter((resident) => {
    const { familyName, givenNames, nhsNumber, birthDate } = resident.identity;
    const [year = '', month = '', day = ''] = (birthDate ?? '').split('-');
    const text = folded(
      [givenNames, familyName ?? '', nhsNumber, `${day}/${month}/${year}`, birthDate ?? ''].join(' '),
    );
    const whole = words.join('');
    return words.every((word) => text.includes(word)) || (/^\d+$/.test(whole) && nhsNumber.includes(whole));
  });
}

/** Whatever bears on reading the plan comes before that there is one. */
export function statesOf({ plan }: ListedResident): readonly State[] {
  switch (plan.kind) {
    case 'plan':
      return [
        ...(plan.overdueSince ? [{ kind: 'overdue', icon: 'warning', date: plan.overdueSince } as const] : []),
        ...(plan.changed ? [{ kind: 'changed', icon: 'changed' } as const] : []),
        { kind: 'plan', icon: 'same', date: plan.changedOn },
      ];
    case 'noPlan':
      return [{ kind: 'noPlan', icon: 'page' }];
    case 'noCurrentPlan':
      return [{ kind: plan.found, icon: 'notRecorded' }];
    case 'couldNotCheck':
      return [{ kind: 'couldNotCheck', icon: 'notChecked' }];
  }
}

const COUNTED = ['plan', 'overdue', 'changed', 'noPlan', 'couldNotCheck'] as const;

/** How many there are of each kind; kinds of which there are none are left out. */
export function tally(residents: readonly ListedResident[], { RESIDENTS_TALLY }: Words): readonly string[] {
  const states = residents.flatMap(statesOf);
  const count = (kind: State['kind']) => states.filter((state) => state.kind === kind).length;
  return [
    RESIDENTS_TALLY.residents(residents.length),
    ...COUNTED.filter((kind) => count(kind) > 0).map((kind) => RESIDENTS_TALLY[kind](count(kind))),
  ];
}

function sortName({ identity: { familyName, givenNames } }: ListedResident): string {
  // Whoever has no name comes last.
  return familyName === null ? '\uffff' : folded(`${familyName} ${givenNames}`);
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}’']/gu, '')
    .toLowerCase();
}
