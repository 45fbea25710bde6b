import type { JSX } from 'preact';
import type { Plan, Provenance, Statement } from '../../utils/plan/plan.ts';
import { Authored } from '../facts/Authored.tsx';
import { Filled } from '../facts/Filled.tsx';
import { NotRecorded, PartUnreadable } from '../facts/Missing.tsx';
import { Phone } from '../facts/Phone.tsx';
import { author } from '../facts/Source.tsx';
import { When } from '../facts/When.tsx';
import { clockAndDay } from '../format/dates.ts';
import { isReviewUnreadable } from '../parts.ts';
import { useWords } from '../words/words.ts';
import { Fact, Section } from './Section.tsx';

function Words({ children }: { children: string | undefined }): JSX.Element {
  return children ? (
    <b class="said">
      <Authored>{children}</Authored>
    </b>
  ) : (
    <NotRecorded />
  );
}

function Day({ date }: { date: string | undefined }): JSX.Element {
  return date ? (
    <b class="said">
      <When date={date} />
    </b>
  ) : (
    <NotRecorded />
  );
}

function Reviewed({ reviewed }: { reviewed: Statement | undefined }): JSX.Element {
  const { TRUTH } = useWords();
  const who = reviewed && author(reviewed);
  return (
    <>
      <Day date={reviewed?.date} />
      {who ? (
        <>
          {' '}
          <Filled says={TRUTH.by} who={<Authored>{who}</Authored>} />
        </>
      ) : null}
    </>
  );
}

function Author({ author: { by, organisation, phone } }: { author: Statement }): JSX.Element {
  const { ORIGIN } = useWords();
  return (
    <>
      <Fact label={ORIGIN.author}>
        <Words>{by}</Words>
      </Fact>
      <Fact label={ORIGIN.organisation}>
        <Words>{organisation}</Words>
      </Fact>
      {phone ? (
        <Fact label={ORIGIN.authorsNumber}>
          <Phone number={phone} of={by ?? organisation} />
        </Fact>
      ) : null}
    </>
  );
}

/** What kind of document it is, who wrote it and who keeps it. */
function Document({ provenance }: { provenance: Provenance }): JSX.Element {
  const { NOTICE, ORIGIN, TRUTH } = useWords();
  const { title, otherKind, author: by, otherAuthors, approval, version } = provenance;
  return (
    <>
      <Fact label={ORIGIN.plan}>
        <Words>{title}</Words>
      </Fact>
      {otherKind ? (
        <Fact label={ORIGIN.kind} part="other-kind">
          <Filled says={ORIGIN.kindSentAs} kind={NOTICE.heading.otherKind} words={<Authored>{otherKind}</Authored>} />
        </Fact>
      ) : null}
      <Author author={by} />
      {otherAuthors ? (
        <Fact label={ORIGIN.writtenWith}>
          <Words>{otherAuthors.join('; ')}</Words>
        </Fact>
      ) : null}
      <Fact label={ORIGIN.status}>
        <b class="said">{approval === 'approved' ? ORIGIN.approved : ORIGIN.draft}</b>
        {version ? <Filled says={TRUTH.version} version={<Authored>{version}</Authored>} /> : null}
      </Fact>
    </>
  );
}

function Dates({ plan }: { plan: Plan }): JSX.Element {
  const { ORIGIN } = useWords();
  const { reviewed, attested, reviewDue, expires, lastUpdated } = plan.provenance;
  return (
    <>
      <Fact label={ORIGIN.lastReviewed}>
        <Reviewed reviewed={reviewed} />
      </Fact>
      {attested ? (
        <Fact label={ORIGIN.alsoConfirmed}>
          <Words>{attested.join('; ')}</Words>
        </Fact>
      ) : null}
      <Fact label={ORIGIN.nextDue}>
        <PartUnreadable.Provider value={isReviewUnreadable(plan)}>
          <Day date={reviewDue} />
        </PartUnreadable.Provider>
      </Fact>
      {expires ? (
        <Fact label={ORIGIN.ends} part="expires">
          <Day date={expires} />
        </Fact>
      ) : null}
      <Fact label={ORIGIN.lastChanged}>
        <Day date={lastUpdated} />
      </Fact>
    </>
  );
}

type ClosedLineProps = { version: string | undefined; from: string | undefined };

function ClosedLine({ version, from }: ClosedLineProps): JSX.Element {
  const { ORIGIN } = useWords();
  return (
    <>
      {version ? <Filled says={ORIGIN.version} version={<Authored>{version}</Authored>} /> : null}
      {version && from ? ', ' : null}
      {from ? <Authored>{from}</Authored> : null}
    </>
  );
}

/** Author, organisation, status, review: where this plan comes from and how old it is. */
export function Origin(props: { plan: Plan; service: string; fetchedAt: number; now: number }): JSX.Element {
  const words = useWords();
  const { ORIGIN, TITLE } = words;
  const { provenance } = props.plan;
  const { version, author: by } = provenance;
  const from = by.organisation ?? by.by;
  return (
    <Section
      name="origin"
      title={TITLE.origin}
      closedLine={version || from ? <ClosedLine version={version} from={from} /> : null}
    >
      <dl class="facts">
        <Document provenance={provenance} />
        <Dates plan={props.plan} />
        <Fact label={ORIGIN.heldBy}>
          <Words>{provenance.custodian}</Words>
        </Fact>
        <Fact label={ORIGIN.fetched}>
          <Filled
            says={ORIGIN.fetchedFrom}
            time={<b class="said">{clockAndDay(props.fetchedAt, props.now, words)}</b>}
            service={<Authored>{props.service}</Authored>}
          />
        </Fact>
      </dl>
    </Section>
  );
}
