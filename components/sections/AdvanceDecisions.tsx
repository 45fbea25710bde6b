import type { JSX } from 'preact';
import type { LegalProxy, Refusal, AdvanceDecisions as Value } from '../../utils/plan/plan.ts';
import { NotRecorded } from '../facts/Missing.tsx';
import { Quote } from '../facts/Quote.tsx';
import { Decided, Source } from '../facts/Source.tsx';
import { marksOf, type SeenPlan } from '../parts.ts';
import { ADVANCE_DECISIONS, MISSING } from '../words.ts';
import { Fact } from './Section.tsx';
import { ToldSection } from './ToldSection.tsx';

function Refusals({ refusals }: { refusals: readonly Refusal[] }): JSX.Element {
  if (refusals.length === 0) return <NotRecorded />;
  return (
    <>
      <ul>
        {refusals.map(({ says, words, source }, at) => (
          <li key={`${at} ${says}`} data-part="refusal">
            <b class="said" dir="auto">
              {says}
            </b>
            {words && words !== says ? <Quote words={words} /> : null}
            <Decided verb="Recorded" source={source} />
          </li>
        ))}
      </ul>
      <p class="by">{ADVANCE_DECISIONS.ifValid}</p>
    </>
  );
}

/** The status first: a kind of power alone reads as if there were one. */
function Proxies({ proxies }: { proxies: readonly LegalProxy[] }): JSX.Element {
  if (proxies.length === 0) return <NotRecorded />;
  return (
    <>
      <ul>
        {proxies.map(({ kind, status }, at) => (
          <li key={`${at} ${kind}`} data-part="proxy">
            {status ? (
              <b class="said" dir="auto">
                {status}
              </b>
            ) : (
              <NotRecorded>{MISSING.status}</NotRecorded>
            )}
            <span class="line" dir="auto">
              {kind}
            </span>
          </li>
        ))}
      </ul>
      <p class="by">{ADVANCE_DECISIONS.notUse}</p>
    </>
  );
}

function Words({ children }: { children: string | undefined }): JSX.Element {
  return children ? (
    <b class="said" dir="auto">
      {children}
    </b>
  ) : (
    <NotRecorded />
  );
}

function closedLine({ refusals, proxies }: Value, isPart: boolean): string {
  const powers = proxies.map(({ kind, status }) => `${kind} (${status ?? MISSING.status.toLowerCase()})`);
  const said = [...refusals.map(({ says }) => says), ...powers];
  const nothing = isPart ? MISSING.unreadable : MISSING.notRecorded;
  return said.join('; ') || `${ADVANCE_DECISIONS.refusals}: ${nothing.toLowerCase()}`;
}

/** Refusals of treatment, who may decide, capacity, and who was involved; what is missing says so. */
export function AdvanceDecisions(seen: SeenPlan): JSX.Element {
  return (
    <ToldSection
      {...seen}
      part="advanceDecisions"
      name="advance-decisions"
      told={seen.plan.advanceDecisions}
      closedLine={(value) =>
        closedLine(value, marksOf(seen, 'advanceDecisions').warnings.includes(MISSING.partUnreadable))
      }
    >
      {({ refusals, proxies, capacity, involved }, source) => (
        <>
          <dl class="facts">
            <Fact label={ADVANCE_DECISIONS.refusals} part="refusals">
              <Refusals refusals={refusals} />
            </Fact>
            <Fact label={ADVANCE_DECISIONS.proxies} part="proxies">
              <Proxies proxies={proxies} />
            </Fact>
            <Fact label={ADVANCE_DECISIONS.capacity} part="capacity">
              <Words>{capacity}</Words>
            </Fact>
            <Fact label={ADVANCE_DECISIONS.involved} part="involved">
              <Words>{involved}</Words>
            </Fact>
          </dl>
          <Source source={source} />
        </>
      )}
    </ToldSection>
  );
}
