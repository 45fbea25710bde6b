import type { ComponentChildren, JSX } from 'preact';
import type { SidebarCommand, View } from '../utils/view/view.ts';
import { Authored } from './facts/Authored.tsx';
import { Arrange } from './overlay/Arrange.tsx';
import type { Overlay } from './overlay/overlay.ts';
import { useWords } from './words/words.ts';

type Who = { readonly name: string; readonly acts: readonly string[] | null; readonly canSwitch: boolean };

/** Who is signed in and as what, as far as the view knows; `acts`: `null` where no role has been chosen. */
function whoIn(view: View): Who | null {
  if (view.kind === 'roleNeeded') return { name: view.name, acts: null, canSwitch: false };
  if (!('signedInAs' in view) || !view.signedInAs) return null;
  const { name, role, organisation, canSwitch = false } = view.signedInAs;
  return { name, acts: [role, organisation].filter((words) => words !== ''), canSwitch };
}

const TOOLS = ['find', 'hideNow', 'switchRole', 'lock', 'signOut'] as const;

/** Whoever was found by hand stands in the page that finds. */
function isOffered(tool: (typeof TOOLS)[number], view: View, { canSwitch }: Who): boolean {
  const isByHand = view.openedBy === 'search' || view.openedBy === 'residents';
  if (tool === 'find') return !isByHand && view.kind !== 'roleNeeded';
  return tool !== 'switchRole' || canSwitch;
}

type FootProps = {
  view: View;
  on: (command: SidebarCommand) => void;
  /** Further tools. */
  children?: ComponentChildren;
  /** Left out where the surface cannot be moved. */
  overlay?: Overlay | undefined;
};

/** Shared computers: everyone sees whose session this is, and can lock or end it. */
export function Foot({ view, on, overlay, children }: FootProps): JSX.Element {
  const { BUTTON, SIGN_IN } = useWords();
  const who = whoIn(view);
  if (!who) {
    return (
      <footer class="foot">
        <p data-part="signed-in-as">{SIGN_IN.nobody}</p>
        {overlay ? <Arrange {...overlay} /> : null}
      </footer>
    );
  }
  return (
    <footer class="foot">
      <p data-part="signed-in-as">
        <b>
          <Authored>{who.name}</Authored>
        </b>
        {who.acts ? null : `, ${SIGN_IN.withoutRole}`}
        {who.acts?.map((words) => (
          <>
            , <Authored>{words}</Authored>
          </>
        ))}
      </p>
      <div>
        {children}
        {TOOLS.filter((tool) => isOffered(tool, view, who)).map((tool) => (
          <button type="button" key={tool} data-command={tool} onClick={() => on({ do: tool })}>
            {BUTTON[tool]}
          </button>
        ))}
        {overlay ? <Arrange {...overlay} /> : null}
      </div>
    </footer>
  );
}
