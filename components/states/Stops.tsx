import type { JSX } from 'preact';
import type { SignInFailure, UnreadableCause } from '../../utils/view/view.ts';
import { HelpdeskCode, MainButton, type On, Say } from '../Buttons.tsx';
import { Icon } from '../icons.tsx';
import { BUTTON, NOT_CONFIGURED, SIGN_IN, SIGN_IN_FAILED, SIGNING_IN, STOP, UNREADABLE } from '../words.ts';

/** Nobody open, nobody clear, or several: nothing to do here but on the page. */
export function NothingOpen({ kind }: { kind: 'noPatient' | 'unsettled' | 'several' }): JSX.Element {
  return <Say {...STOP[kind]} level={1} />;
}

/** The page cannot be read: fails closed and says so. */
export function Unreadable({ cause, on }: { cause: UnreadableCause; on: On }): JSX.Element {
  const { heading, says, code } = UNREADABLE[cause];
  return (
    <Say heading={heading} level={1} says={says}>
      <div class="buttons">
        <MainButton does="retry" on={on}>
          {BUTTON.retry}
        </MainButton>
      </div>
      <HelpdeskCode code={code} />
    </Say>
  );
}

/** No plan service has been set up. */
export function NotConfigured(): JSX.Element {
  return (
    <Say {...STOP.notConfigured} level={1}>
      <p data-part="next-step">{NOT_CONFIGURED.next}</p>
      <HelpdeskCode code={NOT_CONFIGURED.code} />
    </Say>
  );
}

function Failed({ service, failed }: { service: string; failed: SignInFailure }): JSX.Element {
  return (
    <b class="error" data-part="error">
      <Icon name="warning" />
      <span>{SIGN_IN_FAILED[failed].says(service)}</span>
    </b>
  );
}

/** No patient is named before sign-in. */
export function SignedOut(props: { service: string; failed: SignInFailure | null; on: On }): JSX.Element {
  const { service, failed, on } = props;
  const code = failed && SIGN_IN_FAILED[failed].code;
  return (
    <Say {...STOP.signedOut} level={1}>
      {failed ? <Failed service={service} failed={failed} /> : null}
      <div class="buttons">
        <MainButton does="signIn" on={on}>
          {SIGN_IN.button}
        </MainButton>
      </div>
      <p class="hint">{SIGN_IN.hint}</p>
      {code ? <HelpdeskCode code={code} /> : null}
    </Say>
  );
}

/** The sign-in window is open, perhaps behind this one. */
export function SigningIn({ service }: { service: string }): JSX.Element {
  return <Say heading={SIGNING_IN.heading({ service })} level={1} says={SIGNING_IN.says} />;
}
