import type { Counts } from './shown.ts';

/**
 * What may be dropped without any fault: one more look of a frame that a person turned to while it was being replaced,
 * and the ticket of a frame in the panel that was overtaken while the panel turned to the tab in front.
 */
export const NO_FAULT: Counts = { 'command.revalidate ownFrame': 0, 'sidebar.hello panelFrame': 0 };

/** The counts without what was dropped by no fault. */
export function atFault(counts: Counts, wanted: Counts): Counts {
  const least = Object.keys(NO_FAULT).map((what) => [what, Math.min(counts[what] ?? 0, wanted[what] ?? 0)]);
  return { ...counts, ...Object.fromEntries(least) };
}
