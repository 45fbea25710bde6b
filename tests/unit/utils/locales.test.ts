import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Messages = Readonly<Record<string, { readonly message: string }>>;

function messagesIn(language: 'en' | 'cy'): Messages {
  const file = new URL(`../../../public/_locales/${language}/messages.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
}

const [english, welsh] = [messagesIn('en'), messagesIn('cy')];
const CONFIG = readFileSync(new URL('../../../wxt.config.ts', import.meta.url), 'utf8');

test('the browser’s own pages name everything in both languages', () => {
  expect(Object.keys(welsh)).toEqual(Object.keys(english));
  const named = [...CONFIG.matchAll(/__MSG_(\w+?)__/g)].map(([, name = '']) => name);
  expect(named.toSorted()).toEqual(Object.keys(english).toSorted());
});

test.each(Object.keys(english))('%s is short enough for the stores, and not left in English', (name) => {
  const most = name === 'name' ? 45 : 132;
  for (const messages of [english, welsh]) {
    expect(messages[name]?.message).not.toBe('');
    expect(messages[name]?.message.length).toBeLessThanOrEqual(most);
  }
  if (name !== 'name') expect(welsh[name]?.message).not.toBe(english[name]?.message);
});
