import { type Coding, ENTITY_TYPE } from './audit-codes.ts';
import type { ChainLink, Gap } from './trail-types.ts';

type Detail = { readonly type: string; readonly valueString: string };

/** What took part in an audit event (FHIR R4 `AuditEvent.entity`). */
export type Entity = {
  readonly what?: { readonly identifier: { readonly system?: string; readonly value: string } };
  readonly type: Coding;
  readonly name?: string;
  readonly detail?: readonly Detail[];
};

/**
 * The entity by which a plan service sees whether it has all events of an installation, in their order.
 *
 * @param gap what is missing, where the event says that something is
 */
export function trailEntity({ installation, sequence, previous }: ChainLink, gap?: Gap): Entity {
  return {
    type: ENTITY_TYPE.other,
    name: 'Planside audit trail',
    detail: [
      detail('installation', installation),
      detail('sequence', String(sequence)),
      // FHIR knows no empty strings; the first event has none before it.
      ...(previous === '' ? [] : [detail('previous', previous)]),
      ...(gap ? runsOf(gap.missing).map((run) => detail('missing', run)) : []),
      ...(gap && gap.markLost !== null ? [detail('mark', 'lost')] : []),
    ],
  };
}

/** One detail of an entity. */
export function detail(type: string, valueString: string): Detail {
  return { type, valueString };
}

/** Numbers as runs, `3` or `3-9`, so that a lost disk of events does not make one that is too large to be taken. */
function runsOf(numbers: readonly number[]): readonly string[] {
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers.toSorted((one, other) => one - other)) {
    const run = runs.at(-1);
    if (run && number <= run.last + 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs.map(({ first, last }) => (first === last ? String(first) : `${first}-${last}`));
}
