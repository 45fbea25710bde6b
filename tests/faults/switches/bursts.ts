import type { Frame } from 'puppeteer';
import type { Person } from '../../sandbox/people/person.ts';
import type { Random } from '../../sandbox/people/random.ts';

/** One change of who is open, and how long it stands (milliseconds). */
export type Switch = { readonly person: Person; readonly stands: number };

/** So many patients in one burst. */
export const IN_A_BURST = 20;

/** Somebody else each time, some for a frame and some for long enough that the plan has come. */
export function drawBurst(random: Random, people: readonly Person[]): readonly Switch[] {
  const burst: Switch[] = [];
  while (burst.length < IN_A_BURST) {
    const person = random.pick(people);
    if (person === burst.at(-1)?.person) continue;
    const stands = random.pick([0, random.integer(1, 30), random.integer(30, 120), random.integer(120, 500)]);
    burst.push({ person, stands });
  }
  return burst;
}

/** In the GP record, whose banner is rewritten in place, in one task each time. */
export async function switchInBanner(frame: Frame, burst: readonly Switch[]): Promise<void> {
  await frame.evaluate(
    async (all) => {
      for (const { person, stands } of all) {
        window.openPatientNow(person);
        await new Promise((next) => setTimeout(next, stands));
      }
    },
    burst.map(({ person, stands }) => {
      const { nhsNumber, familyName, givenNames, title, birthDate, gender } = person;
      return { person: { nhsNumber, familyName, givenNames, title, birthDate, gender }, stands };
    }),
  );
}

/** In the innermost frame of the out-of-hours queue: its texts are rewritten, in one task each time. */
export async function switchInNestedFrame(frame: Frame, burst: readonly Switch[]): Promise<void> {
  await frame.evaluate(
    async (all) => {
      for (const { texts, stands } of all) {
        for (const [field, text] of texts) {
          const element = document.querySelector(`#patient-identity [data-field="${field}"]`);
          if (element) element.textContent = text ?? '';
        }
        await new Promise((next) => setTimeout(next, stands));
      }
    },
    burst.map(({ person: { familyName, givenNames, birthDate, nhsNumber }, stands }) => {
      const texts = [
        ['name', `${familyName}, ${givenNames.join(' ')}`],
        ['dob', birthDate.split('-').reverse().join('/')],
        ['nhs-number', nhsNumber],
      ];
      return { texts, stands };
    }),
  );
}
