import { beforeEach, expect, test } from 'vitest';
import type { Sighting } from '../../../utils/page/sighting.ts';
import type { PatientIdentity } from '../../../utils/patient/patient-identity.ts';
import { visited } from '../../../utils/tabs/visited.ts';
import { margaret, margaretWithoutBirthDate, nobody, patrick, variantsOfMargaret } from '../context/sightings.ts';

let ended: (PatientIdentity | null)[];
let whose: ReturnType<typeof visited>;

beforeEach(() => {
  ended = [];
  whose = visited((unless) => ended.push(unless));
});

function shows(...sightings: readonly Sighting[]): void {
  for (const sighting of sightings) whose.shows(sighting);
}

/** From when Margaret is known to be open. */
function afterMargaret(...sightings: readonly Sighting[]): readonly (PatientIdentity | null)[] {
  shows(margaret);
  ended.length = 0;
  shows(...sightings);
  return ended;
}

test.each<[string, Sighting]>([
  ['nobody', nobody],
  ['several', { kind: 'several' }],
  ['somebody else', patrick],
  [
    'somebody with the same number and another birth date',
    { kind: 'patient', identity: { ...margaret.identity, birthDate: '1939-07-14' } },
  ],
])('%s ends the visit, whoever it was of', (_, sighting) => {
  expect(afterMargaret(sighting)).toEqual([null]);
});

test.each<[string, Sighting]>([
  ['a page that is changing', { kind: 'unsettled' }],
  ['a page that cannot be read', { kind: 'unreadable', cause: 'pageChanged' }],
  ...variantsOfMargaret.map((sighting, at): [string, Sighting] => [`the same patient, shown in way ${at}`, sighting]),
])('%s ends nothing, and neither does what comes back after it', (_, sighting) => {
  expect(afterMargaret(sighting, margaret, sighting, margaretWithoutBirthDate)).toEqual([]);
});

test('somebody else ends it also when the page was unsettled in between', () => {
  expect(afterMargaret({ kind: 'unsettled' }, { kind: 'unreadable', cause: 'incomplete' }, patrick)).toEqual([null]);
});

test('a birth date that is left out for a moment does not make two people one', () => {
  const other: Sighting = { kind: 'patient', identity: { ...margaret.identity, birthDate: '1939-07-14' } };
  expect(afterMargaret(margaretWithoutBirthDate, other)).toEqual([null]);
});

test('a birth date that appears belongs to the one who was there without', () => {
  shows(margaretWithoutBirthDate, margaret, margaretWithoutBirthDate);
  expect(ended).toEqual([margaretWithoutBirthDate.identity]);
});

test('the first who is seen ends every visit but their own: whose it was before, this one cannot know', () => {
  shows({ kind: 'unsettled' }, margaret);
  expect(ended).toEqual([margaret.identity]);
});

test('nobody ends what may have been there before, each time', () => {
  shows(nobody, nobody, patrick);
  expect(ended).toEqual([null, null, patrick.identity]);
});
