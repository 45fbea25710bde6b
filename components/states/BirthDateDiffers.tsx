import type { JSX } from 'preact';
import type { View } from '../../utils/view/view.ts';
import { AnswerBlock } from '../Answer.tsx';
import { useWords } from '../words/words.ts';

type BirthDateDiffersProps = { view: Extract<View, { kind: 'birthDateDiffers' }> };

/** Whoever does not know both learns neither, nor whether there is a plan. */
export function BirthDateDiffers({ view }: BirthDateDiffersProps): JSX.Element {
  const { verdict, says, about, next } = useWords().BIRTH_DATE_DIFFERS;
  return (
    <>
      <AnswerBlock form="held-back" icon="unsure" verdict={verdict} order={says(view.service)}>
        <p data-part="about">{about}</p>
      </AnswerBlock>
      <div class="say">
        <p data-part="next-step">{next}</p>
      </div>
    </>
  );
}
