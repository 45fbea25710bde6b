import { describe, expect, test } from 'vitest';
import type { PageOrder } from '../../../utils/messages.ts';
import type { SidebarFrames } from '../../../utils/page/sidebar-frames.ts';
import { topFrame } from '../../../utils/page/top-frame.ts';

type ContextOrder = Extract<PageOrder, { do: 'context' }>;

/** Sidebar frames that only note what is asked of them. */
function noted() {
  const asked: string[] = [];
  const truths: (() => boolean)[] = [];
  let open = false;
  const frames: SidebarFrames = {
    takeAway: () => asked.push('takeAway'),
    show: ({ generation }, stillTrue) => {
      open = true;
      asked.push(`show ${generation}`);
      truths.push(stillTrue);
    },
    put: () => asked.push('put'),
    isOpen: () => open,
    isLost: () => false,
    host: () => null,
    close: () => asked.push('close'),
  };
  return { frames, asked, truths };
}

const context = (
  generation: number,
  considered: Record<string, number>,
  { about = 'patient', gone = [] }: Partial<Pick<ContextOrder, 'about' | 'gone'>> = {},
): ContextOrder => ({ do: 'context', generation, ticket: 'ticket', about, considered, gone });

describe('the top frame', () => {
  test('S2: takes the sidebar frame away before a doubt returns', () => {
    const { frames, asked } = noted();
    const top = topFrame(frames, () => true);
    top.follow(context(1, { top: 1 }));
    asked.length = 0;
    top.doubt('top', 2, true);
    expect(asked).toEqual(['takeAway']);
  });

  test('S3: follows no context that does not rest on every doubt raised so far', () => {
    const { frames, asked } = noted();
    const top = topFrame(frames, () => true);
    top.doubt('top', 2, true);
    top.doubt('below', 5, true);
    asked.length = 0;
    top.follow(context(1, { top: 1, below: 5 }));
    top.follow(context(2, { top: 2, below: 4 }));
    top.follow(context(3, { top: 2 }));
    expect(asked).toEqual([]);
    top.follow(context(4, { top: 2, below: 5 }));
    expect(asked).toContain('show 4');
  });

  test('hears of a frame that claims nothing once, and of one that claims something each time', () => {
    const { frames, asked } = noted();
    const top = topFrame(frames, () => true);
    top.doubt('silent', 1, false);
    top.doubt('claiming', 1, true);
    top.follow(context(1, { claiming: 1 }));
    expect(asked).not.toContain('show 1');
    top.follow(context(2, { claiming: 1, silent: 1 }));
    expect(asked).toContain('show 2');
    // A background that was killed has not heard of the silent frame again, and not yet of the claiming one.
    top.follow(context(3, {}));
    expect(asked).not.toContain('show 3');
    top.follow(context(4, { claiming: 1 }));
    expect(asked).toContain('show 4');
  });

  test('waits no longer for a frame that has left', () => {
    const { frames, asked } = noted();
    const top = topFrame(frames, () => true);
    top.doubt('below', 5, true);
    top.forget('below');
    top.follow(context(1, { top: 0 }));
    expect(asked).toContain('show 1');
  });

  test('waits no longer for a frame that the background says is gone, and that may never say so itself', () => {
    const { frames, asked } = noted();
    const top = topFrame(frames, () => true);
    top.doubt('top', 1, true);
    top.doubt('below', 5, true);
    top.follow(context(1, { top: 1 }, { gone: ['another'] }));
    expect(asked).not.toContain('show 1');
    top.follow(context(2, { top: 1 }, { gone: ['another', 'below'] }));
    expect(asked).toContain('show 2');
    // It stays gone: later orders need not name it again.
    top.follow(context(3, { top: 1 }));
    expect(asked).toContain('show 3');
  });

  test('S3: a frame that is gone takes no doubt of another one with it', () => {
    const { frames, asked } = noted();
    const top = topFrame(frames, () => true);
    top.doubt('top', 2, true);
    top.doubt('below', 5, true);
    top.follow(context(1, { top: 1 }, { gone: ['below'] }));
    expect(asked).not.toContain('show 1');
    // A frame that comes back under a name that was gone raises doubts like any other.
    top.doubt('below', 1, true);
    top.follow(context(2, { top: 2 }));
    expect(asked).not.toContain('show 2');
    top.follow(context(3, { top: 2, below: 1 }));
    expect(asked).toContain('show 3');
  });

  test('S3: what was to be shown is shown only if it is still the current generation and still true', () => {
    const { frames, truths } = noted();
    let isTrue = true;
    const top = topFrame(frames, () => isTrue);
    top.follow(context(1, {}));
    expect(truths[0]?.()).toBe(true);
    isTrue = false;
    expect(truths[0]?.()).toBe(false);
    isTrue = true;
    top.doubt('top', 1, true);
    expect(truths[0]?.()).toBe(false);
    top.follow(context(2, { top: 1 }));
    expect(truths[0]?.()).toBe(false);
    expect(truths[1]?.()).toBe(true);
  });

  test('does not touch the page for nobody, until somebody has been recognised', () => {
    const { frames, asked } = noted();
    const top = topFrame(frames, () => true);
    top.follow(context(1, {}, { about: 'nobody' }));
    top.follow(context(2, {}, { about: 'unsettled' }));
    expect(asked.filter((one) => one.startsWith('show'))).toEqual([]);
    top.follow(context(3, {}, { about: 'patient' }));
    top.follow(context(4, {}, { about: 'nobody' }));
    expect(asked.filter((one) => one.startsWith('show'))).toEqual(['show 3', 'show 4']);
  });

  test('the same generation again changes nothing', () => {
    const { frames, asked } = noted();
    const top = topFrame(frames, () => true);
    top.follow(context(1, {}));
    asked.length = 0;
    top.follow(context(1, {}));
    expect(asked).toEqual([]);
  });
});
