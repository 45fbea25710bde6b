import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { View } from '../../utils/view/view.ts';
import { AnswerBlock } from '../Answer.tsx';
import { HelpdeskCode, type On } from '../Buttons.tsx';
import { useWords } from '../words/words.ts';
import { FieldError } from './FieldError.tsx';
import { checkReason, type Typed } from './given-reason.ts';
import { Choices, Note, ToldAtOnce, type Wrong } from './ReasonFields.tsx';

type ReasonView = Extract<View, { kind: 'reasonNeeded' }>;

const NOTHING_TYPED: Typed = { reason: null, words: '' };

type SendProps = Pick<ReasonView, 'service' | 'sending'> & { emergency: boolean };

/** Red only in an emergency. While a reason is on its way the button stays, so that the focus is not lost. */
function Send({ service, sending, emergency }: SendProps): JSX.Element {
  const { REASON } = useWords();
  const failed = typeof sending === 'object' ? sending.failed : null;
  const isSending = sending === 'sending';
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
          aria-disabled={isSending ? 'true' : undefined}
          aria-describedby={emergency ? 'told-at-once' : undefined}
        >
          {emergency ? REASON.alertButton : REASON.button}
        </button>
      </div>
      {isSending ? (
        <p class="hint" data-part="sending">
          {REASON.sending(service)}
        </p>
      ) : null}
      {failed === null ? null : <HelpdeskCode code={failed} />}
    </>
  );
}

type FormProps = { view: ReasonView; on: On };

/** Asks why. Keeps what was chosen and typed, whatever becomes of it. */
function ReasonForm({ view: { service, alerts, sending }, on }: FormProps): JSX.Element {
  const words = useWords();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [wrong, setWrong] = useState<Wrong | null>(null);

  function type(more: Partial<Typed>): void {
    setTyped((before) => ({ ...before, ...more }));
  }

  function submit(event: Event): void {
    event.preventDefault();
    if (sending === 'sending') return;
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
      {typed.reason === 'emergency' ? <ToldAtOnce alerts={alerts} /> : null}
      <Send service={service} sending={sending} emergency={typed.reason === 'emergency'} />
    </form>
  );
}

/** The service shows nothing before it has a reason; that must not reveal, nor deny, that there is a plan. */
export function ReasonNeeded({ view, on }: FormProps): JSX.Element {
  const { verdict, order, about } = useWords().REASON;
  return (
    <>
      <AnswerBlock form="held-back" icon="lock" verdict={verdict} order={order(view.service)}>
        <p data-part="about">{about}</p>
      </AnswerBlock>
      <ReasonForm view={view} on={on} />
    </>
  );
}
