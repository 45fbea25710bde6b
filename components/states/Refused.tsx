import type { JSX } from 'preact';
import type { View } from '../../utils/view/view.ts';
import { AnswerBlock } from '../Answer.tsx';
import { useWords } from '../words/words.ts';

type RefusedProps = { view: Extract<View, { kind: 'accessRefused' }> };

/** The service shows nothing here; that must not reveal, nor deny, that there is a plan. */
export function Refused({ view }: RefusedProps): JSX.Element {
  const { REFUSED } = useWords();
  const { role, organisation } = view.signedInAs;
  const { verdict, order, about, next } = REFUSED[view.why]({ role, organisation, service: view.service });
  return (
    <>
      <AnswerBlock form="held-back" icon="lock" verdict={verdict} order={order}>
        <p data-part="about">{about}</p>
      </AnswerBlock>
      <div class="say">
        <p data-part="next-step">{next}</p>
      </div>
    </>
  );
}
