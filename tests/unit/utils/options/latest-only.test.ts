import { describe, expect, it } from 'vitest';
import { latestOnly } from '../../../../utils/options/latest-only.ts';

/** Readings that are answered when a test says so. */
function readings() {
  const answers: ((was: string) => void)[] = [];
  const shown: string[] = [];
  const read = () => new Promise<string>((answer) => void answers.push(answer));
  return { answers, shown, refresh: latestOnly(read, (was) => void shown.push(was)) };
}

describe('what is shown', () => {
  it('is what was read', async () => {
    const { answers, shown, refresh } = readings();
    const done = refresh();
    answers[0]?.('now');
    await done;
    expect(shown).toEqual(['now']);
  });

  it.each([
    ['first', [0, 1]],
    ['last', [1, 0]],
  ])('is never what was read before the last change, though that is answered %s', async (_, order) => {
    const { answers, shown, refresh } = readings();
    const both = Promise.all([refresh(), refresh()]);
    for (const index of order) answers[index]?.(index === 0 ? 'before' : 'after');
    await both;
    expect(shown).toEqual(['after']);
  });
});
