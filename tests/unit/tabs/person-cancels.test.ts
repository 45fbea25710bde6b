import { beforeEach, describe, expect, test } from 'vitest';
import { type PersonSays, personSays, type TabAccess } from '../../../utils/tabs/person-says.ts';
import type { Kept } from '../../../utils/tabs/view-record.ts';
import { margaret, margaretWithoutBirthDate } from '../context/sightings.ts';
import { turns } from './pretend-extension.ts';

const VISIT = { id: '0d9c7a3e-2f45-4b18-8a57-6c1d2e3f4a5b', given: null };
const EMERGENCY = { reason: 'emergency', words: 'Found unconscious.' } as const;
const CANCELLED = { failed: 'AUD-CANCELLED' };

let record: PromiseWithResolvers<Kept>[];
let sent: PromiseWithResolvers<string | null>[];
let told: string[];
let says: PersonSays;

function next<T>(all: PromiseWithResolvers<T>[]): Promise<T> {
  const one = Promise.withResolvers<T>();
  all.push(one);
  return one.promise;
}

beforeEach(() => {
  [record, sent, told] = [[], [], []];
  const access: TabAccess = { keep: () => next(record), giveReason: () => next(sent), ended: () => undefined };
  says = personSays({
    access,
    patient: () => margaret.identity,
    onPage: () => margaretWithoutBirthDate.identity,
    visit: () => VISIT,
    lookup: () => ({ kind: 'reasonNeeded', alerts: null }),
    again: () => void told.push('again'),
    draw: () => void told.push('draw'),
  });
});

describe('whoever does not want to wait', () => {
  test('for a birth date to be on record has confirmed none, and can confirm it again', async () => {
    says.confirm('1938-07-14');
    says.cancel();
    record[0]?.resolve({ ok: true });
    await turns();
    expect([says.confirming(), says.confirmedBirthDate(), told]).toEqual([null, null, ['draw', 'draw']]);
    says.confirm('1938-07-14');
    record[1]?.resolve({ ok: true });
    await turns();
    expect([says.confirmedBirthDate(), told.at(-1)]).toEqual(['1938-07-14', 'again']);
  });

  test('for a reason to be acknowledged is told that it is not, and can give it again', async () => {
    says.giveReason(EMERGENCY);
    says.cancel();
    expect([says.sending(), told]).toEqual([CANCELLED, ['draw', 'draw']]);
    sent[0]?.resolve(null);
    await turns();
    expect([says.sending(), told]).toEqual([CANCELLED, ['draw', 'draw']]);
    says.giveReason(EMERGENCY);
    sent[1]?.resolve(null);
    await turns();
    expect([says.sending(), told.at(-1)]).toEqual(['no', 'again']);
  });

  test('for nothing changes nothing that was said before', async () => {
    says.giveReason(EMERGENCY);
    sent[0]?.resolve('AUD-LATER');
    await turns();
    says.cancel();
    expect(says.sending()).toEqual({ failed: 'AUD-LATER' });
  });
});
