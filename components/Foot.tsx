import type { JSX } from 'preact';
import type { SidebarCommand, SignedInAs, View } from '../utils/view/view.ts';
import { BUTTON } from './words.ts';

/** Who is signed in, as far as the view knows. */
export function signedInAs(view: View): SignedInAs | null {
  return 'signedInAs' in view ? view.signedInAs : null;
}

/** Shared computers: everyone sees whose session this is, and can end it. */
export function Foot({ view, on }: { view: View; on: (command: SidebarCommand) => void }): JSX.Element {
  const who = signedInAs(view);
  return (
    <footer class="foot">
      <p data-part="signed-in-as">
        {who ? (
          <>
            <b>
              <bdi>{who.name}</bdi>
            </b>
            , {who.role}
          </>
        ) : (
          'Nobody is signed in'
        )}
      </p>
      {who ? (
        <button type="button" data-command="signOut" onClick={() => on({ do: 'signOut' })}>
          {BUTTON.signOut}
        </button>
      ) : null}
    </footer>
  );
}
