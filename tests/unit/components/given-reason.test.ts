import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkReason, MOST_WORDS, needsWords } from '../../../components/states/given-reason.ts';
import { ACCESS_REASONS, MOST_WORDS as MOST_TAKEN, REASON_CODES } from '../../../utils/access/reasons.ts';
import { messageSchemas } from '../../../utils/message-schemas.ts';
import { wordsIn } from '../../words-in.ts';

const EN = wordsIn('en');

test('the form offers every reason there is, and asks for as many words as the background takes', () => {
  expect(Object.keys(EN.REASON.choice)).toEqual([...ACCESS_REASONS]);
  expect(ACCESS_REASONS.filter(needsWords)).toEqual(ACCESS_REASONS.filter((reason) => REASON_CODES[reason].needsWords));
  expect(MOST_WORDS).toBe(MOST_TAKEN);
});

test('words are sent trimmed', () => {
  expect(checkReason({ reason: 'emergency', words: ' \n found unconscious\t' }, EN)).toEqual({
    reason: 'emergency',
    words: 'found unconscious',
  });
});

test('without a note somebody’s agreement says itself; no other reason does', () => {
  expect(checkReason({ reason: 'permission', words: ' ' }, EN)).toEqual({
    reason: 'permission',
    words: 'The person has agreed',
  });
  for (const reason of ['emergency', 'publicInterest', 'statute', 'courtOrder'] as const) {
    expect(checkReason({ reason, words: ' \n' }, EN)).toEqual({ wrong: 'noWords' });
  }
});

test('no reason is no reason, whatever is written', () => {
  expect(checkReason({ reason: null, words: 'found unconscious' }, EN)).toEqual({ wrong: 'noReason' });
});

test('500 characters are taken, 501 are not, and blanks around them do not count', () => {
  expect(checkReason({ reason: 'statute', words: ` ${'x'.repeat(500)} ` }, EN)).toHaveProperty(
    'words',
    'x'.repeat(500),
  );
  expect(checkReason({ reason: 'statute', words: 'x'.repeat(501) }, EN)).toEqual({ wrong: 'tooLong' });
  expect(checkReason({ reason: 'permission', words: 'x'.repeat(501) }, EN)).toEqual({ wrong: 'tooLong' });
});

test('whatever is typed: what can be sent is a command with words in it, and says what was typed', () => {
  const words = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 600 }), fc.constantFrom('', ' ', '\n\t', '\u00a0'));
  fc.assert(
    fc.property(fc.option(fc.constantFrom(...ACCESS_REASONS)), words, (reason, typed) => {
      const checked = checkReason({ reason, words: typed }, EN);
      if ('wrong' in checked) return;
      expect(messageSchemas['command.giveReason'].safeParse({ do: 'giveReason', ...checked }).success).toBe(true);
      expect(checked.words).not.toBe('');
      expect(checked.words).toBe(typed.trim() || 'The person has agreed');
    }),
    { numRuns: 1000 },
  );
});
