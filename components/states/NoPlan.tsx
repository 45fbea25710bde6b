import type { JSX } from 'preact';
import type { View } from '../../utils/view/view.ts';
import { AnswerBlock } from '../Answer.tsx';
import { clockTime } from '../format/dates.ts';
import { Elsewhere } from '../sections/Elsewhere.tsx';
import { NO_CURRENT_PLAN, NO_CURRENT_PLAN_ALSO, NO_PLAN } from '../words.ts';

function AlsoAsk(): JSX.Element {
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
  const order = NO_PLAN.asked({ service, at: clockTime(askedAt, props.now) });
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
  const { verdict, about, asked } = NO_CURRENT_PLAN_ALSO;
  return (
    <>
      <AnswerBlock form="no-plan" icon="page" verdict={verdict} order={NO_CURRENT_PLAN[found]}>
        <p data-part="about">{about}</p>
        <p class="by">{asked({ service, at: clockTime(askedAt, props.now) })}</p>
      </AnswerBlock>
      <Elsewhere elsewhere={elsewhere} checked={elsewhereChecked} service={service} open />
      <AlsoAsk />
    </>
  );
}
