import type { Random } from '../../sandbox/people/random.ts';
import { HOSTILE } from '../../unit/plan/reader/hostile-strings.ts';
import { type Change, changesOf, type Element, elementsOf, mutated, type Path } from '../../unit/plan/reader/mutate.ts';

/** A document to which something was done. */
export type Spoilt = {
  /** What was done, by its name. */
  readonly fault: string;
  readonly document: unknown;
  /** Where, if one thing was done to one element; else `null`. */
  readonly path: Path | null;
  /** FHIR has no such value there. */
  readonly illegal: boolean;
  /** Words of the document are others now, whatever they look like. */
  readonly isText: boolean;
};

type Kind = {
  readonly fault: string;
  /** Out of a thousand documents. */
  readonly share: number;
  readonly spoil: (document: unknown, all: readonly Element[], random: Random) => Omit<Spoilt, 'fault'>;
};

const isText = ({ value }: Element) => typeof value === 'string';
const isObject = ({ value }: Element) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = ({ value }: Element) => Array.isArray(value) && value.length > 0;
const isCode = ({ path, value }: Element) => path.at(-1) === 'code' && typeof value === 'string';
const isDate = ({ value }: Element) => typeof value === 'string' && /^\d{4}-\d\d/.test(value);

const DATES = [
  '9999-12-31',
  '2099-01-01T00:00:00Z',
  '0001-01-01',
  '1899-12-30',
  '2026-02-30',
  '2026-13-01',
  'tomorrow',
];
const CODES = ['450476008x', '304252002', '1', '', '٤٥٠٤٧٥٠٠٧', '450475007 450476008', 'constructor'];
const CONTROLS = ['\u0000', '\u0007\u001b[31m', '\u202e', '\u2066\u2069', '\u2028\u2029', '\ufeff', '\ud800', '\u200b'];
const MANY = 10_000;
const DEEP = 1_000;
const LONG = 1_000_000;

const KINDS: readonly Kind[] = [
  { fault: 'one element', share: 550, spoil: spoilOne },
  { fault: 'several elements', share: 150, spoil: spoilSeveral },
  {
    fault: 'hostile words',
    share: 110,
    spoil: written(isText, (value, random) => random.pick([random.pick(HOSTILE), `${value} ${random.pick(HOSTILE)}`])),
  },
  { fault: 'unknown code', share: 60, spoil: written(isCode, (_, random) => random.pick(CODES)) },
  { fault: 'other dates', share: 50, spoil: written(isDate, (_, random) => random.pick(DATES)) },
  {
    fault: 'control characters',
    share: 40,
    spoil: written(isText, (value, random) => `${random.pick(CONTROLS)}${value}${random.pick(CONTROLS)}`),
  },
  { fault: 'prototype', share: 25, spoil: written(isObject, polluted) },
  { fault: 'depth 1,000', share: 8, spoil: written(isObject, (value) => ({ ...Object(value), extension: deep() })) },
  { fault: '10,000 entries', share: 3, spoil: written(isList, (value) => Array(MANY).fill(Object(value)[0])) },
  { fault: '1 MB of words', share: 4, spoil: written(isText, (value) => `${value} `.padEnd(LONG, 'Not for CPR. ')) },
];

const ALL = KINDS.reduce((sum, { share }) => sum + share, 0);
const elements = new WeakMap<object, readonly Element[]>();

/** Does one of the things that can be wrong with a document, drawn by `random`. */
export function spoil(document: unknown, random: Random): Spoilt {
  let left = random.integer(0, ALL - 1);
  const kind = KINDS.find(({ share }) => {
    left -= share;
    return left < 0;
  });
  if (!kind) throw new Error('Nothing was drawn.');
  const { fault } = kind;
  return { fault, ...kind.spoil(document, known(document), random) };
}

function known(document: unknown): readonly Element[] {
  const found = elements.get(Object(document)) ?? elementsOf(document);
  elements.set(Object(document), found);
  return found;
}

function spoilOne(document: unknown, all: readonly Element[], random: Random): Omit<Spoilt, 'fault'> {
  const element = random.pick(all);
  const change = random.pick(changesOf(element, document));
  const pick = random.integer(0, 1_000_000);
  const { path } = element;
  return { document: mutated(document, path, change, pick), path, illegal: change.illegal === true, isText: false };
}

/** Each is drawn from what the ones before have left. */
function spoilSeveral(document: unknown, _: readonly Element[], random: Random): Omit<Spoilt, 'fault'> {
  let now = document;
  for (let times = random.integer(2, 6); times > 0; times -= 1) now = spoilOne(now, elementsOf(now), random).document;
  return { document: now, path: null, illegal: true, isText: false };
}

/** Puts something else in the place of one element that is such a one. */
function written(is: (element: Element) => boolean, to: (value: unknown, random: Random) => unknown): Kind['spoil'] {
  return (document, all, random) => {
    const { path } = random.pick(all.filter(is));
    const change: Change = { name: '', to: (value) => to(value, random) };
    return { document: mutated(document, path, change, 0), path: null, illegal: true, isText: true };
  };
}

/** Members by which careless code changes every object there is. */
function polluted(value: unknown, random: Random): unknown {
  const evil = '{"status":"entered-in-error","plansidePolluted":"hit()"}';
  const [before, after] = [`{"${random.pick(['__proto__', 'constructor', 'prototype', 'toString'])}":${evil},`, '}'];
  const inner = JSON.stringify(value).slice(1, -1);
  return JSON.parse(inner === '' ? `${before.slice(0, -1)}${after}` : `${before}${inner}${after}`);
}

function deep(): unknown {
  let inner: unknown = 'For CPR';
  for (let level = 0; level < DEEP; level += 1) inner = level % 2 === 0 ? [inner] : { valueString: inner };
  return inner;
}
