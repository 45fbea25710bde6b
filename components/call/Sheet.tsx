import type { JSX } from 'preact';
import { CprOfPlans } from '../CprOfPlans.tsx';
import { cprAnswer } from '../cpr-across-plans.ts';
import { Died } from '../Died.tsx';
import { DocumentLanguage, languageOfAll } from '../facts/Authored.tsx';
import { clockAndDay } from '../format/dates.ts';
import { Glance } from '../Glance.tsx';
import { PlanIdentity } from '../Identity.tsx';
import { Notices } from '../notices/Notices.tsx';
import { AdvanceDecisions } from '../sections/AdvanceDecisions.tsx';
import { Alerts } from '../sections/Alerts.tsx';
import { Allergies } from '../sections/Allergies.tsx';
import { AnticipatoryMedicines } from '../sections/AnticipatoryMedicines.tsx';
import { Conditions, Prognosis } from '../sections/Conditions.tsx';
import { Contacts } from '../sections/Contacts.tsx';
import { Elsewhere } from '../sections/Elsewhere.tsx';
import { EmergencyTreatment } from '../sections/EmergencyTreatment.tsx';
import { Medicines } from '../sections/Medicines.tsx';
import { Narrative } from '../sections/Narrative.tsx';
import { OtherDocuments } from '../sections/OtherDocuments.tsx';
import { Places } from '../sections/Places.tsx';
import { Symptoms } from '../sections/Symptoms.tsx';
import { WhatMatters } from '../sections/WhatMatters.tsx';
import { TruthOfPlan } from '../TruthOfPlan.tsx';
import { UnreadParts } from '../UnreadParts.tsx';
import { useWords } from '../words/words.ts';
import type { SummaryProps } from './Summary.tsx';
import { whoSignedIn } from './who-signed-in.ts';

/** What is needed first at the bedside comes first: with the room that is left, the page is filled in this order. */
function SheetSections({ view }: Pick<SummaryProps, 'view'>): JSX.Element {
  const seen = { plan: view.plan, changed: [] };
  return (
    <>
      <Allergies {...seen} />
      <Symptoms {...seen} open />
      <Contacts {...seen} />
      <AnticipatoryMedicines {...seen} />
      <EmergencyTreatment {...seen} />
      <Alerts {...seen} />
      <AdvanceDecisions {...seen} />
      <WhatMatters {...seen} />
      <Conditions {...seen} />
      <Places {...seen} />
      <Medicines {...seen} />
      {view.plan.otherSections.map((section, at) => (
        <Narrative key={`${at} ${section.title}`} section={section} {...seen} />
      ))}
      <OtherDocuments {...seen} />
      <Prognosis {...seen} />
      <Elsewhere elsewhere={view.elsewhere} checked={view.elsewhereChecked} service={view.service} />
    </>
  );
}

/**
 * One A4 page, black on white: who, the answer, the first screen, how old it is, and as much of the rest as has room.
 * Where even that needs another page, who it is stands on each.
 */
export function Sheet({ view, now }: SummaryProps): JSX.Element {
  const words = useWords();
  const { NOT_COMPARED, SHEET } = words;
  const { plan, alsoCurrent, service, signedInAs, notices } = view;
  const seen = { plan, changed: [] };
  return (
    <>
      <div class="sheet-head">
        <PlanIdentity patient={plan.patient} now={now} test={notices.some(({ kind }) => kind === 'testPatient')} />
      </div>
      <div class="sheet-rest">
        {view.openedBy ? <p>{`${NOT_COMPARED.link}. ${NOT_COMPARED.cause[view.openedBy]}`}</p> : null}
        {view.unread ? <UnreadParts hosts={view.unread} /> : null}
        <Notices notices={notices} plan={plan} service={service} now={now} on={() => undefined} />
        {plan.patient.deceased === false ? null : <Died patient={plan.patient} />}
        <CprOfPlans {...seen} view={view} now={now} answer={cprAnswer(plan, alsoCurrent)} others={alsoCurrent} />
        <DocumentLanguage.Provider value={languageOfAll([plan])}>
          <Glance {...seen} others={alsoCurrent} />
          <div class="two">
            <SheetSections view={view} />
          </div>
        </DocumentLanguage.Provider>
        <footer class="sheet-foot">
          <p data-part="not-on-page" />
          <TruthOfPlan plan={plan} view={view} now={now} />
          <p>
            {SHEET.printed(clockAndDay(now, now, words), whoSignedIn(signedInAs))} {service}. <b>{SHEET.outOfDate}</b>
          </p>
        </footer>
      </div>
    </>
  );
}
