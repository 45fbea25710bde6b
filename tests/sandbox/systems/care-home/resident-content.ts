import { daysBefore } from '../../people/dates.ts';
import type { Person } from '../../people/person.ts';
import { randomFrom } from '../../people/random.ts';
import { lastDay } from '../shared/wording.ts';
import type { Note } from './residents.ts';

const STAFF = ['Blessing A', 'Tomasz K', 'Sheila M', 'Jomar R', 'Night staff'] as const;
const NOTES = [
  'Slept well. Washed and dressed with help of one.',
  'Ate half of lunch, two beakers of squash. Encouraged to drink.',
  'Joined the music afternoon and sang along.',
  'A little chesty overnight, settled sitting up. To watch.',
  'Skin checked on both heels, intact. Turned two-hourly overnight.',
  'Visited by family, in good spirits after.',
  'Declined shower, accepted a wash. Cheerful later.',
  'Walked to the lounge with frame and one carer.',
  'Chiropodist visited, nails cut.',
] as const;
const NEEDS = {
  Moving: ['Walks with a frame and one carer', 'Hoist and two carers for all transfers', 'Independent with a stick'],
  'Eating and drinking': [
    'Normal diet, cut up',
    'Soft diet (level 6), thickened drinks (level 2)',
    'Fortified diet, weighed weekly',
  ],
  Communication: ['Hearing aid in the left ear', 'Speaks quietly, needs time', 'Wears glasses for reading'],
  Sleep: ['Likes the door ajar and the landing light on', 'Settles after ten, checks two-hourly', 'Sleeps well'],
  Skin: ['Air-flow mattress, heels checked daily', 'Barrier cream twice a day', 'No concerns'],
  Continence: ['Reminded to use the toilet every three hours', 'Pads, size medium', 'Independent'],
} as const;
const MEDICINES = [
  ['Paracetamol 500 mg tablets', 'Two', '08:00 · 12:00 · 18:00 · 22:00'],
  ['Lansoprazole 15 mg orodispersible tablets', 'One', '08:00'],
  ['Macrogol oral powder', 'One sachet', '08:00'],
  ['Amlodipine 5 mg tablets', 'One', '08:00'],
  ['Colecalciferol 800 unit capsules', 'One', '08:00'],
  ['Senna 7.5 mg tablets', 'Two', '22:00'],
  ['Mirtazapine 15 mg tablets', 'One', '22:00'],
  ['Furosemide 40 mg tablets', 'One', '08:00'],
] as const;
const RELATIVES = [
  ['Daughter', ['Helen', 'Karen', 'Ruth', 'Anjali'], 27],
  ['Son', ['Martin', 'Paul', 'Dev', 'Iain'], 30],
  ['Niece', ['Claire', 'Sofia', 'Naomi'], 42],
  ['Spouse', ['Pat', 'Jean', 'Leslie'], -2],
] as const;

export type Medicine = { readonly name: string; readonly dose: string; readonly times: string };
export type Relative = {
  readonly name: string;
  readonly relation: string;
  readonly birthDate: string;
  readonly phone: string;
  readonly first: boolean;
};

/** Notes of the last days, newest first. */
export function dailyNotes(person: Person, today: Temporal.PlainDate): readonly Note[] {
  const random = randomFrom(1, `daily-notes:${person.nhsNumber}`);
  const until = lastDay(person, today);
  return random
    .sample(NOTES, 6)
    .map((text, at) => ({ date: daysBefore(until, Math.floor(at / 2)), by: random.pick(STAFF), text }));
}

/** What help the resident needs, by heading. */
export function careNeeds(person: Person): readonly (readonly [heading: string, text: string])[] {
  const random = randomFrom(1, `care-needs:${person.nhsNumber}`);
  return Object.entries(NEEDS).map(([heading, texts]) => [heading, random.pick<string>(texts)] as const);
}

export function medicinesOf(person: Person): readonly Medicine[] {
  const random = randomFrom(1, `care-medicines:${person.nhsNumber}`);
  return random.sample(MEDICINES, random.integer(3, 6)).map(([name, dose, times]) => ({ name, dose, times }));
}

/** Relatives, the one to ring first on top. They have birth dates and telephones, and never an NHS number. */
export function relativesOf(person: Person): readonly Relative[] {
  const random = randomFrom(1, `relatives:${person.nhsNumber}`);
  const born = Temporal.PlainDate.from(person.birthDate);
  return random.sample(RELATIVES, 2).map(([relation, given, younger], at) => ({
    name: `${random.pick<string>(given)} ${person.familyName}`,
    relation,
    birthDate: born
      .add({ years: younger })
      .add({ days: random.integer(1, 330) })
      .toString(),
    phone: `01632 960${String(random.integer(0, 999)).padStart(3, '0')}`,
    first: at === 0,
  }));
}
