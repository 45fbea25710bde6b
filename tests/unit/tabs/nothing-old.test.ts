import assert from 'node:assert/strict';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Sighting } from '../../../utils/page/sighting.ts';
import { anySighting, margaret, patrick } from '../context/sightings.ts';
import { found, planFor } from '../view/plans.ts';
import { DeskRig, flush, type Opened } from './desk-rig.ts';

/** What frames show one after another; `null`: the frame leaves. Every now and then the plan service is slow. */
type Seen = { readonly frame: number; readonly sighting: Sighting | null; readonly isSlow: boolean };

const seen: fc.Arbitrary<Seen> = fc.record({
  frame: fc.nat(2),
  sighting: fc.oneof(
    { weight: 4, arbitrary: anySighting },
    { weight: 4, arbitrary: fc.constantFrom<Sighting[]>(margaret, patrick) },
    { weight: 3, arbitrary: fc.constant(null) },
  ),
  isSlow: fc.boolean(),
});

/** The page's side: a sidebar frame stands from its ticket until a context of another generation arrives. */
class PagePlayed {
  readonly rig = new DeskRig();
  standing: Opened | null = null;
  drawn = 0;
  /** Frames that have left the page, each with how much it had drawn by then. */
  readonly removed: { readonly frame: Opened; readonly views: number }[] = [];
  #sequence = 0;

  constructor() {
    this.rig.onContext = ({ generation }) => {
      if (!this.standing || this.standing.generation === generation) return;
      this.removed.push({ frame: this.standing, views: this.standing.views.length });
      this.standing = null;
    };
    this.rig.openTop('top');
  }

  async see({ frame, sighting, isSlow }: Seen): Promise<void> {
    this.#sequence += 1;
    if (sighting) this.rig.report({ frame: `p:${frame}`, sequence: this.#sequence, sighting });
    else this.rig.leave(`p:${frame}`);
    this.check();
    const { opened, generation } = this.rig;
    if (!this.standing && this.rig.openSidebar(`s:${generation}`)) this.standing = opened.at(-1) ?? null;
    if (!isSlow) this.answer();
    await flush();
    this.check();
  }

  /** Every look-up that has been asked for is answered, those that were ended too: late answers change nothing. */
  answer(): void {
    for (const asked of this.rig.asked.filter((one) => one.found === null)) {
      asked.finish({ ...found(planFor(asked.patient)), fetchedAt: asked.id });
    }
  }

  check(): void {
    const { generation } = this.rig;
    const { standing } = this;
    if (standing) assert.equal(standing.generation, generation, 'S3: a drawn view of an older generation stands');
    for (const { frame, views } of this.removed) assert.equal(frame.views.length, views, 'S2: drawn after it left');
    const view = standing?.views.at(-1);
    if (view && 'page' in view) assert.equal(view.page.nhsNumber, this.rig.shownNumber(), 'S1: somebody else stands');
    this.drawn += view?.kind === 'plan' ? 1 : 0;
  }
}

test('S1 S2 S3: any sequence of sightings leaves no drawn view of an older generation', {
  timeout: 60_000,
}, async () => {
  let [runs, plans, removed] = [0, 0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(seen, { minLength: 1, maxLength: 12, size: 'max' }), async (sequence) => {
      const page = new PagePlayed();
      for (const one of sequence) await page.see(one);
      page.answer();
      await flush();
      page.check();
      runs += 1;
      plans += page.drawn;
      removed += page.removed.length;
    }),
    { numRuns: 10_000 },
  );
  // The sequences must reach what they are about.
  expect(runs).toBeGreaterThanOrEqual(10_000);
  expect(plans).toBeGreaterThan(1000);
  expect(removed).toBeGreaterThan(1000);
});
