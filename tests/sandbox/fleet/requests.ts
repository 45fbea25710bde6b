import { FRESH_MS } from '../../../utils/access/audit/audit-key.ts';
import { retryDelayMs } from '../../../utils/access/audit/retry-delay.ts';
import { LIMITS } from '../../../utils/plan/service/asking.ts';
import { RENEW_BEFORE_MS } from '../../../utils/session/deadlines.ts';
import { KEPT_FOR_MS } from '../../../utils/session/discovery.ts';
import { chanceIn, type Extension, type Visit } from './extension.ts';
import type { Cost } from './measured-costs.ts';
import type { Kind } from './request-tally.ts';
import { isAway } from './world.ts';

const SMALL = 1_000;

/** Sends one request; whether it was answered. A computer without a network sends nothing. */
export function send({ world }: Extension, at: number, kind: Kind, bytes = SMALL, spared = 0): boolean {
  if (isAway(world, at, 'network')) return false;
  const isAnswered = !isAway(world, at, 'service');
  world.tally.add({ kind, at, isAnswered, bytes, spared });
  return isAnswered;
}

/**
 * The wait before another try, as p-retry makes it of the product's limits (`utils/plan/service/retry.ts`); it does so
 * within itself, so a test holds this to what it does.
 */
export function waitAfter(tries: number, chance: number): number {
  const { leastWaitMs, longestWaitMs } = LIMITS;
  return Math.min(longestWaitMs, Math.round(leastWaitMs * 2 ** (tries - 1) * (1 + chance)));
}

/** Sends a request as often as the product does; when it was answered, or `null`. */
function tryFor(extension: Extension, begun: number, { kind, bytes }: Cost, spared: number): number | null {
  let at = begun;
  for (let tries = 1; tries <= LIMITS.tries; tries += 1) {
    if (send(extension, at, kind, bytes, spared)) return at;
    if (isAway(extension.world, at, 'network')) return null;
    at += waitAfter(tries, chanceIn(extension));
  }
  return null;
}

export function discover(extension: Extension, at: number): boolean {
  if (extension.discoveryKept > at) return true;
  if (!send(extension, at, 'discover')) return false;
  extension.discoveryKept = at + KEPT_FOR_MS;
  return true;
}

/** Whether there is a token that is good, renewed if it is about to end. */
function hasToken(extension: Extension, at: number): boolean {
  if (extension.tokenGood - at > RENEW_BEFORE_MS) return true;
  if (!discover(extension, at) || !send(extension, at, 'token')) return false;
  extension.tokenGood = at + extension.world.accessTokenMs;
  return true;
}

function prepareAuditKey(extension: Extension, at: number): void {
  if (extension.auditKeyKept > at || !discover(extension, at)) return;
  if (send(extension, at, 'auditKeys')) extension.auditKeyKept = at + FRESH_MS;
}

function askCapability(extension: Extension, at: number): void {
  if (extension.capabilityKept > at) return;
  const cost = extension.world.costs.found.find(({ kind }) => kind === 'metadata');
  if (cost && send(extension, at, cost.kind, cost.bytes)) extension.capabilityKept = at + KEPT_FOR_MS;
}

/** Looks for the plan of whoever is open; whether the service has said anything. */
export function lookUp(extension: Extension, visit: Visit, at: number): boolean {
  const { costs } = extension.world;
  if (!hasToken(extension, at)) return false;
  prepareAuditKey(extension, at);
  askCapability(extension, at);
  const asked = visit.hasPlan ? (visit.isKept ? costs.again : costs.found) : costs.noPlan;
  let after: number | null = at;
  for (const cost of asked) {
    if (cost.kind === 'metadata' || after === null) continue;
    const answeredAt: number | null = tryFor(extension, cost.beside ? at : after, cost, sparedBy(extension, cost));
    // Nothing waits for the plans that others hold.
    if (cost.kind !== 'elsewhere') after = answeredAt;
  }
  return after !== null;
}

function sparedBy({ world }: Extension, { kind, unchanged }: Cost): number {
  return unchanged ? (world.costs.found.find((cost) => cost.kind === kind)?.bytes ?? 0) : 0;
}

/** Delivers the audit events that wait; what cannot be delivered is tried again by an alarm. */
export function deliver(extension: Extension, at: number): void {
  extension.due.delete('deliver');
  const canAsk = hasToken(extension, at);
  while (canAsk && extension.waiting > 0 && send(extension, at, 'audit')) extension.waiting -= 1;
  if (extension.waiting === 0) {
    extension.failures = 0;
    return;
  }
  extension.failures += 1;
  extension.due.set('deliver', at + retryDelayMs(extension.failures, chanceIn(extension)));
}

/** Asks for the adapter pack, which is seldom another one. */
export function askPack(extension: Extension, at: number): void {
  const { packBytes } = extension.world;
  const spared = extension.packKept ? packBytes : 0;
  if (send(extension, at, 'pack', extension.packKept ? 0 : packBytes, spared)) extension.packKept = true;
}
