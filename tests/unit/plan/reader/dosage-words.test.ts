import { describe, expect, test } from 'vitest';
import type { Dosage } from '../../../../utils/plan/fhir-types.ts';
import { allDosages, dosageWords } from '../../../../utils/plan/reader/dosage-words.ts';

const mg = (value: number) => ({ value, unit: 'mg' });
const EVERY_4_TO_6_HOURS = { repeat: { frequency: 1, period: 4, periodMax: 6, periodUnit: 'h' } };

describe('dosages in words (FHIR R4 Dosage)', () => {
  test.each<[string, Dosage, string]>([
    ['nothing', {}, ''],
    ['its text', { text: 'one at night' }, 'one at night'],
    ['a dose', { doseAndRate: [{ doseQuantity: mg(2.5) }] }, '2.5 mg'],
    ['a dose with a comparator', { doseAndRate: [{ doseQuantity: { ...mg(5), comparator: '<' } }] }, '< 5 mg'],
    ['a unit by its code', { doseAndRate: [{ doseQuantity: { value: 1, code: 'mg' } }] }, '1 mg'],
    ['a range', { doseAndRate: [{ doseRange: { low: mg(2.5), high: mg(5) } }] }, '2.5 mg to 5 mg'],
    [
      'a rate',
      { doseAndRate: [{ rateRatio: { numerator: mg(10), denominator: { value: 24, unit: 'h' } } }] },
      'at 10 mg in 24 h',
    ],
    ['how often', { timing: EVERY_4_TO_6_HOURS }, 'once every 4 to 6 hours'],
    ['twice a day', { timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } } }, '2 times every day'],
    ['how long', { timing: { repeat: { duration: 5, durationUnit: 'min' } } }, 'for 5 minutes'],
    ['how many times', { timing: { repeat: { count: 2, countMax: 3 } } }, '2 to 3 times in all'],
    ['when', { timing: { repeat: { dayOfWeek: ['mon'], timeOfDay: ['22:00:00'] } } }, 'mon 22:00:00'],
    ['until when', { timing: { repeat: { boundsPeriod: { end: '2026-12-01' } } } }, 'until 2026-12-01'],
    ['when needed', { asNeededBoolean: true }, 'when needed'],
    ['what for', { asNeededCodeableConcept: { text: 'pain' } }, 'when needed: pain'],
    ['where and how', { route: { text: 'subcutaneous' }, site: { text: 'upper arm' } }, 'subcutaneous, upper arm'],
    [
      'how much at most',
      { maxDosePerPeriod: { numerator: mg(15), denominator: { value: 24, unit: 'h' } } },
      'at most 15 mg in 24 h',
    ],
    ['a warning', { additionalInstruction: [{ text: 'Not with alcohol' }] }, 'Not with alcohol'],
    ['what the patient is told', { patientInstruction: 'Sit down first' }, 'Sit down first'],
  ])('%s', (_name, dosage, words) => {
    expect(dosageWords(dosage)).toBe(words);
  });

  test('behind the text stands only what it does not say', () => {
    const route = { text: 'subcutaneous' };
    const dosage = {
      text: '2.5 mg when needed',
      doseAndRate: [{ doseQuantity: mg(2.5) }],
      asNeededBoolean: true,
      route,
    };
    expect(dosageWords(dosage)).toBe('2.5 mg when needed, subcutaneous');
  });

  test('no second dosage is lost', () => {
    expect(allDosages([{ text: 'one at night' }, {}, { text: 'two in the morning' }])).toBe(
      'one at night; then two in the morning',
    );
    expect(allDosages(undefined)).toBe('');
  });
});
