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
const withFields = (changes: Record<string, unknown>) => ({ ...adapter, fields: { ...adapter.fields, ...changes } });

test('a whole adapter comes out as it went in', () => {
  const whole = {
    ...withFields({
      nhsNumber: { selector: '.number', attribute: 'data-number', pattern: '(\\d{10})' },
      name: { family: { selector: '.family' }, given: { selector: '.given' } },
    }),
    expects: '.record',
    framePaths: ['/record'],
  };
  for (const one of [adapter, whole]) expect(parseAdapter(JSON.parse(JSON.stringify(one)))).toEqual(one);
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
  ])('%s', (_name, raw) => {
    expect(() => parseAdapter(raw === undefined ? raw : JSON.parse(JSON.stringify(raw)))).toThrow();
  });

  test.each(['(', '[a', '\\d{10}', '(a)(b)', '(?:a)', '(?<', '(a)'.repeat(100), '(\\q)'])(
    'the pattern %s',
    (pattern) => {
      expect(() => parseAdapter(withFields({ nhsNumber: { selector: '.number', pattern } }))).toThrow();
    },
  );

  test.each(['(\\d{10})', 'No: (.+)$', '(?:a|b)(c)', '(?<number>\\d+)', 'a|(b)'])(
    'but not the pattern %s',
    (pattern) => {
      expect(() => parseAdapter(withFields({ nhsNumber: { selector: '.number', pattern } }))).not.toThrow();
    },
  );
});
