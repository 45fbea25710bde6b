import type { SessionState } from '../session/session-state.ts';
import type { Fault } from './notes.ts';

/** The state of the session for the helpdesk: what it is, and not whose. */
export function withoutNames(state: SessionState): Fault {
  const failed = 'failed' in state ? state.failed : null;
  const cause = failed?.why ?? (state.kind === 'locked' ? state.cause : null);
  return { kind: state.kind, cause, code: failed?.code ?? null };
}
