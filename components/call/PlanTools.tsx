import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useWords } from '../words/words.ts';
import { CopySummary } from './CopySummary.tsx';
import { JumpList } from './JumpList.tsx';
import type { SummaryProps } from './Summary.tsx';
import { sectionList } from './section-list.ts';

export type Order = 'plan' | 'handOver';

type PlanToolsProps = SummaryProps & {
  order: Order;
  /** Somebody has turned to this order: where they pressed is gone, and they go on here. */
  turned: boolean;
  turn: (order: Order) => void;
};

/** The order in which the plan stands, the summary for the notes, and the way to each section. */
export function PlanTools({ view, now, order, turned, turn }: PlanToolsProps): JSX.Element {
  const words = useWords();
  const { HAND_OVER } = words;
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (turned) button.current?.focus();
  }, [turned]);
  const other = order === 'plan' ? 'handOver' : 'plan';
  return (
    <div class="tools" data-part="plan-tools">
      <p>
        <button
          type="button"
          class="plain-button"
          data-command={other === 'plan' ? 'planOrder' : 'handOver'}
          ref={button}
          onClick={() => turn(other)}
        >
          {order === 'plan' ? HAND_OVER.show : HAND_OVER.planOrder}
        </button>
        <CopySummary view={view} now={now} />
      </p>
      <JumpList sections={sectionList(view, words)} />
    </div>
  );
}
