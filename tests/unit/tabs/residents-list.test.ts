import { describe, expect, it } from 'vitest';
import type { ResidentsAnswer } from '../../../utils/tabs/ask-residents.ts';
import { residentsList } from '../../../utils/tabs/residents-list.ts';
import type { Kept } from '../../../utils/tabs/view-record.ts';
import { margaret, patrick } from '../context/sightings.ts';

const turns = () => new Promise((done) => setImmediate(done));
const listOf = (...identities: readonly (typeof margaret | typeof patrick)[]): ResidentsAnswer => ({
  kind: 'list',
  askedAt: 1,
  residents: identities.map(({ identity }) => ({ identity, plan: { kind: 'noPlan' } })),
});

function rig(kept: Kept = { ok: true }) {
  const asked: ((answer: ResidentsAnswer | Error) => void)[] = [];
  const signals: AbortSignal[] = [];
  const records: number[] = [];
  const list = residentsList({
    ask: (_, signal) =>
      new Promise((resolve, reject) => {
        signals.push(signal);
        asked.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)));
      }),
    keep: async (count) => {
      records.push(count);
      return kept;
    },
    changed: () => undefined,
  });
  const answer = async (at: number, what: ResidentsAnswer | Error) => {
    asked[at]?.(what);
    await turns();
  };
  return { list, answer, signals, records };
}

describe('the residents as one page shows them', () => {
  it('asks nobody until it is asked', () => {
    const { list, signals } = rig();
    expect([list.view().kind, signals.length]).toEqual(['notAsked', 0]);
  });

  it('S10: is shown once it is on record, with how many there are and nobody’s name', async () => {
    const { list, answer, records } = rig();
    list.look();
    expect(list.view().kind).toBe('looking');
    await answer(0, listOf(margaret, patrick));
    expect([list.view().kind, records]).toEqual(['list', [2]]);
  });

  it('S10: is not shown where it could not be put on record', async () => {
    const { list, answer } = rig({ ok: false, code: 'AUD-STORE' });
    list.look();
    await answer(0, listOf(margaret));
    expect(list.view()).toMatchObject({ kind: 'couldNotCheck', cause: 'notAudited', code: 'AUD-STORE' });
    expect(JSON.stringify(list.view())).not.toContain(margaret.identity.nhsNumber);
  });

  it('S1: somebody is opened from the list that is shown, and from no other', async () => {
    const { list, answer } = rig();
    list.look();
    await answer(0, listOf(margaret, patrick));
    const first = list.view();
    if (first.kind !== 'list') throw new Error('No list.');
    expect(list.at(first.list, 1)).toEqual(patrick.identity);
    expect([list.at(first.list, 2), list.at(first.list + 1, 0), list.at(first.list - 1, 0)]).toEqual([
      null,
      null,
      null,
    ]);
    list.look();
    expect(list.at(first.list, 1)).toBeNull();
    await answer(1, listOf(patrick, margaret));
    expect(list.at(first.list, 1)).toBeNull();
  });

  it('S3: a late answer for an earlier question counts for nothing', async () => {
    const { list, answer, signals } = rig();
    list.look();
    list.look();
    expect(signals[0]?.aborted).toBe(true);
    await answer(1, listOf(patrick));
    await answer(0, listOf(margaret));
    expect(list.view()).toMatchObject({ residents: [{ identity: patrick.identity }] });
  });

  it('says what else comes of it, and that it broke', async () => {
    const { list, answer } = rig();
    list.look();
    await answer(0, { kind: 'noList' });
    expect(list.view()).toEqual({ kind: 'noList' });
    list.look();
    await answer(1, new Error('broken'));
    expect(list.view()).toMatchObject({ kind: 'couldNotCheck', cause: 'interrupted' });
  });

  it('ends with the page: nobody is left in it', async () => {
    const { list, answer } = rig();
    list.look();
    list.end();
    await answer(0, listOf(margaret));
    expect(list.view()).toEqual({ kind: 'notAsked' });
  });
});
