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
    isHidden: (frame) => guard?.sight === 'hidden' || (guard === null && frame !== null && frame === unseen),
  };
}

/** What stands on a surface while the page hides the sidebar: nothing of a plan in the page, and in the panel that it does. */
export function asHidden(view: View, surface: SurfaceName): View {
  if (view.kind === 'hidden') return view;
  if (surface === 'panel') return { ...view, pageHides: true };
  const signedInAs = 'signedInAs' in view ? view.signedInAs : null;
  return { kind: 'notHere', because: { is: 'covered' }, signedInAs };
}
