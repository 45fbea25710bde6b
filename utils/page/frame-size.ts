import { boxOf } from './dom.ts';

/** A frame smaller than this shows no record: a counter, a button, a picture. In CSS pixels. */
const LEAST_WIDTH = 200;
const LEAST_HEIGHT = 80;

/** Whether a frame is big enough to show somebody's record. */
export function isBigEnough(frame: Element): boolean {
  const { width, height } = boxOf(frame);
  return width >= LEAST_WIDTH && height >= LEAST_HEIGHT;
}
