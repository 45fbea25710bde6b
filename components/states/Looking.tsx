import type { JSX } from 'preact';
import { Say } from '../Buttons.tsx';
import { useWords } from '../words/words.ts';

const BONES = ['55%', '90%', '72%', '84%', '60%', '78%'];

/** The name stands at once; nothing clinical is hinted at, and nothing moves. */
export function Looking({ service }: { service: string }): JSX.Element {
  const { LOOKING } = useWords();
  return (
    <>
      <Say heading={LOOKING.heading} level={2} says={[LOOKING.says(service)]} />
      <div class="bones" aria-hidden="true">
        {BONES.map((width) => (
          <i key={width} style={{ '--w': width }} />
        ))}
      </div>
    </>
  );
}
