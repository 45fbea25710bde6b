import { DatabaseSync } from 'node:sqlite';

/**
 * Resources are kept as the JSON that is sent; the columns beside them are what a search asks for. `stored_alone`: the
 * plan is no Composition of its own here. `parts`: what documents are put together from, by `Type/id`. `openings`: to whom a reason has opened a patient.
 */
const TABLES = `
  CREATE TABLE patients (
    id TEXT PRIMARY KEY, on_gp_list INTEGER NOT NULL, care_home TEXT, sharing_refused INTEGER NOT NULL,
    resource TEXT NOT NULL
  ) STRICT;
  CREATE TABLE nhs_numbers (nhs_number TEXT PRIMARY KEY, patient_id TEXT NOT NULL REFERENCES patients) STRICT;
  CREATE TABLE compositions (
    id TEXT PRIMARY KEY, patient_id TEXT NOT NULL REFERENCES patients, type TEXT NOT NULL, status TEXT NOT NULL,
    changed_at INTEGER NOT NULL, resource TEXT NOT NULL, document TEXT NOT NULL, bundle_id TEXT NOT NULL UNIQUE,
    stored_alone INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX compositions_of ON compositions (patient_id);
  CREATE TABLE parts (
    name TEXT PRIMARY KEY, composition_id TEXT NOT NULL REFERENCES compositions, resource TEXT NOT NULL
  ) STRICT;
  CREATE TABLE pointers (patient_id TEXT NOT NULL REFERENCES patients, resource TEXT NOT NULL) STRICT;
  CREATE INDEX pointers_to ON pointers (patient_id);
  CREATE TABLE groups (id TEXT PRIMARY KEY, ods_code TEXT NOT NULL UNIQUE, resource TEXT NOT NULL) STRICT;
  CREATE TABLE audit_events (
    place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, delivered_by TEXT NOT NULL, acted_by TEXT,
    received_at TEXT NOT NULL, is_sealed INTEGER NOT NULL, hash TEXT NOT NULL, alerted TEXT, resource TEXT NOT NULL
  ) STRICT;
  CREATE TABLE openings (
    username TEXT NOT NULL, role_id TEXT NOT NULL, patient_id TEXT NOT NULL REFERENCES patients,
    correlation_id TEXT, opened_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX openings_to ON openings (patient_id, username, role_id);
`;

/** An empty database in memory. It is gone when closed; nothing is ever written to disk. */
export function emptyTables(): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  database.exec(TABLES);
  return database;
}
