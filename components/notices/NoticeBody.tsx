import { type ComponentChildren, Fragment, type JSX } from 'preact';
import type { Plan } from '../../utils/plan/plan.ts';
import type { Notice } from '../../utils/view/view.ts';
import type { On } from '../Buttons.tsx';
import { Authored } from '../facts/Authored.tsx';
import { Filled } from '../facts/Filled.tsx';
import { SaidOf } from '../facts/SaidOf.tsx';
import { Title } from '../facts/Title.tsx';
import { When } from '../facts/When.tsx';
import { useWords } from '../words/words.ts';

/** What notices are about, and what they can ask for. */
export type About = { plan: Plan; service: string; now: number; on: On };

type Of<Kind extends Notice['kind']> = { notice: Extract<Notice, { kind: Kind }> };

function Overdue({ notice }: Of<'overdue'>): JSX.Element {
  const { says } = useWords().NOTICE;
  return (
    <>
      <Filled says={says.wasDue} when={<When date={notice.due} />} />{' '}
      {notice.reviewed ? (
        <>
          <Filled says={says.lastReviewed} when={<When date={notice.reviewed} />} />{' '}
        </>
      ) : null}
      {says.overdue}
    </>
  );
}

function DraftNewer({ notice: { startedAt, by }, plan }: Of<'draftNewer'> & { plan: Plan }): JSX.Element {
  const { says } = useWords().NOTICE;
  const { version } = plan.provenance;
  const started = startedAt ? (by ? says.draftStartedBy : says.draftStarted) : by ? says.draftBy : null;
  return (
    <>
      {started ? (
        <>
          <Filled
            says={started}
            when={startedAt ? <When date={startedAt} /> : null}
            who={by ? <Authored>{by}</Authored> : null}
          />{' '}
        </>
      ) : null}
      {version ? says.belowVersion(version) : says.belowApproved}
    </>
  );
}

/** `retry` begins anew; `revalidate` leaves the plan on the screen whatever comes of it. */
function TryAgain({ does, on }: { does: 'retry' | 'revalidate'; on: On }): JSX.Element {
  const { BUTTON } = useWords();
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
  const { says } = useWords().NOTICE;
  return <Filled says={says.givenNames} page={<Authored>{page}</Authored>} plan={<Authored>{plan}</Authored>} />;
}

type NamedProps = {
  parts: readonly string[];
  linkedItemMissing?: readonly string[];
  children?: ComponentChildren;
};

/** `Whom to call; Allergies. ` and what to do about it. */
function Named({ parts, linkedItemMissing = [], children }: NamedProps): JSX.Element {
  const { says } = useWords().NOTICE;
  return (
    <>
      {parts.map((part, at) => (
        <Fragment key={part}>
          {at > 0 ? '; ' : null}
          <Filled
            says={linkedItemMissing.includes(part) ? says.linkedItemMissing : '{part}'}
            part={<Title>{part}</Title>}
          />
        </Fragment>
      ))}
      {parts.length > 0 ? '. ' : null}
      {children}
    </>
  );
}

function UnreadableParts({ notice, on }: Of<'unreadableParts'> & { on: On }): JSX.Element {
  return (
    <Named parts={notice.parts} linkedItemMissing={notice.linkedItemMissing}>
      <TryAgain does="retry" on={on} />
    </Named>
  );
}

function EmergencyAccess({ notice: { alerted } }: Of<'emergencyAccess'>): JSX.Element {
  const { says } = useWords().NOTICE;
  return alerted === null ? <Filled says={says.emergencyAccess} /> : <SaidOf says={says.emergencyTold} who={alerted} />;
}

function FutureDates({ notice }: Of<'datedInFuture'>): JSX.Element {
  const { says } = useWords().NOTICE;
  return (
    <>
      {notice.dates.map((date, at) => (
        <>
          {at > 0 ? ', ' : null}
          <When key={date} date={date} />
        </>
      ))}
      . {says.datedInFuture}
    </>
  );
}

/** What stands below the heading of a notice. */
export function NoticeBody({ notice, plan, service, on }: About & { notice: Notice }): JSX.Element | null {
  const { NOTICE, COULD_NOT_CHECK } = useWords();
  const { says } = NOTICE;
  switch (notice.kind) {
    case 'overdue':
      return <Overdue notice={notice} />;
    case 'draftNewer':
      return <DraftNewer notice={notice} plan={plan} />;
    case 'unreadableParts':
      return <UnreadableParts notice={notice} on={on} />;
    case 'notCheckedSince':
      return (
        <AskAgain says={`${COULD_NOT_CHECK.cause[notice.cause].briefly(service)} ${says.notCheckedSince}`} on={on} />
      );
    case 'savedCopy':
      return <AskAgain says={says.savedCopy(notice.cause, service)} on={on} />;
    case 'emergencyAccess':
      return <EmergencyAccess notice={notice} />;
    case 'contradiction':
      return <Named parts={notice.parts}>{says.contradiction}</Named>;
    case 'unknownSections':
      return <Named parts={notice.parts}>{says.unknownSections(notice.parts.length)}</Named>;
    case 'changed':
    case 'newerVersion':
      return <Named parts={notice.parts}>{notice.parts.length > 0 ? null : says.nothingChanged}</Named>;
    case 'otherKind':
      return <Filled says={says.otherKind} words={<Authored>{notice.sentAs}</Authored>} />;
    case 'datedInFuture':
      return <FutureDates notice={notice} />;
    case 'givenNameDiffers':
      return <GivenNames notice={notice} />;
    case 'testPatient':
      return null;
    default:
      return <>{says[notice.kind]}</>;
  }
}
