import type { JSX } from 'preact';
import type { PatientIdentity } from '../../utils/patient/patient-identity.ts';
import type { ReadNow, TeachView } from '../../utils/teach/teach-view.ts';
import { longDate } from '../format/dates.ts';
import { bannerName } from '../format/names.ts';
import { spacedNhsNumber } from '../format/nhs-number.ts';
import { Icon } from '../icons.tsx';
import type { DateWords } from '../words/en/dates.ts';
import { usePageWords } from '../words/pages.ts';

export type LookingProps = {
  readonly view: Extract<TeachView, { kind: 'look' }>;
  /** Names of the months: not among the words of all pages, of which no other writes a date. */
  readonly dates: DateWords;
  readonly onRight: () => void;
  readonly onNobody: () => void;
  readonly onWrong: () => void;
  /** Nobody is open, and somebody can point at what marks such a page. */
  readonly onList: () => void;
};

/** What is read now, for somebody to judge. */
export function Looking({ view, dates, onRight, onNobody, onWrong, onList }: LookingProps): JSX.Element {
  const { TEACH } = usePageWords();
  const { reads, notFound, warnings } = view;
  return (
    <>
      <div class="teach-reads" role="status" data-part="reads" data-reads={reads.kind}>
        {notFound ? <p data-part="not-found">{TEACH.notFound[notFound]}</p> : <Read reads={reads} dates={dates} />}
      </div>
      {notFound ? null : <Warnings warnings={warnings} />}
      <div class="buttons">
        {reads.kind === 'patient' && !notFound ? (
          <button type="button" class="button" data-main data-action="right" onClick={onRight}>
            {TEACH.right}
          </button>
        ) : null}
        <button type="button" class="button" data-action="wrong" onClick={onWrong}>
          {TEACH.wrong}
        </button>
        {notFound || reads.kind === 'loading' ? null : (
          <>
            <button type="button" class="button" data-action="nobody" onClick={onNobody}>
              {TEACH.nobody}
            </button>
            <button type="button" class="button" data-action="list" onClick={onList}>
              {TEACH.list}
            </button>
          </>
        )}
      </div>
      <p class="hint">{TEACH.next}</p>
    </>
  );
}

function Warnings({ warnings }: Pick<LookingProps['view'], 'warnings'>): JSX.Element | null {
  const { TEACH } = usePageWords();
  if (warnings.length === 0) return null;
  return (
    <div class="broken" data-part="warnings">
      <h3>
        <Icon name="unsure" />
        {TEACH.warnings.heading}
      </h3>
      <ul>
        {warnings.map((warning) => (
          <li key={warning} data-warning={warning}>
            {TEACH.warnings[warning]}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Read({ reads, dates }: { reads: ReadNow; dates: DateWords }): JSX.Element {
  const { TEACH } = usePageWords();
  switch (reads.kind) {
    case 'patient':
      return <Person identity={reads.identity} dates={dates} />;
    case 'unreadable': {
      const says: Readonly<Record<string, string>> = TEACH.reads.unreadable;
      return <p>{says[reads.cause] ?? TEACH.reads.unreadable.other}</p>;
    }
    default:
      return <p>{TEACH.reads[reads.kind]}</p>;
  }
}

function Person({ identity, dates }: { identity: PatientIdentity; dates: DateWords }): JSX.Element {
  const { TEACH } = usePageWords();
  return (
    <dl class="rows" translate={false}>
      <div>
        <dt>{TEACH.steps.name}</dt>
        <dd data-part="name">
          <bdi>{bannerName(identity)}</bdi>
        </dd>
      </div>
      <div>
        <dt>{TEACH.reads.born}</dt>
        <dd data-part="born">
          {identity.birthDate ? longDate(identity.birthDate, { DATES: dates }) : TEACH.reads.noBirthDate}
        </dd>
      </div>
      <div>
        <dt>{TEACH.reads.number}</dt>
        <dd data-part="nhs-number">{spacedNhsNumber(identity.nhsNumber)}</dd>
      </div>
    </dl>
  );
}
