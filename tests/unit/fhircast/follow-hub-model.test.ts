import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HubSays } from '../../../utils/fhircast/hub-says.ts';
import { okafor, pugh, reed } from './hub-words.ts';
import { type Open, playedHub } from './played-hub.ts';

const PEOPLE = [reed, okafor, pugh] as const;
const person = fc.constantFrom(...PEOPLE);
const which = fc.nat(30);
type Hub = ReturnType<typeof playedHub>;
type Command = { readonly says: string; readonly run: (hub: Hub) => void };

const command = (says: string, run: (hub: Hub) => void): Command => ({ says, run });
const arrives = command('one arrives', (hub) => void hub.arrive());

/** Whatever the clocks of those who change the context say. */
const inAnyWorld: readonly fc.WeightedArbitrary<Command>[] = [
  { weight: 6, arbitrary: person.map((to) => command(`open ${to.familyName}`, (hub) => hub.change(to))) },
  { weight: 1, arbitrary: fc.constant(command('unnamed', (hub) => hub.change('unnamed'))) },
  { weight: 3, arbitrary: person.map((to) => command(`close ${to.familyName}`, (hub) => hub.close(to))) },
  {
    weight: 3,
    arbitrary: fc.tuple(person, person).map(([a, b]) => command('out of order', (hub) => hub.changeTwice(a, b))),
  },
  { weight: 2, arbitrary: fc.constant(command('again', (hub) => hub.again())) },
  { weight: 1, arbitrary: person.map((to) => command(`garbled ${to.familyName}`, (hub) => hub.garble(to))) },
  { weight: 2, arbitrary: which.map((at) => command(`drop ${at}`, (hub) => hub.drop(at))) },
  { weight: 2, arbitrary: which.map((at) => command(`deafen ${at}`, (hub) => hub.deafen(at))) },
  { weight: 1, arbitrary: fc.boolean().map((forgets) => command(`restart ${forgets}`, (hub) => hub.restart(forgets))) },
  { weight: 1, arbitrary: fc.boolean().map((up) => command(`up ${up}`, (hub) => hub.setUp(up))) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 40 }).map((s) => command(`${s} s`, (hub) => hub.pass(s * 1_000))) },
  { weight: 30, arbitrary: fc.constant(arrives) },
  { weight: 4, arbitrary: fc.constant(command('all arrive', (hub) => hub.pass(0))) },
];

/** Events of long ago come once more, as others: their times tell. */
const withStaleEvents = [
  ...inAnyWorld,
  { weight: 3, arbitrary: which.map((at) => command(`stale ${at}`, (hub) => hub.stale(at))) },
];
/** A clock that is slow: what happens now is written down as before. */
const withSlowClocks = [
  ...inAnyWorld,
  {
    weight: 3,
    arbitrary: person.map((to) => command(`late ${to.familyName}`, (hub) => hub.change(to, { late: true }))),
  },
];

/** Whether this is what the hub has open; nobody, lost and asking are never wrong. */
function isRight(says: HubSays, open: Open): boolean {
  return says.is !== 'patient' || (open !== null && open !== 'unnamed' && says.identity.nhsNumber === open.nhsNumber);
}

function heardOf(says: HubSays): string {
  return says.is === 'patient' ? says.identity.nhsNumber : says.is;
}

describe('a hub that is followed, whatever happens', () => {
  it.each([
    ['stale events', withStaleEvents],
    ['slow clocks', withSlowClocks],
  ])('whoever is followed is open in the hub, or nobody is: 500 sequences with %s, 0 wrong', (_, commands) => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(...commands), { minLength: 10, maxLength: 120 }),
        fc.infiniteStream(fc.nat(999)),
        (run, chances) => {
          const hub = playedHub((of) => (chances.next().value as number) % Math.max(of, 1));
          const wrong = () => hub.panels().filter(({ says, isBehind }) => !isBehind && !isRight(says, hub.open()));
          for (const { run: happens } of run) {
            happens(hub);
            // What is on its way to a panel it cannot know; everything that has arrived counts at once.
            expect(wrong()).toEqual([]);
          }
          // In the end the hub is there and opens somebody: everybody follows, also those who did not hear they were cut off.
          hub.setUp(true);
          hub.pass(120_000);
          expect(wrong()).toEqual([]);
          hub.change(pugh);
          hub.pass(10_000);
          expect(hub.panels().map(({ says }) => heardOf(says))).toEqual([pugh.nhsNumber, pugh.nhsNumber]);
        },
      ),
      { seed: 77, numRuns: 500 },
    );
  });

  it('nobody is followed over a line that is silent for longer than the hub said', () => {
    const hub = playedHub(() => 0, 1);
    hub.pass(2_000);
    hub.change(reed);
    hub.pass(2_000);
    expect(hub.panels().map(({ says }) => heardOf(says))).toEqual([reed.nhsNumber]);
    hub.deafen(0);
    hub.change(okafor);
    hub.setUp(false);
    hub.deafen(0);
    hub.pass(16_000);
    expect(hub.panels().map(({ says }) => says.is)).toEqual(['lost']);
  });
});
