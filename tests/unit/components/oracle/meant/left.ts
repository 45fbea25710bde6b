import type { Bundle, CompositionSection, FhirResource } from 'fhir/r4';
import type { PlanIntent } from '../../../../sandbox/plans/plan-intent.ts';
import type { PlanRecord } from '../../../../sandbox/plans/plan-record.ts';
import type { SectionTitle } from '../../../../sandbox/plans/section-titles.ts';

/** What can be read of a plan: what was meant, without what was lost on the way. */
export type Left = Omit<PlanIntent, 'anticipatoryMedicines'> & {
  readonly anticipatoryMedicines?:
    | {
        readonly issued?: string;
        readonly medicines: readonly string[];
        readonly keptAt?: string;
        readonly words?: string;
      }
    | 'none';
};

/** What happened to a section on the way. */
export type Damage = {
  /** The section itself is there, but points at something that is not. */
  readonly linkedItemMissing: boolean;
  /** What its author wrote, where that has come through. */
  readonly ownText: readonly string[];
  readonly isLost: IsLost;
  /** Not even its shell is there, which says who said it and when. */
  readonly isGone: IsLost;
};

/** Whether the entry at this place of the section was lost. */
type IsLost = (at: number) => boolean;

const REQUIRED: Readonly<Record<string, string>> = { Observation: 'valueCodeableConcept', Flag: 'code' };

function resourceIn(bundle: Bundle<FhirResource>, reference: string | undefined): FhirResource | undefined {
  return bundle.entry?.find(({ fullUrl }) => fullUrl === reference)?.resource;
}

function sectionOf(bundle: Bundle<FhirResource>, title: string): CompositionSection {
  const composition = bundle.entry?.[0]?.resource;
  const sections = composition?.resourceType === 'Composition' ? composition.section : undefined;
  const section = sections?.find((one) => one.title === title);
  if (!section) throw new Error(`The document has no section ${title}`);
  return section;
}

function paragraphsOf({ text }: CompositionSection): readonly string[] {
  const paragraphs = [...(text?.div ?? '').matchAll(/<(p|li)>(.*?)<\/\1>/gs)].map(([, , words = '']) => words);
  return paragraphs.map((words) =>
    words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
  );
}

/** What became of a section whose title is among `damaged`, as its document shows. */
export function damageOf({ document }: PlanRecord, title: string): Damage {
  const section = sectionOf(document, title);
  const isWhole = () => true;
  if (section.emptyReason) return { linkedItemMissing: false, ownText: [], isLost: isWhole, isGone: isWhole };
  const entries = (section.entry ?? []).map(({ reference }) => resourceIn(document, reference));
  const isGone = (at: number) => entries[at] === undefined;
  const isLost = (at: number) => {
    const resource = entries[at];
    return resource === undefined || !((REQUIRED[resource.resourceType] ?? 'resourceType') in resource);
  };
  return { linkedItemMissing: entries.includes(undefined), ownText: paragraphsOf(section), isLost, isGone };
}

function without<Key extends keyof Left>(plan: Left, ...keys: readonly Key[]): Left {
  const lost: readonly string[] = keys;
  return Object.fromEntries(Object.entries(plan).filter(([key]) => !lost.includes(key))) as Left;
}

const kept = <T>(all: readonly T[], isLost: IsLost) => all.filter((_, at) => !isLost(at));
const keptOf = <T>(all: readonly T[] | 'none' | undefined, isLost: IsLost): readonly T[] | 'none' | undefined =>
  Array.isArray(all) ? kept(all, isLost) : all;

/** The procedure comes first; it says when they were issued and where they are kept. */
function anticipatory(plan: Left, isLost: IsLost): Left {
  const { anticipatoryMedicines } = plan;
  if (typeof anticipatoryMedicines !== 'object') return plan;
  const { medicines, ...issue } = anticipatoryMedicines;
  const left = kept(medicines, (at) => isLost(at + 1));
  if (isLost(0) && left.length === 0) return without(plan, 'anticipatoryMedicines');
  return { ...plan, anticipatoryMedicines: { ...(isLost(0) ? {} : issue), medicines: left } };
}

/** One form for what is valued and avoided, if anything is, and one for wishes. */
function whatMatters(plan: Left, isLost: IsLost): Left {
  const { values, avoids, wishes } = plan.whatMatters ?? {};
  const hasFirst = values !== undefined || avoids !== undefined;
  const left = {
    ...(values === undefined || isLost(0) ? {} : { values }),
    ...(avoids === undefined || isLost(0) ? {} : { avoids }),
    ...(wishes === undefined || isLost(hasFirst ? 1 : 0) ? {} : { wishes }),
  };
  return Object.keys(left).length > 0 ? { ...plan, whatMatters: left } : without(plan, 'whatMatters');
}

/** What is left of each section without the entries that were lost, in the order in which the contract has them. */
const LEFT: Readonly<Record<SectionTitle, (plan: Left, isLost: IsLost) => Left>> = {
  // Of several statements on CPR the one that was lost may have been the one that holds.
  'CPR decision': (plan) => ({ ...plan, cpr: [] }),
  'Emergency care and treatment': (plan, isLost) => {
    const { focusScale, ...rest } = isLost(0) ? without(plan, 'treatmentLevel', 'recommendations', 'reviewDue') : plan;
    return focusScale === undefined || isLost(1) ? rest : { ...rest, focusScale };
  },
  // The form that says what belongs together, then a problem and an intervention for each.
  'Symptoms and what to do': (plan, isLost) => ({
    ...plan,
    symptoms: keptOf(plan.symptoms, (at) => isLost(0) || isLost(1 + 2 * at) || isLost(2 + 2 * at)) ?? [],
  }),
  'Anticipatory medicines': anticipatory,
  'Whom to call': (plan, isLost) => ({ ...plan, contacts: kept(plan.contacts, isLost) }),
  'Preferred place of care': (plan, isLost) => ({ ...plan, placeOfCare: kept(plan.placeOfCare, isLost) }),
  'Preferred place of death': (plan, isLost) => ({ ...plan, placeOfDeath: kept(plan.placeOfDeath, isLost) }),
  'What matters to me': whatMatters,
  'Advance decisions': (plan, isLost) => {
    const left = plan.adrt !== undefined && isLost(0) ? without(plan, 'adrt') : plan;
    return isLost(plan.adrt === undefined ? 0 : 1) ? without(left, 'proxy', 'capacity', 'involved') : left;
  },
  Allergies: (plan, isLost) => ({ ...plan, allergies: keptOf(plan.allergies, isLost) }),
  Medicines: (plan, isLost) => ({ ...plan, medicines: keptOf(plan.medicines, isLost) }),
  'Significant conditions': (plan, isLost) => ({ ...plan, conditions: kept(plan.conditions, isLost) }),
  Prognosis: (plan, isLost) => (isLost(0) ? without(plan, 'prognosis') : plan),
  'Alerts and access to home': (plan, isLost) => {
    const left = { ...plan, alerts: kept(plan.alerts, isLost) };
    return isLost(plan.alerts.length) ? without(left, 'access') : left;
  },
  'Other documents': (plan, isLost) => (isLost(0) ? { ...plan, otherDocuments: [] } : plan),
};

/** What can be read of a plan of which these sections were damaged. */
export function leftOf(intent: PlanIntent, damage: ReadonlyMap<SectionTitle, Damage>): Left {
  return [...damage].reduce<Left>((left, [title, { isLost }]) => LEFT[title](left, isLost), intent);
}
