// @vitest-environment happy-dom
import { beforeAll, expect, test, vi } from 'vitest';
import { framesBelow } from '../../../utils/page/frames-below.ts';
import { indexNow, one, page, pretendLayout } from './layout.ts';

beforeAll(() => pretendLayout(window));

const NAME = 'a name nobody guesses';

function opened() {
  page('<div id="around"></div><p id="aside"></p>');
  // Not an `iframe`, which this DOM would try to load.
  const frame = one('#around').appendChild(document.createElement('frame'));
  const asked = vi.fn();
  const inner = new EventTarget();
  inner.addEventListener(`${NAME}-look`, asked);
  Object.defineProperty(frame, 'contentDocument', { configurable: true, value: inner });
  return { below: framesBelow(indexNow(), NAME), asked };
}

const record = (type: MutationRecordType, target: Element) => ({ type, target });

test('S2: an attribute of what stands around a frame is passed on before anything else happens', () => {
  const { below, asked } = opened();
  below.onMutations([record('attributes', one('#around'))]);
  expect(asked).toHaveBeenCalledTimes(1);
});

test('S12: an attribute elsewhere, or new content around a frame, makes no frame look in the same task', () => {
  const { below, asked } = opened();
  below.onMutations([record('attributes', one('#aside')), record('childList', one('#around'))]);
  expect(asked).not.toHaveBeenCalled();
  below.stop();
});

test('any number of such changes is passed on once, a little later; an animation frame comes first', async () => {
  const { below, asked } = opened();
  for (let change = 0; change < 100; change += 1) below.onMutations([record('childList', one('#around'))]);
  below.askIn(0);
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
  below.stop();
});

test('nothing is passed on once it has been stopped', async () => {
  const { below, asked } = opened();
  below.askIn(0);
  below.stop();
  await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
  expect(asked).not.toHaveBeenCalled();
});
