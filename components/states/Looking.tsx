import type { JSX } from 'preact';
import type { View } from '../../utils/view/view.ts';
import type { On } from '../Buttons.tsx';
import { Waiting } from '../Waiting.tsx';
import { stageOf } from '../waits.ts';
import { useWords } from '../words/words.ts';

const BONES = ['55%', '90%', '72%', '84%', '60%', '78%'];

type LookingProps = { view: Extract<View, { kind: 'looking' }>; now: number; on: On };

/** The name stands above at once, and nothing else: most answers come before a sentence could be read. */
export function Looking({ view, now, on }: LookingProps): JSX.Element | null {
  const { LOOKING } = useWords();
  const { doing, service } = view;
  if (stageOf(view, now).kind === 'early') return null;
  return (
    <>
      <div class="say">
        <h2 data-part="heading">{LOOKING.heading}</h2>
        <Waiting
          wait={view}
          now={now}
          says={LOOKING.says[doing](service)}
          still={LOOKING.still[doing](service)}
          stop={LOOKING.stop}
          on={on}
        />
      </div>
      <div class="bones" aria-hidden="true">
        {BONES.map((width) => (
          <i key={width} style={{ '--w': width }} />
        ))}
      </div>
    </>
  );
}
