import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PatientFrames } from '../../../utils/page/patient-frames.ts';
import type { FakePort } from '../tabs/fake-runtime.ts';

const lines = vi.hoisted(() => ({ opened: [] as FakePort[] }));
vi.mock('../../../utils/browser.ts', async () => {
  const { FakePort: Port } = await import('../tabs/fake-runtime.ts');
  const connect = ({ name }: { name: string }) => {
    const port = new Port(name, null);
    lines.opened.push(port);
    return port;
  };
  return { browser: { runtime: { connect } } };
});

const { besidePage } = await import('../../../utils/panel/beside-page.ts');

/** What stands in the panel: the generation of the frame that was shown last, and whether it may become visible. */
let stands: { readonly generation: number; readonly stillTrue: () => boolean } | null = null;
const frames: PatientFrames = {
  move: () => {},
  takeAway: () => {
    stands = null;
  },
  show: ({ generation }, stillTrue) => {
    stands = { generation, stillTrue };
  },
};
const HERE = { isOn: () => true, chosen: () => {} };
const line = (): FakePort => {
  const last = lines.opened.at(-1);
  if (!last) throw new Error('No line is open.');
  return last;
};
const order = (tab: number, generation: number, ticket: string | null = `ticket ${generation}`) =>
  line().say({ tab, generation, ticket });

beforeEach(() => {
  stands = null;
  lines.opened.length = 0;
  vi.useFakeTimers();
});

describe('the panel', () => {
  it('says beside which tab it stands, and shows what is ordered for that tab', () => {
    const { turn } = besidePage(frames, HERE);
    turn(3);
    expect(line().orders).toEqual([{ beside: 3 }]);
    order(3, 7);
    expect([stands?.generation, stands?.stillTrue()]).toEqual([7, true]);
  });

  it('S2: what stands there goes before another tab is asked about, and may not become visible later', () => {
    const { turn } = besidePage(frames, HERE);
    turn(3);
    order(3, 7);
    const before = stands;
    turn(null);
    expect([stands, before?.stillTrue()]).toEqual([null, false]);
    expect(line().orders).toEqual([{ beside: 3 }]);
  });

  it('S3: follows no order for another tab than the one beside it now', () => {
    const { turn } = besidePage(frames, HERE);
    turn(3);
    turn(4);
    order(3, 7);
    expect(stands).toBeNull();
    order(4, 8);
    expect(stands?.generation).toBe(8);
  });

  it('takes away what stands there with every new ticket, and with the word that there is nothing to draw', () => {
    const { turn } = besidePage(frames, HERE);
    turn(3);
    order(3, 7);
    const first = stands;
    order(3, 7);
    expect(stands).toBe(first);
    // The same generation, after it has turned away and back, has another ticket.
    order(3, 7, 'another');
    expect([stands === first, first?.stillTrue()]).toEqual([false, false]);
    order(3, 8, null);
    expect(stands).toBeNull();
  });

  it('takes everything away when the background goes, and tells the next one where it stands', () => {
    const { turn } = besidePage(frames, HERE);
    turn(3);
    order(3, 7);
    line().leave();
    expect(stands).toBeNull();
    vi.advanceTimersByTime(50);
    expect([lines.opened.length, line().orders]).toEqual([2, [{ beside: 3 }]]);
  });
});
