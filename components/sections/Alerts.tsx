import type { JSX } from 'preact';
import type { PlanPatient, Statement, Alerts as Value } from '../../utils/plan/plan.ts';
import { Authored } from '../facts/Authored.tsx';
import { Filled } from '../facts/Filled.tsx';
import { Hidden, NotRecorded, PartUnreadable } from '../facts/Missing.tsx';
import { Quote } from '../facts/Quote.tsx';
import { Source } from '../facts/Source.tsx';
import { Nothing, type Untold } from '../facts/Told.tsx';
import { between, runOn } from '../format/run-on.ts';
import { contradicts, marksOf, type SeenPlan } from '../parts.ts';
import { useWords } from '../words/words.ts';
import { OwnText } from './OwnText.tsx';
import { Fact, Section } from './Section.tsx';
import { ToldSection } from './ToldSection.tsx';

type Spoken = NonNullable<PlanPatient['language']>;

function Speaks({ language: { name, interpreter } }: { language: Spoken }): JSX.Element {
  const { ALERTS } = useWords();
  return (
    <Filled says={ALERTS.speaks} language={<Authored>{name}</Authored>} interpreter={ALERTS.interpreter[interpreter]} />
  );
}

type InSightProps = { language: Spoken | undefined; alerts: readonly string[]; access: string | null };

/** All of it: whoever goes to the door reads this before they think of opening a section. */
function InSight({ language, alerts, access }: InSightProps): JSX.Element {
  const { ALERTS } = useWords();
  const last = alerts.at(-1);
  return (
    <>
      {language ? <Speaks language={language} /> : null}
      {language && (last || access) ? '; ' : null}
      {last ? <Authored>{runOn(alerts)}</Authored> : null}
      {last && access ? between(last) : null}
      {access ? <Filled says={ALERTS.getsIn} words={<Authored>{access}</Authored>} /> : null}
    </>
  );
}

function closedLine({ alerts, access }: Value, { language, restricted }: PlanPatient): JSX.Element | null {
  const getsIn = restricted ? null : (access ?? null);
  if (!language && alerts.length === 0 && !getsIn) return null;
  return <InSight language={language} alerts={alerts} access={getsIn} />;
}

function Language({ patient: { language } }: { patient: PlanPatient }): JSX.Element {
  const { ALERTS } = useWords();
  return (
    <Fact label={ALERTS.language} part="language">
      {language ? (
        <>
          <b class="said" dir="auto">
            <Authored>{language.name}</Authored>
          </b>
          , {ALERTS.interpreter[language.interpreter]}
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
  const { ALERTS } = useWords();
  const { value, source, patient } = props;
  return (
    <>
      <dl class="facts">
        <Fact label={ALERTS.alerts} part="alerts">
          {value.alerts.length > 0 ? (
            <ul class="plain">
              {value.alerts.map((alert, at) => (
                <li key={`${at} ${alert}`} dir="auto">
                  <b class="said">
                    <Authored>{alert}</Authored>
                  </b>
                </li>
              ))}
            </ul>
          ) : (
            <NotRecorded />
          )}
        </Fact>
        <Fact label={ALERTS.access} part="access">
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
  const { ALERTS, TITLE } = useWords();
  const { plan } = seen;
  return (
    <Section
      name="alerts"
      title={TITLE.alerts}
      marks={marksOf(seen, 'alerts')}
      closedLine={plan.patient.language ? <Speaks language={plan.patient.language} /> : null}
      open={contradicts(plan, 'alerts')}
      warns
    >
      <dl class="facts">
        <Fact label={ALERTS.alertsAndAccess} part="alerts">
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
      closedLine={(value) => closedLine(value, patient)}
      warns
    >
      {(value, source) => <Content value={value} source={source} patient={patient} />}
    </ToldSection>
  );
}
