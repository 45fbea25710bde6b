import type { JSX } from 'preact';
import type { LockCause, SignInFailure, View } from '../../utils/view/view.ts';
import { HelpdeskCode, MainButton, type On, Say } from '../Buttons.tsx';
import { Waiting } from '../Waiting.tsx';
import { waitIn } from '../waits.ts';
import { useWords, type Words } from '../words/words.ts';
import { FieldError } from './FieldError.tsx';

/** What somebody comes back to once signed in. */
export type BackTo = keyof Words['SIGN_IN']['hint'];

type WayInProps = { service: string; failed: SignInFailure | null; backTo: BackTo; on: On };

/** The way in, and what became of the last try. */
function WayIn({ service, failed, backTo, on }: WayInProps): JSX.Element {
  const { SIGN_IN } = useWords();
  return (
    <>
      {failed ? <FieldError>{SIGN_IN.failed[failed.why](service)}</FieldError> : null}
      <div class="buttons">
        <MainButton does="signIn" on={on}>
          {SIGN_IN.button}
        </MainButton>
      </div>
      <p class="hint">{SIGN_IN.hint[backTo]}</p>
      {failed?.code ? <HelpdeskCode code={failed.code} on={on} /> : null}
    </>
  );
}

/** No patient is named before sign-in. */
export function SignedOut(props: WayInProps): JSX.Element {
  const { STOP } = useWords();
  return (
    <Say {...STOP.signedOut} level={1}>
      <WayIn {...props} />
    </Say>
  );
}

/** Nobody is named: neither who was signed in, nor whose record is open. */
export function Locked({ cause, ...way }: WayInProps & { cause: LockCause }): JSX.Element {
  const { LOCK } = useWords();
  const because = LOCK.because[cause];
  return (
    <Say heading={LOCK.heading} level={1} says={because === null ? [LOCK.says] : [because, LOCK.says]}>
      <WayIn {...way} />
    </Say>
  );
}

type SigningInProps = { view: Extract<View, { kind: 'signingIn' }>; now: number; on: On };

/** Where it has got to: the window for signing in may be open behind this one. */
export function SigningIn({ view, now, on }: SigningInProps): JSX.Element {
  const { SIGNING_IN } = useWords();
  const { service, doing } = view;
  const wait = waitIn(view);
  const says = SIGNING_IN.says[doing](service);
  return (
    <Say heading={SIGNING_IN.heading(service)} level={1} says={[]}>
      {wait ? <Waiting wait={wait} now={now} says={says} still={says} stop={SIGNING_IN.stop} on={on} /> : null}
    </Say>
  );
}
