import fc from 'fast-check';
import type { MessageName } from '../../../utils/messages.ts';

/** Everything that can be said once a line is open, or as a command. */
export type Spoken = Exclude<MessageName, `${string}.open`>;
export type Channel = 'page' | 'guard' | 'panel' | 'hub' | 'sidebar' | 'find' | 'command';

const sequence = fc.nat();
const text = fc.string({ maxLength: 40 });
const date = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const identity = fc.record({
  nhsNumber: fc.stringMatching(/^[0-9]{10}$/),
  birthDate: fc.option(date),
  familyName: fc.option(fc.string({ minLength: 1, maxLength: 40 })),
  givenNames: text,
});
const CAUSES = ['pageChanged', 'nhsNumberInvalid', 'tooMuch', 'frameNotEnabled'];
const sighting = fc.oneof(
  fc.record({ kind: fc.constant('patient'), identity }),
  fc.record({ kind: fc.constantFrom('several', 'none', 'unsettled') }),
  fc.record({ kind: fc.constant('unreadable'), cause: fc.constantFrom(...CAUSES) }),
);
const bare = (command: string) => fc.record({ do: fc.constant(command) });
const place = fc.record({
  side: fc.constantFrom('left', 'right'),
  width: fc.integer({ min: 320, max: 480 }),
  covers: fc.boolean(),
  folded: fc.boolean(),
});
const REASONS = ['permission', 'emergency', 'publicInterest', 'statute', 'courtOrder'];

/** Messages as they must be, written down once more and not taken from the schemas. */
export const wellFormed: Readonly<Record<Spoken, fc.Arbitrary<object>>> = {
  'page.report': fc.record({ sequence, sighting }),
  'page.need': fc.record({ needs: fc.constant('reader') }),
  'page.note': fc.record({
    unread: fc.array(fc.constantFrom('', 'records.example.org', '127.0.0.1:8080', '[::1]:80'), { maxLength: 50 }),
  }),
  'guard.report': fc.record({ sight: fc.constantFrom('inSight', 'behind', 'hidden') }),
  'sidebar.sight': fc.record({ inSight: fc.boolean() }),
  'panel.beside': fc.record({ beside: fc.nat() }),
  'hub.report': fc.record({
    sequence,
    says: fc.oneof(
      fc.record({ is: fc.constantFrom('asking', 'nobody', 'unusable') }),
      fc.record({ is: fc.constant('connecting'), since: fc.integer() }),
      fc.record({
        is: fc.constant('lost'),
        since: fc.integer(),
        cause: fc.constantFrom('closed', 'silent', 'noTopic'),
        nextAt: fc.option(fc.integer()),
      }),
      fc.record({ is: fc.constant('patient'), identity }),
    ),
  }),
  'hub.nextTo': fc.record({ nextTo: fc.nat() }),
  'hub.ask': fc.oneof(
    fc.record({ asks: fc.constantFrom('subscribe', 'read'), asked: fc.integer() }),
    fc.record({ asks: fc.constant('renew'), endpoint: text }),
    fc.record({ asks: fc.constant('refuse'), id: fc.uuid(), name: fc.constant('Patient-open') }),
  ),
  'sidebar.hello': fc.record({ generation: fc.integer(), ticket: fc.uuid() }),
  'find.report': fc.record({
    sequence,
    wants: fc.oneof(
      fc.record({ who: fc.constant('nobody') }),
      fc.record({ who: fc.constant('person'), nhsNumber: fc.stringMatching(/^[0-9]{10}$/), birthDate: date }),
      fc.record({ who: fc.constant('resident'), list: fc.nat(), place: fc.nat() }),
    ),
  }),
  'find.list': fc.record({ list: fc.constant('residents') }),
  'command.signIn': bare('signIn'),
  'command.signOut': bare('signOut'),
  'command.lock': bare('lock'),
  'command.chooseRole': fc.record({ do: fc.constant('chooseRole'), index: fc.nat() }),
  'command.switchRole': bare('switchRole'),
  'command.giveReason': fc.record({
    do: fc.constant('giveReason'),
    reason: fc.constantFrom(...REASONS),
    words: fc.string({ maxLength: 500 }),
  }),
  'command.follow': fc.record({ do: fc.constant('follow'), what: fc.constantFrom('page', 'hub') }),
  'command.find': bare('find'),
  'command.enableHere': fc.record({
    do: fc.constant('enableHere'),
    origin: fc.constantFrom('https://record.example.org', 'https://[::1]:8443', 'http://record.localhost'),
  }),
  'command.health': bare('health'),
  'command.teach': fc.record({ do: fc.constant('teach'), system: fc.stringMatching(/^[a-z0-9-]{1,60}$/) }),
  'command.copied': bare('copied'),
  'command.printed': bare('printed'),
  'command.copy': fc.record({
    do: fc.constant('copy'),
    of: fc.constantFrom('summary', 'number'),
    ask: fc.integer(),
  }),
  'command.print': fc.record({ do: fc.constant('print'), ask: fc.integer() }),
  'command.hideNow': bare('hideNow'),
  'command.showAgain': bare('showAgain'),
  'command.retry': bare('retry'),
  'command.cancel': bare('cancel'),
  'command.revalidate': bare('revalidate'),
  'command.confirmBirthDate': fc.record({ do: fc.constant('confirmBirthDate'), birthDate: date }),
  'command.arrange': fc.record({ do: fc.constant('arrange'), place }),
};

export const SPOKEN = Object.keys(wellFormed) as Spoken[];

/** The way a message goes. */
export function channelOf(name: Spoken): Channel {
  if (name.startsWith('command.')) return 'command';
  return name.split('.')[0] as Channel;
}

const person = { nhsNumber: '9434765919', birthDate: null, familyName: null, givenNames: '' };
const HERE = { side: 'right', width: 360, covers: false, folded: false };
const patient = (wrong: object) => ({ kind: 'patient', identity: { ...person, ...wrong } });

/** What each part of a message must never be. */
const WRONG: Readonly<Record<string, readonly unknown[]>> = {
  sequence: [-1, 1.5, '1', null, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60],
  sighting: [
    null,
    'none',
    {},
    { kind: 'nobody' },
    { kind: 'patient' },
    { kind: 'none', nhsNumber: person.nhsNumber },
    { kind: 'unreadable', cause: 'because' },
    patient({ nhsNumber: '943 476 5919' }),
    patient({ nhsNumber: 9_434_765_919 }),
    patient({ birthDate: '1940-02-30' }),
    patient({ familyName: '' }),
    patient({ familyName: 'x'.repeat(301) }),
    patient({ tabId: 3 }),
    { kind: 'patient', identity: person, openedBy: 'search' },
  ],
  wants: [
    null,
    'nobody',
    {},
    { who: 'everybody' },
    { who: 'nobody', nhsNumber: person.nhsNumber },
    { who: 'resident' },
    { who: 'resident', list: 1, place: -1 },
    { who: 'resident', list: '1', place: 0 },
    { who: 'resident', list: 1, place: 0, nhsNumber: person.nhsNumber },
    { who: 'person' },
    { who: 'person', nhsNumber: person.nhsNumber },
    { who: 'person', nhsNumber: person.nhsNumber, birthDate: null },
    { who: 'person', nhsNumber: '943 476 5919', birthDate: '1940-02-03' },
    { who: 'person', nhsNumber: person.nhsNumber, birthDate: '1940-02-30' },
    { who: 'person', nhsNumber: person.nhsNumber, birthDate: '1940-02-03', familyName: 'Reed' },
  ],
  list: ['everybody', null, 3, ['residents'], { residents: 1 }],
  system: ['', 'GP record', 'a'.repeat(61), '../options', null, 3],
  origin: [
    'https://record.example.org/',
    'https://record.example.org/patients/1',
    'https://user@record.example.org',
    'ftp://record.example.org',
    'javascript:alert(1)',
    'https://*.example.org',
    'x',
    null,
    1,
  ],
  sight: ['seen', '', null, 1, ['hidden'], 'INSIGHT'],
  inSight: ['true', null, 1, [true]],
  needs: ['writer', 1, true, ['reader']],
  unread: ['host', [1], ['two words'], ['https://a.example/?n=1'], ['x'.repeat(256)], Array(51).fill('a'), { 0: 'a' }],
  beside: [-1, 1.5, '1', null, 2 ** 60],
  generation: [1.5, '1', null, 2 ** 60],
  ticket: ['', 'x', null, 7, '00000000-0000-4000-8000-00000000000g'],
  do: ['signin', 'SIGNOUT', '', 'constructor', '__proto__', null, 7, ['retry'], { toString: 'retry' }, 'open'],
  index: [-1, 1.5, '0', null],
  of: ['plan', '', null, 0, ['summary']],
  ask: [1.5, '1', null, 2 ** 60],
  says: [
    null,
    'nobody',
    {},
    { is: 'somebody' },
    { is: 'patient' },
    { is: 'lost', since: 1, cause: 'because', nextAt: null },
    { is: 'patient', identity: { ...person, nhsNumber: '943 476 5919' } },
    { is: 'patient', identity: { ...person, tabId: 3 } },
  ],
  nextTo: [-1, 1.5, '1', null, 2 ** 60],
  asks: ['everything', null, 1, ['read']],
  asked: [1.5, '1', null],
  endpoint: [null, 7, 'x'.repeat(2_001)],
  id: ['', null, 7, 'x'.repeat(301)],
  name: ['', null, 7, 'x'.repeat(301)],
  what: ['tab', '', null, 0],
  reason: ['curiosity', null, '', ['emergency']],
  words: ['x'.repeat(501), null, 7, ['in', 'words']],
  place: [
    null,
    'left',
    {},
    ...[319, 481, 360.5, '360', null].map((width) => ({ ...HERE, width })),
    { ...HERE, side: 'top' },
    { ...HERE, tabId: 3 },
  ],
  birthDate: ['1940-02-30', '1940-2-3', '03/04/1940', null, 19_400_203],
};

/** The same messages with one part too many, too few, or wrong. */
export function malformed(name: Spoken): fc.Arbitrary<object> {
  return wellFormed[name].chain((whole) => {
    const parts = Object.keys(whole);
    const without = fc.constantFrom(...parts).map((part) => {
      const { [part]: _left, ...rest } = whole as Record<string, unknown>;
      return rest;
    });
    const withMore = fc
      .constantFrom('tabId', 'frameId', 'from', 'origin', 'nhsNumber', 'x')
      .map((part) => ({ ...whole, [part]: 3 }));
    const withWrong = fc
      .constantFrom(...parts)
      .chain((part) => fc.constantFrom(...(WRONG[part] ?? [])).map((wrong) => ({ ...whole, [part]: wrong })));
    return fc.oneof(without, withMore, withWrong);
  });
}

/** A note of a page, or nearly: the one message so small that chance writes a good one. */
function isAlmostNote(body: unknown): boolean {
  const unread: unknown = Object(body).unread;
  return Array.isArray(unread) && unread.every((host) => typeof host === 'string');
}

/** Anything at all that can be sent from one context to another (and, as JSON, be measured), and that no message is. */
export const anything = fc
  .anything({
    withNullPrototype: false,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withSparseArray: true,
    key: fc.oneof(
      fc.constantFrom('do', 'sighting', 'needs', 'unread', 'ticket', 'type', 'data', '__proto__'),
      fc.string(),
    ),
  })
  .filter((body) => !isAlmostNote(body));
