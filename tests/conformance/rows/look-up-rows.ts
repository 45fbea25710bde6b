import type { Plan } from '../../../utils/plan/plan.ts';
import { numbersOfNobody } from '../nobody.ts';
import { type Finding, fail, NotCheckable, notChecked, pass, type Row } from '../row.ts';
import { type Run, type TimedLookUp, timed } from '../run.ts';
import { failureFinding } from '../words.ts';

export const lookUpRows: readonly Row[] = [
  { id: 'look-up', title: 'Whole look-up of the patient', required: true, check: checkLookUp },
  { id: 'look-up-nobody', title: 'Whole look-up of a number nobody has', required: true, check: checkNobody },
  { id: 'cpr', title: 'CPR decision is read', required: true, check: checkCpr },
];

const LONGEST_MS = 20_000;

async function checkLookUp({ lookUp }: Run): Promise<Finding> {
  const { ended, ms } = await lookUp();
  if (ms >= LONGEST_MS) return fail('It did not end within 20 seconds.');
  if (ended.kind === 'found') return pass(`A plan was found, ${took(ms)}.`);
  if (ended.kind === 'noPlanFound') {
    return fail(
      'It ended in “no plan found”. The number has to be of a patient who has a plan: either they have none, or Planside cannot see it here, and would tell a clinician that there is none.',
    );
  }
  if (ended.kind === 'noCurrentPlan') {
    const only = ended.found === 'draft' ? 'a draft' : 'plans that were withdrawn';
    return notChecked(`It ended in ${only} and no plan in force, ${took(ms)}. Try a patient who has one in force.`);
  }
  const { outcome, reason } = failureFinding(ended);
  return { outcome, reason: `${reason} Planside would say that it could not check.` };
}

async function checkNobody(run: Run): Promise<Finding> {
  const [nhsNumber = ''] = numbersOfNobody(run.wanted.nhsNumber, 1);
  const { ended, ms }: TimedLookUp = await timed(await run.asking(), nhsNumber);
  if (ended.kind === 'noPlanFound') return pass(`“No plan found” can be said, ${took(ms)}.`);
  if (ended.kind === 'found' || ended.kind === 'noCurrentPlan') {
    return notChecked('Somebody seems to have the number that was made up for this.');
  }
  const { outcome, reason } = failureFinding(ended);
  return { outcome, reason: `${reason} So “no plan found” is never said of anybody.` };
}

/** Of everything clinical, the name of this one state is all that is told. */
async function checkCpr({ lookUp }: Run): Promise<Finding> {
  const { ended } = await lookUp();
  if (ended.kind !== 'found') throw new NotCheckable('No plan was read.');
  const { state } = ended.plans[0].cprDecision;
  const [outcome, means] = STATES[state];
  return { outcome, reason: `Read as “${state}”: ${means}.` };
}

const STATES: Readonly<Record<Plan['cprDecision']['state'], readonly [Finding['outcome'], means: string]>> = {
  notForCpr: ['pass', 'a coded statement in force'],
  forCpr: ['pass', 'a coded statement in force'],
  modifiedCpr: ['pass', 'a statement in force, shown in its author’s words'],
  conflicting: ['pass', 'statements in force that disagree; all of them are shown'],
  notRecorded: ['pass', 'nothing about CPR is in the document; this is shown as “not recorded”, never as “for CPR”'],
  hidden: ['pass', 'the service keeps it from this role, and says so'],
  inWordsOnly: ['pass', 'words about CPR and no code; they are shown, never interpreted'],
  unknown: ['fail', 'the code is none that Planside knows; it is shown in its author’s words, never interpreted'],
  unreadable: ['fail', 'something about CPR is in the document that cannot be read; this is said on top'],
};

function took(ms: number): string {
  return `within ${(Math.ceil(ms / 100) / 10).toFixed(1)} s`;
}
