import type { Person } from '../people/person.ts';
import { PLAN_KINDS, type PlanKind } from './codes.ts';
import type { PlanIntent } from './plan-intent.ts';
import type { PlanRecord } from './plan-record.ts';
import type { Version } from './version.ts';
import { writeDocument, writeSearchResult } from './write-document.ts';

/** Which kind of plan a record is of, by the code it was written with. */
function kindOf({ composition }: PlanRecord): PlanKind {
  const code = composition.type.coding?.[0]?.code;
  const kinds = Object.keys(PLAN_KINDS).filter((kind): kind is PlanKind => kind in PLAN_KINDS);
  const kind = kinds.find((one) => PLAN_KINDS[one].code === code);
  if (kind === undefined) throw new Error(`No plan is of the kind ${code}`);
  return kind;
}

/** The next version of a plan, by its author: the same plan under the same id, with what has changed. */
export function revisePlan(record: PlanRecord, person: Person, changes: Partial<PlanIntent>): PlanRecord {
  const { compositionId, patientId, state, intent, composition } = record;
  const version: Version = {
    compositionId,
    setId: (composition.identifier?.value ?? '').replace('urn:uuid:', ''),
    kind: kindOf(record),
    intent: { ...intent, version: String(Number(intent.version) + 1), ...changes },
    replaces: [],
  };
  return {
    compositionId,
    patientId,
    state,
    intent: version.intent,
    composition: writeSearchResult(version, person),
    document: writeDocument(version, person),
  };
}
