import type { JSX } from 'preact';
import type { Provenance } from '../utils/plan/plan.ts';
import { Authored } from './facts/Authored.tsx';
import { Filled } from './facts/Filled.tsx';
import { Sentence } from './facts/Sentence.tsx';
import { author } from './facts/Source.tsx';
import { When } from './facts/When.tsx';
import { clockAndDay } from './format/dates.ts';
import { useWords } from './words/words.ts';

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
  const words = useWords();
  const { TRUTH } = words;
  const reviewer = reviewed && author(reviewed);
  return (
    <p class="truth" data-part="truth">
      <b>
        {approval === 'approved' ? TRUTH.approved : TRUTH.draft}
        {version ? <Filled says={TRUTH.version} version={<Authored>{version}</Authored>} /> : null}
        {reviewed?.date ? <Filled says={TRUTH.reviewed} when={<When date={reviewed.date} />} /> : null}
      </b>
      {reviewed?.date ? null : TRUTH.notReviewed}
      {reviewer ? (
        <>
          {' '}
          <Filled says={TRUTH.by} who={<Authored>{reviewer}</Authored>} />
        </>
      ) : null}
      .{' '}
      {reviewDue && !overdue ? (
        <>
          <Filled says={TRUTH.nextDue} when={<When date={reviewDue} />} />{' '}
        </>
      ) : null}
      {reviewDue ? null : `${reviewUnreadable ? TRUTH.nextUnreadable : TRUTH.nextNotRecorded} `}
      <Sentence>{TRUTH[saved ? 'saved' : 'fetched'](clockAndDay(fetchedAt, now, words))}</Sentence>
    </p>
  );
}
