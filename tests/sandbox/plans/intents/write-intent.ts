import { daysAfter, daysBefore } from '../../people/dates.ts';
import { INTERPRETED_LANGUAGES } from '../document-patient.ts';
import type { Author, PlanIntent } from '../plan-intent.ts';
import * as childrens from '../wording/childrens-wording.ts';
import { RECOMMENDATIONS, TREATMENT_LEVELS, type TreatmentLevelName } from '../wording/treatment-wording.ts';
import { type About, calledName } from './about.ts';
import { contactIntents } from './contact-intents.ts';
import { type CprMode, cprIntents } from './cpr-intents.ts';
import * as part from './part-intents.ts';

/** What is settled about a version before its content is chosen. */
export type Frame = {
  readonly author: Author;
  readonly cpr: CprMode;
  readonly status: PlanIntent['status'];
  readonly version: number;
  /** ISO date of the last change. */
  readonly changed: string;
  /** Every section filled in. */
  readonly full: boolean;
};

/** Levels that go with what is said about CPR; comfort never goes with full resuscitation. */
function levelFor({ random }: About, cpr: CprMode): TreatmentLevelName {
  if (cpr === 'forCpr') return random.pick(['intensive', 'intensive', 'hospital']);
  if (cpr === 'modifiedCpr') return random.pick(['hospital', 'home']);
  return random.pick(['comfort', 'home', 'home', 'hospital']);
}

const FOCUS: Readonly<Record<TreatmentLevelName, readonly [number, number]>> = {
  comfort: [80, 100],
  home: [60, 90],
  hospital: [34, 66],
  intensive: [1, 33],
};

function treatment(who: About, { cpr, full }: Frame): Partial<PlanIntent> {
  const { random, child, person } = who;
  const level = levelFor(who, cpr);
  const [least, most] = FOCUS[level];
  const recommendations = random.pick(child ? childrens.RECOMMENDATIONS : RECOMMENDATIONS[level]);
  return {
    ...(full || random.chance(0.85) ? { treatmentLevel: TREATMENT_LEVELS[level] } : {}),
    ...(full || random.chance(0.6) ? { focusScale: random.integer(least, most) } : {}),
    ...(full || random.chance(0.8)
      ? { recommendations: recommendations.replaceAll('{name}', calledName(person)) }
      : {}),
  };
}

function review(who: About, { status, changed }: Frame): Partial<PlanIntent> {
  const { random, today } = who;
  if (status === 'draft') return {};
  const reviewed = daysBefore(changed, random.pick([0, 0, 0, 1, 6]));
  const sixMonths = daysAfter(reviewed, random.pick([183, 365]));
  const reviewDue = sixMonths > today ? sixMonths : daysAfter(today, random.integer(5, 200));
  return { reviewed, ...(random.chance(0.92) ? { reviewDue } : {}) };
}

/** Optional parts: each there in some plans, missing in others. */
function optionalParts(who: About, { full, changed }: Frame): Partial<PlanIntent> {
  const { random, child } = who;
  const some = <K extends keyof PlanIntent>(key: K, chance: number, write: () => PlanIntent[K]) =>
    full || random.chance(chance) ? { [key]: write() } : {};
  return {
    ...some('whatMatters', 0.65, () => part.whatMatters(who, changed)),
    ...(child
      ? {}
      : {
          ...some('adrt', 0.25, () => part.adrt(who, changed)),
          ...some('proxy', 0.35, () => part.proxy(who, changed)),
        }),
    ...some('capacity', 0.6, () => part.capacity(who, changed)),
    ...some('involved', 0.5, () => part.involved(who, changed)),
    ...some('prognosis', 0.4, () => part.prognosis(who, changed)),
    ...some('access', 0.4, () => part.access(who, changed)),
    ...(!full && random.chance(0.05) ? { interpreter: random.pick(INTERPRETED_LANGUAGES) } : {}),
  };
}

function anticipatory(who: About, { full, changed }: Frame): Partial<PlanIntent> {
  if (full || who.random.chance(0.45)) return { anticipatoryMedicines: part.anticipatoryMedicines(who, changed) };
  return who.random.chance(0.4) ? { anticipatoryMedicines: 'none' } : {};
}

/** Lists of which *stated none* and *not recorded* are different answers; full plans always name something. */
function statedLists(who: About, { full, changed }: Frame): Pick<PlanIntent, 'allergies' | 'medicines' | 'symptoms'> {
  const { random } = who;
  const stated = <T>(none: number, recorded: number, write: () => readonly T[]) => {
    if (!full && random.chance(none)) return 'none';
    return full || random.chance(recorded) ? write() : undefined;
  };
  return {
    allergies: stated(0.3, 0.75, () => part.allergies(who, changed)),
    medicines: stated(0.05, 0.75, () => part.medicines(who, changed)),
    symptoms: stated(0.08, 0.75, () => part.symptoms(who, changed)) ?? [],
  };
}

/** What a version of somebody's plan means, varied and plausible; `frame.full` fills every section. */
export function writeIntent(who: About, frame: Frame): PlanIntent {
  const { random } = who;
  const { author, status, version, changed, full, cpr } = frame;
  const list = <T>(chance: number, write: () => readonly T[]): readonly T[] =>
    full || random.chance(chance) ? write() : [];
  return {
    author,
    status,
    version: String(version),
    changed,
    ...review(who, frame),
    revoked: false,
    cpr: cprIntents(who, cpr, { date: daysBefore(changed, random.pick([0, 0, 3, 60])), author }),
    ...treatment(who, frame),
    ...anticipatory(who, frame),
    contacts: list(0.92, () => contactIntents(who)),
    placeOfCare: list(0.7, () => part.placeOfCare(who, changed)),
    placeOfDeath: list(0.65, () => part.placeOfDeath(who, changed)),
    ...statedLists(who, frame),
    ...optionalParts(who, frame),
    conditions: list(0.85, () => part.conditions(who, changed)),
    alerts: list(0.4, () => part.alerts(who, changed)),
    otherDocuments: list(0.3, () => part.otherDocuments(who, changed)),
    damaged: [],
  };
}
