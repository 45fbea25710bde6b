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

/** Above the answer, because it bears on all of it: read before the answer is trusted. */
export function Notices(props: { notices: readonly Notice[]; plan: Plan; now: number; on: On }): JSX.Element {
  const { notices, plan, now, on } = props;
  return (
    <>
      {notices.map((notice) => {
        const heading = noticeHeading(notice, now);
        if (!heading) return null;
        return (
          <div
            class="notice"
            key={notice.kind}
            data-part="notice"
            data-notice={notice.kind}
            data-tone={notice.kind === 'overdue' ? 'stop' : undefined}
          >
            <Icon name="warning" />
            <p>
              <b>{heading}</b>
              <Body notice={notice} plan={plan} on={on} />
            </p>
          </div>
        );
      })}
    </>
  );
}
