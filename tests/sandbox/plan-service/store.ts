import type { DatabaseSync } from 'node:sqlite';
import type { Bundle, Composition, DocumentReference, FhirResource, Group, Patient } from 'fhir/r4';
import type { PlanRecord } from '../plans/plan-record.ts';
import { auditStore } from './audit/audit-store.ts';
import { openings } from './audit/openings.ts';
import { parsed, type Row } from './rows.ts';

export type StoredPatient = {
  readonly id: string;
  readonly gpList: boolean;
  readonly careHome?: string;
  readonly sharingRefused: boolean;
  readonly resource: Patient;
};

/** What a Composition search asks for; `types` and `statuses` left out mean any. */
export type PlanSearch = {
  readonly patientIds: readonly string[];
  /** `system|code`. */
  readonly types?: readonly string[];
  readonly statuses?: readonly string[];
  readonly newestFirst: boolean;
};

/** Everything the plan service holds: written by `fillStore`; later come audit events, reasons, and new versions. */
export type Store = ReturnType<typeof storeOn>;

function everyParsed<T>(rows: readonly Row[], column: string): T[] {
  return rows.flatMap((row) => parsed<T>(row, column) ?? []);
}

function patientIn(row: Row | undefined): StoredPatient | undefined {
  const resource = parsed<Patient>(row, 'resource');
  if (row === undefined || resource === undefined) return undefined;
  return {
    id: String(row.id),
    gpList: row.on_gp_list === 1,
    ...(typeof row.care_home === 'string' ? { careHome: row.care_home } : {}),
    sharingRefused: row.sharing_refused === 1,
    resource,
  };
}

function searchPlans(database: DatabaseSync, search: PlanSearch): string[] {
  const { patientIds, types, statuses, newestFirst } = search;
  const conditions = [`patient_id IN (${patientIds.map(() => '?').join(', ')})`, 'stored_alone = 0'];
  const values = [...patientIds];
  if (types !== undefined) {
    conditions.push(`(${types.map(() => 'instr(type, ?) > 0').join(' OR ')})`);
    values.push(...types.map((type) => ` ${type} `));
  }
  if (statuses !== undefined) {
    conditions.push(`status IN (${statuses.map(() => '?').join(', ')})`);
    values.push(...statuses);
  }
  const order = newestFirst ? 'changed_at DESC, rowid DESC' : 'changed_at, rowid';
  const rows = database
    .prepare(`SELECT id FROM compositions WHERE ${conditions.join(' AND ')} ORDER BY ${order}`)
    .all(...values);
  return rows.map(({ id }) => String(id));
}

/** Questions about patients: by number (present or replaced), by id, and somebody else for the fault of that name. */
function patientQuestions(database: DatabaseSync) {
  const byNumber = database.prepare(
    'SELECT patients.* FROM nhs_numbers JOIN patients ON patients.id = patient_id WHERE nhs_number = ?',
  );
  const byId = database.prepare('SELECT * FROM patients WHERE id = ?');
  const other = database.prepare(
    'SELECT * FROM patients WHERE id <> ? AND id IN (SELECT patient_id FROM compositions) ORDER BY rowid LIMIT 1',
  );
  return {
    patientByNhsNumber: (nhsNumber: string) => patientIn(byNumber.get(nhsNumber)),
    patient: (id: string) => patientIn(byId.get(id)),
    somebodyElse: (id: string) => patientIn(other.get(id)),
  };
}

function planQuestions(database: DatabaseSync) {
  const ownerOf = database.prepare('SELECT patient_id FROM compositions WHERE id = ?');
  const composition = database.prepare('SELECT resource FROM compositions WHERE id = ? AND stored_alone = 0');
  const document = database.prepare('SELECT document FROM compositions WHERE id = ?');
  const pointers = database.prepare('SELECT resource FROM pointers WHERE patient_id = ? ORDER BY rowid');
  const group = database.prepare('SELECT resource FROM groups WHERE ods_code = ?');
  const otherGroup = database.prepare('SELECT resource FROM groups WHERE ods_code <> ? ORDER BY rowid LIMIT 1');
  return {
    searchPlans: (search: PlanSearch) => searchPlans(database, search),
    patientOfPlan: (id: string) => ownerOf.get(id)?.patient_id?.toString(),
    composition: (id: string) => parsed<Composition>(composition.get(id), 'resource'),
    document: (id: string) => parsed<Bundle<FhirResource>>(document.get(id), 'document'),
    pointers: (patientId: string) => everyParsed<DocumentReference>(pointers.all(patientId), 'resource'),
    group: (odsCode: string) => parsed<Group>(group.get(odsCode), 'resource'),
    otherGroup: (odsCode: string) => parsed<Group>(otherGroup.get(odsCode), 'resource'),
  };
}

/** Questions of the forms in which documents are had other than by the operation: whole, and in parts. */
function formQuestions(database: DatabaseSync) {
  const planOfBundle = database.prepare('SELECT id FROM compositions WHERE bundle_id = ?');
  const bundleOfAnother = database.prepare('SELECT id FROM compositions WHERE patient_id <> ? ORDER BY rowid LIMIT 1');
  const planOfPart = database.prepare('SELECT composition_id AS id FROM parts WHERE name = ?');
  const partsOf = database.prepare('SELECT resource FROM parts WHERE composition_id = ? ORDER BY rowid');
  const partOfAnother = database.prepare(
    `SELECT parts.resource FROM parts JOIN compositions ON compositions.id = composition_id
     WHERE patient_id <> ? AND name LIKE ? ORDER BY parts.rowid LIMIT 1`,
  );
  const idOf = (row: Row | undefined) => row?.id?.toString();
  return {
    planOfBundle: (bundleId: string) => idOf(planOfBundle.get(bundleId)),
    planOfAnother: (patientId: string) => idOf(bundleOfAnother.get(patientId)),
    /** `Type/id`. */
    planOfPart: (name: string) => idOf(planOfPart.get(name)),
    partsOf: (planId: string) => everyParsed<FhirResource>(partsOf.all(planId), 'resource'),
    partOfAnother: (patientId: string, type: string) =>
      parsed<FhirResource>(partOfAnother.get(patientId, `${type}/%`), 'resource'),
  };
}

/** A plan in its next version, under the same id. */
function planRevisions(database: DatabaseSync) {
  const replace = database.prepare(
    'UPDATE compositions SET status = ?, changed_at = ?, resource = ?, document = ? WHERE id = ?',
  );
  return {
    revise: ({ compositionId, composition, document }: PlanRecord) => {
      const written = [JSON.stringify(composition), JSON.stringify(document)] as const;
      replace.run(composition.status, Date.parse(composition.date), ...written, compositionId);
    },
  };
}

/** The questions the plan service asks of filled tables. */
export function storeOn(database: DatabaseSync) {
  return {
    ...patientQuestions(database),
    ...planQuestions(database),
    ...planRevisions(database),
    ...formQuestions(database),
    ...auditStore(database),
    ...openings(database),
    close: () => database.close(),
  };
}
