import type { JSX } from 'preact';
import type { NotSignedIn } from '../../utils/view/find-view.ts';
import type { On } from '../Buttons.tsx';
import { Hidden } from './Hidden.tsx';
import { RoleNeeded } from './RoleNeeded.tsx';
import { Locked, SignedOut, SigningIn } from './SignedOut.tsx';
import { NotConfigured } from './Stops.tsx';

/** What stands anywhere, whoever is open, as long as nobody is signed in and in a role, or everything is hidden. */
export function WithoutSession({ view, now, on }: { view: NotSignedIn; now: number; on: On }): JSX.Element {
  switch (view.kind) {
    case 'hidden':
      return <Hidden on={on} />;
    case 'notConfigured':
      return <NotConfigured on={on} />;
    case 'signedOut':
      return <SignedOut service={view.service} failed={view.failed} on={on} />;
    case 'signingIn':
      return <SigningIn view={view} now={now} on={on} />;
    case 'locked':
      return <Locked service={view.service} cause={view.cause} failed={view.failed} on={on} />;
    case 'roleNeeded':
      return <RoleNeeded name={view.name} roles={view.roles} on={on} />;
  }
}
