import type { JSX } from 'preact';
import type { Plan } from '../utils/plan/plan.ts';
import type { Notice } from '../utils/view/view.ts';
import type { On } from './Buttons.tsx';
import { When } from './facts/When.tsx';
import { Icon } from './icons.tsx';
import { noticeHeading } from './notice-headings.ts';
import { BUTTON } from './words.ts';

type BodyProps = { notice: Notice; plan: Plan; on: On };

function Overdue({ notice }: { notice: Extract<Notice, { kind: 'overdue' }> }): JSX.Element {
  return (
    <>
      Was due <When date={notice.due} />.{' '}
      {notice.reviewed ? (
        <>
          Last reviewed <When date={notice.reviewed} />.{' '}
        </>
      ) : null}
      Wishes may have changed.
    </>
  );
}

function DraftNewer(props: { notice: Extract<Notice, { kind: 'draftNewer' }>; plan: Plan }): JSX.Element {
  const { startedAt, by } = props.notice;
  const { version } = props.plan.provenance;
  return (
    <>
      {startedAt || by ? (
        <>
          Started {startedAt ? <When date={startedAt} /> : null}
          {startedAt && by ? ' ' : null}
          {by ? (
            <>
              by <bdi>{by}</bdi>
            </>
          ) : null}
          .{' '}
        </>
      ) : null}
      Below: {version ? `version ${version}, approved.` : 'the approved plan.'}
    </>
  );
}

function Body({ notice, plan, on }: BodyProps): JSX.Element | null {
  switch (notice.kind) {
    case 'overdue':
      return <Overdue notice={notice} />;
    case 'draftNewer':
      return <DraftNewer notice={notice} plan={plan} />;
    case 'unreadableParts':
      return (
        <>
          {notice.parts.join('; ')}.{' '}
          <button type="button" class="plain-button" data-command="retry" onClick={() => on({ do: 'retry' })}>
            {BUTTON.retry}
          </button>
        </>
      );
    case 'severalCurrent':
      return <>All are shown, the newest first. Check the source before relying on one of them.</>;
    case 'givenNameDiffers':
      return (
        <>
          This page: <bdi>{notice.page}</bdi>. The plan: <bdi>{notice.plan}</bdi>. Check the name with the person.
        </>
      );
    case 'restricted':
      return (
        <>Address, phone numbers and place are hidden to protect this person. Do not ask for them or write them down.</>
      );
    case 'testPatient':
      return null;
  }
}

/** With more than these the answer would leave the first screen, so each shows its heading and opens. */
const MOST_IN_FULL = 2;

type OneNoticeProps = BodyProps & { heading: string; folded: boolean };

function OneNotice({ heading, folded, ...body }: OneNoticeProps): JSX.Element {
  const { kind } = body.notice;
  const marks = {
    class: 'notice',
    'data-part': 'notice',
    'data-notice': kind,
    'data-tone': kind === 'overdue' ? 'stop' : undefined,
  };
  if (!folded) {
    return (
      <div {...marks}>
        <Icon name="warning" />
        <p>
          <b>{heading}</b>
          <Body {...body} />
        </p>
      </div>
    );
  }
  return (
    <details {...marks}>
      <summary>
        <Icon name="warning" />
        <b>{heading}</b>
      </summary>
      <p>
        <Body {...body} />
      </p>
    </details>
  );
}

/** Above the answer, because it bears on all of it: read before the answer is trusted. */
export function Notices(props: { notices: readonly Notice[]; plan: Plan; now: number; on: On }): JSX.Element {
  const { notices, plan, now, on } = props;
  const headed = notices.flatMap((notice) => {
    const heading = noticeHeading(notice, now);
    return heading ? [{ notice, heading }] : [];
  });
  const folded = headed.length > MOST_IN_FULL;
  return (
    <>
      {headed.map(({ notice, heading }) => (
        <OneNotice key={notice.kind} notice={notice} heading={heading} folded={folded} plan={plan} on={on} />
      ))}
    </>
  );
}
