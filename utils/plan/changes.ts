import { changedSections, type NamedTrace, type PlanTrace } from './plan-trace.ts';

/** What is new about the plans that are shown. */
export type Changes = {
  /** Since this person last looked at them (milliseconds since 1970); `null`: nothing, or they never did. */
  readonly sinceLooked: { readonly at: number; readonly parts: readonly string[] } | null;
  /** Since they were drawn a moment ago; `null`: nothing. */
  readonly sinceShown: { readonly parts: readonly string[] } | null;
};

export const NO_CHANGES: Changes = { sinceLooked: null, sinceShown: null };

/** A trace and when it was seen. */
type Seen = PlanTrace & { readonly at: number };

/**
 * Compares the plans that have just been fetched with how they were last looked at, and how they are drawn now.
 *
 * @param looks by the keys of the traces
 * @param shown `null`: nothing has been drawn in this visit
 */
export function changesIn(
  traces: readonly NamedTrace[],
  looks: ReadonlyMap<string, Seen>,
  shown: readonly PlanTrace[] | null,
): Changes {
  const known = traces.flatMap((trace) => {
    const look = looks.get(trace.key);
    return look && look.version !== trace.version ? [{ at: look.at, parts: changedSections(look, trace) }] : [];
  });
  const ats = known.map(({ at }) => at);
  const sinceLooked = known.length > 0 ? { at: Math.min(...ats), parts: union(known.map(({ parts }) => parts)) } : null;
  return { sinceLooked, sinceShown: shown && replaced(traces, shown) };
}

function replaced(traces: readonly NamedTrace[], shown: readonly PlanTrace[]): Changes['sinceShown'] {
  const before = new Map(shown.map((trace) => [trace.key, trace]));
  const isSame =
    traces.length === shown.length && traces.every(({ key, version }) => before.get(key)?.version === version);
  if (isSame) return null;
  const parts = traces.map((trace) => {
    const old = before.get(trace.key);
    // Another plan altogether: everything in it is new.
    return old ? changedSections(old, trace) : Object.values(trace.titles);
  });
  return { parts: union(parts) };
}

function union(lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())];
}
