import type { DatabaseSync } from 'node:sqlite';
import type { CodeableConcept } from 'fhir/r4';
import type { People } from '../people/person.ts';
import type { PlanRecord, PointerRecord } from '../plans/plan-record.ts';
import { writeGroup } from './fhir/write-group.ts';
import { writePatient } from './fhir/write-patient.ts';
import { refusedSharing } from './refused-sharing.ts';

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

function fillPlans(database: DatabaseSync, plans: readonly PlanRecord[], pointers: readonly PointerRecord[]): void {
  const compositions = database.prepare('INSERT INTO compositions VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (const { compositionId, patientId, composition, document } of plans) {
    const { type, status, date } = composition;
    const written = [JSON.stringify(composition), JSON.stringify(document)] as const;
    compositions.run(compositionId, patientId, tokens(type), status, Date.parse(date), ...written);
  }
  const pointed = database.prepare('INSERT INTO pointers VALUES (?, ?)');
  for (const { patientId, pointer } of pointers) pointed.run(patientId, JSON.stringify(pointer));
}

/** Puts everybody and every plan into empty tables, in one transaction. */
export function fillStore(
  database: DatabaseSync,
  people: People,
  plans: readonly PlanRecord[],
  pointers: readonly PointerRecord[],
): void {
  database.exec('BEGIN');
  fillPatients(database, people, refusedSharing(people, plans));
  fillPlans(database, plans, pointers);
  database.exec('COMMIT');
}
