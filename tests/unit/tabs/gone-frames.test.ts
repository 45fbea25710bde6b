import { expect, test } from 'vitest';
import { margaret, nobody } from '../context/sightings.ts';
import { DeskRig } from './desk-rig.ts';

const TOP = 'p:top';
const frames = Array.from({ length: 150 }, (_, at) => `p:${at}`);

/** A tab with its top frame, and what the page was last told about who has left. */
function tab(): { readonly rig: DeskRig; readonly gone: () => readonly string[] | undefined } {
  const rig = new DeskRig();
  rig.openTop(TOP);
  rig.report({ frame: TOP, sequence: 1, sighting: nobody });
  return { rig, gone: () => rig.contexts.at(-1)?.gone };
}

test('nobody has left at first', () => {
  expect(tab().gone()).toEqual([]);
});

test('a frame that leaves is in the context that its leaving gives, and in every one after it', () => {
  const { rig, gone } = tab();
  rig.report({ frame: 'p:1', sequence: 1, sighting: margaret });
  rig.leave('p:1');
  expect(gone()).toEqual(['p:1']);
  rig.report({ frame: 'p:2', sequence: 1, sighting: nobody });
  expect(gone()).toEqual(['p:1']);
});

test('a frame that left before it said anything has left too', () => {
  const { rig, gone } = tab();
  rig.leave('p:silent');
  expect(gone()).toEqual(['p:silent']);
});

test('a frame that comes back is no longer gone, and is again once it has left again', () => {
  const { rig, gone } = tab();
  rig.report({ frame: 'p:1', sequence: 1, sighting: nobody });
  rig.leave('p:1');
  rig.report({ frame: 'p:1', sequence: 1, sighting: nobody });
  expect(gone()).toEqual([]);
  rig.leave('p:1');
  expect(gone()).toEqual(['p:1']);
});

test('a page that goes through many frames is told of the last hundred, in the order in which they left', () => {
  const { rig, gone } = tab();
  for (const frame of frames) {
    rig.report({ frame, sequence: 1, sighting: nobody });
    rig.leave(frame);
  }
  expect(gone()).toEqual(frames.slice(-100));
});

test('of a hundred that left, one that comes back is taken out and makes room for nobody', () => {
  const { rig, gone } = tab();
  for (const frame of frames.slice(0, 100)) rig.leave(frame);
  rig.report({ frame: 'p:50', sequence: 1, sighting: nobody });
  expect(gone()).toEqual(frames.slice(0, 100).filter((frame) => frame !== 'p:50'));
});

test('the next document in the top frame is told who left before it came', () => {
  const { rig, gone } = tab();
  rig.report({ frame: 'p:1', sequence: 1, sighting: nobody });
  rig.leave('p:1');
  rig.leave(TOP);
  rig.openTop('p:next');
  rig.report({ frame: 'p:next', sequence: 1, sighting: nobody });
  expect(gone()).toEqual(['p:1', TOP]);
});
