import { ALL_CODES } from '../../../sandbox/plans/codes.ts';

/** The way to one element of a JSON document. */
export type Path = readonly (string | number)[];

/** One element of a document, and what kind of element it is: its way without positions, but with types and titles. */
export type Element = { readonly path: Path; readonly kind: string; readonly value: unknown };

/** What is done to an element. `pick` chooses among several ways of doing it. */
export type Change = {
  readonly name: string;
  readonly to: (value: unknown, pick: number) => unknown;
  /** FHIR has no such value there: whoever reads it cannot take it for an edit of the author. */
  readonly illegal?: true;
};

/** In place of a value: the element is not there, or stands twice. */
const GONE = Symbol('gone');
const TWICE = Symbol('twice');

type Members = Readonly<Record<string, unknown>>;

const NONE: Members = {};

/** A list or an object as its members; of anything else none. */
export function membersOf(value: unknown): Members {
  return hasMembers(value) ? value : NONE;
}

function hasMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null;
}

/** The value at the end of a way; `undefined` where it leads nowhere. */
export function at(value: unknown, ...path: Path): unknown {
  return path.reduce<unknown>((inner, step) => membersOf(inner)[String(step)], value);
}

/** The items of a list; of anything else none. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Every element of a document but the document itself. */
export function elementsOf(document: unknown): readonly Element[] {
  const sections = sectionsByResource(document);
  const found: Element[] = [];
  const walk = (value: unknown, path: Path, kind: string): void => {
    if (path.length > 0) found.push({ path, kind, value });
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const step = Array.isArray(value) ? Number(key) : key;
      walk(inner, [...path, step], `${kind}${stepName(inner, step, sections)}`);
    }
  };
  walk(document, [], '');
  return found;
}

/** How a step is called: an item by its type and the sections that name it, its title, or its question. */
function stepName(inner: unknown, step: string | number, sections: ReadonlyMap<unknown, string>): string {
  if (typeof step === 'string') return `.${step}`;
  const { fullUrl, resource, title, linkId } = membersOf(inner);
  const type = at(resource, 'resourceType');
  if (type !== undefined) return `[${type} of ${sections.get(fullUrl) ?? 'none'}]`;
  return `[${title ?? linkId ?? ''}]`;
}

/** The titles of the sections that name a resource, by its address. */
function sectionsByResource(document: unknown): ReadonlyMap<unknown, string> {
  const named = new Map<unknown, string>();
  for (const section of itemsOf(at(document, 'entry', 0, 'resource', 'section'))) {
    for (const entry of itemsOf(at(section, 'entry'))) named.set(at(entry, 'reference'), String(at(section, 'title')));
  }
  return named;
}

/** A copy in which one element is changed; all else is shared with the original. */
export function mutated(document: unknown, path: Path, { to }: Change, pick: number): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return to(document, pick);
  const inner = mutated(at(document, step), rest, { name: '', to }, pick);
  if (Array.isArray(document)) {
    const instead = inner === GONE ? [] : inner === TWICE ? [document[Number(step)], document[Number(step)]] : [inner];
    return document.toSpliced(Number(step), 1, ...instead);
  }
  const { [step]: before, ...others } = membersOf(document);
  if (inner === GONE) return others;
  // JSON has no member twice: it becomes a list of both.
  return { ...membersOf(document), [step]: inner === TWICE ? [before, before] : inner };
}

const constant = (name: string, value: unknown): Change => ({ name, to: () => value });

const RETYPES: readonly Change[] = [
  { ...constant('a number', 7), illegal: true },
  { ...constant('true', true), illegal: true },
  { ...constant('a text', 'zzz'), illegal: true },
  constant('an empty text', ''),
  { ...constant('an object', {}), illegal: true },
  { ...constant('an empty list', []), illegal: true },
  { ...constant('null', null), illegal: true },
  { name: 'a list of itself', to: (value) => [value], illegal: true },
];

const STATUSES = [
  'active',
  'inactive',
  'completed',
  'final',
  'preliminary',
  'amended',
  'entered-in-error',
  'draft',
  'stopped',
  'on-hold',
  'in-progress',
  'cancelled',
  'revoked',
  'not-done',
  'unknown',
];

const TYPES = ['Flag', 'Condition', 'Observation', 'CarePlan', 'QuestionnaireResponse', 'Patient', 'Basic'];

const EMPTY_REASONS = ['nilknown', 'notasked', 'withheld', 'unavailable', 'closed'];

/** By the name of an element, the other values it might have had. */
const OTHERS: Readonly<Record<string, readonly unknown[]>> = {
  status: STATUSES,
  resourceType: TYPES,
  code: [...ALL_CODES.map(({ code }) => code), ...EMPTY_REASONS, 'N', 'urn:nobody'],
  system: [
    'http://snomed.info/sct',
    'http://loinc.org',
    'urn:local',
    'phone',
    'fax',
    'https://fhir.nhs.uk/Id/nhs-number',
  ],
  use: ['official', 'old', 'nickname', 'home', 'work', 'temp'],
  mode: ['personal', 'professional', 'legal', 'official'],
  type: ['document', 'searchset', 'replaced-by'],
  active: [false],
  display: ALL_CODES.map(({ display }) => display ?? 'Other words'),
  gender: ['female', 'male', 'other', 'unknown'],
  birthDate: ['1901-01-01', '1901-01', 'yesterday'],
  text: ['Other words', 'Not for anything', '12.5 mg'],
};

/** Everything that can be done to an element of this name and value, in a document with these addresses and titles. */
export function changesOf({ path, value }: Element, document: unknown): readonly Change[] {
  const key = path.at(-1);
  const kind = (one: unknown) => (Array.isArray(one) ? 'list' : one === null ? 'null' : typeof one);
  const retypes = RETYPES.filter(({ to }) => kind(to(value, 0)) !== kind(value) || value === '');
  const empties = RETYPES.filter(({ name }) => typeof value === 'string' && name === 'an empty text');
  const others = othersFor(key, value, document).filter((other) => JSON.stringify(other) !== JSON.stringify(value));
  return [
    constant('gone', GONE),
    constant('twice', TWICE),
    ...new Set([...retypes, ...empties]),
    ...(others.length > 0
      ? [{ name: 'another of its kind', to: (_: unknown, pick: number) => others[pick % others.length] }]
      : []),
  ];
}

function othersFor(key: string | number | undefined, value: unknown, document: unknown): readonly unknown[] {
  if (key === 'reference') return referencesIn(document);
  if (key === 'title') return sectionTitlesIn(document);
  if (key === 'linkId') return ['6194338778785', 'ATP001.1', 'ATP001.1.1', '5090977699027', 'PRE001.3', 'X'];
  if (typeof key === 'number' && at(value, 'code') !== undefined) return ALL_CODES;
  return OTHERS[String(key)] ?? [];
}

function referencesIn(document: unknown): readonly string[] {
  const urls = itemsOf(at(document, 'entry')).map((entry) => String(at(entry, 'fullUrl')));
  return [...urls, 'urn:uuid:nobody', 'Patient/somebody', '#inside', ''];
}

function sectionTitlesIn(document: unknown): readonly string[] {
  const sections = itemsOf(at(document, 'entry', 0, 'resource', 'section'));
  return [...sections.map((section) => String(at(section, 'title'))), 'Anything else'];
}
