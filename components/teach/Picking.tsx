import type { JSX } from 'preact';
import type { Choice, TeachView } from '../../utils/teach/teach-view.ts';
import type { Asked } from '../../utils/teach/teaching.ts';
import { Icon } from '../icons.tsx';
import { usePageWords } from '../words/pages.ts';

export type PickingProps = {
  readonly view: Extract<TeachView, { kind: 'pick' }>;
  readonly onChoose: (choice: Choice) => void;
  /** Shows a choice in the page; `null`: none. */
  readonly onMark: (choice: Choice | null) => void;
  readonly onPoint: (on: boolean) => void;
  /** `null`: for nothing more. */
  readonly onAskFor: (asks: Asked | null) => void;
};

/** One thing to show: a button for each that the page may mean, and the way to point at another. */
export function Picking(props: PickingProps): JSX.Element {
  const { TEACH } = usePageWords();
  const { asks, choices, isLoading, isPointing, missed } = props.view;
  const hasChoices = asks !== 'family' && asks !== 'given';
  return (
    <>
      {missed ? (
        <p class="wrong" role="alert" data-part="missed">
          <Icon name="warning" />
          {TEACH.missed[asks]}
        </p>
      ) : null}
      {hasChoices ? (
        <p class="hint">{isLoading ? TEACH.reads.loading : choices.length > 0 ? TEACH.found : TEACH.noneFound}</p>
      ) : null}
      <ul class="teach-choices">
        {choices.map((choice, at) => (
          <li key={keyOf(choices, at)}>
            <ChoiceButton choice={choice} onChoose={props.onChoose} onMark={props.onMark} />
          </li>
        ))}
      </ul>
      <OtherWays {...props} />
      {isPointing ? (
        <p role="status" data-part="pointing">
          {TEACH.pointing}
        </p>
      ) : null}
    </>
  );
}

/** By what it says, and not by its elements: a page that is drawn anew must not take the keyboard's place away. */
function keyOf(choices: readonly Choice[], at: number): string {
  const text = choices[at]?.text ?? '';
  return `${choices.slice(0, at).filter((one) => one.text === text).length} ${text}`;
}

function ChoiceButton({
  choice,
  onChoose,
  onMark,
}: { choice: Choice } & Pick<PickingProps, 'onChoose' | 'onMark'>): JSX.Element {
  return (
    <button
      type="button"
      class="button"
      data-choice
      translate={false}
      onClick={() => onChoose(choice)}
      onFocus={() => onMark(choice)}
      onMouseEnter={() => onMark(choice)}
      onBlur={() => onMark(null)}
      onMouseLeave={() => onMark(null)}
    >
      <bdi>{choice.text}</bdi>
    </button>
  );
}

/** What can be done where none of the choices is the right one. */
function OtherWays({ view: { asks, isPointing }, onPoint, onAskFor }: PickingProps): JSX.Element {
  const { TEACH } = usePageWords();
  return (
    <div class="buttons">
      <button
        type="button"
        class="button"
        data-action="point"
        aria-pressed={isPointing}
        onClick={() => onPoint(!isPointing)}
      >
        {isPointing ? TEACH.stopPointing : TEACH.point}
      </button>
      {asks === 'name' ? (
        <button type="button" class="button" data-action="apart" onClick={() => onAskFor('family')}>
          {TEACH.apart}
        </button>
      ) : null}
      {asks === 'list' ? (
        <button type="button" class="button" data-action="back" onClick={() => onAskFor(null)}>
          {TEACH.back}
        </button>
      ) : null}
      {asks === 'number' || asks === 'list' ? null : (
        <button type="button" class="button" data-action="again" onClick={() => onAskFor('number')}>
          {TEACH.again}
        </button>
      )}
    </div>
  );
}
