import { counted, day } from './days.ts';
import { contactsShown, placesOr } from './glance.ts';
import { COULD_NOT_BE_READ, HIDDEN, NONE, NOT_RECORDED, phone, source } from './marks.ts';
import { absent, agreedOn, cameThrough, type MeantPlan } from './meant-plan.ts';
import { empty, fact, filled, type Lines, ownText, PART_UNREAD, saying, within } from './section.ts';

const MEDICINES = { hook: 'anticipatory-medicines', title: 'Anticipatory medicines' } as const;
const CONTACTS = { hook: 'contacts', title: 'Whom to call' } as const;
const ALERTS = { hook: 'alerts', title: 'Alerts and access to home' } as const;

const PLACES = ['Preferred place of care', 'Preferred place of death'] as const;
type PlaceTitle = (typeof PLACES)[number];

/** First choice in bold, then where else, each with its words; who said so, and when. */
function choices(plan: MeantPlan, title: PlaceTitle): Lines {
  const said = placesOr(
    plan,
    title,
    (all): Lines => [
      ...all.flatMap(({ place, words }, at) => [
        `li: ${at === 0 ? '' : 'If not possible: '}${place}`,
        ...(words === undefined ? [] : [`quote: ${words}`]),
      ]),
      ...(plan.damage.has(title) ? [`dd: [unreadable|${PART_UNREAD}]`] : []),
      `: ${source(agreedOn(plan), plan.meant.author)}`,
    ],
  );
  return [`dt: ${title}`, ...(typeof said === 'string' ? [`dd: ${said}`] : said)];
}

const BRIEFLY: Readonly<Record<string, string>> = {
  [NOT_RECORDED]: 'not recorded',
  [COULD_NOT_BE_READ]: 'could not be read',
  [HIDDEN]: 'hidden',
};

/** Two items under one heading. */
export function meantPlaces(plan: MeantPlan): Lines {
  const [care, death] = PLACES.map((title) => {
    const first = placesOr(plan, title, ([choice]) => choice?.place ?? '');
    return BRIEFLY[first] ?? first;
  });
  const isDamaged = PLACES.some((title) => plan.damage.has(title));
  return within('places', [
    ': (closed)',
    'h2: Preferences for place',
    ...(isDamaged ? [`section-warning: ${PART_UNREAD}`] : []),
    `closed-line: Care: ${care}; death: ${death}`,
    ...PLACES.flatMap((title) => choices(plan, title)),
    ...PLACES.flatMap((title) => ownText(plan, title, `${title}: the author’s own text`)),
  ]);
}

/** “Morphine 10mg/ml: under the skin”, each with its dose. */
function dosed(medicine: string): string {
  return medicine.includes(': ') ? medicine : `${medicine}: See chart`;
}

/** What is ready in the house, since when, and where it is kept. */
export function meantAnticipatoryMedicines(plan: MeantPlan): Lines {
  const { anticipatoryMedicines: left } = plan.left;
  const { anticipatoryMedicines: meant } = plan.meant;
  if (left === 'none') return saying(MEDICINES, NONE);
  if (left === undefined || typeof meant !== 'object') return empty(plan, MEDICINES);
  const { issued, medicines, keptAt, words } = left;
  const kept = plan.person.restricted ? HIDDEN : (keptAt ?? absent(plan, MEDICINES.title, meant.keptAt));
  const names = medicines.map((medicine) => `li: ${dosed(medicine)}`);
  const lines = [
    ...(names.length > 0 ? names : [`: Names: ${COULD_NOT_BE_READ}`]),
    ...fact('Issued', issued === undefined ? COULD_NOT_BE_READ : day(issued)),
    ...fact('Kept', kept),
    ...(words === undefined ? [] : [`quote: ${words}`]),
    ...(issued === undefined ? [] : [`: ${day(issued)}`]),
  ];
  const closed = medicines.length > 0 ? counted(medicines.length, 'medicine') : 'Issued';
  return filled(plan, { ...MEDICINES, closed, lines });
}

/** Whom to ring, in the order to ring. */
export function meantContacts(plan: MeantPlan): Lines {
  const contacts = contactsShown(plan);
  if (contacts.length === 0) return plan.left.contacts.length > 0 ? saying(CONTACTS, HIDDEN) : empty(plan, CONTACTS);
  const lines = contacts.flatMap(({ name, relationship, phones, words }, at) => [
    `contact > li: ${at + 1}. ${name}, ${relationship}`,
    ...phones.map((number) => `phone > li: ${phone(number)}`),
    ...(words === undefined ? [] : [`contact > quote: ${words}`]),
  ]);
  return filled(plan, { ...CONTACTS, closed: contacts.map(({ relationship }) => relationship).join('; '), lines });
}

const INTERPRETER = 'interpreter needed';

function languageLines({ meant: { interpreter } }: MeantPlan): Lines {
  return fact('Language', interpreter === undefined ? NOT_RECORDED : `${interpreter}, ${INTERPRETER}`, 'language');
}

function spoken({ meant: { interpreter } }: MeantPlan): Lines {
  return interpreter === undefined ? [] : [`Speaks ${interpreter}, ${INTERPRETER}`];
}

/** One after the other, with a semicolon where a line does not end in a sign of its own. */
function runOn(lines: Lines): string {
  return lines.map((line, at) => (at === lines.length - 1 || /[.;:!?]$/.test(line) ? line : `${line};`)).join(' ');
}

/** Nothing can be said on alerts, but which language to speak is known from the patient. */
function languageAlone(plan: MeantPlan, why: string): Lines {
  const warning = plan.damage.has(ALERTS.title) ? [`section-warning: ${PART_UNREAD}`] : [];
  return within(ALERTS.hook, [
    ': (closed)',
    `h2: ${ALERTS.title}`,
    ...warning,
    `closed-line: ${runOn(spoken(plan))}`,
    ...fact('Alerts, access', why, 'alerts'),
    ...languageLines(plan),
    ...ownText(plan, ALERTS.title),
  ]);
}

function noAlerts(plan: MeantPlan, why: string | null): Lines {
  const unread = plan.damage.has(ALERTS.title) ? COULD_NOT_BE_READ : NOT_RECORDED;
  if (plan.meant.interpreter !== undefined) return languageAlone(plan, why ?? unread);
  return why === null ? empty(plan, ALERTS) : saying(ALERTS, why);
}

/** What to know before going in, how to get in, which language to speak: all of it in sight while closed. */
export function meantAlerts(plan: MeantPlan): Lines {
  const { alerts, access } = plan.left;
  const { alerts: meant, access: meantAccess, author, changed } = plan.meant;
  if (plan.person.restricted && (meant.length > 0 || meantAccess !== undefined)) return noAlerts(plan, HIDDEN);
  if (alerts.length === 0 && access === undefined) return noAlerts(plan, null);
  const getsIn = access === undefined ? [] : [`Getting in: ${access}`];
  const wasAlerted = meant.length > 0 ? meant : undefined;
  const isAlertFirst = meant.some((_, at) => cameThrough(plan, ALERTS.title, at));
  const lines = [
    'dt: Alerts',
    ...(alerts.length > 0
      ? alerts.map((alert) => `alerts > li: ${alert}`)
      : [`alerts > dd: ${absent(plan, ALERTS.title, wasAlerted)}`]),
    'dt: Getting in',
    access === undefined ? `access > dd: ${absent(plan, ALERTS.title, meantAccess)}` : `access > quote: ${access}`,
    ...languageLines(plan),
    `: ${source(isAlertFirst ? null : changed, author)}`,
  ];
  return filled(plan, { ...ALERTS, closed: runOn([...spoken(plan), ...alerts, ...getsIn]), lines });
}
