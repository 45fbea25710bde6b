// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import {
  askBelow,
  type DoubtEvent,
  onAskedAbove,
  onRaisedBelow,
  onToldBelow,
  raiseAbove,
  type Told,
  tellAbove,
} from '../../../utils/page/doubt-event.ts';

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

describe('a frame asks those below', () => {
  afterEach(() => document.body.replaceChildren());

  /** A frame of the same origin, and how often the document in it has been asked for a look. */
  function frameBelow(name = NAME) {
    const element = document.body.appendChild(document.createElement('div'));
    const inner = document.implementation.createHTMLDocument();
    Object.defineProperty(element, 'contentDocument', { value: inner });
    const listening = new AbortController();
    let asked = 0;
    onAskedAbove(inner, name, listening.signal, () => {
      asked += 1;
    });
    return { element, inner, asked: () => asked, stop: () => listening.abort() };
  }

  test('and each of them looks in the same task', () => {
    const [one, other] = [frameBelow(), frameBelow()];
    askBelow([one.element, other.element], NAME);
    expect([one.asked(), other.asked()]).toEqual([1, 1]);
    askBelow([one.element], NAME);
    expect([one.asked(), other.asked()]).toEqual([2, 1]);
  });

  test('but none under another name, nor after it has stopped listening', () => {
    const [one, other] = [frameBelow(), frameBelow('another-name')];
    askBelow([other.element], NAME);
    one.stop();
    askBelow([one.element], NAME);
    expect([one.asked(), other.asked()]).toEqual([0, 0]);
  });

  test('and one of another origin, which cannot be reached, keeps no other from being asked', () => {
    const [foreign, barred, near] = [document.createElement('div'), document.createElement('div'), frameBelow()];
    Object.defineProperty(foreign, 'contentDocument', { value: null });
    Object.defineProperty(barred, 'contentDocument', {
      get() {
        throw new DOMException('Blocked a frame', 'SecurityError');
      },
    });
    expect(() => askBelow([foreign, barred, near.element], NAME)).not.toThrow();
    expect(near.asked()).toBe(1);
  });

  test('with another word than a doubt, so that neither is taken for the other', () => {
    const { element, inner, asked } = frameBelow();
    const doubts: DoubtEvent[] = [];
    onRaisedBelow(inner, NAME, new AbortController().signal, (doubt) => doubts.push(doubt));
    askBelow([element], NAME);
    expect(doubts).toEqual([]);
    inner.dispatchEvent(new CustomEvent(NAME, { detail: '7:document 3 true' }));
    expect([asked(), doubts.length]).toEqual([1, 1]);
  });
});

describe('a frame tells the one right above', () => {
  afterEach(() => document.body.replaceChildren());

  /** What is heard by the time the frame below goes on. */
  function told(tell: () => void): readonly (readonly [Element, Told])[] {
    const all: [Element, Told][] = [];
    const listening = new AbortController();
    onToldBelow(document, NAME, listening.signal, (frame, what) => all.push([frame, what]));
    tell();
    listening.abort();
    tell();
    return all;
  }

  test('that it has spoken, or is silent again, in the same task; also out of an open shadow root', () => {
    const host = document.body.appendChild(document.createElement('div'));
    const [one, other] = [
      document.body.appendChild(document.createElement('iframe')),
      host.attachShadow({ mode: 'open' }).appendChild(document.createElement('iframe')),
    ];
    expect(told(() => tellAbove({ frameElement: one }, NAME, 'spoken'))).toEqual([[one, 'spoken']]);
    expect(told(() => tellAbove({ frameElement: other }, NAME, 'silent'))).toEqual([[other, 'silent']]);
  });

  test('nothing that it does not say, under another name, or from another origin', () => {
    const frameElement = document.body.appendChild(document.createElement('iframe'));
    expect(told(() => tellAbove({ frameElement }, 'another-name', 'spoken'))).toEqual([]);
    expect(told(() => frameElement.dispatchEvent(new CustomEvent(`${NAME}-told`, { bubbles: true })))).toEqual([]);
    const foreign = {
      get frameElement(): Element {
        throw new DOMException('Blocked a frame', 'SecurityError');
      },
    };
    expect(told(() => tellAbove(foreign, NAME, 'spoken'))).toEqual([]);
    expect(told(() => tellAbove({ frameElement: null }, NAME, 'spoken'))).toEqual([]);
  });
});
