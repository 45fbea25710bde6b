import assert from 'node:assert/strict';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Sighting } from '../../../utils/page/sighting.ts';
import type { Session } from '../../../utils/session/session.ts';
import { visited } from '../../../utils/tabs/visited.ts';
import type { AccessGiven } from '../../../utils/view/decide-view.ts';
import { anySighting, margaret, margaretWithoutBirthDate, nobody, patrick } from '../context/sightings.ts';
import { nurse } from '../session/signed-in.ts';
import { PretendExtension } from './pretend-extension.ts';

const EMERGENCY: AccessGiven = { reason: 'emergency', alerts: 'the privacy officer' };

const extension = new PretendExtension();
extension.born();
const { visitBook: newBook } = await import('../../../utils/tabs/visit-book.ts');

type Step =
  | { readonly do: 'sees'; readonly tab: number; readonly sighting: Sighting; readonly asks: boolean }
  | { readonly do: 'give'; readonly tab: number }
  | { readonly do: 'load' | 'close'; readonly tab: number }
  | { readonly do: 'kill' | 'switchRole' | 'signInAgain' };

const tab = fc.nat(1);
const asks = fc.constantFrom(true, true, true, false);
const sighting = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<Sighting[]>(margaret, margaret, margaret, patrick, margaretWithoutBirthDate, nobody),
  },
  { weight: 1, arbitrary: anySighting },
);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.record({ do: fc.constant('sees' as const), tab, sighting, asks }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('give' as const), tab }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('load' as const, 'close' as const), tab }) },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constantFrom('kill' as const, 'switchRole' as const, 'signInAgain' as const) }),
    },
  ),
  { minLength: 2, maxLength: 20, size: 'max' },
);

/** What a visit is, worked out from what every tab showed, as if nobody ever forgot anything. */
class Truth {
  readonly ids = new Set<string>();
  readonly #tabs = new Map<number, { key: string; nhsNumber: string; id: string; given: AccessGiven | null }>();
  continued = 0;

  over(tabId: number): void {
    this.#tabs.delete(tabId);
  }

  shows(tabId: number, seen: Sighting): void {
    if (seen.kind === 'none' || seen.kind === 'several') this.over(tabId);
    if (seen.kind === 'patient' && this.#tabs.get(tabId)?.nhsNumber !== seen.identity.nhsNumber) this.over(tabId);
  }

  idIn(tabId: number): string {
    return this.#tabs.get(tabId)?.id ?? 'none';
  }

  gave(tabId: number): void {
    const open = this.#tabs.get(tabId);
    if (open) open.given = EMERGENCY;
  }

  opened(
    tabId: number,
    nhsNumber: string,
    key: string,
    { id, given }: { id: string; given: AccessGiven | null },
  ): void {
    const before = this.#tabs.get(tabId);
    if (before?.key === key) {
      assert.deepEqual({ id, given }, { id: before.id, given: before.given }, 'the same visit is another');
      this.continued += 1;
      return;
    }
    assert.ok(!this.ids.has(id), 'a visit that is over goes on');
    assert.equal(given, null, 'a reason of another visit counts');
    this.ids.add(id);
    this.#tabs.set(tabId, { key, nhsNumber, id, given: null });
  }
}

test('S10: whatever tabs show and however often everything is forgotten, a visit is exactly as long as its patient is open', async () => {
  let continued = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      extension.stored.session.clear();
      const truth = new Truth();
      let own = newBook();
      let session: Session = nurse;
      const watching = new Map<number, ReturnType<typeof visited>>();
      for (const step of sequence) {
        // What was being written is written, or another life would write over it.
        if (step.do === 'kill') await own.end(-1, null);
        if (step.do === 'kill') own = newBook();
        if (step.do === 'kill') watching.clear();
        if (step.do === 'load') watching.delete(step.tab);
        if (step.do === 'close') await own.end(step.tab, null);
        if (step.do === 'close') truth.over(step.tab);
        if (step.do === 'switchRole') session = { ...session, acting: session.acting === 0 ? 1 : 0 };
        if (step.do === 'signInAgain') session = { ...session, id: crypto.randomUUID() };
        if (step.do === 'give') await own.give(step.tab, truth.idIn(step.tab), EMERGENCY);
        if (step.do === 'give') truth.gave(step.tab);
        if (step.do !== 'sees') continue;
        const { tab: tabId, sighting: seen } = step;
        const whose = watching.get(tabId) ?? visited((unless) => void own.end(tabId, unless));
        watching.set(tabId, whose);
        whose.shows(seen);
        truth.shows(tabId, seen);
        // Only whom the page shows with a birth date can be asked about, and only if somebody is signed in just then.
        if (seen.kind !== 'patient' || seen.identity.birthDate === null || !step.asks) continue;
        const { nhsNumber } = seen.identity;
        const key = JSON.stringify([session.id, session.acting, nhsNumber]);
        truth.opened(tabId, nhsNumber, key, await own.open(tabId, seen.identity, session));
      }
      continued += truth.continued;
    }),
    { numRuns: 8_000 },
  );
  // Visits must go on often enough for this to say something.
  expect(continued).toBeGreaterThan(2_000);
});
