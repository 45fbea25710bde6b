import { withCheckDigit } from '../../people/nhs-number.ts';
import type { Person } from '../../people/person.ts';
import { randomFrom } from '../../people/random.ts';

/** A call about one person. People who have not rung have one too, opened from search. */
export type Call = {
  /** Eight characters, e.g. `NL4K72QX`; tells nothing about the person. */
  readonly number: string;
  readonly person: Person;
  readonly queued: boolean;
  /** FHIR instant. */
  readonly calledAt: string | null;
  readonly complaint: string;
  readonly priority: 'urgent' | 'soon' | 'routine';
  readonly callerPhone: string;
  readonly callerIs: string;
};

export type Calls = {
  /** Tonight's queue: urgent first, then in the order in which they came. */
  readonly queue: readonly Call[];
  readonly byNumber: ReadonlyMap<string, Call>;
  readonly byNhsNumber: ReadonlyMap<string, Call>;
};

const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CALLERS = ['Patient', 'Daughter', 'Son', 'Spouse', 'Carer', 'Nurse', 'Neighbour'] as const;
const RANK = { urgent: 0, soon: 1, routine: 2 } as const;

/** A call for everybody, and tonight's queue among them. Two people never share a call number. */
export function callsOf(persons: readonly Person[]): Calls {
  const byNumber = new Map<string, Call>();
  for (const person of persons) {
    let attempt = 0;
    let number = callNumber(person, attempt);
    while (byNumber.has(number)) number = callNumber(person, ++attempt);
    byNumber.set(number, callOf(person, number));
  }
  const all = [...byNumber.values()];
  return {
    queue: all.filter((call) => call.queued).toSorted(moreUrgent),
    byNumber,
    byNhsNumber: new Map(all.map((call) => [call.person.nhsNumber, call])),
  };
}

function moreUrgent(a: Call, b: Call): number {
  return RANK[a.priority] - RANK[b.priority] || (a.calledAt ?? '').localeCompare(b.calledAt ?? '');
}

function callNumber(person: Person, attempt: number): string {
  const random = randomFrom(1, `call:${person.nhsNumber}:${attempt}`);
  return `NL${Array.from({ length: 6 }, () => SIGNS.charAt(random.integer(0, SIGNS.length - 1))).join('')}`;
}

function callOf(person: Person, number: string): Call {
  const random = randomFrom(1, `caller:${person.nhsNumber}`);
  const rung = person.outOfHours;
  return {
    number,
    person,
    queued: rung !== undefined,
    calledAt: rung?.calledAt ?? null,
    complaint: rung?.complaint ?? 'Opened from search, no call tonight',
    priority: rung?.priority ?? 'routine',
    callerPhone: `07700 900${String(random.integer(0, 999)).padStart(3, '0')}`,
    callerIs: random.pick(CALLERS),
  };
}

/** A wall-clock time in London, `19:05`; a dash where there was no call. */
export function clock(instant: string | null): string {
  if (instant === null) return '–';
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO('Europe/London')
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
}

/** The example number beside the search box: passes modulus 11, and belongs to nobody here. */
export function exampleNumber(persons: readonly Person[]): string {
  const taken = new Set(persons.flatMap((person) => [person.nhsNumber, ...person.replacedNhsNumbers]));
  for (let six = 1; ; six += 1) {
    const number = withCheckDigit(`999${String(six).padStart(6, '0')}`);
    if (number !== undefined && !taken.has(number)) return number;
  }
}
