import type { ComponentChildren, JSX } from 'preact';
import type { PatientIdentity } from '../utils/patient/patient-identity.ts';
import type { PlanPatient } from '../utils/plan/plan.ts';
import { When } from './facts/When.tsx';
import { ageOn } from './format/age.ts';
import { machineDate } from './format/dates.ts';
import { londonTime } from './format/london-time.ts';
import { bannerName } from './format/names.ts';
import { spacedNhsNumber } from './format/nhs-number.ts';
import { MISSING } from './words.ts';

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
  const age = birthDate && today ? ageOn(birthDate, today) : null;
  return (
    <Item label="Born" part="born">
      {birthDate ? <When date={birthDate} /> : MISSING.notRecorded}
      {age ? ` (${age})` : null}
    </Item>
  );
}

function NhsNumber({ nhsNumber }: { nhsNumber: string }): JSX.Element {
  return (
    <Item label="NHS No." part="nhs-number">
      <bdi class="number">{spacedNhsNumber(nhsNumber)}</bdi>
    </Item>
  );
}

function Name({ children, test = false }: { children: string; test?: boolean }): JSX.Element {
  return (
    <div class="name-line">
      <h1 class="name" data-part="name">
        <bdi>{children}</bdi>
      </h1>
      {test ? (
        <p class="test" data-part="test-patient">
          Test patient
        </p>
      ) : null}
    </div>
  );
}

/** Who the page says is open. Stands alone until a plan has been compared with it. */
export function PageIdentity({ page, now }: { page: PatientIdentity; now: number }): JSX.Element {
  return (
    <div class="who" data-part="identity">
      <Name>{bannerName(page) ?? 'No name on this page'}</Name>
      <dl>
        <Born birthDate={page.birthDate} today={londonTime(now).date} />
        <NhsNumber nhsNumber={page.nhsNumber} />
      </dl>
    </div>
  );
}

/** The NHS CUI micro banner of the plan’s own patient; no clinical fact in it. */
export function PlanIdentity(props: { patient: PlanPatient; now: number; test: boolean }): JSX.Element {
  const { patient, now, test } = props;
  const died = patient.deceased !== false;
  return (
    <div class="who" data-part="identity" data-died={died ? '' : undefined}>
      <Name test={test}>{bannerName(patient) ?? 'Name not recorded'}</Name>
      <dl>
        <Born birthDate={patient.birthDate} today={died ? null : londonTime(now).date} />
        {died ? <Death patient={patient} /> : null}
        {patient.gender ? (
          <Item label="Gender" part="gender">
            {patient.gender}
          </Item>
        ) : null}
        <NhsNumber nhsNumber={patient.nhsNumber} />
        {patient.preferredName ? (
          <Item label="Preferred name" part="preferred-name">
            <bdi>{patient.preferredName}</bdi>
          </Item>
        ) : null}
      </dl>
    </div>
  );
}

function Death({ patient: { birthDate, deceased } }: { patient: PlanPatient }): JSX.Element {
  const day = typeof deceased === 'string' ? deceased : null;
  const age = day && birthDate ? ageOn(birthDate, machineDate(day) ?? day) : null;
  return (
    <>
      <Item label="Died" part="died">
        {day ? <When date={day} /> : 'Date not recorded'}
      </Item>
      {age ? (
        <Item label="Age at Death" part="age-at-death">
          {age}
        </Item>
      ) : null}
    </>
  );
}
