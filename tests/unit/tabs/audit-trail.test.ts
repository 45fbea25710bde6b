import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AuditFact } from '../../../utils/access/audit/audit-draft.ts';
import type { Kept } from '../../../utils/tabs/view-record.ts';
import type { OpenVisit } from '../../../utils/tabs/visit-book.ts';
import { margaret, patrick } from '../context/sightings.ts';
import { doctor, nurse } from '../session/signed-in.ts';
import { TrailBed } from './trail-bed.ts';

const VISIT: OpenVisit = { id: '0d9c7a3e-2f45-4b18-8a57-6c1d2e3f4a5b', given: null };
const VIEW: Extract<AuditFact, { kind: 'view' }> = {
  kind: 'view',
  plans: [{ planId: '|plan', version: '3' }],
  savedCopy: false,
  reason: null,
};
const KEPT: Kept = { ok: true };

let bed: TrailBed;

beforeEach(async () => {
  bed = new TrailBed();
  await bed.born();
  await bed.signIn();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const keep = (fact: AuditFact = VIEW, visit = VISIT) => bed.trail.keep(fact, margaret.identity, visit);
const held = () => [...bed.service.held.keys()];

describe('an event', () => {
  test('says who did what with whose plan, in which role, and is delivered', async () => {
    expect(await keep()).toMatchObject(KEPT);
    await bed.untilReceived(1);
    const [event] = await bed.service.events();
    expect(event).toMatchObject({ id: held()[0], type: { code: 'access' } });
    expect(event?.agent).toMatchObject([
      {
        who: { identifier: { system: nurse.issuer, value: nurse.subject }, display: nurse.name },
        role: [{ text: 'Nurse' }],
      },
      { who: { identifier: { value: 'X26' } } },
    ]);
    expect(JSON.stringify(event?.entity)).toContain(margaret.identity.nhsNumber);
    const { headers } = bed.service.received[0] ?? { headers: new Headers() };
    expect(headers.get('x-correlation-id')).toBe(VISIT.id);
    expect(headers.get('authorization')).toBe(`Bearer ${nurse.accessToken}`);
    expect(headers.get('nhsd-session-urid')).toBe('100');
  });

  test('S10: the same view in the same visit is one, in this life and the next, before and after it was delivered', async () => {
    bed.service.behave = () => 'unreachable';
    await keep();
    await keep();
    await bed.born();
    await keep();
    bed.service.behave = () => 'takes';
    bed.trail.deliver();
    await vi.waitFor(() => expect(held()).toHaveLength(1));
    await keep();
    await bed.born();
    await keep();
    await bed.quiet();
    expect(held()).toHaveLength(1);
    expect(held()[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(bed.service.conflicts).toBe(0);
  });

  const other: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['another version', () => keep({ ...VIEW, plans: [{ planId: '|plan', version: '4' }] })],
    ['another plan besides', () => keep({ ...VIEW, plans: [...VIEW.plans, { planId: '|other', version: '1' }] })],
    ['a saved copy', () => keep({ ...VIEW, savedCopy: true })],
    ['a reason', () => keep({ ...VIEW, reason: 'permission' })],
    ['another visit', () => keep(VIEW, { ...VISIT, id: crypto.randomUUID() })],
    ['another patient', () => bed.trail.keep(VIEW, patrick.identity, VISIT)],
    ['another role', () => bed.signIn({ ...nurse, acting: 1 }).then(() => keep())],
    ['somebody else', () => bed.signIn(doctor).then(() => keep())],
    ['the same person, signed in again', () => bed.signIn({ ...nurse, id: crypto.randomUUID() }).then(() => keep())],
  ];
  test.each(other)('S10: %s is another', async (_, keepOther) => {
    await keep();
    await keepOther();
    await vi.waitFor(() => expect(held()).toHaveLength(2));
  });

  test.each(['copy', 'print', 'confirmIdentity'] as const)('S10: each %s is one of its own', async (kind) => {
    await keep({ kind });
    await keep({ kind });
    await vi.waitFor(() => expect(held()).toHaveLength(2));
  });

  const chosen = { ...nurse, acting: null };
  test.each<[string, () => unknown]>([
    ['nobody is signed in', () => bed.signOut()],
    ['no role has been chosen', () => bed.signIn(chosen)],
    ['the session should have been locked', () => bed.extension.stored.session.delete('watch')],
    ['the session is being ended', () => bed.extension.write('session', { ending: { how: 'signOut', done: false } })],
  ])('is none where %s', async (_, change) => {
    await change();
    expect(await keep()).toMatchObject({ ok: false, code: 'AUD-NOBODY' });
    await bed.quiet();
    expect(bed.service.received).toEqual([]);
  });

  test('that cannot be sealed is not kept', async () => {
    bed.hasKey = false;
    expect(await keep()).toMatchObject({ ok: false, code: 'AUD-KEY' });
    expect(bed.service.received).toEqual([]);
  });

  test('waits for no token that is being renewed', async () => {
    await bed.signIn(nurse, 1_000);
    bed.renew = () => new Promise(() => undefined);
    expect(await keep()).toMatchObject(KEPT);
  });
});

describe('what cannot be delivered', () => {
  test('is tried again by an alarm, after half a minute and then ever later, until it is', async () => {
    bed.service.behave = () => 503;
    await keep();
    await vi.waitFor(() => expect(bed.alarmIn).not.toBeNull());
    for (const leastMs of [30_000, 60_000, 120_000, 240_000, 240_000]) {
      expect(bed.alarmIn).toBeGreaterThan(leastMs - 1_000);
      expect(bed.alarmIn).toBeLessThanOrEqual(leastMs * 1.25);
      const before = bed.service.received.length;
      bed.extension.ring('audit');
      await bed.untilReceived(before + 1);
      await vi.waitFor(() => expect(bed.alarmIn).not.toBeNull());
    }
    bed.service.behave = () => 'takes';
    bed.extension.ring('audit');
    await vi.waitFor(() => expect(held()).toHaveLength(1));
    await bed.quiet();
    expect(bed.alarmIn).toBeNull();
    // The next trouble is a new one.
    bed.service.behave = () => 503;
    await keep({ kind: 'copy' });
    await vi.waitFor(() => expect(bed.alarmIn).not.toBeNull());
    expect(bed.alarmIn).toBeLessThanOrEqual(37_500);
  });

  test('counts once, however many have asked for it meanwhile', async () => {
    bed.service.behave = () => 503;
    await keep();
    await bed.untilReceived(1);
    for (let asked = 0; asked < 10; asked += 1) bed.trail.deliver();
    await bed.quiet();
    bed.extension.alarms.clear();
    bed.extension.ring('audit');
    await vi.waitFor(() => expect(bed.alarmIn).not.toBeNull());
    expect(bed.alarmIn).toBeLessThanOrEqual(150_000);
  });

  test('goes with the next event', async () => {
    bed.service.behave = () => 'unreachable';
    await keep();
    await vi.waitFor(() => expect(bed.alarmIn).not.toBeNull());
    bed.service.behave = () => 'takes';
    await keep({ kind: 'print' });
    await vi.waitFor(() => expect(held()).toHaveLength(2));
  });

  test('is delivered by the next life, when its alarm rings: that is what wakes it', async () => {
    bed.service.behave = () => 'unreachable';
    await keep();
    await vi.waitFor(() => expect(bed.alarmIn).not.toBeNull());
    bed.extension.kill();
    bed.service.behave = () => 'takes';
    await bed.born();
    expect(bed.extension.events.alarm.count).toBe(1);
    bed.extension.ring('audit');
    await vi.waitFor(() => expect(held()).toHaveLength(1));
  });

  test('waits without an alarm while nobody is signed in, and goes with whoever signs in next', async () => {
    bed.service.behave = () => 'unreachable';
    await keep();
    await vi.waitFor(() => expect(bed.alarmIn).not.toBeNull());
    bed.signOut();
    const before = bed.service.received.length;
    bed.extension.ring('audit');
    await bed.quiet();
    expect([bed.service.received.length, bed.alarmIn]).toEqual([before, null]);
    bed.service.behave = () => 'takes';
    await bed.signIn({ ...doctor, acting: null });
    bed.trail.deliver();
    await vi.waitFor(() => expect(held()).toHaveLength(1));
    const { headers } = bed.service.received.at(-1) ?? { headers: new Headers() };
    expect(headers.get('authorization')).toBe(`Bearer ${doctor.accessToken}`);
    expect((await bed.service.events())[0]?.agent[0]?.who?.identifier?.value).toBe(nurse.subject);
  });

  test.each([
    ['an event', true],
    ['nothing', false],
  ])('where %s waits and the session cannot be renewed just now, an alarm is set: %s', async (_, hasEvent) => {
    await bed.signIn(nurse, 1_000);
    if (hasEvent) await keep();
    else bed.trail.deliver();
    await bed.quiet();
    expect(bed.alarmIn !== null).toBe(hasEvent);
    expect(bed.service.received).toEqual([]);
  });

  test.each([
    ['a token that the service does not know', 401, true],
    ['an event that the service cannot take', 422, false],
  ] as const)('%s (%i): alarm %s', async (_, status, hasAlarm) => {
    bed.service.behave = () => status;
    await keep();
    await bed.untilReceived(1);
    await bed.quiet();
    expect(bed.alarmIn !== null).toBe(hasAlarm);
  });

  test('is not asked for by an alarm of another name', async () => {
    bed.service.behave = () => 'unreachable';
    await keep();
    await bed.untilReceived(1);
    await bed.quiet();
    const before = bed.service.received.length;
    bed.extension.ring('session-round');
    await bed.quiet();
    expect(bed.service.received).toHaveLength(before);
  });
});
