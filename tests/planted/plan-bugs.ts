import type { PlantedBug } from './planted-bug.ts';

const READ_CPR = 'utils/plan/reader/read-cpr.ts';
const LOOK_UP = 'utils/plan/look-up-plan.ts';
const SEARCHSET = 'utils/plan/service/judge-searchset.ts';
const JUDGE_TEST = 'tests/unit/plan/service/judge.test.ts';
const SEARCHSET_TEST = 'tests/unit/plan/service/judge-searchset.test.ts';
const NOTICES = 'utils/view/notices-on.ts';
const NOTICES_TEST = 'tests/unit/view/notices-on.test.ts';

/** In what the plan service answers, and what is made of its documents. */
export const PLAN_BUGS: readonly PlantedBug[] = [
  {
    name: 'A 404 is “no plan found”',
    rule: 'S4',
    file: SEARCHSET,
    find: 'const judged = judgeBody(answer);\n  if (!judged.ok) return judged;',
    replace: `const isThere = answer.kind !== 'body' || answer.status !== 404;
  const judged = judgeBody(isThere ? answer : { ...answer, status: 200, body: { resourceType: 'Bundle', type: 'searchset' } });
  if (!judged.ok) return judged;`,
    caughtBy: [SEARCHSET_TEST],
  },
  {
    name: 'An answer without a body (undefined) is an empty search',
    rule: 'S4',
    file: 'utils/plan/service/judge.ts',
    find: "? failed(couldNotCheck('unexpectedAnswer', 'PLN-EMPTY', tries))",
    replace: "? { ok: true, value: { resourceType: 'Bundle', type: 'searchset' } }",
    caughtBy: [JUDGE_TEST],
  },
  {
    name: 'An answer with nothing in it is an empty search',
    rule: 'S4',
    file: 'utils/plan/service/parse-body.ts',
    find: "if (text === '') return refused('unexpectedAnswer', 'PLN-EMPTY');",
    replace: "if (text === '') return { ok: true, value: { resourceType: 'Bundle', type: 'searchset' } };",
    caughtBy: ['tests/unit/plan/service/parse-body.test.ts'],
  },
  {
    name: 'A web page in place of an answer is an empty search',
    rule: 'S4',
    file: 'utils/plan/service/parse-body.ts',
    find: "if (text.startsWith('<')) return refused('notFhir', 'PLN-HTML');",
    replace: "if (text.startsWith('<')) return { ok: true, value: { resourceType: 'Bundle', type: 'searchset' } };",
    caughtBy: ['tests/unit/plan/service/parse-body.test.ts', 'tests/faults/service-faults/service-faults-class.ts'],
  },
  {
    name: 'Matches that were announced and are not there are none',
    rule: 'S4',
    file: SEARCHSET,
    find: "if (isHollow) return unexpected('PLN-EMPTY-PAGE');",
    replace: '',
    caughtBy: [SEARCHSET_TEST],
  },
  {
    name: 'A search that carries an error counts as answered',
    rule: 'S4',
    file: SEARCHSET,
    find: "if (entry.some(({ resource }) => isFailure(resource))) return unexpected('PLN-OUTCOME');",
    replace: '',
    caughtBy: [SEARCHSET_TEST],
  },
  {
    name: 'A statement on CPR that cannot be parsed is swallowed',
    rule: 'S4',
    file: READ_CPR,
    find: 'const isBroken = document.resources.some((resource) => mayHideDecision(resource, isHere(resource)));',
    replace: 'const isBroken = false;',
    caughtBy: ['tests/unit/plan/reader/read-cpr.test.ts'],
  },
  {
    name: 'A code on CPR that nobody knows is “not recorded”',
    rule: 'S4',
    file: READ_CPR,
    find: 'return inSection && !isSilent ? [{ ...unknown, ...sentAs(document, resource, unknown), source }] : [];',
    replace: 'return [];',
    caughtBy: ['tests/unit/plan/reader/read-cpr.test.ts'],
  },
  {
    name: 'A look-up that is still running shows as “no plan found”',
    rule: 'S4',
    file: 'utils/view/decide-view.ts',
    find: "if (lookup === null) return { kind: 'looking', ...asked, ...known.wait };",
    replace: `if (lookup === null) {
    return { kind: 'noPlanFound', page, elsewhere: [], elsewhereChecked: true, service, askedAt: known.now, signedInAs };
  }`,
    caughtBy: ['tests/unit/view/decide-view.test.ts'],
  },
  {
    name: 'A document of any depth is read',
    rule: 'S6',
    file: 'utils/plan/reader/document.ts',
    find: 'const bundle = isShallow(raw) ? bundleSchema.safeParse(raw) : null;',
    replace: 'const bundle = bundleSchema.safeParse(raw);',
    caughtBy: ['tests/unit/plan/reader/document.test.ts'],
  },
  {
    name: 'The NHS number stands in the address of a search',
    rule: 'S7',
    file: 'utils/plan/service/fhir-request.ts',
    find: '/_search`,',
    replace: '/_search?` + new URLSearchParams(parameters.map(([name, value]) => [name, value])),',
    caughtBy: ['tests/unit/plan/service/fhir-request.test.ts'],
  },
  {
    name: 'What is kept of a plan to notice a change can be read',
    rule: 'S8',
    file: 'utils/plan/plan-trace.ts',
    find: 'content: await digest([salt, title, content]),',
    replace: 'content,',
    caughtBy: ['tests/unit/plan/plan-trace.test.ts', 'tests/faults/browser-kills/browser-kills-class.ts'],
  },
  {
    name: 'Of two statements on CPR that differ the newer is taken',
    rule: 'S11',
    file: READ_CPR,
    find: 'const agree = others.every((other) => saysTheSame(first, other));',
    replace: 'const agree = others.length >= 0;',
    caughtBy: ['tests/unit/plan/reader/read-cpr.test.ts'],
  },
  {
    name: 'A code that the author’s own text contradicts stands alone',
    rule: 'S11',
    file: 'utils/plan/reader/against-text.ts',
    find: 'return { narrative: saysMore ? paragraphs : null, contradicts };',
    replace: 'return { narrative: saysMore ? paragraphs : null, contradicts: false };',
    caughtBy: ['tests/unit/plan/reader/contradictions.test.ts'],
  },
  {
    name: 'A text that contradicts the codes is not named on top',
    rule: 'S11',
    file: NOTICES,
    find: "contradictions.length > 0 && { kind: 'contradiction', parts: contradictions },",
    replace: '',
    caughtBy: [NOTICES_TEST],
  },
  {
    name: 'The first of two current plans is taken for the only one',
    rule: 'S11',
    file: LOOK_UP,
    find: 'filter(({ composition }) => sorted.current.includes(composition));',
    replace: 'filter(({ composition }) => sorted.current[0] === composition);',
    caughtBy: ['tests/unit/plan/look-up-plan.test.ts'],
  },
  {
    name: 'Parts that could not be read are not named',
    rule: 'S11',
    file: NOTICES,
    find: 'const parts = plans.flatMap(({ unreadable }) => unreadable);',
    replace: 'const parts: never[] = [];',
    caughtBy: [NOTICES_TEST],
  },
  {
    name: 'A draft that is newer than the plan is passed over',
    rule: 'S11',
    file: NOTICES,
    find: "newerDraft !== null && { kind: 'draftNewer', ...newerDraft },",
    replace: '',
    caughtBy: [NOTICES_TEST],
  },
  {
    name: 'A plan that another has replaced is current',
    rule: 'S11',
    file: 'utils/plan/service/sort-plans.ts',
    find: 'isApproved(one) && !isRevoked(one) && !isReplaced(one);',
    replace: 'isApproved(one) && !isRevoked(one);',
    caughtBy: ['tests/unit/plan/service/sort-plans.test.ts'],
  },
  {
    name: 'The plan of somebody else is asked for, because it came along with the patient',
    rule: 'S1',
    file: 'utils/plan/service/ask-ahead.ts',
    find: '.filter((one) => isAbout(one, patient.id, asking.fhirBase))',
    replace: '',
    caughtBy: ['tests/unit/plan/ask-ahead.test.ts'],
  },
];
