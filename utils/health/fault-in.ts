import type { Notice, View } from '../view/view.ts';
import { type Fault, noteFault } from './notes.ts';

/** What went wrong by the word of a view: its kind, cause and code, and nothing of whom it is about. `null`: nothing. */
export function faultIn(view: View): Fault | null {
  switch (view.kind) {
    case 'couldNotCheck':
      return { kind: view.kind, cause: view.cause, code: view.code };
    case 'unreadable':
      return { kind: view.kind, cause: view.cause, code: null };
    case 'accessRefused':
      return { kind: view.kind, cause: view.why, code: null };
    case 'disagree':
      return { kind: view.kind, cause: null, code: null };
    case 'notConfigured':
      return { kind: view.kind, cause: null, code: 'SET-UP-NONE' };
    case 'switchedOff':
      return { kind: view.kind, cause: null, code: 'PAGE-SWITCHED-OFF' };
    case 'signedOut':
    case 'locked':
      return view.failed && { kind: 'signIn', cause: view.failed.why, code: view.failed.code };
    case 'reasonNeeded':
      return typeof view.sending === 'object' && 'failed' in view.sending
        ? { kind: 'reason', cause: null, code: view.sending.failed }
        : null;
    case 'plan':
      return view.notices.map(faultInNotice).find((fault) => fault !== null) ?? null;
    default:
      return null;
  }
}

function faultInNotice(notice: Notice): Fault | null {
  const isOne = notice.kind === 'savedCopy' || notice.kind === 'notCheckedSince';
  return isOne ? { kind: notice.kind, cause: notice.cause, code: null } : null;
}

/** Notes the faults of one frame as they are shown: one that stays is one, and one that comes back is another. */
export function faultNoter(): (view: View) => void {
  let shown = '';
  return (view) => {
    const fault = faultIn(view);
    const key = JSON.stringify(fault);
    if (fault && key !== shown) noteFault(fault);
    shown = key;
  };
}
