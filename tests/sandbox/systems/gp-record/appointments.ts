import type { Person } from '../../people/person.ts';
import { randomFrom } from '../../people/random.ts';

export type Appointment = {
  readonly time: string;
  readonly person: Person;
  readonly reason: string;
  readonly kind: 'Surgery' | 'Telephone' | 'Home visit' | 'Video';
  readonly status: 'Booked' | 'Arrived' | 'In room' | 'Left' | 'Did not attend';
};

const REASONS = [
  'Medication review',
  'Blood pressure',
  'Follow-up after discharge',
  'Chest infection?',
  'Results',
  'Knee pain',
  'Six-month review',
  'Care plan review',
  'Skin lesion',
  'Tired all the time',
] as const;
const KINDS = ['Surgery', 'Surgery', 'Telephone', 'Telephone', 'Home visit', 'Video'] as const;
const BOOK_LENGTH = 16;

/**
 * Today's book of one doctor: sixteen living people of the practice, ten minutes each from half past eight. The first
 * person of the list always has an appointment, so that demonstrations can count on it.
 */
export function appointmentBook(persons: readonly Person[], today: Temporal.PlainDate): readonly Appointment[] {
  const random = randomFrom(1, `appointments:${today}`);
  const [first, ...others] = persons.filter((person) => person.gpList && person.deceased === undefined);
  if (!first) return [];
  const booked = [first, ...random.sample(others, BOOK_LENGTH - 1)];
  return booked.map((person, at) => ({
    time: slot(at),
    person,
    reason: random.pick(REASONS),
    kind: random.pick(KINDS),
    status: at === 0 ? 'Arrived' : at < 3 ? random.pick(['Arrived', 'Booked']) : 'Booked',
  }));
}

/** Ten-minute slots from 08:30, with a break of twenty minutes after the eighth. */
function slot(at: number): string {
  const start = Temporal.PlainTime.from('08:30').add({ minutes: at * 10 + (at >= 8 ? 20 : 0) });
  return start.toString({ smallestUnit: 'minute' });
}
