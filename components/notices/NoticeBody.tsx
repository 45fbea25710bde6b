import type { JSX } from 'preact';
import type { Plan } from '../../utils/plan/plan.ts';
import type { Notice } from '../../utils/view/view.ts';
import type { On } from '../Buttons.tsx';
import { When } from '../facts/When.tsx';
import { BUTTON, COULD_NOT_CHECK, NOTICE_SAYS } from '../words.ts';

/** What notices are about, and what they can ask for. */
export type About = { plan: Plan; service: string; now: number; on: On };

type Of<Kind extends Notice['kind']> = { notice: Extract<Notice, { kind: Kind }> };

function Overdue({ notice }: Of<'overdue'>): JSX.Element {
  return (
    <>
      Was due <When date={notice.due} />.{' '}
      {notice.reviewed ? (
        <>
          Last reviewed <When date={notice.reviewed} />.{' '}
        </>
      ) : null}
      {NOTICE_SAYS.overdue}
    </>
  );
}

function DraftNewer({ notice: { startedAt, by }, plan }: Of<'draftNewer'> & { plan: Plan }): JSX.Element {
  const { version } = plan.provenance;
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

/** `retry` begins anew; `revalidate` leaves the plan on the screen whatever comes of it. */
function TryAgain({ does, on }: { does: 'retry' | 'revalidate'; on: On }): JSX.Element {
  return (
    <button type="button" class="plain-button" data-command={does} onClick={() => on({ do: does })}>
      {BUTTON.retry}
    </button>
  );
}

/** Why the service could not be asked, and to ask it once more. */
function AskAgain({ says, on }: { says: string; on: On }): JSX.Element {
  return (
    <>
      {says} <TryAgain does="revalidate" on={on} />
    </>
  );
}

function GivenNames({ notice: { page, plan } }: Of<'givenNameDiffers'>): JSX.Element {
  return (
    <>
      This page: <bdi>{page}</bdi>. The plan: <bdi>{plan}</bdi>. {NOTICE_SAYS.checkName}
    </>
  );
}

function UnreadableParts({
  notice: { parts, linkedItemMissing },
  on,
}: Of<'unreadableParts'> & { on: On }): JSX.Element {
  const named = parts.map((part) => (linkedItemMissing.includes(part) ? NOTICE_SAYS.linkedItemMissing(part) : part));
  return (
    <>
      {named.join('; ')}. <TryAgain does="retry" on={on} />
    </>
  );
}

function FutureDates({ notice }: Of<'datedInFuture'>): JSX.Element {
  return (
    <>
      {notice.dates.map((date, at) => (
        <>
          {at > 0 ? ', ' : null}
          <When key={date} date={date} />
        </>
      ))}
      . {NOTICE_SAYS.datedInFuture}
    </>
  );
}

/** `Whom to call; Allergies. ` and what to do about it. */
function named(parts: readonly string[], says?: string): JSX.Element {
  return (
    <>
      {parts.length > 0 ? `${parts.join('; ')}. ` : null}
      {says}
    </>
  );
}

/** What stands below the heading of a notice. */
export function NoticeBody({ notice, plan, service, on }: About & { notice: Notice }): JSX.Element | null {
  switch (notice.kind) {
    case 'overdue':
      return <Overdue notice={notice} />;
    case 'draftNewer':
      return <DraftNewer notice={notice} plan={plan} />;
    case 'unreadableParts':
      return <UnreadableParts notice={notice} on={on} />;
    case 'notCheckedSince':
      return (
        <AskAgain says={`${COULD_NOT_CHECK[notice.cause].briefly(service)} ${NOTICE_SAYS.notCheckedSince}`} on={on} />
      );
    case 'savedCopy':
      return <AskAgain says={NOTICE_SAYS.savedCopy(notice.cause, service)} on={on} />;
    case 'emergencyAccess':
      return <>{NOTICE_SAYS.emergencyAccess(notice.alerted)}</>;
    case 'contradiction':
      return named(notice.parts, NOTICE_SAYS.contradiction);
    case 'unknownSections':
      return named(notice.parts, NOTICE_SAYS.unknownSections(notice.parts.length));
    case 'changed':
    case 'newerVersion':
      return named(notice.parts, notice.parts.length > 0 ? undefined : NOTICE_SAYS.nothingChanged);
    case 'otherKind':
      return <>{NOTICE_SAYS.otherKind(notice.sentAs)}</>;
    case 'datedInFuture':
      return <FutureDates notice={notice} />;
    case 'givenNameDiffers':
      return <GivenNames notice={notice} />;
    case 'testPatient':
      return null;
    default:
      return <>{NOTICE_SAYS[notice.kind]}</>;
  }
}
