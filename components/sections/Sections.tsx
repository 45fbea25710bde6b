import type { JSX } from 'preact';
import type { Plan } from '../../utils/plan/plan.ts';
import { Contacts } from './Contacts.tsx';
import { EmergencyTreatment } from './EmergencyTreatment.tsx';
import { AnticipatoryMedicines } from './Medicines.tsx';
import { isTitled, Narrative, withAllergies } from './Narrative.tsx';
import { Places } from './Places.tsx';
import { Symptoms } from './Symptoms.tsx';
import { WhatMatters } from './WhatMatters.tsx';

/** Where the narrative sections of the contract stand in the order of urgency; others come after them. */
const BEFORE_PLACES = ['Advance decisions'];
const AFTER_MEDICINES = ['Allergies', 'Medicines', 'Medicines and allergies', 'Significant conditions', 'Prognosis'];

/** What the plan says, section by section, in the order of urgency. */
export function Sections({ plan, firstOpen }: { plan: Plan; firstOpen: boolean }): JSX.Element {
  const narratives = withAllergies(plan);
  const { restricted } = plan.patient;
  const named = (titles: readonly string[]): JSX.Element[] =>
    titles.flatMap((title) =>
      narratives
        .filter((section) => isTitled(section, title))
        .map((section, at) => <Narrative key={`${title} ${at}`} section={section} restricted={restricted} />),
    );
  const placed = [...BEFORE_PLACES, ...AFTER_MEDICINES];
  const rest = narratives.filter((section) => !placed.some((title) => isTitled(section, title)));
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
        <Narrative key={`${at} ${section.title}`} section={section} restricted={restricted} />
      ))}
    </>
  );
}
