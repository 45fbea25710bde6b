import { conceptText } from '../concepts.ts';
import type { Concept, Dosage, Quantity, Range, Ratio, Timing } from '../fhir-types.ts';
import { textWords } from './text-words.ts';

/** Units of time of FHIR R4 `Timing`. */
const UNITS: Readonly<Record<string, string>> = {
  s: 'second',
  min: 'minute',
  h: 'hour',
  d: 'day',
  wk: 'week',
  mo: 'month',
  a: 'year',
};

/**
 * A dosage in words: as its author wrote it, and behind that whatever its parts say besides, so that no dose, limit or
 * warning is lost (FHIR R4 Dosage).
 *
 * @returns empty where it says nothing
 */
export function dosageWords(dosage: Dosage): string {
  const { text = '' } = dosage;
  const known = new Set(textWords(text));
  const parts = partsOf(dosage).filter((part) => !textWords(part).every((word) => known.has(word)));
  return [...new Set([...(text ? [text] : []), ...parts])].join(', ');
}

/** All dosages of one medicine, in their order. */
export function allDosages(dosages: readonly Dosage[] | undefined): string {
  return (dosages ?? [])
    .map(dosageWords)
    .filter((words) => words !== '')
    .join('; then ');
}

function partsOf(dosage: Dosage): readonly string[] {
  const { doseAndRate = [], additionalInstruction = [], asNeededCodeableConcept: reason } = dosage;
  const needed = reason ? [`when needed: ${said(reason)}`] : dosage.asNeededBoolean ? ['when needed'] : [];
  return [
    ...doseAndRate.flatMap(({ doseQuantity, doseRange, rateQuantity, rateRange, rateRatio }) => [
      ...[amount(doseQuantity), range(doseRange)].filter((words) => words !== ''),
      ...[amount(rateQuantity), range(rateRange), ratio(rateRatio)].flatMap((words) => (words ? [`at ${words}`] : [])),
    ]),
    ...[dosage.route, dosage.site, dosage.method].flatMap((concept) => (concept ? [said(concept)] : [])),
    ...timingWords(dosage.timing),
    ...needed,
    ...limit('at most', ratio(dosage.maxDosePerPeriod)),
    ...limit('at most, each time', amount(dosage.maxDosePerAdministration)),
    ...limit('at most, ever', amount(dosage.maxDosePerLifetime)),
    ...additionalInstruction.map(said),
    ...(dosage.patientInstruction ? [dosage.patientInstruction] : []),
  ].filter((words) => words !== '');
}

function timingWords({ code, event = [], repeat = {} }: Timing = {}): readonly string[] {
  const { frequency, frequencyMax, period, periodMax, periodUnit = '', count, countMax } = repeat;
  const { duration, durationMax, durationUnit = '', dayOfWeek = [], timeOfDay = [], when = [], offset } = repeat;
  const { start, end } = repeat.boundsPeriod ?? {};
  const every = period === undefined ? '' : `every ${time(period, periodMax, periodUnit).replace(/^1 /, '')}`;
  const often = times(frequency, frequencyMax);
  return [
    code ? said(code) : '',
    [often, every].filter((words) => words !== '').join(' '),
    [...dayOfWeek, ...timeOfDay, ...when].join(' '),
    offset === undefined ? '' : `${offset} minutes apart from it`,
    duration === undefined ? '' : `for ${time(duration, durationMax, durationUnit)}`,
    count === undefined ? '' : `${times(count, countMax)} in all`,
    ...limit('for', amount(repeat.boundsDuration) || range(repeat.boundsRange)),
    ...limit('from', start ?? ''),
    ...limit('until', end ?? ''),
    ...event,
  ].filter((words) => words !== '');
}

function limit(name: string, words: string): readonly string[] {
  return words === '' ? [] : [`${name} ${words}`];
}

function said(concept: Concept): string {
  return conceptText(concept) ?? concept.coding?.[0]?.code ?? '';
}

function span(least: number, most: number | undefined): string {
  return most === undefined || most === least ? `${least}` : `${least} to ${most}`;
}

/** `once`, `2 to 3 times`. */
function times(least: number | undefined, most: number | undefined): string {
  if (least === undefined) return '';
  const number = span(least, most);
  return number === '1' ? 'once' : `${number} times`;
}

/** `1 hour`, `4 to 6 hours`. */
function time(least: number, most: number | undefined, unit: string): string {
  const number = span(least, most);
  const name = UNITS[unit] ?? unit;
  return number === '1' || !(unit in UNITS) ? `${number} ${name}` : `${number} ${name}s`;
}

function amount({ value, comparator, unit, code }: Quantity = {}): string {
  return value === undefined ? '' : [comparator, value, unit ?? code].filter((part) => part !== undefined).join(' ');
}

function range({ low, high }: Range = {}): string {
  return [amount(low), amount(high)].filter((words) => words !== '').join(' to ');
}

function ratio({ numerator, denominator }: Ratio = {}): string {
  return [amount(numerator), amount(denominator)].filter((words) => words !== '').join(' in ');
}
