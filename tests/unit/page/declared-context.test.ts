// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Declared,
  decideDeclared,
  parseDeclared,
  readDeclarations,
} from '../../../utils/page/declared-context.ts';
import type { Reading, UnreadableCause } from '../../../utils/page/sighting.ts';
import { declaration, patientResource } from './declarations.ts';
import { page, pretendLayout } from './layout.ts';

beforeAll(() => pretendLayout(window));

const TIME = Date.parse('2026-03-01T10:00:00Z');
const margaret = { nhsNumber: '9991045120', birthDate: '1938-07-14', familyName: 'Reed', givenNames: 'Margaret Ann' };
const patrick = { nhsNumber: '9000000009', birthDate: '1951-03-17', familyName: 'Doyle', givenNames: 'Patrick' };

describe('the declarations of a document', () => {
  const read = (...scripts: readonly string[]) => {
    page(scripts.join(''));
    return readDeclarations([...document.querySelectorAll('script')]);
  };
  const script = (json: string, type = 'application/fhir+json') => `<script type="${type}">${json}</script>`;
  const open = declaration();
  const close = declaration({ event: 'Patient-close' });

  test('none', () => {
    expect(read()).toBeNull();
    expect(read(script(open, 'application/json'), script('{', 'text/plain'))).toBeNull();
  });

  test('one, or several that say the same', () => {
    expect(read(script(open))).toEqual({ timestamp: TIME, patient: margaret });
    expect(read(script(open), script('no', 'application/json'), script(open))).toEqual({
      timestamp: TIME,
      patient: margaret,
    });
    expect(read(script(close), script(close))).toEqual({ timestamp: TIME, patient: null });
  });

  test.each<[string, readonly string[]]>([
    ['one malformed', [script('{')]],
    ['one empty', [script('')]],
    ['one malformed after a good one', [script(open), script('{')]],
    ['one malformed before a good one', [script('{'), script(open)]],
    ['two people', [script(open), script(declaration({ resource: { birthDate: '1938-07-15' } }))]],
    ['somebody and nobody', [script(open), script(close)]],
    ['nobody and somebody', [script(close), script(open)]],
  ])('S1: %s cannot be read', (_name, scripts) => {
    expect(read(...scripts)).toBe('unreadable');
  });
});

describe('one declaration', () => {
  test('opens a patient', () => {
    expect(parseDeclared(declaration())).toEqual({ timestamp: TIME, patient: margaret });
    expect(parseDeclared(declaration({ event: 'patient-OPEN' }))?.patient).toEqual(margaret);
  });

  test('closes one, whoever it was', () => {
    for (const context of [[], undefined, 'nobody', [{ key: 'patient', resource: { resourceType: 'Patient' } }]]) {
      expect(parseDeclared(declaration({ event: 'Patient-close', context }))).toEqual({
        timestamp: TIME,
        patient: null,
      });
    }
  });

  test.each<[string, Record<string, unknown>, Partial<typeof margaret> | { birthDate: null }]>([
    ['no birth date', { birthDate: undefined }, { birthDate: null }],
    ['a birth date that is null', { birthDate: null }, { birthDate: null }],
    ['the number with spaces', { identifier: [nhs('999 104 5120')] }, {}],
    ['the same number twice', { identifier: [nhs('9991045120'), nhs('999 104 5120')] }, {}],
    ['other identifiers', { identifier: [{ system: 'urn:x', value: '9000000009' }, nhs('9991045120')] }, {}],
    [
      'several names: the usual one',
      {
        name: [
          { use: 'old', family: 'Doyle' },
          { use: 'usual', family: 'Reed', given: ['Margaret', 'Ann'] },
        ],
      },
      {},
    ],
    [
      'several names, none usual: the first',
      { name: [{ family: ' Reed ', given: ['Margaret', 'Ann'] }, { family: 'No' }] },
      {},
    ],
    ['given names that are no texts', { name: [{ family: 'Reed', given: ['Margaret', 7, null, 'Ann'] }] }, {}],
    ['no given names', { name: [{ family: 'Reed' }] }, { givenNames: '' }],
    [
      'names without end',
      { name: [{ family: 'R'.repeat(999), given: ['M'.repeat(999)] }] },
      { familyName: 'R'.repeat(300), givenNames: 'M'.repeat(300) },
    ],
  ])('may have %s', (_name, resource, changes) => {
    expect(parseDeclared(declaration({ resource }))?.patient).toEqual({ ...margaret, ...changes });
  });

  test.each<[string, string]>([
    ['no JSON', 'REED, Margaret'],
    ['JSON cut short', declaration().slice(0, -2)],
    ['a list', '[]'],
    ['a text', '"Patient-open"'],
    ['null', 'null'],
    ['nothing', ''],
    ['no time', declaration({ timestamp: undefined })],
    ['a time that is a number', declaration({ timestamp: TIME })],
    ['a time that is none', declaration({ timestamp: 'today' })],
    ['no event', JSON.stringify({ timestamp: '2026-03-01T10:00:00Z' })],
    ['another event', declaration({ event: 'Encounter-open' })],
    ['an event that is no text', declaration({ event: 1 })],
    ['no context', declaration({ context: [] })],
    ['a context that is no list', declaration({ context: { key: 'patient' } })],
    ['no patient in its context', declaration({ context: [{ key: 'encounter', resource: patientResource() }] })],
    ['two patients', declaration({ context: [entry(), entry()] })],
    ['a patient that is none beside one', declaration({ context: [entry(), { key: 'patient' }] })],
    ['another resource', declaration({ resource: { resourceType: 'Person' } })],
    ['no number', declaration({ resource: { identifier: undefined } })],
    [
      'a number of another system',
      declaration({ resource: { identifier: [{ system: 'urn:x', value: '9991045120' }] } }),
    ],
    ['S1: a number that fails its check', declaration({ resource: { identifier: [nhs('9991045121')] } })],
    ['S1: two numbers', declaration({ resource: { identifier: [nhs('9991045120'), nhs('9000000009')] } })],
    ['S1: two numbers, one wrong', declaration({ resource: { identifier: [nhs('9991045120'), nhs('1')] } })],
    ['a number that is no text', declaration({ resource: { identifier: [nhs(9991045120)] } })],
    ['S1: a birth date that is none', declaration({ resource: { birthDate: '14-Jul-1938' } })],
    ['a birth date without a day', declaration({ resource: { birthDate: '1938' } })],
    ['no name', declaration({ resource: { name: [] } })],
    ['no family name', declaration({ resource: { name: [{ given: ['Margaret'] }] } })],
    ['a family name of spaces', declaration({ resource: { name: [{ family: '  ' }] } })],
    ['more than 50,000 characters', `${declaration()}${' '.repeat(50_000)}`],
  ])('is refused with %s', (_name, json) => {
    expect(parseDeclared(json)).toBeNull();
  });

  test('is not what somebody wrote into a prototype', () => {
    const poisoned = declaration().replace(
      '"timestamp"',
      '"__proto__":{"event":{"hub.event":"Patient-close"}},"timestamp"',
    );
    expect(parseDeclared(poisoned)?.patient).toEqual(margaret);
    expect(
      parseDeclared('{"__proto__":{"timestamp":"2026-03-01T10:00:00Z","event":{"hub.event":"Patient-close"}}}'),
    ).toBeNull();
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('timestamp');
  });
});

/** One NHS number as FHIR writes it. */
function nhs(value: unknown) {
  return { system: 'https://fhir.nhs.uk/Id/nhs-number', value };
}
function entry() {
  return { key: 'patient', resource: patientResource() };
}

describe('declared and visible together', () => {
  const at = (patient: Declared['patient'], timestamp = TIME): Declared => ({ timestamp, patient });
  const shows = (identity: typeof margaret | (Omit<typeof margaret, 'birthDate'> & { birthDate: null })): Reading => ({
    kind: 'patient',
    identity,
  });
  const none: Reading = { kind: 'none' };
  const several: Reading = { kind: 'several' };
  const unreadable = (cause: UnreadableCause): Reading => ({ kind: 'unreadable', cause });
  const differs = unreadable('declarationDiffers');
  const open = at(margaret);

  test.each<[string, Declared | 'unreadable', Reading, Reading]>([
    [
      'a declaration that cannot be read, whoever is visible',
      'unreadable',
      shows(margaret),
      unreadable('declarationUnreadable'),
    ],
    ['a declaration that cannot be read, nobody visible', 'unreadable', none, unreadable('declarationUnreadable')],
    ['somebody declared, nobody visible', open, none, shows(margaret)],
    ['somebody declared and visible', open, shows(margaret), shows(margaret)],
    [
      'the visible birth date where none is declared',
      at({ ...margaret, birthDate: null }),
      shows(margaret),
      shows(margaret),
    ],
    ['the declared birth date where none is visible', open, shows({ ...margaret, birthDate: null }), shows(margaret)],
    [
      'the declared spelling of the name',
      open,
      shows({ ...margaret, familyName: 'REED', givenNames: 'Margaret' }),
      shows(margaret),
    ],
    ['S1: another number visible', open, shows({ ...margaret, nhsNumber: '9000000009' }), differs],
    ['S1: another birth date visible', open, shows({ ...margaret, birthDate: '1938-07-15' }), differs],
    ['S1: another name visible', open, shows({ ...margaret, familyName: 'Doyle' }), differs],
    ['S1: somebody else visible', open, shows(patrick), differs],
    ['S1: several visible', open, several, several],
    ['S1: a wrong number visible', open, unreadable('nhsNumberInvalid'), unreadable('nhsNumberInvalid')],
    ['S1: a wrong date visible', open, unreadable('birthDateUnreadable'), unreadable('birthDateUnreadable')],
    ['part of somebody visible', open, unreadable('incomplete'), shows(margaret)],
    ['nobody declared, nobody visible', at(null), none, none],
    ['S1: nobody declared, somebody visible', at(null), shows(margaret), differs],
    ['nobody declared, several visible', at(null), several, several],
    [
      'nobody declared, a wrong number visible',
      at(null),
      unreadable('nhsNumberInvalid'),
      unreadable('nhsNumberInvalid'),
    ],
  ])('%s', (_name, declared, visible, expected) => {
    expect(decideDeclared(declared, visible, null)).toEqual(expected);
    // The same declaration again, or an older one that says the same, is no step back in time.
    if (declared === 'unreadable') return;
    for (const later of [0, 1_000]) {
      const newest = { ...declared, timestamp: declared.timestamp + later };
      expect(decideDeclared(declared, visible, newest)).toEqual(expected);
    }
  });

  test('S1: a declaration that goes back in time to somebody else is not believed', () => {
    const back = unreadable('declarationUnreadable');
    expect(decideDeclared(at(patrick, TIME - 1), none, open)).toEqual(back);
    expect(decideDeclared(at(patrick, TIME - 1), shows(patrick), open)).toEqual(back);
    expect(decideDeclared(at(null, TIME - 1), none, open)).toEqual(back);
    expect(decideDeclared(at(margaret, TIME - 1), none, at(null))).toEqual(back);
    expect(decideDeclared(at({ ...margaret, birthDate: null }, TIME - 1), none, open)).toEqual(back);
  });

  test('one that goes forward, or is of the same moment, is', () => {
    expect(decideDeclared(at(patrick, TIME + 1), none, open)).toEqual(shows(patrick));
    expect(decideDeclared(at(patrick), none, open)).toEqual(shows(patrick));
    expect(decideDeclared(at(null, TIME + 1), none, open)).toEqual(none);
  });
});
