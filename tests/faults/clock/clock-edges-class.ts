import { ageOn } from '../../../components/format/age.ts';
import { clockAndDay, shortDate } from '../../../components/format/dates.ts';
import { londonTime } from '../../../components/format/london-time.ts';
import { NO_CHANGES } from '../../../utils/plan/changes.ts';
import { dayAt, noticesOn } from '../../../utils/view/notices-on.ts';
import type { Random } from '../../sandbox/people/random.ts';
import { found, planFor } from '../../unit/view/plans.ts';
import { wordsIn } from '../../words-in.ts';
import type { Cases, FaultClass, FaultResult } from '../fault-class.ts';
import { type Played, playCases } from '../kit/cases.ts';
import { edgeNear, londonByHand } from './london-by-hand.ts';

const NAME = 'clock-edges';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const WORDS = wordsIn('en');
/** Where a computer may think it is: the ends of the earth, quarters of an hour, and clocks that change otherwise. */
const ZONES = [
  'Europe/London',
  'UTC',
  'Pacific/Kiritimati',
  'Pacific/Niue',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'America/Los_Angeles',
];
const EDGES = ['forward', 'back', 'midnight', 'year'] as const;
const PAGE = { nhsNumber: '9991045120', birthDate: '1938-07-14', familyName: 'Reed', givenNames: 'Margaret' } as const;

const dayFrom = (date: string, days: number) => Temporal.PlainDate.from(date).add({ days }).toString();

/** Day and clock are those of London, wherever the computer thinks it is; so is the day of a time that was sent. */
function judgeTimes(instant: number, random: Random): string[] {
  const { date, clock } = londonByHand(instant);
  const is = londonTime(instant);
  const minutes = random.pick([-720, -210, 0, 60, 345, 840]);
  const offset = `${minutes < 0 ? '-' : '+'}${new Date(Math.abs(minutes) * MINUTE_MS).toISOString().slice(11, 16)}`;
  const sent = new Date(instant + minutes * MINUTE_MS).toISOString().replace('Z', offset);
  const wanted = shortDate(date, WORDS);
  return [
    ...(is.date === date && is.clock === clock
      ? []
      : [`the clock in London is ${date} ${clock}, and is shown as ${is.date} ${is.clock}`]),
    ...(dayAt(instant) === date ? [] : [`${dayAt(instant)} is taken for ${date}`]),
    ...(shortDate(sent, WORDS) === wanted ? [] : [`${sent} is shown as ${shortDate(sent, WORDS)}`]),
    ...(clockAndDay(instant, instant, WORDS).startsWith(clock)
      ? []
      : [`“${clockAndDay(instant, instant, WORDS)}”, and it is ${clock}`]),
  ];
}

/** Around birthdays, and around 29 February. */
function judgeAge(instant: number, random: Random): string[] {
  const { date } = londonByHand(instant);
  const years = random.integer(0, 104);
  const birthday = Temporal.PlainDate.from(date).subtract({ years }).toString();
  const leapYear = Number(date.slice(0, 4)) - 4 * random.integer(1, 24) - (Number(date.slice(0, 4)) % 4);
  const born = random.pick([birthday, dayFrom(birthday, -1), dayFrom(birthday, 1), `${leapYear}-02-29`]);
  const isReal = leapYear % 100 !== 0 || leapYear % 400 === 0;
  if (born > date || (born.endsWith('-02-29') && !isReal)) return [];
  const { months, days } = Temporal.PlainDate.from(born).until(londonTime(instant).date, { largestUnit: 'months' });
  const old = Math.floor(months / 12);
  const { AGE } = WORDS;
  const young = months > 0 ? AGE.monthsAndDays(months, days) : AGE.days(days);
  const wanted = old >= 18 ? AGE.years(old) : old >= 2 ? AGE.yearsAndMonths(old, months % 12) : young;
  const said = ageOn(born, londonTime(instant).date, WORDS);
  return said === wanted ? [] : [`born ${born}, on ${date}: ${said} and not ${wanted}`];
}

/** What is overdue is so by the service's day, however wrong the clock of this computer is. */
function judgeReview(instant: number, random: Random): string[] {
  const { date } = londonByHand(instant);
  const due = dayFrom(date, random.integer(-2, 2));
  const ahead = random.pick([0, 100_000, -100_000, 130_000, -130_000, random.integer(-3_650, 3_650) * 24 * HOUR_MS]);
  const plan = planFor(PAGE);
  const overdue = { ...plan, provenance: { ...plan.provenance, reviewDue: due, expires: due } };
  const seen = {
    now: instant + ahead,
    changes: NO_CHANGES,
    notChecked: null,
    given: null,
    page: PAGE,
    givenNamesDiffer: false,
  };
  const kinds = noticesOn({ ...found(overdue), clockAhead: ahead }, seen).map(({ kind }) => kind);
  const isPast = due < date;
  const isWrong = Math.abs(ahead) > 2 * MINUTE_MS;
  return [
    ...(kinds.includes('overdue') === isPast
      ? []
      : [`due ${due}, on ${date}, clock ${ahead} ms ahead: ${kinds.join()}`]),
    ...(kinds.includes('expired') === isPast
      ? []
      : [`until ${due}, on ${date}, clock ${ahead} ms ahead: ${kinds.join()}`]),
    ...(kinds.includes('clockWrong') === isWrong ? [] : [`clock ${ahead} ms ahead: ${kinds.join()}`]),
  ];
}

async function play(random: Random): Promise<Played> {
  const zone = random.pick(ZONES);
  const edge = random.pick(EDGES);
  // Node reads it anew each time.
  process.env.TZ = zone;
  const around = random.pick([0, -1, 1, random.integer(-3 * HOUR_MS, 3 * HOUR_MS)]);
  const instant = edgeNear(random.integer(1998, 2060), edge, random.integer(1, 365)) + around;
  const broken = [...judgeTimes(instant, random), ...judgeAge(instant, random), ...judgeReview(instant, random)];
  return { fault: `${edge}, ${zone}`, broken };
}

async function run(options: Cases): Promise<FaultResult> {
  const before = process.env.TZ;
  try {
    return await playCases(NAME, options, play);
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

/** Clocks that change, midnights, birthdays and days of review, on computers anywhere: the code that shows them itself. */
export const clockEdgesClass: FaultClass = { name: NAME, usual: 20_000, slice: 2_000, inBrowser: false, run };
