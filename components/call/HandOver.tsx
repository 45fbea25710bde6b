import type { ComponentChildren, JSX } from 'preact';
import type { Plan } from '../../utils/plan/plan.ts';
import { CprOfPlans, type PlanView } from '../CprOfPlans.tsx';
import { type CprAnswer, cprAnswer } from '../cpr-across-plans.ts';
import { DocumentLanguage, languageOfAll } from '../facts/Authored.tsx';
import { CeilingAlone } from '../Glance.tsx';
import { changedParts, type SeenPlan } from '../parts.ts';
import { AdvanceDecisions } from '../sections/AdvanceDecisions.tsx';
import { Alerts } from '../sections/Alerts.tsx';
import { Allergies } from '../sections/Allergies.tsx';
import { AnticipatoryMedicines } from '../sections/AnticipatoryMedicines.tsx';
import { AllOpen } from '../sections/all-open.ts';
import { Conditions, Prognosis } from '../sections/Conditions.tsx';
import { Contacts } from '../sections/Contacts.tsx';
import { Elsewhere } from '../sections/Elsewhere.tsx';
import { EmergencyTreatment } from '../sections/EmergencyTreatment.tsx';
import { Medicines } from '../sections/Medicines.tsx';
import { Narrative } from '../sections/Narrative.tsx';
import { Origin } from '../sections/Origin.tsx';
import { OtherDocuments } from '../sections/OtherDocuments.tsx';
import { Places } from '../sections/Places.tsx';
import { Symptoms } from '../sections/Symptoms.tsx';
import { WhatMatters } from '../sections/WhatMatters.tsx';
import { TruthOfPlan } from '../TruthOfPlan.tsx';
import { useWords, type Words, WordsContext } from '../words/words.ts';

/** Dates in full, as they are read aloud. */
function spoken(words: Words): Words {
  return { ...words, DATES: { ...words.DATES, spoken: true } };
}

function Group({ title, part, children }: { title: string; part: string; children: ComponentChildren }): JSX.Element {
  return (
    <section class="said-group" data-part={part}>
      <h2 class="said-group-title">{title}</h2>
      {children}
    </section>
  );
}

type OneProps = SeenPlan & { view: PlanView; now: number; answer: CprAnswer | null; others: readonly Plan[] };

/** One plan, whole: every section of it stands in one of the groups. */
function OnePlan({ view, now, answer, others, ...seen }: OneProps): JSX.Element {
  const { HAND_OVER } = useWords();
  const { plan } = seen;
  return (
    <DocumentLanguage.Provider value={languageOfAll([plan])}>
      <TruthOfPlan plan={plan} view={view} now={now} />
      <Group title={HAND_OVER.situation} part="situation">
        {answer ? <CprOfPlans {...seen} view={view} now={now} answer={answer} others={others} /> : null}
        <CeilingAlone {...seen} others={others} />
      </Group>
      <Group title={HAND_OVER.background} part="background">
        <Conditions {...seen} />
        <Prognosis {...seen} />
        <WhatMatters {...seen} />
        <AdvanceDecisions {...seen} />
        <Allergies {...seen} />
        <Medicines {...seen} />
      </Group>
      <Group title={HAND_OVER.assessment} part="assessment">
        <Symptoms {...seen} open />
        <AnticipatoryMedicines {...seen} />
      </Group>
      <Group title={HAND_OVER.recommendation} part="recommendation">
        <Places {...seen} />
        <Contacts {...seen} />
        <EmergencyTreatment {...seen} />
        <Alerts {...seen} />
      </Group>
      <Group title={HAND_OVER.more} part="more">
        <OtherDocuments {...seen} />
        {plan.otherSections.map((section, at) => (
          <Narrative key={`${at} ${section.title}`} section={section} {...seen} />
        ))}
        <Origin plan={plan} service={view.service} fetchedAt={view.fetchedAt} now={now} />
      </Group>
    </DocumentLanguage.Provider>
  );
}

/**
 * The same plan in the order in which a hand-over is spoken (situation, background, assessment, recommendation): the same
 * parts, all of them open, large enough to be read aloud.
 */
export function HandOver({ view, now }: { view: PlanView; now: number }): JSX.Element {
  const words = useWords();
  const { plan, alsoCurrent, elsewhere, elsewhereChecked, service, notices } = view;
  const answer = cprAnswer(plan, alsoCurrent);
  return (
    <WordsContext.Provider value={spoken(words)}>
      <AllOpen.Provider value={true}>
        <div class="hand-over" data-part="hand-over">
          <OnePlan
            plan={plan}
            changed={changedParts(notices)}
            view={view}
            now={now}
            answer={answer}
            others={alsoCurrent}
          />
          {alsoCurrent.map((other, at) => (
            <section class="another" data-part="another-plan" key={`${at} ${other.provenance.title}`}>
              <h2 class="another-title">{words.PLAN.current(at + 2, alsoCurrent.length + 1)}</h2>
              <OnePlan
                plan={other}
                changed={[]}
                view={view}
                now={now}
                answer={answer.kind === 'one' ? cprAnswer(other, []) : null}
                others={[]}
              />
            </section>
          ))}
          <Elsewhere elsewhere={elsewhere} checked={elsewhereChecked} service={service} />
        </div>
      </AllOpen.Provider>
    </WordsContext.Provider>
  );
}
