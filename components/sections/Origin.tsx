import type { JSX } from 'preact';
import type { Plan, Provenance, Statement } from '../../utils/plan/plan.ts';
import { NotRecorded, PartUnreadable } from '../facts/Missing.tsx';
import { Phone } from '../facts/Phone.tsx';
import { author } from '../facts/Source.tsx';
import { When } from '../facts/When.tsx';
import { clockAndDay } from '../format/dates.ts';
import { isReviewUnreadable } from '../parts.ts';
import { NOTICE_HEADING } from '../words.ts';
import { Fact, Section } from './Section.tsx';

function Words({ children }: { children: string | undefined }): JSX.Element {
  return children ? (
    <b class="said">
      <bdi>{children}</bdi>
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
  const who = reviewed && author(reviewed);
  return (
    <>
      <Day date={reviewed?.date} />
      {who ? (
        <>
          {' '}
          by <bdi>{who}</bdi>
        </>
      ) : null}
    </>
  );
}

function Author({ author: { by, organisation, phone } }: { author: Statement }): JSX.Element {
  return (
    <>
      <Fact label="Author">
        <Words>{by}</Words>
      </Fact>
      <Fact label="Organisation">
        <Words>{organisation}</Words>
      </Fact>
      {phone ? (
        <Fact label="Author’s number">
          <Phone number={phone} />
        </Fact>
      ) : null}
    </>
  );
}

/** What kind of document it is, who wrote it and who keeps it. */
function Document({ provenance }: { provenance: Provenance }): JSX.Element {
  const { title, otherKind, author: by, otherAuthors, approval, version } = provenance;
  return (
    <>
      <Fact label="Plan">
        <Words>{title}</Words>
      </Fact>
      {otherKind ? (
        <Fact label="Kind" part="other-kind">
          {NOTICE_HEADING.otherKind}, sent as “<bdi>{otherKind}</bdi>”
        </Fact>
      ) : null}
      <Author author={by} />
      {otherAuthors ? (
        <Fact label="Written with">
          <Words>{otherAuthors.join('; ')}</Words>
        </Fact>
      ) : null}
      <Fact label="Status">
        <b class="said">{approval === 'approved' ? 'Approved' : 'Draft, not yet approved'}</b>
        {version ? `, version ${version}` : null}
      </Fact>
    </>
  );
}

function Dates({ plan }: { plan: Plan }): JSX.Element {
  const { reviewed, attested, reviewDue, expires, lastUpdated } = plan.provenance;
  return (
    <>
      <Fact label="Last reviewed">
        <Reviewed reviewed={reviewed} />
      </Fact>
      {attested ? (
        <Fact label="Also confirmed">
          <Words>{attested.join('; ')}</Words>
        </Fact>
      ) : null}
      <Fact label="Next review due">
        <PartUnreadable.Provider value={isReviewUnreadable(plan)}>
          <Day date={reviewDue} />
        </PartUnreadable.Provider>
      </Fact>
      {expires ? (
        <Fact label="Ends" part="expires">
          <Day date={expires} />
        </Fact>
      ) : null}
      <Fact label="Last changed">
        <Day date={lastUpdated} />
      </Fact>
    </>
  );
}

/** Author, organisation, status, review: where this plan comes from and how old it is. */
export function Origin(props: { plan: Plan; service: string; fetchedAt: number; now: number }): JSX.Element {
  const { provenance } = props.plan;
  const { version, author: by } = provenance;
  const closed = [version ? `Version ${version}` : null, by.organisation ?? by.by].filter(Boolean).join(', ');
  return (
    <Section name="origin" title="Where this plan comes from" closedLine={closed}>
      <dl class="facts">
        <Document provenance={provenance} />
        <Dates plan={props.plan} />
        <Fact label="Held by">
          <Words>{provenance.custodian}</Words>
        </Fact>
        <Fact label="Fetched">
          <b class="said">{clockAndDay(props.fetchedAt, props.now)}</b> from <bdi>{props.service}</bdi>
        </Fact>
      </dl>
    </Section>
  );
}
