import { describe, expect, it } from 'vitest';
import { openPageLine, type PageRuntime } from '../../../utils/page/page-line.ts';

type Port = ReturnType<PageRuntime['connect']>;

const CLAIM = { sequence: 3, sighting: { kind: 'several' } } as const;
const HERE = { sequence: 0, sighting: { kind: 'unsettled' } };

/** A page that nobody looks at, and the lines it has opened. */
function pageLine() {
  const lines: { readonly said: unknown[]; drop: () => void }[] = [];
  const runtime: PageRuntime = {
    id: 'planside',
    getURL: (path) => path,
    connect() {
      const said: unknown[] = [];
      const line = { said, drop: () => {} };
      lines.push(line);
      return {
        postMessage: (message: unknown) => void said.push(message),
        onMessage: { addListener: () => {} },
        onDisconnect: { addListener: (dropped: () => void) => Object.assign(line, { drop: dropped }) },
        disconnect: () => {},
      } as unknown as Port;
    },
  };
  const document = Object.assign(new EventTarget(), { visibilityState: 'hidden' }) as unknown as Document;
  const line = openPageLine(
    runtime,
    document,
    () => false,
    () => {},
    () => {},
  );
  return { line, lines, said: () => lines.at(-1)?.said };
}

describe('the line of a page', () => {
  it('S1: what was read before it ended is told on the next once the background has said how to read, and not before', () => {
    const { line, lines, said } = pageLine();
    line.isAgreed();
    line.report(CLAIM);
    line.note({ unread: ['#name'] });
    expect(said()).toEqual([HERE, CLAIM, { unread: ['#name'] }]);
    lines[0]?.drop();
    line.wake();
    line.report({ ...CLAIM, sequence: 4 });
    line.note({ unread: [] });
    expect(said()).toEqual([HERE]);
    line.isAgreed();
    expect(said()).toEqual([HERE, { ...CLAIM, sequence: 4 }, { unread: [] }]);
    line.close();
  });
});
