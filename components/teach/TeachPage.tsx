import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ExportOnly } from '../../utils/teach/save-adapter.ts';
import type { Choice, TeachView } from '../../utils/teach/teach-view.ts';
import type { Asked } from '../../utils/teach/teaching.ts';
import { Icon } from '../icons.tsx';
import { OutcomeBar } from '../OutcomeBar.tsx';
import { usePageWords } from '../words/pages.ts';
import { Finish, type FinishProps } from './Finish.tsx';
import { Judged } from './Judged.tsx';
import { Looking, type LookingProps } from './Looking.tsx';
import { Picking, type PickingProps } from './Picking.tsx';

/** What came of the last button. */
export type TeachSaid = { readonly is: 'saved' | 'notSaved' } | { readonly is: 'exported'; readonly file: string };

export type TeachPageProps = {
  /** As staff call it; `null`: it is no longer there. */
  readonly system: string | null;
  /** Why nothing is saved here; `null`: it may be. */
  readonly exportOnly: ExportOnly | null;
  readonly view: TeachView;
  readonly said: TeachSaid | null;
  readonly onChoose: (choice: Choice) => void;
  readonly onForget: (page: number) => void;
  readonly onRedact: (page: number) => void;
  readonly onShowAgain: () => void;
} & Pick<PickingProps, 'onAskFor' | 'onMark' | 'onPoint'> &
  Pick<LookingProps, 'dates' | 'onRight' | 'onNobody' | 'onWrong'> &
  Pick<FinishProps, 'onSave' | 'onExport'>;

/** Teaching Planside where a clinical system shows its patient, step by step. */
export function TeachPage(props: TeachPageProps): JSX.Element {
  const { TEACH } = usePageWords();
  const { system, exportOnly, view } = props;
  const main = useFocusWhenTurned(view.kind === 'hidden');
  return (
    <div class="planside options teach">
      <header class="options-head">
        <h1>{TEACH.title(system ?? '')}</h1>
        <p>{TEACH.intro}</p>
        {exportOnly ? (
          <p class="teach-note" data-part="export-only" data-because={exportOnly}>
            <Icon name="unsure" />
            {TEACH.exportOnly[exportOnly]}
          </p>
        ) : null}
      </header>
      <main ref={main} tabIndex={-1}>
        {system === null ? <p class="part">{TEACH.noSystem}</p> : <Lesson {...props} />}
        <p class="part more">
          <a href="/options.html">{TEACH.toOptions}</a>
        </p>
      </main>
      <WhatCame said={props.said} />
    </div>
  );
}

/** What was pressed goes when everything is hidden or shown again, and must not take the keyboard's place with it. */
function useFocusWhenTurned(hidden: boolean): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const before = useRef(hidden);
  useEffect(() => {
    if (before.current !== hidden) main.current?.focus();
    before.current = hidden;
  }, [hidden]);
  return main;
}

const STEPS = ['number', 'date', 'name', 'look'] as const;
const STEP_OF = { number: 'number', date: 'date', name: 'name', family: 'name', given: 'name', list: 'look' } as const;

function Lesson(props: TeachPageProps): JSX.Element {
  const { TEACH } = usePageWords();
  const { view } = props;
  if (view.kind === 'hidden') return <Hidden onShowAgain={props.onShowAgain} />;
  if (view.kind !== 'pick' && view.kind !== 'look') {
    return (
      <p class="part" role="status" data-part="tab" data-state={view.kind}>
        {TEACH.tab[view.kind]}
      </p>
    );
  }
  const judged = <Judged judged={view.judged} onForget={props.onForget} onRedact={props.onRedact} />;
  if (view.kind === 'pick') {
    return (
      <>
        <Step step={STEP_OF[view.asks]} of={view.asks}>
          <Picking {...props} view={view} />
        </Step>
        {view.judged.length > 0 ? judged : null}
      </>
    );
  }
  return (
    <>
      <Step step="look" of="look">
        <Looking {...props} view={view} onList={() => props.onAskFor('list')} />
      </Step>
      {judged}
      <Finish
        exportOnly={props.exportOnly !== null}
        missing={view.missing}
        onSave={props.onSave}
        onExport={props.onExport}
      />
    </>
  );
}

function Hidden({ onShowAgain }: Pick<TeachPageProps, 'onShowAgain'>): JSX.Element {
  const { hidden } = usePageWords().TEACH;
  return (
    <section class="part" aria-labelledby="hidden-heading" data-part="hidden">
      <h2 id="hidden-heading">{hidden.heading}</h2>
      <p>{hidden.says}</p>
      <div class="buttons">
        <button type="button" class="button" data-main data-action="showAgain" onClick={onShowAgain}>
          {hidden.show}
        </button>
      </div>
    </section>
  );
}

/** The heading of a step takes the keyboard's place when the step begins, and when what had it goes with a page. */
function Step(props: { step: (typeof STEPS)[number]; of: Asked | 'look'; children: ComponentChildren }): JSX.Element {
  const { TEACH } = usePageWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const section = useRef<HTMLElement>(null);
  const before = useRef(props.of);
  const had = section.current?.contains(document.activeElement) ?? false;
  // At once: a moment later the next key may have led elsewhere.
  useLayoutEffect(() => {
    const isLost = had && !section.current?.contains(document.activeElement);
    if (before.current !== props.of || isLost) heading.current?.focus();
    before.current = props.of;
  });
  return (
    <section ref={section} class="part" aria-labelledby="step-heading" data-step={props.of}>
      <p class="hint" data-part="step">
        {TEACH.stepOf(STEPS.indexOf(props.step) + 1, STEPS.length)} · {TEACH.steps[props.step]}
      </p>
      <h2 id="step-heading" ref={heading} tabIndex={-1}>
        {props.of === 'look' ? TEACH.reads.heading : TEACH.asks[props.of]}
      </h2>
      {props.children}
    </section>
  );
}

function WhatCame({ said }: { said: TeachSaid | null }): JSX.Element {
  const { TEACH } = usePageWords();
  const says = said && (said.is === 'exported' ? TEACH.outcome.exported(said.file) : TEACH.outcome[said.is]);
  return (
    <OutcomeBar tone={said?.is === 'notSaved' ? 'stop' : 'done'}>
      {says ? <p data-said={said?.is}>{says}</p> : null}
    </OutcomeBar>
  );
}
