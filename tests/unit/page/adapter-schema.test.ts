import { describe, expect, test } from 'vitest';
import { parseAdapter } from '../../../utils/page/adapter-schema.ts';

const adapter = {
  id: 'example-record',
  region: '.banner',
  fields: {
    nhsNumber: { selector: '.number' },
    birthDate: { selector: '.born', order: 'dayFirst' },
    name: { whole: { selector: '.name' } },
  },
  proves: ['.tabs'],
  forbids: ['.results'],
};
const screen = { screen: 'An open record', shows: '.record', sees: 'patient' };
const withFields = (changes: Record<string, unknown>) => ({ ...adapter, fields: { ...adapter.fields, ...changes } });

test('a whole adapter comes out as it went in', () => {
  const whole = {
    ...withFields({
      nhsNumber: { selector: '.number', from: { attribute: 'data-number' }, pattern: '(\\d{10})' },
      birthDate: { label: 'Born', pattern: '(.+)', order: 'yearFirst' },
      name: { family: { selector: '.family' }, given: { selector: '.given' } },
    }),
    framePaths: ['/record'],
    selfTest: [
      { screen: 'Summary of an open record', shows: '.record', sees: 'patient' },
      { screen: 'Log-in', shows: '#login', sees: 'nobody' },
    ],
  };
  const byValue = withFields({
    nhsNumber: { selector: '#number', from: 'value' },
    birthDate: { selector: '#born', from: 'text' },
    name: { whole: { label: 'Name' } },
  });
  for (const one of [adapter, whole, byValue]) expect(parseAdapter(JSON.parse(JSON.stringify(one)))).toEqual(one);
});

describe('S6: refused', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'adapter'],
    ['an unknown key', { ...adapter, script: 'alert(1)' }],
    ['an unknown field', withFields({ postcode: { selector: '.postcode' } })],
    ['an unknown key in a field', withFields({ nhsNumber: { selector: '.number', code: '1' } })],
    ['an id with spaces', { ...adapter, id: 'Example Record' }],
    ['no id', { ...adapter, id: undefined }],
    ['an empty region', { ...adapter, region: '' }],
    ['a region that is no text', { ...adapter, region: ['.a'] }],
    ['no number', withFields({ nhsNumber: undefined })],
    ['no birth date', withFields({ birthDate: undefined })],
    ['no name', withFields({ name: undefined })],
    ['half a name', withFields({ name: { family: { selector: '.family' } } })],
    [
      'the name in both ways',
      withFields({ name: { whole: { selector: '.a' }, family: { selector: '.b' }, given: { selector: '.c' } } }),
    ],
    ['an unknown order', withFields({ birthDate: { selector: '.born', order: 'guess' } })],
    ['an order that is no order of a date', withFields({ nhsNumber: { selector: '.number', order: 'dayFirst' } })],
    ['no proofs', { ...adapter, proves: undefined }],
    ['no forbids', { ...adapter, forbids: undefined }],
    ['an empty selector among the proofs', { ...adapter, proves: [''] }],
    ['a selector without end', { ...adapter, region: 'a'.repeat(501) }],
    ['what older versions called expects', { ...adapter, expects: '.record' }],
    ['an attribute outside from', withFields({ nhsNumber: { selector: '.number', attribute: 'data-number' } })],
    ['from an attribute without a name', withFields({ nhsNumber: { selector: '.number', from: { attribute: '' } } })],
    ['from anything else', withFields({ nhsNumber: { selector: '.number', from: 'innerHTML' } })],
    [
      'from two things',
      withFields({ nhsNumber: { selector: '.number', from: { attribute: 'data-number', value: true } } }),
    ],
    ['a label and a selector', withFields({ nhsNumber: { selector: '.number', label: 'NHS No.' } })],
    ['a label and where it is from', withFields({ nhsNumber: { label: 'NHS No.', from: 'value' } })],
    ['an empty label', withFields({ nhsNumber: { label: '' } })],
    ['a label without end', withFields({ nhsNumber: { label: 'a'.repeat(61) } })],
    ['a label that is no text', withFields({ nhsNumber: { label: 1 } })],
    [
      'a label with the order of a date for a name',
      withFields({ name: { whole: { label: 'Name', order: 'dayFirst' } } }),
    ],
    ['a self-test that is no list', { ...adapter, selfTest: screen }],
    ['a screen without a name', { ...adapter, selfTest: [{ ...screen, screen: '' }] }],
    ['a screen that cannot be known', { ...adapter, selfTest: [{ ...screen, shows: undefined }] }],
    ['a screen that sees something else', { ...adapter, selfTest: [{ ...screen, sees: 'somebody' }] }],
    ['a screen with more to say', { ...adapter, selfTest: [{ ...screen, otherwise: 'go on' }] }],
  ])('%s', (_name, raw) => {
    expect(() => parseAdapter(raw === undefined ? raw : JSON.parse(JSON.stringify(raw)))).toThrow();
  });

  const withPattern = (pattern: string) => withFields({ nhsNumber: { selector: '.number', pattern } });

  test.each(['(', '[a', '\\d{10}', '(a)(b)', '(?:a)', '(?<', '(a)'.repeat(100), '(\\q)', `(${'a'.repeat(200)})`])(
    'the pattern %s',
    (pattern) => {
      expect(() => parseAdapter(withPattern(pattern))).toThrow();
    },
  );

  test.each([
    // A repeated group, however it is written.
    '(a+)+',
    '(a)*',
    '(?:a|aa)+(b)',
    '(?:a?){30}(b)',
    '(\\d){10}',
    // Too many open ends that can share one text.
    '.*.*.*(.*)',
    '\\d+\\d+\\d+(\\d+)',
    '(a{2,}b{2,}c{2,}d{2,})',
    '[^x]*[^y]+(z*)q+',
  ])('the pattern %s, which may be slow', (pattern) => {
    expect(() => parseAdapter(withPattern(pattern))).toThrow();
  });

  test.each([
    '(\\d{10})',
    'No: (.+)$',
    '(?:a|b)(c)',
    '(?<number>\\d+)',
    'a|(b)',
    '^\\s*No: *(.+)$',
    '(\\d{3} \\d{3} \\d{4})',
    // Escaped, or in a class, these repeat nothing.
    '\\(\\)\\*\\+(a)',
    '[)*+{]+([*+]{4})',
  ])('but not the pattern %s', (pattern) => {
    expect(() => parseAdapter(withPattern(pattern))).not.toThrow();
  });

  test.each(['selector', 'label'])(
    'a pattern is judged also beside a %s, for a date, and in a part of a name',
    (key) => {
      const slow = { [key]: 'a', pattern: '(a+)+' };
      expect(() => parseAdapter(withFields({ birthDate: slow }))).toThrow();
      expect(() => parseAdapter(withFields({ name: { whole: slow } }))).toThrow();
      expect(() => parseAdapter(withFields({ name: { family: { label: 'Family' }, given: slow } }))).toThrow();
    },
  );
});
