import type { JSX } from 'preact';
import type { Medicine } from '../../utils/plan/plan.ts';
import { NotRecorded } from '../facts/Missing.tsx';
import { Source } from '../facts/Source.tsx';
import { counted } from '../format/age.ts';
import type { SeenPlan } from '../parts.ts';
import { MISSING } from '../words.ts';
import { ToldSection } from './ToldSection.tsx';

/** Longer lists are counted: a closed section is for the glance. */
const SHORT_LINE = 120;

function closedLine(medicines: readonly Medicine[]): string {
  const names = medicines.map(({ name }) => name).join('; ');
  return names.length <= SHORT_LINE ? names : counted(medicines.length, 'medicine');
}

/** The regular medicines; name and dose as they came. */
export function Medicines(seen: SeenPlan): JSX.Element {
  return (
    <ToldSection {...seen} part="medicines" name="medicines" told={seen.plan.medicines} closedLine={closedLine}>
      {(medicines, source) => (
        <>
          <ul class="plain">
            {medicines.map(({ name, dosage }, at) => (
              <li key={`${at} ${name}`} dir="auto" data-part="medicine">
                <b class="said">{name}</b>: {dosage ?? <NotRecorded>{MISSING.dose}</NotRecorded>}
              </li>
            ))}
          </ul>
          <Source source={source} />
        </>
      )}
    </ToldSection>
  );
}
