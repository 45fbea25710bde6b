import type { JSX } from 'preact';
import type { View } from '../../utils/view/view.ts';
import { AnswerBlock } from '../Answer.tsx';
import { clockTime } from '../format/dates.ts';
import { Elsewhere } from '../sections/Elsewhere.tsx';
import { useWords } from '../words/words.ts';

function AlsoAsk(): JSX.Element {
  const { NO_PLAN } = useWords();
  return (
    <div class="say">
      <h2>{NO_PLAN.alsoAsk}</h2>
      <ul class="plain">
        {NO_PLAN.whom.map((where) => (
          <li key={where}>{where}</li>
        ))}
      </ul>
    </div>
  );
}

/** The named service answered, and holds nothing: white, outlined, empty page. */
export function NoPlanFound(props: { view: Extract<View, { kind: 'noPlanFound' }>; now: number }): JSX.Element {
  const { service, askedAt, elsewhere, elsewhereChecked } = props.view;
  const words = useWords();
  const { NO_PLAN } = words;
  const order = NO_PLAN.asked({ service, at: clockTime(askedAt, props.now, words) });
  return (
    <>
      <AnswerBlock form="no-plan" icon="page" verdict={NO_PLAN.verdict} order={order}>
        <p data-part="about">{NO_PLAN.about}</p>
      </AnswerBlock>
      <Elsewhere elsewhere={elsewhere} checked={elsewhereChecked} service={service} open />
      <AlsoAsk />
    </>
  );
}

/** The service holds a plan of this person, but none that is in force. */
export function NoCurrentPlan(props: { view: Extract<View, { kind: 'noCurrentPlan' }>; now: number }): JSX.Element {
  const { service, askedAt, found, elsewhere, elsewhereChecked } = props.view;
  const words = useWords();
  const { verdict, found: only, about, asked } = words.NO_CURRENT_PLAN;
  return (
    <>
      <AnswerBlock form="no-plan" icon="page" verdict={verdict} order={only[found]}>
        <p data-part="about">{about}</p>
        <p class="by">{asked({ service, at: clockTime(askedAt, props.now, words) })}</p>
      </AnswerBlock>
      <Elsewhere elsewhere={elsewhere} checked={elsewhereChecked} service={service} open />
      <AlsoAsk />
    </>
  );
}
