import type { DatabaseSync } from 'node:sqlite';
import type { AuditEvent } from 'fhir/r4';
import { parsed, type Row } from '../rows.ts';
import { trailEntryIn } from './trail-entry.ts';
import { type Trail, trailsOf } from './trails.ts';

/** An audit event as it is kept, and how it came. */
export type StoredAuditEvent = {
  /** User name of whoever was signed in when it came. */
  readonly deliveredBy: string;
  /** User name of whoever the event says acted; left out where that is nobody of this service. */
  readonly actedBy?: string;
  /** ISO, UTC. */
  readonly receivedAt: string;
  readonly isSealed: boolean;
  /** SHA-256, hex, of the body in which it came. */
  readonly hash: string;
  /** Whom it alerted, where it did. */
  readonly alerted?: string;
  readonly resource: AuditEvent;
};

function eventIn(row: Row | undefined): StoredAuditEvent | undefined {
  const resource = parsed<AuditEvent>(row, 'resource');
  if (row === undefined || resource === undefined) return undefined;
  return {
    deliveredBy: String(row.delivered_by),
    ...(typeof row.acted_by === 'string' ? { actedBy: row.acted_by } : {}),
    receivedAt: String(row.received_at),
    isSealed: row.is_sealed === 1,
    hash: String(row.hash),
    ...(typeof row.alerted === 'string' ? { alerted: row.alerted } : {}),
    resource,
  };
}

/** The trails that stored events make, one for each installation. */
export function trailsIn(events: readonly StoredAuditEvent[]): readonly Trail[] {
  const links = events.flatMap(({ resource, hash }) => {
    const entry = trailEntryIn(resource);
    return typeof entry === 'string' ? [] : [{ ...entry, hash }];
  });
  return trailsOf(links);
}

/** Audit events are only ever added, never changed. */
export function auditStore(database: DatabaseSync) {
  const one = database.prepare('SELECT * FROM audit_events WHERE id = ?');
  const all = database.prepare('SELECT * FROM audit_events ORDER BY place');
  const add = database.prepare(
    `INSERT INTO audit_events (id, delivered_by, acted_by, received_at, is_sealed, hash, alerted, resource)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return {
    auditEvent: (id: string) => eventIn(one.get(id)),
    /** As they came, oldest first. */
    auditEvents: () => all.all().flatMap((row) => eventIn(row) ?? []),
    addAuditEvent: (id: string, event: StoredAuditEvent) => {
      const { deliveredBy, actedBy = null, receivedAt, isSealed, hash, alerted = null, resource } = event;
      add.run(id, deliveredBy, actedBy, receivedAt, Number(isSealed), hash, alerted, JSON.stringify(resource));
    },
  };
}
