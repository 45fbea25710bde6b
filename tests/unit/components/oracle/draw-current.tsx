import { render } from 'preact';
import { act } from 'preact/test-utils';
import { Sidebar } from '../../../../components/Sidebar.tsx';
import { NO_CHANGES } from '../../../../utils/plan/changes.ts';
import type { Plan, PlanElsewhere } from '../../../../utils/plan/plan.ts';
import type { NewerDraft, PlanLookup } from '../../../../utils/plan/plan-lookup.ts';
import { readDocument } from '../../../../utils/plan/reader/read-document.ts';
import { type Pointer, sortPointers } from '../../../../utils/plan/service/pointers.ts';
import { decideView } from '../../../../utils/view/decide-view.ts';
import type { View } from '../../../../utils/view/view.ts';
import type { Person } from '../../../sandbox/people/person.ts';
import type { PersonsPlans } from './sandbox-plans.ts';

const FHIR_BASE = 'https://plans.example/fhir';

/** What comes over the wire: no `undefined`, no types of ours. */
function sent<T>(resource: unknown): T {
  return JSON.parse(JSON.stringify(resource)) as T;
}

function planIn(document: unknown, { nhsNumber }: Person): Plan {
  const read = readDocument(sent(document), nhsNumber);
  if (!read.ok) throw new Error(`The document of ${nhsNumber} is refused: ${read.why}`);
  return read.plan;
}

function elsewhere({ person, pointers }: PersonsPlans): readonly PlanElsewhere[] {
  const { nhsNumber, patientId } = person;
  const all = sent<Pointer[]>(pointers.map(({ pointer }) => pointer));
  const found = sortPointers(all, { nhsNumber, patientId, fhirBase: FHIR_BASE });
  if (!found.ok) throw new Error(`The pointers of ${nhsNumber} are refused`);
  return found.value.elsewhere;
}

function draftOf({ newerDrafts: [draft] }: PersonsPlans): NewerDraft | null {
  return draft ? { startedAt: draft.composition.date, by: draft.intent.author.name } : null;
}

function lookupOf(plans: PersonsPlans, now: number): PlanLookup {
  const [newest, ...others] = plans.current.map(({ document }) => planIn(document, plans.person));
  if (!newest) throw new Error(`${plans.person.nhsNumber} has no current plan`);
  return {
    kind: 'found',
    plans: [newest, ...others],
    newerDraft: draftOf(plans),
    elsewhere: elsewhere(plans),
    fetchedAt: now,
    clockAhead: 0,
  };
}

/** What the product shows beside a page on which this person is open, and says the same of them as the plan. */
export function viewOf(plans: PersonsPlans, service: string, now: number): View {
  const { nhsNumber, birthDate, familyName, givenNames } = plans.person;
  return decideView({
    shows: { kind: 'patient', identity: { nhsNumber, birthDate, familyName, givenNames: givenNames.join(' ') } },
    service,
    signedInAs: { name: 'Sam Patel', role: 'GP', organisation: 'Example Lane Surgery' },
    signIn: 'idle',
    confirmedBirthDate: null,
    lookup: lookupOf(plans, now),
    changes: NO_CHANGES,
    notChecked: null,
    unread: [],
    now,
  });
}

/** Draws a view, looks at it, and takes it down again: hundreds are drawn in one test. */
export function lookAt<T>(view: View, now: number, look: (article: Element) => T): T {
  const root = document.createElement('div');
  document.body.append(root);
  try {
    act(() => render(<Sidebar view={view} now={now} on={() => {}} />, root));
    const article = root.querySelector('article');
    if (!article) throw new Error('Nothing was drawn');
    return look(article);
  } finally {
    render(null, root);
    root.remove();
  }
}
