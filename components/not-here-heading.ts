import type { NotHere } from '../utils/view/view.ts';
import type { Words } from './words/words.ts';

/** Why nothing of a plan stands beside this page, in one line, with the host of the page where the browser tells it. */
export function notHereHeading(because: NotHere, { NOT_HERE }: Words): string {
  return NOT_HERE.because[because.is].heading.replace('{host}', 'host' in because ? because.host : '');
}
