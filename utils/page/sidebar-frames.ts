import type { FrameNews } from '../messages.ts';
import type { OwnChange } from './page-margin.ts';
import { type PatientFrames, patientFrames } from './patient-frames.ts';
import { FIRST_PLACE, type Place } from './place.ts';
import { type SidebarHost, sidebarHost } from './sidebar-host.ts';

export type SidebarFrames = Pick<PatientFrames, 'takeAway' | 'show'> & {
  /** Stands here from now on. */
  readonly put: (place: Place) => void;
  /** Whether the sidebar stands in the page, with or without a frame in it. */
  readonly isOpen: () => boolean;
  /** Whether the page has taken the host out, or put it somewhere else: the frames in it begin anew, and show nobody. */
  readonly isLost: (records: readonly MutationRecord[]) => boolean;
  /** The one element of ours; `null`: none stands. */
  readonly host: () => SidebarHost | null;
  /** Takes back everything: host, frames, margin. */
  readonly close: () => void;
};

type Standing = { readonly host: SidebarHost; readonly frames: PatientFrames };

/**
 * The sidebar in a page: one host element, and the frames of patients in it.
 *
 * @param address of the sidebar document of the extension
 * @param origin of that document, once loaded
 * @param isMute the frame that was to draw has not, for too long
 */
export function sidebarFrames(
  document: Document,
  address: string,
  origin: string,
  isMute: () => void,
  ownChange: OwnChange,
): SidebarFrames {
  let place = FIRST_PLACE;
  let standing: Standing | null = null;

  function open(): PatientFrames {
    if (standing?.host.element.isConnected) return standing.frames;
    standing?.host.close();
    const host = sidebarHost(document, place, ownChange);
    const frames = patientFrames({ root: host.box, address, origin, heard, isMute });
    standing = { host, frames };
    return frames;
  }

  function put(next: Place): void {
    const isFoldedAnew = next.folded !== place.folded;
    place = next;
    standing?.host.arrange({ place, edge: null });
    standing?.frames.move(place, isFoldedAnew);
  }

  /** What the person at the screen does with the sidebar itself. */
  function heard(report: FrameNews): void {
    if ('place' in report) put(report.place);
    else if ('unseen' in report) globalThis.plansideGuard?.unseen();
    else standing?.host.arrange(report);
  }

  return {
    put,
    takeAway: () => standing?.frames.takeAway(),
    isOpen: () => standing !== null,
    isLost: (records) =>
      records.some(({ removedNodes }) => [...removedNodes].some((one) => one.contains(standing?.host.element ?? null))),
    host: () => standing?.host ?? null,
    show: (order, stillTrue) => open().show({ ...order, place }, stillTrue),
    close() {
      standing?.frames.takeAway();
      standing?.host.close();
      standing = null;
    },
  };
}
