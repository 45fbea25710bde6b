import type { Cast } from '../../people/cast.ts';
import type { HubRow } from './hub-page.ts';

/** Whom the page of the hub offers: one of each kind that is worth seeing. */
export function hubRows({ gp, queue, residents }: Cast): readonly HubRow[] {
  return [
    { person: gp.notForCpr, says: 'not for CPR' },
    { person: gp.forCpr, says: 'for CPR' },
    { person: gp.conflictingCpr, says: 'two statements on CPR that disagree' },
    { person: gp.overdue, says: 'overdue for review' },
    { person: gp.noPlan, says: 'no plan' },
    { person: gp.restricted, says: 'restricted: no address, no telephone' },
    { person: gp.deceased, says: 'has died' },
    { person: gp.twinA, says: 'a twin: not for CPR' },
    { person: gp.twinB, says: 'the other twin: for CPR' },
    { person: gp.longName, says: 'a long name' },
    { person: queue.notForCpr, says: 'on the out-of-hours queue' },
    { person: residents.notForCpr, says: `lives at ${residents.careHome.name}` },
  ];
}
