import { judgePatient } from '../../../utils/plan/service/find-patient.ts';
import { type Finding, notChecked, notOffered, pass, type Row } from '../row.ts';
import type { Run } from '../run.ts';

export const reasonRows: readonly Row[] = [
  {
    id: 'reason-alerts',
    title: 'Who is asked for a reason learns whom it alerts',
    required: false,
    check: checkAlerts,
  },
];

/** Judged where the service happens to ask; nobody is to be looked up for that alone. */
async function checkAlerts({ patientAnswer, wanted }: Run): Promise<Finding> {
  const judged = judgePatient(await patientAnswer(), wanted.nhsNumber);
  if (judged.ok || judged.failure.kind !== 'reasonNeeded') {
    return notChecked(
      'The service asks for no reason for this patient. Try one whom this account may see with one only.',
    );
  }
  return judged.failure.alerts === null
    ? notOffered('The refusal does not say it. Planside then asks for a reason without naming them.')
    : pass('The refusal names them in an issue with the code “informational”.');
}
