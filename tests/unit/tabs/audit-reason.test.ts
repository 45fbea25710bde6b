import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { GivenReason } from '../../../utils/access/reasons.ts';
import type { OpenVisit } from '../../../utils/tabs/visit-book.ts';
import type { Behaviour } from '../access/audit/pretend-service.ts';
import { margaret } from '../context/sightings.ts';
import { nurse } from '../session/signed-in.ts';
import { TrailBed } from './trail-bed.ts';

const VISIT: OpenVisit = { id: '0d9c7a3e-2f45-4b18-8a57-6c1d2e3f4a5b', given: null };
const EMERGENCY: GivenReason = { reason: 'emergency', words: 'Found collapsed' };

let bed: TrailBed;
/** What had been sent when the reason was on record. */
let onRecord: number[];

beforeEach(async () => {
  bed = new TrailBed();
  onRecord = [];
  await bed.born();
  await bed.signIn();
});
afterEach(() => void vi.unstubAllGlobals());

function give(given = EMERGENCY, noted: () => Promise<void> = async () => undefined): Promise<string | null> {
  return bed.trail.giveReason(given, margaret.identity, VISIT, async () => {
    onRecord.push(bed.service.received.length);
    await noted();
  });
}
const held = () => [...bed.service.held.keys()];

describe('a reason', () => {
  test('is given once the service has acknowledged it; it was on record before it was sent', async () => {
    expect(await give()).toBeNull();
    expect(onRecord).toEqual([0]);
    const [event] = await bed.service.events();
    expect(event).toMatchObject({ type: { code: '2' }, subtype: [{ code: '5' }] });
    expect(event?.purposeOfEvent?.[0]).toMatchObject({ coding: [{ code: 'ETREAT' }], text: 'Found collapsed' });
    expect(bed.service.received[0]?.headers.get('x-correlation-id')).toBe(VISIT.id);
  });

  test('is not sent where it could not be noted in its visit', async () => {
    await expect(give(EMERGENCY, () => Promise.reject(new Error('full')))).rejects.toThrow('full');
    await bed.quiet();
    expect(bed.service.received).toEqual([]);
  });

  test.each<[Behaviour, string, boolean]>([
    ['unreachable', 'AUD-LATER', true],
    ['takesSilently', 'AUD-LATER', true],
    ['webPage', 'AUD-LATER', true],
    ['otherAnswer', 'AUD-LATER', true],
    [500, 'AUD-LATER', true],
    [401, 'AUD-SIGNED-OUT', true],
    [403, 'AUD-REFUSED', false],
    [422, 'AUD-REFUSED', false],
  ])('that the service does not acknowledge (%s) is not given: %s', async (behaviour, code, hasAlarm) => {
    bed.service.behave = () => behaviour;
    expect(await give()).toBe(code);
    expect(bed.alarmIn !== null).toBe(hasAlarm);
  });

  test('that was not acknowledged waits and is tried again, as the same event', async () => {
    bed.service.behave = () => 'unreachable';
    expect(await give()).toBe('AUD-LATER');
    bed.service.behave = () => 'takes';
    expect(await give()).toBeNull();
    bed.extension.ring('audit');
    await bed.quiet();
    expect([held().length, bed.service.conflicts]).toEqual([1, 0]);
  });

  test('whose acknowledgement was lost is given by the next try, and is one event', async () => {
    bed.service.behave = () => 'takesSilently';
    expect(await give()).toBe('AUD-LATER');
    bed.service.behave = () => 'takes';
    await bed.born();
    expect(await give()).toBeNull();
    expect(await give()).toBeNull();
    expect([held().length, bed.service.conflicts]).toEqual([1, 0]);
  });

  test('goes by itself when its alarm rings', async () => {
    bed.service.behave = () => 503;
    await give();
    bed.service.behave = () => 'takes';
    bed.extension.ring('audit');
    await vi.waitFor(() => expect(held()).toHaveLength(1));
  });

  test('with other words is another', async () => {
    await give();
    await give({ ...EMERGENCY, words: 'Cannot answer' });
    await give({ reason: 'permission', words: '' });
    expect(held()).toHaveLength(3);
  });

  test.each<[string, () => unknown, string]>([
    ['nobody is signed in', () => bed.signOut(), 'AUD-NOBODY'],
    ['no role has been chosen', () => bed.signIn({ ...nurse, acting: null }), 'AUD-NOBODY'],
    ['it cannot be sealed', () => Object.assign(bed, { hasKey: false }), 'AUD-KEY'],
  ])('is none where %s', async (_, change, code) => {
    await change();
    expect(await give()).toBe(code);
    expect([onRecord, bed.service.received]).toEqual([[], []]);
  });

  test('waits where the session cannot be renewed just now', async () => {
    await bed.signIn(nurse, 1_000);
    expect(await give()).toBe('AUD-LATER');
    expect([bed.service.received, bed.alarmIn === null]).toEqual([[], false]);
  });
});
