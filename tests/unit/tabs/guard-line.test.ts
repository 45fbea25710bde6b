import { beforeEach, describe, expect, it, vi } from 'vitest';
import { acceptLines } from '../../../utils/tabs/lines.ts';
import { senders } from './fake-runtime.ts';
import { beginAnew, open, options, seen } from './line-rig.ts';

vi.mock('../../../utils/browser.ts', async () => ({ browser: (await import('./fake-runtime.ts')).browser }));
vi.mock('../../../utils/tabs/dropped.ts', async () => (await import('./line-rig.ts')).dropped);
vi.mock('../../../utils/tabs/sites.ts', async () => (await import('./line-rig.ts')).sites);

acceptLines(options);
beforeEach(beginAnew);

describe('the line of what guards the sidebar', () => {
  it('H14: tells how the sidebar stands in the top frame, and that nobody says so any more once it ends', async () => {
    const port = await open('guard', 'enabledPage', { sight: 'hidden' });
    port.say({ sight: 'behind' });
    port.leave();
    expect(seen.told).toEqual([
      ['guardReported', '0:2F', 'hidden'],
      ['guardReported', '0:2F', 'behind'],
      ['guardReported', '0:2F', 'inSight'],
    ]);
    expect(seen.counted).toEqual([]);
  });

  it('S5: nothing that a frame below the top says of it counts, nor that it has left', async () => {
    const top = senders.enabledPage;
    Object.assign(senders, { enabledPage: { ...top, frameId: 5 } });
    const port = await open('guard', 'enabledPage', { sight: 'hidden' });
    port.leave();
    Object.assign(senders, { enabledPage: top });
    expect([seen.told, seen.counted]).toEqual([[], ['guard.report enabledPage']]);
  });

  it('S5: hears nothing else', async () => {
    const port = await open('guard', 'enabledPage', { sight: 'elsewhere' });
    port.say({ sequence: 1, sighting: { kind: 'none' } });
    expect([seen.told, seen.counted.length]).toEqual([[], 2]);
  });
});
