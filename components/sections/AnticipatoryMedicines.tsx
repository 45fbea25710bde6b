import type { JSX } from 'preact';
import type { AnticipatoryMedicines as Value } from '../../utils/plan/plan.ts';
import { Authored } from '../facts/Authored.tsx';
import { Hidden, NotRecorded } from '../facts/Missing.tsx';
import { Quote } from '../facts/Quote.tsx';
import { Source } from '../facts/Source.tsx';
import { When } from '../facts/When.tsx';
import type { SeenPlan } from '../parts.ts';
import { useWords } from '../words/words.ts';
import { Fact } from './Section.tsx';
import { ToldSection } from './ToldSection.tsx';

function KeptAt({ keptAt, restricted }: { keptAt: string | undefined; restricted: boolean }): JSX.Element {
  if (restricted) return <Hidden why="restricted" />;
  return keptAt ? (
    <b class="said">
      <Authored>{keptAt}</Authored>
    </b>
  ) : (
    <NotRecorded />
  );
}

function Names({ medicines }: Pick<Value, 'medicines'>): JSX.Element {
  const { ANTICIPATORY } = useWords();
  if (medicines.length === 0) {
    return (
      <p>
        {ANTICIPATORY.names} <NotRecorded />
      </p>
    );
  }
  return (
    <ul class="plain">
      {medicines.map((medicine, at) => (
        <li key={`${at} ${medicine}`} dir="auto">
          <Authored>{medicine}</Authored>
        </li>
      ))}
    </ul>
  );
}

/** The medicines ready in advance, as their author wrote them, and where they are kept. */
export function AnticipatoryMedicines(seen: SeenPlan): JSX.Element {
  const { ANTICIPATORY, COUNT } = useWords();
  return (
    <ToldSection
      {...seen}
      part="anticipatoryMedicines"
      name="anticipatory-medicines"
      told={seen.plan.anticipatoryMedicines}
      closedLine={({ medicines }) => (medicines.length > 0 ? COUNT.medicine(medicines.length) : ANTICIPATORY.issued)}
    >
      {({ medicines, issued, keptAt, words }, source) => (
        <>
          <Names medicines={medicines} />
          <dl class="facts">
            <Fact label={ANTICIPATORY.issued}>{issued ? <When date={issued} /> : <NotRecorded />}</Fact>
            <Fact label={ANTICIPATORY.kept}>
              <KeptAt keptAt={keptAt} restricted={seen.plan.patient.restricted} />
            </Fact>
          </dl>
          {words ? <Quote words={words} /> : null}
          <Source source={source} />
        </>
      )}
    </ToldSection>
  );
}
