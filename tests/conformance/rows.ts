import type { RowGroup } from './row.ts';
import { accessRows } from './rows/access-rows.ts';
import { answerRows } from './rows/answer-rows.ts';
import { auditRows } from './rows/audit-rows.ts';
import { besideRows } from './rows/beside-rows.ts';
import { capabilityRows } from './rows/capability-rows.ts';
import { addressRow, discoveryRows } from './rows/discovery-rows.ts';
import { documentRows } from './rows/document-rows.ts';
import { lookUpRows } from './rows/look-up-rows.ts';
import { pagingRows } from './rows/paging-rows.ts';
import { patientRows } from './rows/patient-rows.ts';
import { planRows } from './rows/plan-rows.ts';
import { reasonRows } from './rows/reason-rows.ts';
import { residentsRows } from './rows/residents-rows.ts';
import { revocationRow, signInRows } from './rows/sign-in-rows.ts';
import { versionRows } from './rows/version-rows.ts';
import { wayRows } from './rows/way-rows.ts';

/** Everything that is asked of a plan service (docs/plan-service.md), in the order in which it is asked. */
export const ROW_GROUPS: readonly RowGroup[] = [
  { title: 'Address and signing in', rows: [addressRow, ...discoveryRows, ...signInRows, ...accessRows] },
  { title: 'What the service says it can do', rows: capabilityRows },
  { title: 'Patient', rows: [...patientRows, ...reasonRows] },
  { title: 'Plans', rows: [...planRows, ...pagingRows] },
  { title: 'Ways to a document', rows: wayRows },
  { title: 'The document', rows: [...documentRows, ...versionRows] },
  { title: 'Beside the plan', rows: [...besideRows, ...residentsRows, ...auditRows] },
  { title: 'As Planside does it', rows: lookUpRows },
  { title: 'Every answer', rows: answerRows },
  { title: 'At the end', rows: [revocationRow] },
];
