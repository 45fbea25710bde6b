import type { JSX } from 'preact';
import type { Plan } from '../../utils/plan/plan.ts';
import { Hidden, NotRecorded } from '../facts/Missing.tsx';
import { Quote } from '../facts/Quote.tsx';
import { Source } from '../facts/Source.tsx';
import { When } from '../facts/When.tsx';
import { counted } from '../format/age.ts';
import { isPartUnreadable } from '../unreadable-parts.ts';
import { Fact, ToldSection } from './Section.tsx';

function KeptAt({ keptAt, restricted }: { keptAt: string | undefined; restricted: boolean }): JSX.Element {
  if (restricted) return <Hidden why="restricted" />;
  return keptAt ? <b class="said">{keptAt}</b> : <NotRecorded />;
}

/** The medicines ready in advance, as their author wrote them, and where they are kept. */
export function AnticipatoryMedicines({ plan }: { plan: Plan }): JSX.Element {
  return (
    <ToldSection
      name="anticipatory-medicines"
      title="Anticipatory medicines"
      told={plan.anticipatoryMedicines}
      partUnreadable={isPartUnreadable(plan, 'anticipatoryMedicines')}
      closedLine={({ medicines }) => (medicines.length > 0 ? counted(medicines.length, 'medicine') : 'Issued')}
    >
      {({ medicines, issued, keptAt, words }, source) => (
        <>
          {medicines.length > 0 ? (
            <ul class="plain">
              {medicines.map((medicine) => (
                <li key={medicine} dir="auto">
                  {medicine}
                </li>
              ))}
            </ul>
          ) : (
            <p>
              Names: <NotRecorded />
            </p>
          )}
          <dl class="facts">
            <Fact label="Issued">{issued ? <When date={issued} /> : <NotRecorded />}</Fact>
            <Fact label="Kept">
              <KeptAt keptAt={keptAt} restricted={plan.patient.restricted} />
            </Fact>
          </dl>
          {words ? <Quote words={words} /> : null}
          <Source source={source} />
        </>
      )}
    </ToldSection>
  );
}
