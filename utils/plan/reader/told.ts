import type { Statement, Told } from '../plan.ts';
import { emptyReason, type SectionContent } from './sections.ts';

/**
 * Turns what was found in a section into one of the kinds of fact (docs/plan-service.md, “The document”). A section that
 * says nothing is never read as “none”.
 *
 * @param value what was recorded, or `null` if nothing was
 */
export function told<T>(content: SectionContent, value: T | null, source: Statement, damaged = false): Told<T> {
  const reason = emptyReason(content.section);
  if (reason === 'withheld') return { state: 'hidden', why: 'role' };
  if (value !== null) return { state: 'recorded', value, source };
  if (content.damaged || damaged) return { state: 'unreadable' };
  // A section with entries of which none could be used has not been read.
  if (content.resources.length > 0) return { state: 'unreadable' };
  return reason === 'nilknown' ? { state: 'statedNone', source } : { state: 'notRecorded' };
}
