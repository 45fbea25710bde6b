import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { View, Wait } from '../../utils/view/view.ts';
import { AnswerBlock } from '../Answer.tsx';
import { HelpdeskCode, type On } from '../Buttons.tsx';
import { Waiting } from '../Waiting.tsx';
import { isOnItsWay } from '../waits.ts';
import { useWords } from '../words/words.ts';
import { FieldError } from './FieldError.tsx';
import { checkReason, type Typed } from './given-reason.ts';
import { Choices, Note, ToldAtOnce, type Wrong } from './ReasonFields.tsx';

type ReasonView = Extract<View, { kind: 'reasonNeeded' }>;

const NOTHING_TYPED: Typed = { reason: null, words: '' };

type SendProps = FormProps & { emergency: boolean };

type SendingProps = { wait: Wait; service: string; now: number; on: On };

function Sending({ service, ...waited }: SendingProps): JSX.Element {
  const { SENDING_REASON } = useWords();
  const { says, still, stop } = SENDING_REASON;
  return <Waiting {...waited} says={says(service)} still={still(service)} stop={stop} />;
}

/** Red only in an emergency. While a reason is on its way the button stays, so that the focus is not lost. */
function Send({ view: { service, sending }, now, on, emergency }: SendProps): JSX.Element {
  const { REASON } = useWords();
  const failed = typeof sending === 'object' && 'failed' in sending ? sending.failed : null;
  return (
    <>
      {failed === null ? null : <FieldError>{REASON.failed(service)}</FieldError>}
      <div class="buttons">
        <button
          type="submit"
          class="button"
          data-main={emergency ? undefined : ''}
          data-danger={emergency ? '' : undefined}
          data-command="giveReason"
          aria-disabled={isOnItsWay(sending) ? 'true' : undefined}
          aria-describedby={emergency ? 'told-at-once' : undefined}
        >
          {emergency ? REASON.alertButton : REASON.button}
        </button>
      </div>
      {isOnItsWay(sending) ? <Sending wait={sending} service={service} now={now} on={on} /> : null}
      {failed === null ? null : <HelpdeskCode code={failed} on={on} />}
    </>
  );
}

type FormProps = { view: ReasonView; now: number; on: On };

/** Asks why. Keeps what was chosen and typed, whatever becomes of it. */
function ReasonForm({ view, now, on }: FormProps): JSX.Element {
  const words = useWords();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [wrong, setWrong] = useState<Wrong | null>(null);

  function type(more: Partial<Typed>): void {
    setTyped((before) => ({ ...before, ...more }));
  }

  function submit(event: Event): void {
    event.preventDefault();
    if (isOnItsWay(view.sending)) return;
    const checked = checkReason(typed, words);
    setWrong('wrong' in checked ? checked.wrong : null);
    if ('words' in checked) on({ do: 'giveReason', ...checked });
    else form.current?.querySelector<HTMLElement>(checked.wrong === 'noReason' ? 'input' : 'textarea')?.focus();
  }

  return (
    <form class="say" ref={form} onSubmit={submit} noValidate>
      <Choices
        typed={typed}
        wrong={wrong}
        onChoose={(reason) => {
          type({ reason });
          // What was wrong may not be wrong with another reason.
          setWrong(null);
        }}
      />
      <Note typed={typed} wrong={wrong} onType={(note) => type({ words: note })} />
      {typed.reason === 'emergency' ? <ToldAtOnce alerts={view.alerts} /> : null}
      <Send view={view} now={now} on={on} emergency={typed.reason === 'emergency'} />
    </form>
  );
}

/** The service shows nothing before it has a reason; that must not reveal, nor deny, that there is a plan. */
export function ReasonNeeded({ view, now, on }: FormProps): JSX.Element {
  const { verdict, order, about } = useWords().REASON;
  return (
    <>
      <AnswerBlock form="held-back" icon="lock" verdict={verdict} order={order(view.service)}>
        <p data-part="about">{about}</p>
      </AnswerBlock>
      <ReasonForm view={view} now={now} on={on} />
    </>
  );
}
