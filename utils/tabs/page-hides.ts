import type { Sight } from '../page/sidebar-sight.ts';
import type { View } from '../view/view.ts';
import type { SurfaceName } from './surface.ts';

/** What is known of whether the sidebar in one page can be seen (H14). */
export type PageHides = {
  /** By the script that guards it; each document of the tab for itself. */
  readonly guardReported: (page: string, sight: Sight) => void;
  /** By the browser itself, of the frame in it. */
  readonly sidebarSeen: (frame: string, inSight: boolean) => void;
  /**
   * Whether the page hides it.
   *
   * @param frame that draws in it now
   */
  readonly isHidden: (frame: string | null) => boolean;
  /**
   * Whether there is one that somebody can do something with.
   *
   * @param isInPanel plans are shown in the panel too, so that of one that is hidden nobody needs anything
   */
  readonly isOfUse: (frame: string | null, isInPanel: boolean) => boolean;
};

/**
 * The guard says hidden, or the browser says that something is wrong with the frame that the guard does not see; but not
 * where the guard knows what stands before it by right.
 *
 * @param changed is called with each report
 */
export function pageHides(changed: () => void): PageHides {
  let guard: { readonly page: string; readonly sight: Sight } | null = null;
  let unseen: string | null = null;
  const isHidden = (frame: string | null) =>
    guard?.sight === 'hidden' || (guard === null && frame !== null && frame === unseen);
  return {
    guardReported(page, sight) {
      if (sight !== 'inSight') guard = { page, sight };
      else if (guard?.page === page) guard = null;
      changed();
    },
    sidebarSeen(frame, inSight) {
      if (!inSight) unseen = frame;
      else if (unseen === frame) unseen = null;
      changed();
    },
    isHidden,
    isOfUse: (frame, isInPanel) => frame !== null && !(isInPanel && isHidden(frame)),
  };
}

/**
 * What stands on a surface while the page hides the sidebar: nothing of a plan in the page, and in the panel that it does.
 *
 * @param isInPanel plans are shown in the panel, so that whoever reads this in the page can be sent there
 */
export function asHidden(view: View, surface: SurfaceName, isInPanel: boolean): View {
  if (view.kind === 'hidden') return view;
  if (surface === 'panel') return { ...view, pageHides: true };
  const signedInAs = 'signedInAs' in view ? view.signedInAs : null;
  return { kind: 'notHere', because: { is: isInPanel ? 'covered' : 'coveredAlone' }, signedInAs };
}
