// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { type DoubtEvent, onRaisedBelow, raiseAbove } from '../../../utils/page/doubt-event.ts';

const NAME = 'a-name-nobody-can-guess';

/** What the top frame has heard by the time the frame below goes on. */
function heard(raise: () => void): readonly DoubtEvent[] {
  const doubts: DoubtEvent[] = [];
  const listening = new AbortController();
  onRaisedBelow(document, NAME, listening.signal, (doubt) => doubts.push(doubt));
  raise();
  listening.abort();
  return doubts;
}

const below = { top: window };

test('S2: a doubt of a frame below is heard in the same task', () => {
  expect(heard(() => raiseAbove(below, NAME, { frame: '7:document', sequence: 3, claims: true }))).toEqual([
    { frame: '7:document', sequence: 3, claims: true },
  ]);
  expect(heard(() => raiseAbove(below, NAME, { frame: '7:document', sequence: 'left', claims: false }))).toEqual([
    { frame: '7:document', sequence: 'left', claims: false },
  ]);
});

test('hears nothing under another name, without words, or after it has stopped listening', () => {
  expect(heard(() => raiseAbove(below, 'another-name', { frame: '7:document', sequence: 3, claims: true }))).toEqual(
    [],
  );
  expect(heard(() => document.dispatchEvent(new Event(NAME)))).toEqual([]);
  const doubts = heard(() => undefined);
  raiseAbove(below, NAME, { frame: '7:document', sequence: 3, claims: true });
  expect(doubts).toEqual([]);
});

test('a frame of another origin cannot reach the top document, and is not hurt by it', () => {
  const foreign = {
    get top(): Window {
      throw new DOMException('Blocked a frame', 'SecurityError');
    },
  };
  expect(heard(() => raiseAbove(foreign, NAME, { frame: '7:document', sequence: 3, claims: true }))).toEqual([]);
});
