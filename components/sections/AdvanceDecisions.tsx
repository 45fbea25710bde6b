import type { JSX } from 'preact';
import type { LegalProxy, Refusal, AdvanceDecisions as Value } from '../../utils/plan/plan.ts';
import { Authored } from '../facts/Authored.tsx';
import { NotRecorded } from '../facts/Missing.tsx';
import { Quote } from '../facts/Quote.tsx';
import { Decided, Source } from '../facts/Source.tsx';
import { lowered } from '../format/sentences.ts';
import { marksOf, type SeenPlan } from '../parts.ts';
import { useWords } from '../words/words.ts';
import { Fact } from './Section.tsx';
import { ToldSection } from './ToldSection.tsx';

function Refusals({ refusals }: { refusals: readonly Refusal[] }): JSX.Element {
  const { ADVANCE_DECISIONS } = useWords();
  if (refusals.length === 0) return <NotRecorded />;
  return (
    <>
      <ul>
        {refusals.map(({ says, words, source }, at) => (
          <li key={`${at} ${says}`} data-part="refusal">
            <b class="said" dir="auto">
              <Authored>{says}</Authored>
            </b>
            {words && words !== says ? <Quote words={words} /> : null}
            <Decided verb="recorded" source={source} />
          </li>
        ))}
      </ul>
      <p class="by">{ADVANCE_DECISIONS.ifValid}</p>
    </>
  );
}

/** The status first: a kind of power alone reads as if there were one. */
function Proxies({ proxies }: { proxies: readonly LegalProxy[] }): JSX.Element {
  const { ADVANCE_DECISIONS, FACT } = useWords();
  if (proxies.length === 0) return <NotRecorded />;
  return (
    <>
      <ul>
        {proxies.map(({ kind, status }, at) => (
          <li key={`${at} ${kind}`} data-part="proxy">
            {status ? (
              <b class="said" dir="auto">
                <Authored>{status}</Authored>
              </b>
            ) : (
              <NotRecorded>{FACT.noStatus}</NotRecorded>
            )}
            <span class="line" dir="auto">
              <Authored>{kind}</Authored>
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
      <Authored>{children}</Authored>
    </b>
  ) : (
    <NotRecorded />
  );
}

/** Legal powers with their status, which is ours to say where it is missing. */
function powers(proxies: readonly LegalProxy[], noStatus: string): readonly string[] {
  return proxies.map(({ kind, status }) => `${kind} (${status ?? lowered(noStatus)})`);
}

function ClosedLine({ value, isPart }: { value: Value; isPart: boolean }): JSX.Element {
  const { ADVANCE_DECISIONS, FACT } = useWords();
  const said = [...value.refusals.map(({ says }) => says), ...powers(value.proxies, FACT.noStatus)];
  if (said.length > 0) return <Authored>{said.join('; ')}</Authored>;
  const nothing = isPart ? FACT.unreadable : FACT.notRecorded;
  return <>{`${ADVANCE_DECISIONS.refusals}: ${lowered(nothing)}`}</>;
}

/** Refusals of treatment, who may decide, capacity, and who was involved; what is missing says so. */
export function AdvanceDecisions(seen: SeenPlan): JSX.Element {
  const { ADVANCE_DECISIONS } = useWords();
  const isPart = marksOf(seen, 'advanceDecisions').warnings.includes('partUnreadable');
  return (
    <ToldSection
      {...seen}
      part="advanceDecisions"
      name="advance-decisions"
      told={seen.plan.advanceDecisions}
      closedLine={(value) => <ClosedLine value={value} isPart={isPart} />}
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
