import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { AllOpen } from '../sections/all-open.ts';
import { TakingOut } from '../take-out.ts';
import { useWords, WordsContext } from '../words/words.ts';
import { Came } from './Came.tsx';
import { dated } from './dated.ts';
import { fitSheet } from './fit-sheet.ts';
import { Sheet } from './Sheet.tsx';
import type { SummaryProps } from './Summary.tsx';
import { useTaking } from './use-taking.ts';

/** The sheet in the document, out of sight, only while it is being printed; on paper it is all there is. */
function OutOfSight({ view, now, drawn }: SummaryProps & { drawn: RefObject<HTMLDivElement | null> }): JSX.Element {
  const words = useWords();
  const { PLAN, SHEET, TITLE } = words;
  const { alsoCurrent } = view;
  useLayoutEffect(() => {
    const others = alsoCurrent.map((_, at) => PLAN.current(at + 2, alsoCurrent.length + 1));
    const besides = [...others, TITLE.origin];
    if (drawn.current) fitSheet(drawn.current, { besides, says: SHEET.notHere });
  });
  return (
    <div class="sheet" ref={drawn} data-part="sheet">
      <WordsContext.Provider value={dated(words, now)}>
        <TakingOut.Provider value={null}>
          <AllOpen.Provider value={true}>
            <Sheet view={view} now={now} />
          </AllOpen.Provider>
        </TakingOut.Provider>
      </WordsContext.Provider>
    </div>
  );
}

/** Prints the one-page sheet, once it is on record that somebody does. */
export function PrintSheet({ view, now }: SummaryProps): JSX.Element | null {
  const { CALL } = useWords();
  const taking = useTaking();
  const [isDrawn, setDrawn] = useState(false);
  const drawn = useRef<HTMLDivElement>(null);
  if (!taking) return null;
  const { came, take } = taking;
  const press = () =>
    take(async (takeOut, isHere) => {
      setDrawn(true);
      const taken = await takeOut.print(() => isHere() && drawn.current !== null);
      setDrawn(false);
      return taken;
    });
  return (
    <>
      <button type="button" data-command="print" onClick={press}>
        {CALL.print}
      </button>
      <Came came={came} failed={CALL.notPrinted} notKept={CALL.printNotKept} />
      {isDrawn ? <OutOfSight view={view} now={now} drawn={drawn} /> : null}
    </>
  );
}
