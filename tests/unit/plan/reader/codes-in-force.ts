import { at, itemsOf, membersOf } from './mutate.ts';

const SNOMED = 'http://snomed.info/sct';
const FOR: ReadonlySet<unknown> = new Set(['450475007', '304252001']);
const NOT: ReadonlySet<unknown> = new Set(['450476008', '304253006', '143021000119109']);

/** Statuses under which the statement of a resource holds, by hand from FHIR R4, for the types of the sandbox. */
const IN_FORCE: Readonly<Record<string, readonly unknown[]>> = {
  Flag: ['active'],
  QuestionnaireResponse: ['completed', 'amended'],
  Observation: ['final', 'amended', 'corrected'],
};

export type CodesInForce = { readonly forCpr: boolean; readonly notForCpr: boolean; readonly modifiedCpr: boolean };

/** Which decisions on CPR are held by codes of a document, in resources in force that carry decisions. */
export function codesInForce(document: unknown): CodesInForce {
  const resources = itemsOf(at(document, 'entry')).map((entry) => at(entry, 'resource'));
  const carried = resources.flatMap((resource) => {
    const type = String(at(resource, 'resourceType'));
    const holds = IN_FORCE[type]?.includes(at(resource, 'status')) ?? type === 'Condition';
    return holds ? codingsIn(resource) : [];
  });
  const snomed = carried.filter((coding) => at(coding, 'system') === SNOMED).map((coding) => at(coding, 'code'));
  return {
    forCpr: snomed.some((code) => FOR.has(code)),
    notForCpr: snomed.some((code) => NOT.has(code)),
    modifiedCpr: carried.some(
      (coding) => at(coding, 'display') === 'For modified CPR child only' && at(coding, 'code') === undefined,
    ),
  };
}

/** Every object that could be a Coding, wherever it stands. */
function codingsIn(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = at(value, 'code') !== undefined || at(value, 'display') !== undefined ? [value] : [];
  return [...own, ...Object.values(membersOf(value)).flatMap(codingsIn)];
}
