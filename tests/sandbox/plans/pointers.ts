import type { DocumentReference } from 'fhir/r4';
import { daysBefore, londonTime } from '../people/dates.ts';
import type { People, Person } from '../people/person.ts';
import type { Random } from '../people/random.ts';
import { CARE_PLAN_CATEGORY, PLAN_KINDS, UNSTRUCTURED } from './codes.ts';
import { ODS_CODE_SYSTEM } from './document-draft.ts';
import { CUSTODIAN, ORGANISATIONS, type Organisation } from './organisations.ts';
import type { PointerRecord } from './plan-record.ts';

const PERSONS_WITH_POINTERS = 80;

/** Titles as custodians write them. */
const TITLES = ['', ' (scanned)', ' – paper original in the home', ' v2 FINAL'];

/** Retrieved through the Spine proxy, or a page with a telephone number; neither is ever opened by the product. */
function urlOf(random: Random, custodian: Organisation, id: string): { url: string; contentType: string } {
  const path = `https://plans.${custodian.odsCode.toLowerCase()}.example.org/documents/${id}`;
  return random.chance(0.5)
    ? { url: `ssp://spine-proxy.example.org/${encodeURIComponent(path)}`, contentType: 'application/pdf' }
    : { url: path, contentType: 'text/html' };
}

function pointerTo(person: Person, random: Random, today: string): DocumentReference {
  const custodian = random.pick(ORGANISATIONS.filter(({ name }) => name !== CUSTODIAN));
  const kind = random.pick(Object.values(PLAN_KINDS));
  const id = `${custodian.odsCode}-${random.uuid()}`;
  const created = londonTime(daysBefore(today, random.integer(2, 900)), '09:15:00');
  const ods = { identifier: { system: ODS_CODE_SYSTEM, value: custodian.odsCode }, display: custodian.name };
  const { url, contentType } = urlOf(random, custodian, id);
  return {
    resourceType: 'DocumentReference',
    id,
    status: 'current',
    docStatus: 'final',
    type: { coding: [kind] },
    category: [{ coding: [CARE_PLAN_CATEGORY] }],
    subject: { identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: person.nhsNumber } },
    date: created,
    author: [ods],
    custodian: ods,
    content: [
      {
        attachment: { contentType, url, title: `${kind.display ?? 'Plan'}${random.pick(TITLES)}`, creation: created },
        format: UNSTRUCTURED,
      },
    ],
  };
}

/**
 * Pointers to plans other organisations hold, shaped as the National Record Locator's (NRL consumer API,
 * DocumentReference): one or two each for about eighty people, half of whom have no plan here.
 */
export function generatePointers(
  people: People,
  withPlan: ReadonlySet<Person>,
  random: Random,
  today: string,
): readonly PointerRecord[] {
  const half = PERSONS_WITH_POINTERS / 2;
  const have = random.sample(
    people.persons.filter((person) => withPlan.has(person)),
    half,
  );
  const haveNot = random.sample(
    people.persons.filter((person) => !withPlan.has(person)),
    half,
  );
  return [...have, ...haveNot].flatMap((person) =>
    Array.from({ length: random.integer(1, 2) }, () => ({
      patientId: person.patientId,
      pointer: pointerTo(person, random, today),
    })),
  );
}
