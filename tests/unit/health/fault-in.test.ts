import { describe, expect, it, vi } from 'vitest';
import { faultIn, faultNoter } from '../../../utils/health/fault-in.ts';
import { noteFault } from '../../../utils/health/notes.ts';
import { stories } from '../../sandbox/stories/stories.ts';

vi.mock('../../../utils/health/notes.ts', () => ({ noteFault: vi.fn() }));

describe('the fault in a view', () => {
  it.each(stories.map(({ id, view }) => [id, view] as const))(
    '%s: names and codes, and nothing of anybody',
    (_, view) => {
      const fault = faultIn(view);
      if (!fault) return;
      expect(Object.keys(fault).sort()).toEqual(['cause', 'code', 'kind']);
      expect(`${fault.kind} ${fault.cause} ${fault.code}`).toMatch(/^[A-Za-z]+ [A-Za-z]+ ([A-Z][A-Z0-9-]+|null)$/);
    },
  );

  it('is there whenever the person is shown a code', () => {
    const coded = stories.filter(({ view }) => JSON.stringify(view).includes('"code":"'));
    expect(coded.length).toBeGreaterThan(5);
    expect(coded.filter(({ view }) => faultIn(view)?.code === undefined).map(({ id }) => id)).toEqual([]);
  });

  it('is noted once as long as it stays, and again when it comes back', () => {
    const views = stories.map(({ view }) => view);
    const [down, fine] = [
      views.find(({ kind }) => kind === 'couldNotCheck'),
      views.find(({ kind }) => kind === 'looking'),
    ];
    if (!down || !fine) throw new Error('The stories have changed');
    const note = faultNoter();
    for (const view of [down, down, fine, down, fine]) note(view);
    expect(noteFault).toHaveBeenCalledTimes(2);
  });
});
