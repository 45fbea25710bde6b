import type { JSX } from 'preact';
import type { PlanPatient, Statement, Alerts as Value } from '../../utils/plan/plan.ts';
import { Hidden, NotRecorded, PartUnreadable } from '../facts/Missing.tsx';
import { Quote } from '../facts/Quote.tsx';
import { Source } from '../facts/Source.tsx';
import { Nothing, type Untold } from '../facts/Told.tsx';
import { runOn } from '../format/run-on.ts';
import { contradicts, marksOf, type SeenPlan, TITLES } from '../parts.ts';
import { ACCESS, LANGUAGE } from '../words.ts';
import { OwnText } from './OwnText.tsx';
import { Fact, Section } from './Section.tsx';
import { ToldSection } from './ToldSection.tsx';

/** All of it: whoever goes to the door reads this before they think of opening a section. */
function inSight({ alerts, access }: Value, { language, restricted }: PlanPatient): string {
  const getsIn = access && !restricted ? [ACCESS.says(access)] : [];
  return runOn([...spoken(language), ...alerts, ...getsIn]);
}

function spoken(language: PlanPatient['language']): readonly string[] {
  return language ? [LANGUAGE.speaks(language.name, language.interpreter)] : [];
}

function Language({ patient: { language } }: { patient: PlanPatient }): JSX.Element {
  return (
    <Fact label={LANGUAGE.label} part="language">
      {language ? (
        <>
          <b class="said" dir="auto">
            {language.name}
          </b>
          , {LANGUAGE.interpreter[language.interpreter]}
        </>
      ) : (
        // It stands in the record of the person, not in this section.
        <PartUnreadable.Provider value={false}>
          <NotRecorded />
        </PartUnreadable.Provider>
      )}
    </Fact>
  );
}

/** A way in gives the address of a restricted patient away. */
function Access({ access, restricted }: { access: string | undefined; restricted: boolean }): JSX.Element {
  if (restricted) return <Hidden why="restricted" />;
  return access ? <Quote words={access} /> : <NotRecorded />;
}

function Content(props: { value: Value; source: Statement; patient: PlanPatient }): JSX.Element {
  const { value, source, patient } = props;
  return (
    <>
      <dl class="facts">
        <Fact label="Alerts" part="alerts">
          {value.alerts.length > 0 ? (
            <ul class="plain">
              {value.alerts.map((alert, at) => (
                <li key={`${at} ${alert}`} dir="auto">
                  <b class="said">{alert}</b>
                </li>
              ))}
            </ul>
          ) : (
            <NotRecorded />
          )}
        </Fact>
        <Fact label={ACCESS.label} part="access">
          <Access access={value.access} restricted={patient.restricted} />
        </Fact>
        <Language patient={patient} />
      </dl>
      <Source source={source} />
    </>
  );
}

/** Nothing is said on alerts, but somebody recorded which language to speak. */
function LanguageAlone({ told, ...seen }: SeenPlan & { told: Untold }): JSX.Element {
  const { plan } = seen;
  return (
    <Section
      name="alerts"
      title={TITLES.alerts}
      marks={marksOf(seen, 'alerts')}
      closedLine={spoken(plan.patient.language)}
      open={contradicts(plan, 'alerts')}
      warns
    >
      <dl class="facts">
        <Fact label="Alerts, access" part="alerts">
          <Nothing told={told} />
        </Fact>
        <Language patient={plan.patient} />
      </dl>
      {told.state === 'hidden' ? null : <OwnText plan={plan} part="alerts" />}
    </Section>
  );
}

/** Alerts, how to get in, and which language to speak: readable while closed. */
export function Alerts(seen: SeenPlan): JSX.Element {
  const { alerts: told, patient } = seen.plan;
  if (told.state !== 'recorded' && patient.language) return <LanguageAlone {...seen} told={told} />;
  return (
    <ToldSection
      {...seen}
      part="alerts"
      name="alerts"
      told={told}
      closedLine={(value) => inSight(value, patient)}
      warns
    >
      {(value, source) => <Content value={value} source={source} patient={patient} />}
    </ToldSection>
  );
}
