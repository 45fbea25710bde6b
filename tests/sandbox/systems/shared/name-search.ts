import type { Person } from '../../people/person.ts';
import { slashDate } from './wording.ts';

/** Longest list of hits any of the systems shows. */
const MOST_HITS = 25;

/** Case, accents, apostrophes and hyphens do not count when people type a name. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’‘`\-‐]/g, '')
    .toLowerCase()
    .trim();
}

/**
 * People for what somebody typed: an NHS number with any spacing, a birth date as 14/07/1938, or the beginnings of
 * names in any order.
 *
 * @returns at most 25 people by family name; none for an empty text
 */
export function findPeople(persons: readonly Person[], typed: string): readonly Person[] {
  const digits = typed.replace(/[\s-]/g, '');
  if (/^[0-9]{10}$/.test(digits)) return persons.filter((person) => person.nhsNumber === digits);
  if (/^\d\d?\/\d\d?\/\d{4}$/.test(typed.trim()))
    return persons.filter((person) => slashDate(person.birthDate) === typed.trim());
  const parts = folded(typed)
    .split(/[\s,]+/)
    .filter(Boolean);
  if (parts.length === 0) return [];
  return persons
    .filter((person) => parts.every((part) => namesOf(person).some((name) => name.startsWith(part))))
    .toSorted((a, b) => a.familyName.localeCompare(b.familyName, 'en') || a.birthDate.localeCompare(b.birthDate))
    .slice(0, MOST_HITS);
}

function namesOf(person: Person): readonly string[] {
  const names = [person.familyName, ...person.givenNames, ...(person.preferredName ? [person.preferredName] : [])];
  return names.flatMap((name) => [folded(name), ...folded(name).split(/\s+/)]);
}
