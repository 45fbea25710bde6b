import type { JSX } from 'preact';
import type { SidebarCommand, View } from '../utils/view/view.ts';
import { BUTTON, SIGNED_IN } from './words.ts';

type Who = { readonly name: string; readonly acts: readonly string[]; readonly canSwitch: boolean };

/** Who is signed in and as what, as far as the view knows. */
function whoIn(view: View): Who | null {
  if (view.kind === 'roleNeeded') return { name: view.name, acts: [SIGNED_IN.withoutRole], canSwitch: false };
  if (!('signedInAs' in view) || !view.signedInAs) return null;
  const { name, role, organisation, canSwitch = false } = view.signedInAs;
  return { name, acts: [role, organisation].filter((words) => words !== ''), canSwitch };
}

const TOOLS = ['switchRole', 'lock', 'signOut'] as const;

type FootProps = { view: View; on: (command: SidebarCommand) => void };

/** Shared computers: everyone sees whose session this is, and can lock or end it. */
export function Foot({ view, on }: FootProps): JSX.Element {
  const who = whoIn(view);
  if (!who) {
    return (
      <footer class="foot">
        <p data-part="signed-in-as">{SIGNED_IN.nobody}</p>
      </footer>
    );
  }
  return (
    <footer class="foot">
      <p data-part="signed-in-as">
        <b>
          <bdi>{who.name}</bdi>
        </b>
        {who.acts.map((words) => (
          <>
            , <bdi>{words}</bdi>
          </>
        ))}
      </p>
      <div>
        {TOOLS.filter((tool) => tool !== 'switchRole' || who.canSwitch).map((tool) => (
          <button type="button" key={tool} data-command={tool} onClick={() => on({ do: tool })}>
            {BUTTON[tool]}
          </button>
        ))}
      </div>
    </footer>
  );
}
