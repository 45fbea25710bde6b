import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Announcement } from './announcement.ts';

const SILENCE: Announcement = { status: '', alert: '' };

/**
 * What a screen reader says by itself. A region that comes with its text already in it is passed over by some, so both
 * are there first, empty, and speak once that is drawn; what is no longer so is taken back at once.
 */
export function LiveRegions({ status, alert }: Announcement): JSX.Element {
  const [due, setDue] = useState(SILENCE);
  useEffect(() => setDue({ status, alert }), [status, alert]);
  return (
    <>
      <p class="unseen" role="status" data-part="status">
        {due.status === status ? status : ''}
      </p>
      <p class="unseen" role="alert" data-part="alert">
        {due.alert === alert ? alert : ''}
      </p>
    </>
  );
}
