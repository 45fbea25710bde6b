import { NHS_NUMBER_SYSTEM } from '../../../utils/plan/codes.ts';
import { patientSchema } from '../../../utils/plan/fhir-schemas.ts';
import { search } from '../../../utils/plan/service/fhir-request.ts';
import { askForPatient, judgePatient } from '../../../utils/plan/service/find-patient.ts';
import { judgeBody } from '../../../utils/plan/service/judge.ts';
import { judgeSearchset } from '../../../utils/plan/service/judge-searchset.ts';
import { numbersOfNobody } from '../nobody.ts';
import { type Finding, fail, NotCheckable, notChecked, pass, type Row } from '../row.ts';
import type { Run } from '../run.ts';
import { failureFinding } from '../words.ts';

export const patientRows: readonly Row[] = [
  { id: 'patient-search', title: 'Patient is found by a posted search', required: true, check: checkPatient },
  { id: 'birth-date', title: 'Birth date of the record agrees', required: true, check: checkBirthDate },
  { id: 'nobody', title: 'A number nobody has: an empty result', required: true, check: checkNobody },
  { id: 'unknown-parameter', title: 'An unknown parameter is refused', required: true, check: checkUnknown },
];

async function checkPatient({ patientAnswer, wanted }: Run): Promise<Finding> {
  const judged = judgePatient(await patientAnswer(), wanted.nhsNumber);
  if (!judged.ok) return failureFinding(judged.failure);
  return judged.value.kind === 'patient'
    ? pass('One record came, and it holds the number that was asked for.')
    : fail('The service knows nobody with this number. Give the number of a patient who has a plan there.');
}

async function checkBirthDate(run: Run): Promise<Finding> {
  const { birthDate } = run.wanted;
  if (birthDate === null) return notChecked('Give --birth-date to have it compared.');
  await run.patientId();
  const found = judgeSearchset(await run.patientAnswer());
  const patient = patientSchema.safeParse(found.ok ? found.value.matches[0] : null);
  if (!patient.success) throw new NotCheckable('The record cannot be read.');
  const { birthDate: held } = patient.data;
  if (held === birthDate) return pass('It is the one that was given.');
  return held?.length === 10
    ? fail('It is another than the one that was given; Planside shows no plan where page and record differ.')
    : fail('The record has no whole birth date; Planside shows no plan before a person has confirmed who it is.');
}

async function checkNobody(run: Run): Promise<Finding> {
  const asking = await run.asking();
  const numbers = numbersOfNobody(run.wanted.nhsNumber, 3);
  for (const nhsNumber of numbers) {
    const judged = judgePatient(await askForPatient(asking, nhsNumber), nhsNumber);
    if (!judged.ok) {
      const { outcome, reason } = failureFinding(judged.failure);
      return { outcome, reason: `${reason} Without a valid empty result, “no plan found” is never said.` };
    }
    if (judged.value.kind === 'nobody') {
      return pass('A search for a valid test number that nobody has (range 999) ends in an empty searchset.');
    }
  }
  return fail('Each of three valid test numbers (range 999) that nobody should have led to a record.');
}

async function checkUnknown(run: Run): Promise<Finding> {
  const answer = await search(await run.asking(), 'Patient', [
    ['identifier', `${NHS_NUMBER_SYSTEM}|${run.wanted.nhsNumber}`],
    ['planside-unknown', 'x'],
  ]);
  if (answer.kind === 'body' && answer.status === 400) return pass('It is answered with 400.');
  const judged = judgeBody(answer);
  if (!judged.ok) {
    const { outcome, reason } = failureFinding(judged.failure);
    return { outcome, reason: `It should be answered with 400. ${reason}` };
  }
  const found = judgeSearchset(answer);
  return found.ok && found.value.empty
    ? fail('It is answered with an empty result: a search that is not understood looks like one that found nothing.')
    : fail('It is ignored: a search that is not understood brings more than was asked for.');
}
