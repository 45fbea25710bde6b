import type { JSX } from 'preact';
import type { PlanPatient } from '../utils/plan/plan.ts';
import { AnswerBlock } from './Answer.tsx';
import { Filled } from './facts/Filled.tsx';
import { When } from './facts/When.tsx';
import { useWords } from './words/words.ts';

/** The person has died: that is the answer. */
export function Died({ patient: { deceased } }: { patient: PlanPatient }): JSX.Element {
  const { DIED } = useWords();
  return (
    <AnswerBlock form="held-back" icon="page" verdict={DIED.verdict} order={null}>
      <p class="order" data-part="order">
        {typeof deceased === 'string' ? (
          <>
            <Filled says={DIED.on} when={<When date={deceased} />} />{' '}
          </>
        ) : null}
        {DIED.order}
      </p>
      <p data-part="about">{DIED.about}</p>
    </AnswerBlock>
  );
}
