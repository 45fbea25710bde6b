import { PLAN_TYPES } from '../../../utils/plan/codes.ts';
import { snomedCodes } from '../../../utils/plan/concepts.ts';
import { compositionSchema, type Resource } from '../../../utils/plan/fhir-schemas.ts';
import { conceptSchema } from '../../../utils/plan/fhir-types.ts';
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

/** The Compositions as they came; the rows about them have nothing to say where there is none. */
async function someOf({ plans }: Run): Promise<FoundPlans['raw']> {
  const { raw } = await plans();
  if (raw.length === 0) throw new NotCheckable('No Composition came.');
  return raw;
}
