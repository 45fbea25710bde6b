import { describe, expect, test } from 'vitest';
import { parseBody } from '../../../../utils/plan/service/parse-body.ts';
import type { BodyText } from '../../../../utils/plan/service/read-body.ts';

const FHIR = 'application/fhir+json; charset=utf-8';
const parse = (text: string, contentType: string | null = FHIR) => parseBody({ kind: 'text', text }, contentType, 200);
const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

test.each([FHIR, 'application/json', 'text/plain', 'text/html', 'application/octet-stream', '', null])(
  'JSON is JSON, whatever it calls itself: %j',
  (contentType) => expect(parse('{"a":1}\r\n', contentType)).toEqual({ ok: true, value: { a: 1 } }),
);

describe('S4: what is no JSON is told apart, and is never nothing', () => {
  test.each<[string, string, string | null, string, string]>([
    ['a web page', '<!DOCTYPE html><html>', 'text/html', 'notFhir', 'PLN-HTML'],
    ['a web page that calls itself JSON', ' \n<html>', FHIR, 'notFhir', 'PLN-HTML'],
    ['words that call themselves a web page', 'Please log in', 'text/html; charset=utf-8', 'notFhir', 'PLN-HTML'],
    ['words', 'upstream connect error', 'text/plain', 'notFhir', 'PLN-NOT-FHIR'],
    ['half an object', '{"resourceType":"Bundle","entry":[{"reso', FHIR, 'cutShort', 'PLN-CUT-SHORT'],
    ['half a string', '{"div":"<div>Not for', FHIR, 'cutShort', 'PLN-CUT-SHORT'],
    ['half a list', '[1, 2,', FHIR, 'cutShort', 'PLN-CUT-SHORT'],
    ['half an object that calls itself a web page', '{"a":', 'text/html', 'cutShort', 'PLN-CUT-SHORT'],
    ['two objects', '{"a":1}{"b":2}', FHIR, 'notFhir', 'PLN-NOT-FHIR'],
    ['a comma too many', '{"a":1,}', FHIR, 'notFhir', 'PLN-NOT-FHIR'],
    ['nothing', '', FHIR, 'unexpectedAnswer', 'PLN-EMPTY'],
    ['white space', ' \r\n\t', FHIR, 'unexpectedAnswer', 'PLN-EMPTY'],
    ['nothing that calls itself a web page', '', 'text/html', 'unexpectedAnswer', 'PLN-EMPTY'],
    ['a list in a list in a …', nested(201), FHIR, 'unexpectedAnswer', 'PLN-TOO-DEEP'],
    ['a hundred thousand levels', nested(100_000), FHIR, 'unexpectedAnswer', 'PLN-TOO-DEEP'],
  ])('%s', (_name, text, contentType, cause, code) => {
    expect(parse(text, contentType)).toEqual({ ok: false, cause, code });
  });

  test.each<[BodyText['kind'], string, string]>([
    ['tooLarge', 'tooLarge', 'PLN-TOO-LARGE'],
    ['otherCharset', 'unexpectedAnswer', 'PLN-CHARSET'],
    ['brokenOff', 'cutShort', 'PLN-BROKEN-OFF'],
  ])('a body that is %s', (kind, cause, code) => {
    const body = kind === 'text' ? { kind, text: '' } : { kind };
    expect(parseBody(body, FHIR, 200)).toEqual({ ok: false, cause, code });
  });
});

test('two hundred levels are let through', () => expect(parse(nested(200))).toMatchObject({ ok: true }));

test('a JSON value that is no object is one all the same, for others to judge', () => {
  for (const [text, value] of [['null', null] as const, ['0', 0] as const, ['"a"', 'a'] as const]) {
    expect(parse(text)).toEqual({ ok: true, value });
  }
});
