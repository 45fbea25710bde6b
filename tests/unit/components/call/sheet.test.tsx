// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { noticeHeading } from '../../../../components/notices/notice-headings.ts';
import type { TakeOut } from '../../../../components/take-out.ts';
import { stories } from '../../../sandbox/stories/stories.ts';
import { wordsIn } from '../../../words-in.ts';
import { draw } from '../draw.tsx';

const words = wordsIn('en');
const PLANS = stories.flatMap(({ id, view, now, presses }) =>
  view.kind === 'plan' && !presses ? [{ id, view, now }] : [],
);

/** A print dialog that stands open. */
const takeOut: TakeOut = { copy: async () => 'taken', print: () => new Promise(() => undefined) };

test.each(PLANS)(
  '$id: the sheet says who, every warning, whether it was compared, and that it goes out of date',
  async ({ view, now }) => {
    const { article } = draw(view, now, { takeOut });
    await act(async () => article.querySelector<HTMLElement>('[data-command="print"]')?.click());
    const sheet = article.querySelector('.sheet');
    expect(sheet?.querySelector('[data-part="nhs-number"]')?.textContent).toContain(
      view.plan.patient.nhsNumber.replace(/^(...)(...)/, '$1 $2 '),
    );
    const said = sheet?.textContent?.replace(/\s+/g, ' ') ?? '';
    for (const notice of view.notices) {
      const heading = noticeHeading(notice, now, words);
      if (heading) expect(said).toContain(heading.says);
    }
    expect(said.includes(words.NOT_COMPARED.link)).toBe(view.openedBy !== undefined);
    expect(said).toContain(words.SHEET.outOfDate);
  },
);
