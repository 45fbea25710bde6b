import { beforeEach, describe, expect, it, vi } from 'vitest';
import { acceptLines } from '../../../utils/tabs/lines.ts';
import { browser, FakePort, senders } from './fake-runtime.ts';
import { beginAnew, HELLO, open, options, REPORT, seen, settle } from './line-rig.ts';

vi.mock('../../../utils/browser.ts', async () => ({ browser: (await import('./fake-runtime.ts')).browser }));
vi.mock('../../../utils/tabs/dropped.ts', async () => (await import('./line-rig.ts')).dropped);
vi.mock('../../../utils/tabs/sites.ts', async () => (await import('./line-rig.ts')).sites);

acceptLines(options);
beforeEach(beginAnew);

describe('a line that says too much', () => {
  it('is ended after more than 50 a second for some time, and counted once', async () => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
    const port = await open('page', 'enabledPage');
    for (let said = 0; port.isOpen && said < 10_000; said += 1) {
      clock.mockReturnValue(said * 10);
      port.say({ ...REPORT, sequence: said });
    }
    expect(port.isOpen).toBe(false);
    const heard = seen.told.filter(([what]) => what === 'pageReported').length;
    // 100 at once, and 50 more in each second that passes meanwhile.
    expect(heard).toBeGreaterThanOrEqual(195);
    expect(heard).toBeLessThanOrEqual(205);
    expect(seen.told.at(-1)).toEqual(['pageLeft', '0:2F']);
    expect(seen.counted).toEqual(['page.report enabledPage']);
    clock.mockRestore();
  });

  it('may say 50 a second for ever, and 100 at once after a silence', async () => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
    const port = await open('page', 'enabledPage');
    for (let said = 0; said < 5_000; said += 1) {
      clock.mockReturnValue(said * 20);
      port.say({ ...REPORT, sequence: said });
    }
    clock.mockReturnValue(110_000);
    for (let said = 0; said < 100; said += 1) port.say({ ...REPORT, sequence: said });
    expect(port.isOpen).toBe(true);
    expect(seen.counted).toEqual([]);
    // However long the silence was, no more than that.
    port.say(REPORT);
    expect(port.isOpen).toBe(false);
    clock.mockRestore();
  });

  it('is ended also before it is known who is speaking', async () => {
    const port = new FakePort('page', senders.enabledPage);
    browser.runtime.onConnect.happen(port);
    for (let said = 0; said < 5_000; said += 1) port.say({ ...REPORT, sequence: said });
    await settle();
    expect(port.isOpen).toBe(false);
    expect(seen.told.filter(([what]) => what === 'pageReported').length).toBeLessThan(200);
    expect(seen.counted).toEqual(['page.report enabledPage']);
  });

  const inCircles: Record<string, unknown> = { ...REPORT };
  inCircles.self = inCircles;
  it.each([
    ['100 kB and more', { ...REPORT, more: 'x'.repeat(100_000) }],
    ['no JSON: in circles', inCircles],
    ['no JSON: a number without end', { ...REPORT, more: 10n }],
  ])('is ended by one message of %s', async (_, message) => {
    const page = await open('page', 'enabledPage');
    page.say(message);
    const sidebar = await open('sidebar', 'ownFrame', HELLO);
    sidebar.say(message);
    expect([page.isOpen, sidebar.isOpen]).toEqual([false, false]);
    expect(seen.counted).toEqual(['page.report enabledPage', 'unknown ownFrame']);
    expect(seen.told.map(([what]) => what)).toEqual(['topOpened', 'pageLeft', 'sidebarOpened', 'sidebarLeft']);
  });
});
