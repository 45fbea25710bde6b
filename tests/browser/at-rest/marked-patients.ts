import { isOrdinary } from '../../sandbox/people/casting.ts';
import type { Person } from '../../sandbox/people/person.ts';
import type { PlanRecord, PlanState } from '../../sandbox/plans/plan-record.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { markPlan } from './mark-plan.ts';
import { type Marker, markerOf } from './markers.ts';
import { type Needle, needlesOfText } from './needles.ts';

/** Somebody whose plan can be told from everything else on a disk. */
export type MarkedPatient = {
  /** What to call them in a report, such as “plan 3”. */
  readonly label: string;
  readonly person: Person;
  /** As the plan service gives it from now on. */
  readonly plan: PlanRecord;
  /** In the plan and nowhere else: no page of a clinical system has ever held one. */
  readonly markers: readonly Marker[];
};

/**
 * Has the authors of some plans put markers into them: in every section, in the author's name, and in the name the
 * patient goes by. Nothing is special about any of them.
 *
 * @param count how many plans
 * @param kind the word for such a plan in a report
 * @param among who may be one of them
 * @throws if there are not so many people left
 */
export function markPatients(
  sandbox: Sandbox,
  seed: number,
  count: number,
  kind: string,
  among: (person: Person) => boolean,
): readonly MarkedPatient[] {
  const chosen = plainPlans(sandbox).filter(({ person }) => among(person));
  if (chosen.length < count)
    throw new Error(`The sandbox has only ${chosen.length} plans that nothing is special about`);
  return chosen.slice(0, count).map(({ person, plan }, at) => {
    const label = `${kind} ${at + 1}`;
    const name = markerOf(seed, `${label}, name`);
    const { changes, markers } = markPlan(plan.intent, seed, label);
    // The sandbox writes a document from its own person: the name they go by is changed there.
    Object.assign(person, { preferredName: name.text });
    return { label, person, plan: sandbox.revise(plan, changes), markers: [name, ...markers] };
  });
}

/** Plans with something in every section once they are marked. */
const PLAIN: readonly PlanState[] = ['notForCpr', 'forCpr', 'overdue', 'unknownCpr', 'conflictingCpr'];

function plainPlans({ people, plans, refusedSharing }: Sandbox): { person: Person; plan: PlanRecord }[] {
  const byPatient = Map.groupBy(plans, ({ patientId }) => patientId);
  return people.persons.flatMap((person) => {
    const [plan, ...more] = byPatient.get(person.patientId) ?? [];
    const isSeen = isOrdinary(person) && !refusedSharing.has(person.patientId);
    if (!isSeen || !plan || more.length > 0 || !PLAIN.includes(plan.state)) return [];
    return [{ person, plan }];
  });
}

/** What to look for: every window of each marker, and the NHS number. */
export function needlesOfPatient({ label, person, markers }: MarkedPatient): readonly Needle[] {
  const ofMarkers = markers.flatMap((marker) => needlesOfText(marker.label, marker.text));
  return [...ofMarkers, ...needlesOfNumber(label, person)];
}

/** The whole NHS number as it travels and as people write it. */
export function needlesOfNumber(label: string, { nhsNumber }: Person): readonly Needle[] {
  const spaced = spacedNumber(nhsNumber);
  return [
    ...needlesOfText(`${label}, NHS number`, nhsNumber),
    ...needlesOfText(`${label}, NHS number with spaces`, spaced, spaced.length),
  ];
}

export function spacedNumber(nhsNumber: string): string {
  return nhsNumber.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');
}
