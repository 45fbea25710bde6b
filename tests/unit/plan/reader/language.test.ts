import { expect, test } from 'vitest';
import { readDocument } from '../../../../utils/plan/reader/read-document.ts';
import { documentOf, type Json, NUMBER } from '../documents.ts';

function languageIn(changes: Json): string | undefined {
  const document = documentOf([]) as { entry: { resource: Json }[] };
  const [first] = document.entry;
  if (first) first.resource = { ...first.resource, ...changes };
  const read = readDocument(document, NUMBER);
  if (!read.ok) throw new Error(read.why);
  return read.plan.language;
}

test.each(['en-GB', 'cy', 'EN', 'zh-Hant-HK'])('the author’s language as the document has it: %s', (language) => {
  expect(languageIn({ language })).toBe(language);
});

test.each(['', 'English', 'en GB', 'en"onclick', 'x'])('no language is taken from %s', (language) => {
  expect(languageIn({ language })).toBeUndefined();
});

test('none is claimed where the document says none', () => {
  expect(languageIn({})).toBeUndefined();
});
