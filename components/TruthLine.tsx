import type { JSX } from 'preact';
import type { Provenance } from '../utils/plan/plan.ts';
import { Sentence } from './facts/Sentence.tsx';
import { author } from './facts/Source.tsx';
import { When } from './facts/When.tsx';
import { clockAndDay } from './format/dates.ts';
import { HELD } from './words.ts';

type TruthLineProps = {
  provenance: Provenance;
  /** A notice above already says that the review is overdue. */
  overdue: boolean;
  /** Something of the section that holds the next review could not be read. */
  reviewUnreadable: boolean;
  fetchedAt: number;
  /** From a copy kept here. */
  saved: boolean;
  now: number;
};

/** Trust needs an age: status, version, review, next review, fetched. */
export function TruthLine(props: TruthLineProps): JSX.Element {
  const { provenance, overdue, reviewUnreadable, fetchedAt, saved, now } = props;
  const { approval, version, reviewed, reviewDue } = provenance;
  const reviewer = reviewed && author(reviewed);
  return (
    <p class="truth" data-part="truth">
      <b>
        {approval === 'approved' ? 'Approved plan' : 'Draft, not yet approved'}
        {version ? `, version ${version}` : null}
        {reviewed?.date ? (
          <>
            , reviewed <When date={reviewed.date} />
          </>
        ) : null}
      </b>
      {reviewed?.date ? null : ', date of review not recorded'}
      {reviewer ? (
        <>
          {' '}
          by <bdi>{reviewer}</bdi>
        </>
      ) : null}
      .{' '}
      {reviewDue && !overdue ? (
        <>
          Next review due <When date={reviewDue} />.{' '}
        </>
      ) : null}
      {reviewDue ? null : `Next review date ${reviewUnreadable ? 'could not be read' : 'not recorded'}. `}
      <Sentence>{HELD[saved ? 'saved' : 'fetched'](clockAndDay(fetchedAt, now))}</Sentence>
    </p>
  );
}
