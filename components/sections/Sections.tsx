import type { JSX } from 'preact';
import type { SeenPlan } from '../parts.ts';
import { AdvanceDecisions } from './AdvanceDecisions.tsx';
import { Alerts } from './Alerts.tsx';
import { Allergies } from './Allergies.tsx';
import { AnticipatoryMedicines } from './AnticipatoryMedicines.tsx';
import { Conditions, Prognosis } from './Conditions.tsx';
import { Contacts } from './Contacts.tsx';
import { EmergencyTreatment } from './EmergencyTreatment.tsx';
import { Medicines } from './Medicines.tsx';
import { Narrative } from './Narrative.tsx';
import { OtherDocuments } from './OtherDocuments.tsx';
import { Places } from './Places.tsx';
import { Symptoms } from './Symptoms.tsx';
import { WhatMatters } from './WhatMatters.tsx';

/** What the plan says, section by section, in the order of urgency; those Planside does not know come last. */
export function Sections({ firstOpen, ...seen }: SeenPlan & { firstOpen: boolean }): JSX.Element {
  return (
    <>
      <Symptoms {...seen} open={firstOpen} />
      <EmergencyTreatment {...seen} />
      <WhatMatters {...seen} />
      <AdvanceDecisions {...seen} />
      <Places {...seen} />
      <AnticipatoryMedicines {...seen} />
      <Allergies {...seen} />
      <Medicines {...seen} />
      <Conditions {...seen} />
      <Prognosis {...seen} />
      <Contacts {...seen} />
      <Alerts {...seen} />
      <OtherDocuments {...seen} />
      {seen.plan.otherSections.map((section, at) => (
        <Narrative key={`${at} ${section.title}`} section={section} {...seen} />
      ))}
    </>
  );
}
