import type { JSX } from 'preact';
import type { LockCause, SignInFailure } from '../../utils/view/view.ts';
import { LOCKED } from '../access-words.ts';
import { HelpdeskCode, MainButton, type On, Say } from '../Buttons.tsx';
import { SIGN_IN, SIGN_IN_FAILED, SIGNING_IN, STOP } from '../words.ts';
import { FieldError } from './FieldError.tsx';

type WayInProps = { service: string; failed: SignInFailure | null; on: On };

/** The way in, and what became of the last try. */
function WayIn({ service, failed, on }: WayInProps): JSX.Element {
  return (
    <>
      {failed ? <FieldError>{SIGN_IN_FAILED[failed.why](service)}</FieldError> : null}
      <div class="buttons">
        <MainButton does="signIn" on={on}>
          {SIGN_IN.button}
        </MainButton>
      </div>
      <p class="hint">{SIGN_IN.hint}</p>
      {failed?.code ? <HelpdeskCode code={failed.code} /> : null}
    </>
  );
}

/** No patient is named before sign-in. */
export function SignedOut(props: WayInProps): JSX.Element {
  return (
    <Say {...STOP.signedOut} level={1}>
      <WayIn {...props} />
    </Say>
  );
}

/** Nobody is named: neither who was signed in, nor whose record is open. */
export function Locked({ cause, ...way }: WayInProps & { cause: LockCause }): JSX.Element {
  const because = LOCKED.because[cause];
  return (
    <Say heading={LOCKED.heading} level={1} says={because === null ? [LOCKED.says] : [because, LOCKED.says]}>
      <WayIn {...way} />
    </Say>
  );
}

/** The sign-in window is open, perhaps behind this one. */
export function SigningIn({ service }: { service: string }): JSX.Element {
  return <Say heading={SIGNING_IN.heading({ service })} level={1} says={SIGNING_IN.says} />;
}
