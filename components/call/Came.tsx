import type { JSX } from 'preact';
import { Icon } from '../icons.tsx';
import type { Taken } from '../take-out.ts';

type CameProps = {
  came: Taken | null;
  /** Left out where the browser itself shows that it was done. */
  done?: string;
  failed: string;
  notKept: (code: string) => string;
};

/** What came of a press, said politely; the place for it is always there, so that it is heard. */
export function Came({ came, done, failed, notKept }: CameProps): JSX.Element {
  const isDone = came === 'taken';
  const says = came === null ? null : isDone ? done : came === 'notTaken' ? failed : notKept(came.notKept);
  return (
    <span class="came" role="status" data-part="came">
      {says && !isDone ? <Icon name="warning" /> : null}
      {says}
    </span>
  );
}
