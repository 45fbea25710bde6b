// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { FIRST_PLACE, type Place } from '../../../utils/page/place.ts';
import { draw, storyOf } from './draw.tsx';

function edgeAt(place: Place) {
  const overlay = { place, arrange: vi.fn(), drawEdge: vi.fn() };
  const { view, now } = storyOf('plan');
  const edge = draw(view, now, { overlay }).article.querySelector<HTMLElement>('.edge');
  if (!edge) throw new Error('There is no edge');
  edge.setPointerCapture = vi.fn();
  const happen = (type: string, clientX: number) =>
    act(() => {
      const event = new MouseEvent(type, { bubbles: true, clientX });
      Object.defineProperties(event, { isPrimary: { value: true }, pointerId: { value: 1 } });
      edge.dispatchEvent(event);
    });
  const key = (name: string, more: object = {}) =>
    act(() => {
      edge.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }));
    });
  return { edge, overlay, happen, key };
}

test('is a separator with its width', () => {
  const { edge } = edgeAt({ ...FIRST_PLACE, width: 400 });
  const says = [
    'role',
    'aria-orientation',
    'aria-valuenow',
    'aria-valuemin',
    'aria-valuemax',
    'aria-label',
    'tabindex',
  ];
  expect(says.map((name) => edge.getAttribute(name))).toEqual([
    'separator',
    'vertical',
    '400',
    '320',
    '480',
    'Width of Planside',
    '0',
  ]);
});

test.each([
  ['right', 'ArrowLeft', 376],
  ['right', 'ArrowRight', 344],
  ['left', 'ArrowLeft', 344],
  ['left', 'ArrowRight', 376],
  ['left', 'Home', 320],
  ['right', 'End', 480],
] as const)('at the %s, %s makes it %i wide', (side, name, width) => {
  const place = { ...FIRST_PLACE, side };
  const { overlay, key } = edgeAt(place);
  key(name);
  expect(overlay.arrange).toHaveBeenCalledExactlyOnceWith({ ...place, width });
});

test('other keys, and keys of the browser, are none of its business', () => {
  const { overlay, key } = edgeAt(FIRST_PLACE);
  for (const name of ['ArrowUp', 'Enter', 'a', 'Escape']) key(name);
  key('ArrowLeft', { altKey: true });
  expect(overlay.arrange).not.toHaveBeenCalled();
});

test('drawn by a pointer it follows, is remembered once let go of, and goes back when it is lost', () => {
  const { overlay, happen } = edgeAt(FIRST_PLACE);
  happen('pointermove', 5);
  happen('pointerdown', 10);
  happen('pointermove', -30);
  happen('pointermove', -500);
  expect(overlay.drawEdge.mock.calls).toEqual([[400], [480]]);
  happen('pointerup', -50);
  happen('lostpointercapture', -50);
  expect(overlay.arrange.mock.calls).toEqual([[{ ...FIRST_PLACE, width: 420 }]]);
  happen('pointerdown', 10);
  happen('pointermove', -30);
  happen('pointercancel', 0);
  expect(overlay.arrange).toHaveBeenLastCalledWith(FIRST_PLACE);
});
