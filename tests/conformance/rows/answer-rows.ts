import { clockAhead } from '../../../utils/plan/service/clock.ts';
import type { Exchange } from '../ledger.ts';
import { type Finding, fail, NotCheckable, notOffered, pass, type Row } from '../row.ts';
import type { Run } from '../run.ts';

/** Judged over every answer of the run, refusals included. */
export const answerRows: readonly Row[] = [
  { id: 'request-id', title: 'Answers mirror X-Request-ID', required: false, check: checkRequestId },
  { id: 'correlation-id', title: 'Answers mirror X-Correlation-ID', required: false, check: checkCorrelationId },
  { id: 'content-type', title: 'Answers are application/fhir+json', required: true, check: checkContentType },
  { id: 'refusals', title: 'Refusals are OperationOutcomes', required: true, check: checkRefusals },
  { id: 'no-store', title: 'Answers are not to be stored', required: true, check: checkNoStore },
  { id: 'date', title: 'Answers name their time', required: false, check: checkDate },
  { id: 'clock', title: 'Clocks agree', required: true, check: checkClock },
];

/** More than this (milliseconds) is told to the person at the screen. */
const CLOCK_WRONG_MS = 120_000;

function checkRequestId({ ledger }: Run): Finding {
  const wrong = answersOf(ledger.exchanges).filter(({ headers, requestId }) => {
    const mirrored = headers.get('x-request-id');
    return mirrored !== null && mirrored.toLowerCase() !== requestId.toLowerCase();
  });
  if (wrong.length > 0) {
    return over(
      wrong,
      fail('An answer carries another id than its request. Planside takes it for somebody else’s and drops it.'),
    );
  }
  return mirrored(
    ledger.exchanges,
    ({ headers }) => headers.has('x-request-id'),
    'Planside then cannot see by it that an answer belongs to its request, and goes by the patient in it alone.',
  );
}

function checkCorrelationId({ ledger }: Run): Finding {
  return mirrored(
    ledger.exchanges,
    ({ headers, correlationId }) => headers.get('x-correlation-id') === correlationId,
    'Planside does without; a look-up is then harder to follow in the logs of the service.',
  );
}

function mirrored(all: readonly Exchange[], isMirrored: (one: Exchange) => boolean, without: string): Finding {
  const answers = answersOf(all);
  const not = answers.filter((one) => !isMirrored(one));
  if (not.length === 0) return over(answers, pass(`All ${answers.length} do.`));
  const share =
    not.length === answers.length ? `None of ${answers.length} does.` : `${not.length} of ${answers.length} do not.`;
  return over(not, notOffered(`${share} ${without}`));
}

function checkContentType({ ledger }: Run): Finding {
  const withBody = answersOf(ledger.exchanges).filter(({ status }) => status !== 204 && status !== 304);
  const wrong = withBody.filter(
    ({ headers }) => !/^application\/fhir\+json\b/i.test(headers.get('content-type') ?? ''),
  );
  return all(withBody, wrong, 'are called something else. Planside reads what is JSON all the same.');
}

async function checkRefusals({ ledger }: Run): Promise<Finding> {
  const refusals = answersOf(ledger.exchanges).filter(({ isOutcome }) => isOutcome !== null);
  const are = await Promise.all(refusals.map(({ isOutcome }) => isOutcome));
  const wrong = refusals.filter((_, at) => are[at] !== true);
  return all(refusals, wrong, 'are none. Planside then goes by the status, and cannot tell one 403 from another.');
}

function checkNoStore({ ledger }: Run): Finding {
  const answers = answersOf(ledger.exchanges);
  const wrong = answers.filter(({ headers }) => !/\bno-store\b/i.test(headers.get('cache-control') ?? ''));
  return all(answers, wrong, 'lack “Cache-Control: no-store”: boxes on the way may keep them.');
}

function checkDate({ ledger }: Run): Finding {
  return mirrored(
    ledger.exchanges,
    ({ date }) => date !== null,
    'Without a Date, Planside goes by this computer’s clock when it says how old a plan is.',
  );
}

function checkClock({ ledger }: Run): Finding {
  const answers = answersOf(ledger.exchanges);
  const ahead = clockAhead(answers);
  if (ahead === null) throw new NotCheckable('No answer names its time.');
  const seconds = Math.round(Math.abs(ahead) / 1000);
  const apart = seconds < 1 ? 'less than a second' : `${seconds} s`;
  return over(
    answers,
    Math.abs(ahead) <= CLOCK_WRONG_MS
      ? pass(`They are ${apart} apart.`)
      : fail(`They are ${apart} apart: this computer’s or the service’s is wrong. Planside says so beside each plan.`),
  );
}

/** @throws NotCheckable where no answer came at all */
function answersOf(exchanges: readonly Exchange[]): readonly Exchange[] {
  const answers = exchanges.filter(({ isFhir }) => isFhir);
  if (answers.length === 0) throw new NotCheckable('No answer came.');
  return answers;
}

function all(answers: readonly Exchange[], wrong: readonly Exchange[], otherwise: string): Finding {
  if (answers.length === 0) throw new NotCheckable('There was none.');
  return wrong.length === 0
    ? over(answers, pass(`All ${answers.length} are.`))
    : over(wrong, fail(`${wrong.length} of ${answers.length} ${otherwise}`));
}

function over(exchanges: readonly Exchange[], finding: Finding): Finding {
  return { ...finding, requestIds: exchanges.map(({ requestId }) => requestId) };
}
