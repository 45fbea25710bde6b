import type { JSX } from 'preact';
import type { AccessReason } from '../../utils/view/view.ts';
import { SaidOf } from '../facts/SaidOf.tsx';
import { Icon } from '../icons.tsx';
import { useWords } from '../words/words.ts';
import { FieldError } from './FieldError.tsx';
import { type Checked, MOST_WORDS, needsWords, type Typed } from './given-reason.ts';

export type Wrong = Extract<Checked, { wrong: unknown }>['wrong'];

type ChoiceProps = { reason: AccessReason; chosen: boolean; wrong: boolean; onChoose: () => void };

function Choice({ reason, chosen, wrong, onChoose }: ChoiceProps): JSX.Element {
  const { REASON } = useWords();
  const { label, hint } = REASON.choice[reason];
  const id = `reason-${reason}`;
  const described = [wrong ? 'reason-wrong' : null, hint ? `${id}-hint` : null].filter(Boolean).join(' ');
  return (
    <div class="choice">
      <input
        type="radio"
        id={id}
        name="reason"
        value={reason}
        checked={chosen}
        required
        aria-describedby={described || undefined}
        onChange={onChoose}
      />
      <label for={id}>{label}</label>
      {hint ? (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}

type ChoicesProps = { typed: Typed; wrong: Wrong | null; onChoose: (reason: AccessReason) => void };

/** In the order they are offered. */
function reasonsIn(choice: Readonly<Record<AccessReason, unknown>>): readonly AccessReason[] {
  return Object.keys(choice) as readonly AccessReason[];
}

/** Five reasons, none of them chosen for anybody: a default reason is not a reason. */
export function Choices({ typed, wrong, onChoose }: ChoicesProps): JSX.Element {
  const { REASON } = useWords();
  const isMissing = wrong === 'noReason';
  return (
    <fieldset
      class="field"
      aria-invalid={isMissing ? 'true' : undefined}
      aria-describedby={isMissing ? 'reason-wrong' : undefined}
    >
      <legend>{REASON.legend}</legend>
      {isMissing ? <FieldError id="reason-wrong">{REASON.wrong.noReason()}</FieldError> : null}
      {reasonsIn(REASON.choice).map((reason) => (
        <Choice
          key={reason}
          reason={reason}
          chosen={typed.reason === reason}
          wrong={isMissing}
          onChoose={() => onChoose(reason)}
        />
      ))}
    </fieldset>
  );
}

type NoteProps = { typed: Typed; wrong: Wrong | null; onType: (words: string) => void };

/** The person’s own words. Nothing cuts them: a note that is too long is said to be. */
export function Note({ typed: { reason, words }, wrong, onType }: NoteProps): JSX.Element {
  const { REASON } = useWords();
  const isWrong = wrong === 'noWords' || wrong === 'tooLong';
  const note = reason && REASON.choice[reason].note;
  const label = reason && !needsWords(reason) ? REASON.noteIfMore : REASON.note;
  return (
    <div class="field">
      <label for="reason-words">{label}</label>
      <p class="hint" id="words-hint">
        {note ? <span class="line">{note}</span> : null}
        <span class="line">{REASON.nothingClinical}</span>
      </p>
      {isWrong ? (
        <FieldError id="words-wrong">{REASON.wrong[wrong](words.trim().length, MOST_WORDS)}</FieldError>
      ) : null}
      <textarea
        id="reason-words"
        name="words"
        rows={3}
        value={words}
        autoComplete="off"
        aria-required={reason && needsWords(reason) ? 'true' : undefined}
        aria-invalid={isWrong ? 'true' : undefined}
        aria-describedby={isWrong ? 'words-wrong words-hint' : 'words-hint'}
        onInput={(event) => onType(event.currentTarget.value)}
      />
    </div>
  );
}

/** Before the red button: who hears of it, and how far it goes. */
export function ToldAtOnce({ alerts }: { alerts: string | null }): JSX.Element {
  const { REASON } = useWords();
  return (
    <div class="notice" id="told-at-once" data-part="told-at-once">
      <Icon name="warning" />
      <p>
        <b>{alerts === null ? REASON.toldAtOnce : <SaidOf says={REASON.whoIsTold} who={alerts} />}</b>
        {REASON.opensOnly}
      </p>
    </div>
  );
}
