import type { JSX } from 'preact';
import type { NotSignedIn } from '../../utils/view/find-view.ts';
import type { On } from '../Buttons.tsx';
import { Hidden } from './Hidden.tsx';
import { RoleNeeded } from './RoleNeeded.tsx';
import { type BackTo, Locked, SignedOut, SigningIn } from './SignedOut.tsx';
import { NotConfigured } from './Stops.tsx';

type WithoutSessionProps = {
  view: NotSignedIn;
  now: number;
  backTo: BackTo;
  on: On;
};

/** What stands anywhere, whoever is open, as long as nobody is signed in and in a role, or everything is hidden. */
export function WithoutSession({ view, now, backTo, on }: WithoutSessionProps): JSX.Element {
  switch (view.kind) {
    case 'hidden':
      return <Hidden on={on} />;
    case 'notConfigured':
      return <NotConfigured on={on} />;
    case 'signedOut':
      return <SignedOut service={view.service} failed={view.failed} backTo={backTo} on={on} />;
    case 'signingIn':
      return <SigningIn view={view} now={now} on={on} />;
    case 'locked':
      return <Locked service={view.service} cause={view.cause} failed={view.failed} backTo={backTo} on={on} />;
    case 'roleNeeded':
      return <RoleNeeded name={view.name} roles={view.roles} on={on} />;
  }
}
