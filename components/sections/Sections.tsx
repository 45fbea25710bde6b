import type { JSX } from 'preact';
import type { Plan } from '../../utils/plan/plan.ts';
import { Contacts } from './Contacts.tsx';
import { EmergencyTreatment } from './EmergencyTreatment.tsx';
import { AnticipatoryMedicines } from './Medicines.tsx';
import { Narrative, withAllergies } from './Narrative.tsx';
import { Places } from './Places.tsx';
import { Symptoms } from './Symptoms.tsx';
import { WhatMatters } from './WhatMatters.tsx';

/** Where the narrative sections of the contract stand in the order of urgency; others come after them. */
const BEFORE_PLACES = ['Advance decisions'];
const AFTER_MEDICINES = ['Allergies', 'Medicines', 'Medicines and allergies', 'Significant conditions', 'Prognosis'];

/** What the plan says, section by section, in the order of urgency. */
export function Sections({ plan, firstOpen }: { plan: Plan; firstOpen: boolean }): JSX.Element {
  const narratives = withAllergies(plan);
  const named = (titles: readonly string[]): JSX.Element[] =>
    titles.flatMap((title) =>
      narratives
        .filter((section) => section.title === title)
        .map((section, at) => <Narrative key={`${title} ${at}`} section={section} />),
    );
  const placed = [...BEFORE_PLACES, ...AFTER_MEDICINES];
  const rest = narratives.filter(({ title }) => !placed.includes(title));
  return (
    <>
      <Symptoms plan={plan} open={firstOpen} />
      <EmergencyTreatment plan={plan} />
      <WhatMatters plan={plan} />
      {named(BEFORE_PLACES)}
      <Places plan={plan} />
      <AnticipatoryMedicines plan={plan} />
      {named(AFTER_MEDICINES)}
      <Contacts plan={plan} />
      {rest.map((section, at) => (
        <Narrative key={`${at} ${section.title}`} section={section} />
      ))}
    </>
  );
}
