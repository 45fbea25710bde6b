import { REASON_CODES } from '../reasons.ts';
import {
  ACT_REASON_SYSTEM,
  ALERT_REASON_DISPLAYS,
  ALERT_REASON_SYSTEM,
  ALERT_TYPE_DISPLAYS,
  ALERT_TYPE_SYSTEM,
  type Coding,
  ENTITY_TYPE,
  LIFECYCLE,
  NHS_NUMBER_SYSTEM,
  ODS_CODE_SYSTEM,
  SECURITY_ALERT,
} from './audit-codes.ts';
import type { Actor, AuditDraft, AuditFact } from './audit-draft.ts';
import { detail, type Entity, trailEntity } from './trail-entity.ts';
import type { ChainLink, Gap } from './trail-types.ts';

type Concept = { readonly coding?: readonly Coding[]; readonly text?: string };

type Who = {
  readonly identifier?: { readonly system?: string; readonly value: string };
  readonly display?: string;
};

/** The part of FHIR R4's AuditEvent that is written here. */
export type AuditEvent = {
  readonly resourceType: 'AuditEvent';
  readonly id: string;
  readonly type: Coding;
  readonly subtype?: readonly Coding[];
  readonly action: 'R' | 'E';
  readonly recorded: string;
  readonly outcome: '0' | '4';
  readonly outcomeDesc?: string;
  readonly purposeOfEvent?: readonly Concept[];
  readonly agent: readonly { readonly requestor: boolean; readonly who: Who; readonly role?: readonly Concept[] }[];
  readonly source: { readonly observer: { readonly display: string } };
  readonly entity: readonly Entity[];
};

const READS: ReadonlySet<AuditFact['kind']> = new Set(['view', 'residents', 'copy']);
const SOURCE = { observer: { display: 'Planside' } } as const;

/**
 * The audit event of what somebody did, as FHIR R4 has it and docs/plan-service.md describes it.
 *
 * @param link its place in this installation's trail
 */
export function auditEventOf(draft: AuditDraft, link: ChainLink): AuditEvent {
  const { id, at, fact, actor, nhsNumber } = draft;
  return {
    resourceType: 'AuditEvent',
    id,
    ...kindOf(fact),
    action: READS.has(fact.kind) ? 'R' : 'E',
    recorded: new Date(at).toISOString(),
    outcome: '0',
    purposeOfEvent: [purposeOf(fact)],
    agent: [personWho(actor), ...(actor.odsCode === '' ? [] : [organisationOf(actor)])],
    source: SOURCE,
    entity: [
      ...(nhsNumber === null ? [] : [patientIn(fact, nhsNumber)]),
      ...homeIn(fact, actor),
      ...plansIn(fact),
      trailEntity(link),
    ],
  };
}

/**
 * The event that says which events of this installation's trail were lost before the service had them. It names nobody:
 * who they were about was in them.
 *
 * @param at when it was noticed, milliseconds since 1970
 */
export function gapEventOf(id: string, at: number, gap: Gap, link: ChainLink): AuditEvent {
  return {
    resourceType: 'AuditEvent',
    id,
    type: SECURITY_ALERT,
    action: 'E',
    recorded: new Date(at).toISOString(),
    outcome: '4',
    outcomeDesc: 'Audit events were lost on this computer before the plan service had acknowledged them',
    agent: [{ requestor: true, who: { display: 'Planside' } }],
    source: SOURCE,
    entity: [trailEntity(link, gap)],
  };
}

function kindOf(fact: AuditFact): Pick<AuditEvent, 'type' | 'subtype'> {
  switch (fact.kind) {
    case 'view':
    case 'residents':
      return { type: LIFECYCLE.access };
    case 'confirmIdentity':
      return { type: LIFECYCLE.verify };
    case 'copy':
      return { type: LIFECYCLE.extract };
    case 'print':
      return { type: LIFECYCLE.report };
    case 'reason': {
      const { alertType, alertReason } = REASON_CODES[fact.reason];
      return {
        type: { system: ALERT_TYPE_SYSTEM, code: alertType, display: ALERT_TYPE_DISPLAYS[alertType] },
        subtype: [{ system: ALERT_REASON_SYSTEM, code: alertReason, display: ALERT_REASON_DISPLAYS[alertReason] }],
      };
    }
  }
}

/** Words stand with a reason only: a service opens what was closed for a purpose in words, and a view must open nothing. */
function purposeOf(fact: AuditFact): Concept {
  const reason = fact.kind === 'view' || fact.kind === 'reason' ? fact.reason : null;
  const coding = [{ system: ACT_REASON_SYSTEM, code: reason === null ? 'TREAT' : REASON_CODES[reason].purpose }];
  return fact.kind === 'reason' && fact.words !== '' ? { coding, text: fact.words } : { coding };
}

// FHIR knows no empty strings: what is empty is left out.
function personWho({ issuer, subject, name, role }: Actor): AuditEvent['agent'][number] {
  return {
    requestor: true,
    who: { identifier: { system: issuer, value: subject }, ...(name === '' ? {} : { display: name }) },
    ...(role === '' ? {} : { role: [{ text: role }] }),
  };
}

function organisationOf({ odsCode }: Actor): AuditEvent['agent'][number] {
  return { requestor: false, who: { identifier: { system: ODS_CODE_SYSTEM, value: odsCode } } };
}

function patientIn(fact: AuditFact, nhsNumber: string): Entity {
  const more = moreOf(fact);
  return {
    what: { identifier: { system: NHS_NUMBER_SYSTEM, value: nhsNumber } },
    type: ENTITY_TYPE.person,
    ...(more ? { detail: [more] } : {}),
  };
}

/** Whose residents were listed, and how many: the service knows who they were, since it sent them. */
function homeIn(fact: AuditFact, { odsCode }: Actor): readonly Entity[] {
  if (fact.kind !== 'residents') return [];
  return [
    {
      what: { identifier: { system: ODS_CODE_SYSTEM, value: odsCode } },
      type: ENTITY_TYPE.organization,
      name: 'Residents',
      detail: [detail('count', String(fact.count))],
    },
  ];
}

/** What else is to be said of it; `null`: nothing. */
function moreOf(fact: AuditFact): ReturnType<typeof detail> | null {
  if (fact.kind === 'view' && fact.openedBy) return detail('opened by', fact.openedBy);
  if (fact.kind === 'copy' && fact.of) return detail('copied', fact.of);
  if (fact.kind === 'print' && fact.of) return detail('printed', fact.of);
  return null;
}

function plansIn(fact: AuditFact): readonly Entity[] {
  if (fact.kind !== 'view') return [];
  return fact.plans.map(({ planId, version }) => {
    const details = [
      ...(version === '' ? [] : [detail('version', version)]),
      ...(fact.savedCopy ? [detail('source', 'saved copy')] : []),
    ];
    return {
      what: { identifier: { value: planId } },
      type: ENTITY_TYPE.systemObject,
      ...(details.length === 0 ? {} : { detail: details }),
    };
  });
}
