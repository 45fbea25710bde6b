import { PLAN_TYPES } from '../../../utils/plan/codes.ts';
import { snomedCodes } from '../../../utils/plan/concepts.ts';
import { compositionSchema, type Resource } from '../../../utils/plan/fhir-schemas.ts';
import { conceptSchema } from '../../../utils/plan/fhir-types.ts';
import { askForPatient, judgePatient } from '../../../utils/plan/service/find-patient.ts';
import { judgeSearchset } from '../../../utils/plan/service/judge-searchset.ts';
import type { FoundPlans } from '../found-plans.ts';
import { type Finding, fail, NotCheckable, notChecked, notOffered, pass, type Row } from '../row.ts';
import type { Run } from '../run.ts';
import { failureFinding } from '../words.ts';
import { fieldsIn } from '../wrong-fields.ts';

export const planRows: readonly Row[] = [
  { id: 'plans-search', title: 'Plans are found by a posted search', required: true, check: checkSearch },
  { id: 'plans-kinds', title: 'Only the kinds asked for come', required: true, check: checkKinds },
  { id: 'plans-status', title: 'Status of each plan is known', required: true, check: checkStatus },
  { id: 'plans-order', title: 'Newest plan comes first', required: false, check: checkOrder },
  { id: 'plans-along', title: 'Plans come along with their patient', required: false, check: checkAlong },
];

const STATUSES: readonly unknown[] = ['preliminary', 'final', 'amended', 'entered-in-error'];

async function checkSearch({ plans }: Run): Promise<Finding> {
  const { judged, raw } = await plans();
  if (!judged.ok) {
    const wrong = fieldsIn(raw, compositionSchema);
    const { outcome, reason } = failureFinding(judged.failure);
    return { outcome, reason: wrong.length > 0 ? `${reason} Missing or wrong: ${wrong.join(', ')}.` : reason };
  }
  return judged.value.compositions.length > 0
    ? pass('Compositions of this patient came, each with what Planside needs of it.')
    : notChecked('A valid empty result came: this patient has no plan as a Composition. Try a patient who has one.');
}

async function checkKinds(run: Run): Promise<Finding> {
  const isAsked = ({ type }: Resource) => {
    const concept = conceptSchema.safeParse(type);
    const codes = concept.success ? snomedCodes(concept.data) : [];
    return codes.some((code) => PLAN_TYPES.some((known) => known === code));
  };
  return (await someOf(run)).every(isAsked)
    ? pass('Each is of one of the kinds that were asked for with “type”.')
    : fail('Compositions of other kinds came: “type” is not, or not wholly, understood. Planside leaves them out.');
}

async function checkStatus(run: Run): Promise<Finding> {
  return (await someOf(run)).every(({ status }) => STATUSES.includes(status))
    ? pass('Each is preliminary, final, amended or entered-in-error.')
    : fail(
        'One has none, or another than preliminary, final, amended and entered-in-error. Planside then reads no plan.',
      );
}

async function checkOrder(run: Run): Promise<Finding> {
  const dates = (await someOf(run)).map(({ date }) => Date.parse(String(date)));
  if (dates.length < 2) return notChecked('This patient has one plan; try one who has several.');
  return dates.every((date, at) => at === 0 || date <= (dates[at - 1] ?? date))
    ? pass('They came in the order of “_sort=-date”.')
    : notOffered('“_sort=-date” is not kept to. Planside reads all pages and sorts by itself.');
}

async function checkAlong(run: Run): Promise<Finding> {
  const { plansAlong } = await run.capability();
  if (plansAlong === null) {
    return notOffered(
      'No “_revinclude” of Compositions is named for Patient: a plan takes one journey to the service more.',
    );
  }
  await run.patientId();
  const { nhsNumber } = run.wanted;
  const answer = await askForPatient(await run.asking(), nhsNumber, plansAlong);
  const patient = judgePatient(answer, nhsNumber);
  if (!patient.ok) {
    const { reason } = failureFinding(patient.failure);
    return fail(`With “_revinclude=${plansAlong}”, which it names: ${reason} Planside then asks without.`);
  }
  const found = judgeSearchset(answer);
  const came = (found.ok ? found.value.included : []).map(({ id }) => id);
  return (await someOf(run)).every(({ id }) => came.includes(id))
    ? pass(`Each came with “_revinclude=${plansAlong}”; its document is asked for while the plans are listed.`)
    : fail(`Not every plan came with “_revinclude=${plansAlong}”, which it names. Planside asks for those later.`);
}

/** The Compositions as they came; the rows about them have nothing to say where there is none. */
async function someOf({ plans }: Run): Promise<FoundPlans['raw']> {
  const { raw } = await plans();
  if (raw.length === 0) throw new NotCheckable('No Composition came.');
  return raw;
}
