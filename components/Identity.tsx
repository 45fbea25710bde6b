import type { ComponentChildren, JSX } from 'preact';
import type { PatientIdentity } from '../utils/patient/patient-identity.ts';
import type { PlanPatient } from '../utils/plan/plan.ts';
import { Authored } from './facts/Authored.tsx';
import { When } from './facts/When.tsx';
import { ageOn } from './format/age.ts';
import { machineDate } from './format/dates.ts';
import { londonTime } from './format/london-time.ts';
import { bannerName } from './format/names.ts';
import { spacedNhsNumber } from './format/nhs-number.ts';
import { useWords } from './words/words.ts';

function Item({ label, part, children }: { label: string; part: string; children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{label}</dt>
      <dd data-part={part}>{children}</dd>
    </div>
  );
}

/** Date of birth, with the age in brackets where it can be worked out. */
function Born({ birthDate, today }: { birthDate: string | null; today: string | null }): JSX.Element {
  const words = useWords();
  const age = birthDate && today ? ageOn(birthDate, today, words) : null;
  return (
    <Item label={words.IDENTITY.born} part="born">
      {birthDate ? <When date={birthDate} /> : words.IDENTITY.notRecorded}
      {age ? ` (${age})` : null}
    </Item>
  );
}

function NhsNumber({ nhsNumber }: { nhsNumber: string }): JSX.Element {
  const { IDENTITY } = useWords();
  return (
    <Item label={IDENTITY.nhsNumber} part="nhs-number">
      <bdi class="number">{spacedNhsNumber(nhsNumber)}</bdi>
    </Item>
  );
}

/** `children`: the name; `null`: there is none, and `instead` is said. */
function Name(props: { children: string | null; instead: string; test?: boolean }): JSX.Element {
  const { IDENTITY } = useWords();
  const { children, instead, test = false } = props;
  return (
    <div class="name-line">
      <h1 class="name" data-part="name">
        {children === null ? instead : <Authored>{children}</Authored>}
      </h1>
      {test ? (
        <p class="test" data-part="test-patient">
          {IDENTITY.testPatient}
        </p>
      ) : null}
    </div>
  );
}

/** Who the page says is open. Stands alone until a plan has been compared with it. */
export function PageIdentity(props: { page: PatientIdentity; typed: boolean; now: number }): JSX.Element {
  const { page, typed, now } = props;
  const { IDENTITY, NOT_COMPARED } = useWords();
  return (
    <div class="who" data-part="identity">
      <Name instead={typed ? NOT_COMPARED.noName : IDENTITY.noNameOnPage}>{bannerName(page)}</Name>
      <dl>
        <Born birthDate={page.birthDate} today={londonTime(now).date} />
        <NhsNumber nhsNumber={page.nhsNumber} />
      </dl>
    </div>
  );
}

/** The NHS CUI micro banner of the plan’s own patient; no clinical fact in it. */
export function PlanIdentity(props: { patient: PlanPatient; now: number; test: boolean }): JSX.Element {
  const { IDENTITY } = useWords();
  const { patient, now, test } = props;
  const died = patient.deceased !== false;
  return (
    <div class="who" data-part="identity" data-died={died ? '' : undefined}>
      <Name test={test} instead={IDENTITY.nameNotRecorded}>
        {bannerName(patient)}
      </Name>
      <dl>
        <Born birthDate={patient.birthDate} today={died ? null : londonTime(now).date} />
        {died ? <Death patient={patient} /> : null}
        {patient.gender ? (
          <Item label={IDENTITY.gender} part="gender">
            {IDENTITY.genders[patient.gender] ?? patient.gender}
          </Item>
        ) : null}
        <NhsNumber nhsNumber={patient.nhsNumber} />
        {patient.preferredName ? (
          <Item label={IDENTITY.preferredName} part="preferred-name">
            <Authored>{patient.preferredName}</Authored>
          </Item>
        ) : null}
      </dl>
    </div>
  );
}

function Death({ patient: { birthDate, deceased } }: { patient: PlanPatient }): JSX.Element {
  const words = useWords();
  const { IDENTITY } = words;
  const day = typeof deceased === 'string' ? deceased : null;
  const age = day && birthDate ? ageOn(birthDate, machineDate(day) ?? day, words) : null;
  return (
    <>
      <Item label={IDENTITY.died} part="died">
        {day ? <When date={day} /> : IDENTITY.dateNotRecorded}
      </Item>
      {age ? (
        <Item label={IDENTITY.ageAtDeath} part="age-at-death">
          {age}
        </Item>
      ) : null}
    </>
  );
}
