import { describe, expect, it } from 'vitest';
import { type Held, type Mark, mend, readMark, standIn, writeMark } from '../../../../utils/access/audit/mark.ts';
import { FakeArea } from './outbox-bed.ts';

const INSTALLATION = '0f6f5b52-5bd5-4a36-8b1e-3e4d77f0c001';
const hash = (sign: string) => sign.repeat(64);
const MARK: Mark = { installation: INSTALLATION, sequence: 5, hash: hash('5'), open: [3, 5], standsIn: null };
const HELD: Held = {
  sequences: [1, 2, 3, 4, 5],
  waiting: [3, 5],
  newest: { installation: INSTALLATION, hash: hash('5') },
  gaps: [],
};
const NOTHING: Held = { sequences: [], waiting: [], newest: null, gaps: [] };
const NONE = new Set<number>();

const untold = (...missing: number[]) => ({ missing, markLost: null });
const told = (missing: number[], isAcknowledged: boolean, markLost: string | null = null) => ({
  ...NOTHING,
  gaps: [{ missing, markLost, isAcknowledged }],
});

describe('a mark brought up to the store', () => {
  it('stays as it is where both agree', () => {
    expect(mend(MARK, HELD, NONE)).toEqual({ mark: MARK, untold: untold() });
  });

  it('takes up an event that was stored last and not yet marked', () => {
    const held = {
      ...HELD,
      sequences: [...HELD.sequences, 6],
      waiting: [3, 5, 6],
      newest: { installation: INSTALLATION, hash: hash('6') },
    };
    const mark = { ...MARK, sequence: 6, hash: hash('6'), open: [3, 5, 6] };
    expect(mend(MARK, held, NONE)).toEqual({ mark, untold: untold() });
  });

  it('closes what was acknowledged, and opens again what waits', () => {
    expect(mend(MARK, { ...HELD, waiting: [4, 5] }, NONE)).toEqual({
      mark: { ...MARK, open: [4, 5] },
      untold: untold(),
    });
  });

  it('names what is gone, and leaves it open until somebody has been told', () => {
    expect(mend(MARK, { ...HELD, sequences: [1, 2, 4, 5], waiting: [5] }, NONE)).toEqual({
      mark: MARK,
      untold: untold(3),
    });
    expect(mend(MARK, NOTHING, NONE)).toEqual({ mark: MARK, untold: untold(3, 5) });
  });

  it('does not count as gone what is in hand', () => {
    expect(mend(MARK, NOTHING, new Set([5]))).toEqual({ mark: MARK, untold: untold(3) });
  });

  it('does not name again what a gap event in the store tells of, and closes it once the service has heard', () => {
    expect(mend(MARK, told([3], false), NONE)).toEqual({ mark: MARK, untold: untold(5) });
    expect(mend(MARK, told([3], true), NONE)).toEqual({ mark: { ...MARK, open: [5] }, untold: untold(5) });
  });

  it('keeps its hash where the newest event cannot be read, and never counts backwards', () => {
    const unreadable = { ...HELD, sequences: [...HELD.sequences, 6], newest: null };
    expect(mend(MARK, unreadable, NONE).mark).toMatchObject({ sequence: 6, hash: hash('5') });
    const older = { ...HELD, sequences: [1, 2], newest: { installation: INSTALLATION, hash: hash('2') } };
    expect(mend(MARK, older, NONE).mark).toMatchObject({ sequence: 5, hash: hash('5') });
  });
});

describe('a mark that stands in for a lost one', () => {
  it('is the first, and stands in for nothing, where there is nothing at all', () => {
    expect(standIn('absent', NOTHING)).toMatchObject({ sequence: 0, hash: '', open: [], standsIn: null });
  });

  it.each<[string, 'absent' | 'unreadable', Held | null]>([
    ['it was there and cannot be read', 'unreadable', NOTHING],
    ['there are events without one', 'absent', HELD],
    ['nobody can say whether there are events', 'absent', null],
  ])('stands in where %s', (_what, was, held) => {
    expect(standIn(was, held).standsIn).toEqual(expect.any(String));
  });

  it('takes up the trail of the newest event', () => {
    const { mark, untold: lost } = mend(standIn('unreadable', HELD), HELD, NONE);
    expect(mark).toMatchObject({ installation: INSTALLATION, sequence: 5, hash: hash('5'), open: [3, 5] });
    expect(lost).toEqual({ missing: [], markLost: mark.standsIn });
  });

  it('stands in until the service has heard of it, and not of another before', () => {
    const first = standIn('unreadable', HELD);
    const { standsIn } = first;
    const standing = (markLost: string | null, isAcknowledged: boolean) => {
      const { mark, untold: lost } = mend(first, told([], isAcknowledged, markLost), NONE);
      return [mark.standsIn, lost.markLost];
    };
    expect(standing(crypto.randomUUID(), true)).toEqual([standsIn, standsIn]);
    expect(standing(null, true)).toEqual([standsIn, standsIn]);
    expect(standing(standsIn, false)).toEqual([standsIn, null]);
    expect(standing(standsIn, true)).toEqual([null, null]);
  });
});

describe('the stored mark', () => {
  it('comes back as it was written', async () => {
    const area = new FakeArea();
    expect(await readMark(area)).toBe('absent');
    await writeMark(area, MARK);
    expect(await readMark(area)).toEqual(MARK);
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['text', '{"sequence":5}'],
    ['a part', { installation: INSTALLATION, sequence: 5 }],
    ['no number', { ...MARK, sequence: '5' }],
    ['a negative number', { ...MARK, sequence: -1 }],
    ['no whole number', { ...MARK, open: [1.5] }],
    ['no hash', { ...MARK, hash: 'Margaret Reed' }],
    ['no installation', { ...MARK, installation: '9990548609' }],
  ])('S6: %s is unreadable', async (_what, stored) => {
    const area = new FakeArea();
    area.stored.auditMark = stored;
    expect(await readMark(area)).toBe('unreadable');
  });
});
