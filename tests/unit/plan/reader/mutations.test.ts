import { expect, test } from 'vitest';
import type { Plan } from '../../../../utils/plan/plan.ts';
import { readDocument } from '../../../../utils/plan/reader/read-document.ts';
import { byKind } from './by-kind.ts';
import { factsOf, sourcesOf } from './facts.ts';
import { at, itemsOf, membersOf } from './mutate.ts';
import { mutate } from './mutation-campaign.ts';
import type { Original } from './mutation-dropped.ts';
import { originals } from './mutation-originals.ts';

/** Another seed, other mutants: `PLANSIDE_SEED=7 npm run unit tests/unit/plan/reader/mutations.test.ts`. */
const SEED = Number(process.env.PLANSIDE_SEED ?? 20_261_122);
/** Each kind of change to each kind of element once at a desk, and some more where CI is set. */
const MUTANTS = Number(process.env.PLANSIDE_MUTANTS ?? (process.env.CI ? 5_000 : 1));

const all = originals();
const half = all.filter((_, at) => at % 2 === 0);

test(`S1 S4 S7 S11 H05: a document with one element changed is refused, or read with nothing lost or invented (seed ${SEED})`, {
  timeout: 300_000,
}, () => {
  const { mutants, kinds, read, broken } = mutate(half, SEED, MUTANTS);
  expect(kinds).toBeGreaterThan(4000);
  expect(mutants).toBeGreaterThanOrEqual(MUTANTS);
  expect(read / mutants).toBeGreaterThan(0.5);
  expect(broken).toEqual([]);
});

type Held = { readonly place: number; readonly type: string; readonly resource: unknown };

/** The resources of a document behind the Composition and the Patient. */
function heldBy({ document }: Original): readonly Held[] {
  const resources = itemsOf(at(document, 'entry')).map((entry) => at(entry, 'resource'));
  return resources.map((resource, place) => ({ place, type: String(at(resource, 'resourceType')), resource })).slice(2);
}

const withEntries = (document: unknown, entry: readonly unknown[]) => ({ ...membersOf(document), entry });

function planOf(document: unknown, nhsNumber: string): Plan {
  const read = readDocument(document, nhsNumber);
  if (!read.ok) throw new Error(read.why);
  return read.plan;
}

const linesOf = (plan: Plan) => [...factsOf(plan).map(({ part, words }) => `${part}: ${words}`), ...sourcesOf(plan)];

/** Which lines of a plan are no longer said, and no missing item is named in their stead. */
function silentlyLost({ plan }: Original, now: Plan): readonly string[] {
  const said = new Set(linesOf(now));
  const isNamed = (line: string) => now.linkedItemMissing.some((title) => line.startsWith(`${title}: `));
  const lost = linesOf(plan ?? now).filter((line) => !said.has(line) && !isNamed(line));
  return now.linkedItemMissing.length > (plan?.linkedItemMissing.length ?? 0) ? [] : lost;
}

/** What is lost in silence when the entries of a document are changed around one resource, for each in turn. */
function lostAround(change: (entries: readonly unknown[], held: Held) => readonly unknown[]): readonly string[] {
  const faults = all.flatMap((original) =>
    (original.plan ? heldBy(original) : []).flatMap((held) => {
      const entries = change(itemsOf(at(original.document, 'entry')), held);
      const now = planOf(withEntries(original.document, entries), original.nhsNumber);
      const invented = linesOf(now).filter((line) => line.includes(OTHER_WORDS));
      const wrong = [...silentlyLost(original, now), ...invented];
      return wrong.length === 0
        ? []
        : [[held.type, `${original.name}, entry ${held.place}: ${wrong.join('; ')}`] as const];
    }),
  );
  return byKind(faults);
}

test('S11: whatever a document refers to and does not hold is missed by name', () => {
  expect(lostAround((entries, { place }) => entries.toSpliced(place, 1))).toEqual([]);
});

const OTHER_WORDS = 'Other words';

/** The same resource with other words in it. */
function reworded(resource: unknown): unknown {
  return JSON.parse(JSON.stringify(resource), (key, value) =>
    ['text', 'description', 'valueString', 'name', 'title'].includes(key) && typeof value === 'string'
      ? OTHER_WORDS
      : value,
  );
}

test.each([
  ['behind', 1],
  ['in front of', 0],
])('S11: of two resources %s each other at one address neither is believed', (_name, offset) => {
  const again = (entries: readonly unknown[], { place, resource }: Held) =>
    entries.toSpliced(place + offset, 0, { ...membersOf(entries[place]), resource: reworded(resource) });
  expect(lostAround(again)).toEqual([]);
});

/** By type, the statuses that take a statement back (FHIR R4). */
const TAKEN_BACK: Readonly<Record<string, readonly string[]>> = {
  CarePlan: ['entered-in-error', 'revoked'],
  CareTeam: ['entered-in-error', 'inactive'],
  Flag: ['entered-in-error', 'inactive'],
  MedicationRequest: ['entered-in-error', 'stopped', 'cancelled'],
  MedicationStatement: ['entered-in-error', 'stopped', 'not-taken'],
  Observation: ['entered-in-error', 'cancelled'],
  Procedure: ['entered-in-error', 'not-done', 'stopped'],
  QuestionnaireResponse: ['entered-in-error', 'stopped'],
};

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(stringsIn);
  return [String(value)];
}

test('S4: what was taken back is not said, and its words are shown as words at most', () => {
  const said = all.flatMap((original) => {
    const { name, plan, document, nhsNumber } = original;
    const held = plan ? heldBy(original) : [];
    return held.flatMap(({ place, type, resource }) => {
      const own = new Set(stringsIn(resource));
      const others = new Set(held.filter((one) => one.place !== place).flatMap((one) => stringsIn(one.resource)));
      const isOnlyHere = (words: string) => own.has(words) && !others.has(words);
      return (TAKEN_BACK[type] ?? []).flatMap((status) => {
        const entries = itemsOf(at(document, 'entry'));
        const back = { ...membersOf(entries[place]), resource: { ...membersOf(resource), status } };
        const now = factsOf(planOf(withEntries(document, entries.with(place, back)), nhsNumber));
        const still = now.filter(({ words }) => isOnlyHere(words)).map(({ part, words }) => `${part}: ${words}`);
        return still.length === 0
          ? []
          : [[`${type} ${status}`, `${name}, entry ${place}: ${still.join('; ')}`] as const];
      });
    });
  });
  expect(byKind(said)).toEqual([]);
});
