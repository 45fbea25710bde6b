import { cutBy, gapsIn, merged, type Range } from './ranges.ts';
import type { TrailEntry } from './trail-entry.ts';

/** One event of a trail: where it says it stands, and what it was when it came. */
export type Link = TrailEntry & {
  /** SHA-256, hex, of the body in which it came. */
  readonly hash: string;
};

/** What the service holds of the events of one installation. */
export type Trail = {
  readonly installation: string;
  /** Sequences held, ascending. */
  readonly held: readonly number[];
  /** Below the highest; `reported`: an event of this installation says that they were lost. */
  readonly missing: readonly (Range & { readonly reported: boolean })[];
  /** The first that does not follow from the one before it, or that came twice; `null`: none. */
  readonly brokenAt: number | null;
  /** Sequence of the last event that reports the count itself as lost; `null`: none. */
  readonly countLostAt: number | null;
};

/** Whether an event follows from the one with the number before. What is missing cannot speak against it. */
function follows({ sequence, previous }: Link, before: Link | undefined): boolean {
  if (sequence === 1) return previous === '';
  return before === undefined || before.hash === previous;
}

function brokenAt(links: readonly Link[]): number | null {
  const bySequence = new Map(links.map((link) => [link.sequence, link] as const));
  const broken = links.find(
    (link) => bySequence.get(link.sequence) !== link || !follows(link, bySequence.get(link.sequence - 1)),
  );
  return broken?.sequence ?? null;
}

function trailOf(installation: string, unsorted: readonly Link[]): Trail {
  const links = unsorted.toSorted((a, b) => a.sequence - b.sequence);
  const held = [...new Set(links.map(({ sequence }) => sequence))];
  const reported = merged(links.flatMap((link) => link.reported));
  const missing = gapsIn(held)
    .flatMap((gap) => cutBy(gap, reported))
    .map(({ from, to, isIn }) => ({ from, to, reported: isIn }));
  const countLostAt = links.findLast(({ countLost }) => countLost)?.sequence ?? null;
  return { installation, held, missing, brokenAt: brokenAt(links), countLostAt };
}

/** The trail of every installation, in the order in which they were first heard of. */
export function trailsOf(links: readonly Link[]): readonly Trail[] {
  const byInstallation = Map.groupBy(links, ({ installation }) => installation);
  return [...byInstallation].map(([installation, own]) => trailOf(installation, own));
}

/** What is to be said of a trail, in one line. */
export function sayTrail({ missing, brokenAt: broken, countLostAt }: Trail): string {
  const gaps = missing.map(({ from, to, reported }) => {
    const numbers = from === to ? `${from}` : `${from} to ${to}`;
    return `missing ${numbers}, ${reported ? 'reported' : 'not reported'}`;
  });
  const said = [
    ...gaps,
    ...(countLostAt === null ? [] : [`count lost before ${countLostAt}, reported`]),
    ...(broken === null ? [] : [`chain broken at ${broken}`]),
  ];
  return said.length === 0 ? 'complete' : said.join('; ');
}
