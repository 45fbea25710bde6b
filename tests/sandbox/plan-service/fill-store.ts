import type { DatabaseSync } from 'node:sqlite';
import type { CodeableConcept } from 'fhir/r4';
import type { People } from '../people/person.ts';
import { PLAN_KINDS } from '../plans/codes.ts';
import type { PlanRecord, PointerRecord } from '../plans/plan-record.ts';
import { pointAtStored } from './fhir/point-at-stored.ts';
import { takenApart } from './fhir/take-apart.ts';
import { writeGroup } from './fhir/write-group.ts';
import { writePatient } from './fhir/write-patient.ts';
import type { Offers } from './offers.ts';
import { refusedSharing } from './refused-sharing.ts';

/** What the plan service is to hold, and in which form. */
export type Holdings = {
  readonly people: People;
  readonly plans: readonly PlanRecord[];
  readonly pointers: readonly PointerRecord[];
  readonly offers: Offers;
  readonly fhirBase: string;
};

/** Space-separated `system|code` tokens, one space around each, so that a whole token can be looked for. */
function tokens(concept: CodeableConcept): string {
  return ` ${(concept.coding ?? []).map(({ system, code }) => `${system ?? ''}|${code ?? ''}`).join(' ')} `;
}

function fillPatients(database: DatabaseSync, people: People, refused: ReadonlySet<string>): void {
  const patients = database.prepare('INSERT INTO patients VALUES (?, ?, ?, ?, ?)');
  const numbers = database.prepare('INSERT INTO nhs_numbers VALUES (?, ?)');
  for (const person of people.persons) {
    const { patientId, gpList, careHome = null } = person;
    const resource = JSON.stringify(writePatient(person));
    patients.run(patientId, Number(gpList), careHome, Number(refused.has(patientId)), resource);
    for (const number of [person.nhsNumber, ...person.replacedNhsNumbers]) numbers.run(number, patientId);
  }
  const groups = database.prepare('INSERT INTO groups VALUES (?, ?, ?)');
  for (const home of people.careHomes) {
    groups.run(home.id, home.odsCode, JSON.stringify(writeGroup(home, people.persons)));
  }
}

const bundleIdOf = ({ document, compositionId }: PlanRecord) => document.id ?? compositionId;

function fillPlans(database: DatabaseSync, { plans, offers }: Holdings): void {
  const compositions = database.prepare('INSERT INTO compositions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const parts = database.prepare('INSERT OR IGNORE INTO parts VALUES (?, ?, ?)');
  for (const plan of plans) {
    const { compositionId, patientId, document } = plan;
    const apart = offers === 'include' ? takenApart(document, plan.composition) : null;
    const composition = apart?.composition ?? plan.composition;
    const { type, status, date } = composition;
    const written = [JSON.stringify(composition), JSON.stringify(document), bundleIdOf(plan)] as const;
    const isAlone = offers === 'stored' && tokens(type).includes(`|${PLAN_KINDS.respectForm.code} `);
    compositions.run(compositionId, patientId, tokens(type), status, Date.parse(date), ...written, Number(isAlone));
    for (const part of apart?.others ?? []) {
      parts.run(`${part.resourceType}/${part.id ?? ''}`, compositionId, JSON.stringify(part));
    }
  }
}

/** Pointers to what others hold, and to the service's own documents where it stores them whole. */
function fillPointers(database: DatabaseSync, { people, plans, pointers, offers, fhirBase }: Holdings): void {
  const pointed = database.prepare('INSERT INTO pointers VALUES (?, ?)');
  for (const { patientId, pointer } of pointers) pointed.run(patientId, JSON.stringify(pointer));
  if (offers !== 'stored') return;
  const numbers = new Map(people.persons.map(({ patientId, nhsNumber }) => [patientId, nhsNumber] as const));
  const targets = plans.flatMap(({ composition }) => composition.relatesTo ?? []);
  const replaced = new Set(targets.flatMap(({ targetReference }) => targetReference?.reference ?? []));
  for (const [at, plan] of plans.entries()) {
    const { compositionId, patientId, composition } = plan;
    const bundleId = bundleIdOf(plan);
    const superseded = replaced.has(`Composition/${compositionId}`);
    const stored = { composition, bundleId, nhsNumber: numbers.get(patientId) ?? '', superseded };
    const address = at % 2 === 0 ? `Bundle/${bundleId}` : `${fhirBase}/Bundle/${bundleId}`;
    pointed.run(patientId, JSON.stringify(pointAtStored(stored, address)));
  }
}

/** Puts everybody and every plan into empty tables, in one transaction. */
export function fillStore(database: DatabaseSync, holdings: Holdings): void {
  const { people, plans } = holdings;
  database.exec('BEGIN');
  fillPatients(database, people, refusedSharing(people, plans));
  fillPlans(database, holdings);
  fillPointers(database, holdings);
  database.exec('COMMIT');
}
