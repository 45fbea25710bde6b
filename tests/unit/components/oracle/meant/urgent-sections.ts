import { ADVANCE_DECISIONS, RESPECT_FOCUS } from '../../../../sandbox/plans/codes.ts';
import { day } from './days.ts';
import { NONE, signed, source } from './marks.ts';
import { absent, agreedOn, cameThrough, type MeantPlan } from './meant-plan.ts';
import { empty, fact, filled, type Lines, saying } from './section.ts';

const SYMPTOMS = { hook: 'symptoms', title: 'Symptoms and what to do' } as const;
const TREATMENT = { hook: 'emergency-treatment', title: 'Emergency care and treatment' } as const;
const MATTERS = { hook: 'what-matters', title: 'What matters to me' } as const;
const ADVANCE = { hook: 'advance-decisions', title: 'Advance decisions' } as const;

/** The only four levels, in their exact words. */
const LEVELS = [
  'Comfort, symptomatic treatment only',
  'Home/Hospice, treatment of reversible conditions as appropriate',
  'Hospital, treatment of reversible conditions as appropriate',
  'Intensive, full active treatment',
];

/** What to do for which symptom; the first section is open. */
export function meantSymptoms(plan: MeantPlan, open: boolean): Lines {
  const { symptoms } = plan.left;
  const { author, changed } = plan.meant;
  if (symptoms === 'none') return saying(SYMPTOMS, NONE);
  if (symptoms.length === 0) return empty(plan, SYMPTOMS);
  const lines = symptoms.flatMap(({ symptom, action, treatmentLevel }) => [
    `h3: ${symptom}`,
    `quote: ${action}`,
    ...(treatmentLevel === undefined ? [] : [`: Ceiling of treatment: ${treatmentLevel}`]),
  ]);
  const closed = symptoms.map(({ symptom }) => symptom).join(', ');
  return filled(plan, { ...SYMPTOMS, open, closed, lines: [...lines, `: ${source(changed, author)}`] });
}

/** ReSPECT: 1 is to sustain life, 100 is comfort; thirds of the line have their words. */
function focusIn(scale: number): string {
  const { extending, balance, comfort } = RESPECT_FOCUS;
  return (scale < 34 ? extending : scale < 67 ? balance : comfort).display;
}

function focusLines(plan: MeantPlan): Lines {
  const { focusScale } = plan.left;
  if (focusScale === undefined) return [`: Focus of care: ${absent(plan, TREATMENT.title, plan.meant.focusScale)}`];
  return [
    `figcaption: Focus of care: ${focusIn(focusScale)} (${focusScale} of 100)`,
    `: (dot at ${focusScale})`,
    ': 1 Prioritise extending life100 Prioritise comfort',
  ];
}

function levelLines({ left: { treatmentLevel } }: MeantPlan): Lines {
  if (treatmentLevel === undefined) return [];
  const levels = LEVELS.map((one) => `li: ${one === treatmentLevel ? '→ ' : ''}${one}`);
  return ['h3: Ceiling of treatment', ...levels];
}

function recommendationLines(plan: MeantPlan): Lines {
  const { recommendations } = plan.left;
  const said =
    recommendations === undefined
      ? [`: ${absent(plan, TREATMENT.title, plan.meant.recommendations)}`]
      : [`quote: ${recommendations}`, ': Recommendations are not legally binding.'];
  return ['h3: Recommendations', ...said];
}

/** The focus, the ceiling and the recommendations. */
export function meantTreatment(plan: MeantPlan): Lines {
  const { treatmentLevel, focusScale, recommendations } = plan.left;
  if (treatmentLevel === undefined && focusScale === undefined && recommendations === undefined) {
    return empty(plan, TREATMENT);
  }
  const said = [
    ...(focusScale === undefined ? [] : [`Focus of care: ${focusIn(focusScale)}`]),
    ...(recommendations === undefined ? [] : ['recommendations']),
  ];
  const closed = said.length > 0 ? said.join('; ') : 'Ceiling of treatment';
  const lines = [
    ...focusLines(plan),
    ...levelLines(plan),
    ...recommendationLines(plan),
    ...(cameThrough(plan, TREATMENT.title, 0) ? [`: ${source(agreedOn(plan), plan.meant.author)}`] : []),
  ];
  return filled(plan, { ...TREATMENT, closed, lines });
}

/** In the person’s own words. */
export function meantMatters(plan: MeantPlan): Lines {
  const { whatMatters } = plan.left;
  if (whatMatters === undefined) return empty(plan, MATTERS);
  const { values, avoids, wishes } = whatMatters;
  const said = [
    ['I value most', values],
    ['I most want to avoid', avoids],
    ['My wishes', wishes],
  ].flatMap(([heading, words]) => (heading === undefined || words === undefined ? [] : [{ heading, words }]));
  const lines = said.flatMap(({ heading, words }) => [`h3: ${heading}`, `quote: ${words}`]);
  const { changed, author } = plan.meant;
  return filled(plan, {
    ...MATTERS,
    closed: said.map(({ heading }) => heading).join('; '),
    lines: [...lines, `: ${source(changed, author)}`],
  });
}

function refusalIn({ left: { adrt } }: MeantPlan): string | undefined {
  return adrt && ADVANCE_DECISIONS.find(({ code }) => code === adrt.code)?.display;
}

function refusalLines(plan: MeantPlan): Lines {
  const { adrt } = plan.left;
  const label = 'Advance decision to refuse treatment';
  if (adrt === undefined) return fact(label, absent(plan, ADVANCE.title, plan.meant.adrt), 'refusals');
  return [
    `dt: ${label}`,
    `refusal > li: ${refusalIn(plan)}`,
    `refusal > quote: ${adrt.words}`,
    `refusal: Recorded ${day(agreedOn(plan))} by ${signed(plan.meant.author)}`,
    'refusals: Legally binding if valid and it applies.',
  ];
}

const STATUSES = { present: 'Present', absent: 'Absent' } as const;

function proxyLines(plan: MeantPlan): Lines {
  const { proxy } = plan.left;
  if (proxy === undefined) return fact('Legal proxy', absent(plan, ADVANCE.title, plan.meant.proxy), 'proxies');
  return [
    'dt: Legal proxy',
    `proxy > li: ${STATUSES[proxy.status]}`,
    `proxy > li: ${proxy.type}`,
    'proxies: This says whether there is such a power, not whether it has been used.',
  ];
}

/** Refusals of treatment, who may decide, capacity, who was involved. */
export function meantAdvanceDecisions(plan: MeantPlan): Lines {
  const { adrt, proxy, capacity, involved } = plan.left;
  const { author, changed } = plan.meant;
  if (adrt === undefined && proxy === undefined && capacity === undefined && involved === undefined) {
    return empty(plan, ADVANCE);
  }
  const powers = proxy === undefined ? [] : [`${proxy.type} (${STATUSES[proxy.status]})`];
  const said = [...(adrt === undefined ? [] : [refusalIn(plan)]), ...powers];
  const isRefusalFirst = plan.meant.adrt !== undefined && cameThrough(plan, ADVANCE.title, 0);
  const or = (meant: string | undefined, left: string | undefined) => left ?? absent(plan, ADVANCE.title, meant);
  const lines = [
    ...refusalLines(plan),
    ...proxyLines(plan),
    ...fact('Mental capacity', or(plan.meant.capacity, capacity), 'capacity'),
    ...fact('Involved', or(plan.meant.involved, involved), 'involved'),
    `: ${source(isRefusalFirst ? agreedOn(plan) : changed, author)}`,
  ];
  const nothing = absent(plan, ADVANCE.title, plan.meant.adrt, ['not recorded', 'could not be read']);
  const closed = said.join('; ') || `Advance decision to refuse treatment: ${nothing}`;
  return filled(plan, { ...ADVANCE, closed, lines });
}
