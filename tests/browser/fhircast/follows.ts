import type { Person } from '../../sandbox/people/person.ts';
import type { Panel } from '../harness/panel.ts';
import type { Shown } from '../harness/sidebar.ts';

/** "999 104 5120" */
export function spaced({ nhsNumber }: Person): string {
  return nhsNumber.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');
}

/** Waits for the plan of this person in the panel. */
export function untilPanelOf(panel: Panel, person: Person): Promise<Shown> {
  const isTheirs = ({ view, parts }: Shown) => view === 'plan' && parts['nhs-number'] === spaced(person);
  return panel.until(`the plan of ${person.nhsNumber}`, isTheirs);
}
