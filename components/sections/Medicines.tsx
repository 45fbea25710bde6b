import type { JSX } from 'preact';
import type { Medicine } from '../../utils/plan/plan.ts';
import { Authored } from '../facts/Authored.tsx';
import { NotRecorded } from '../facts/Missing.tsx';
import { Source } from '../facts/Source.tsx';
import type { SeenPlan } from '../parts.ts';
import { useWords } from '../words/words.ts';
import { ToldSection } from './ToldSection.tsx';

/** Longer lists are counted: a closed section is for the glance. */
const SHORT_LINE = 120;

function ClosedLine({ medicines }: { medicines: readonly Medicine[] }): JSX.Element {
  const { COUNT } = useWords();
  const names = medicines.map(({ name }) => name).join('; ');
  return names.length <= SHORT_LINE ? <Authored>{names}</Authored> : <span>{COUNT.medicine(medicines.length)}</span>;
}

/** The regular medicines; name and dose as they came. */
export function Medicines(seen: SeenPlan): JSX.Element {
  const { FACT } = useWords();
  return (
    <ToldSection
      {...seen}
      part="medicines"
      name="medicines"
      told={seen.plan.medicines}
      closedLine={(medicines) => <ClosedLine medicines={medicines} />}
    >
      {(medicines, source) => (
        <>
          <ul class="plain">
            {medicines.map(({ name, dosage }, at) => (
              <li key={`${at} ${name}`} dir="auto" data-part="medicine">
                <b class="said">
                  <Authored>{name}</Authored>
                </b>
                : {dosage ? <Authored>{dosage}</Authored> : <NotRecorded>{FACT.noDose}</NotRecorded>}
              </li>
            ))}
          </ul>
          <Source source={source} />
        </>
      )}
    </ToldSection>
  );
}
