import type { ComponentChildren, JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { Changed } from '../facts/Changed.tsx';
import { PartUnreadable } from '../facts/Missing.tsx';
import { Icon } from '../icons.tsx';
import type { Marks } from '../parts.ts';
import { useWords } from '../words/words.ts';
import { AllOpen } from './all-open.ts';

const UNMARKED: Marks = { warnings: [], changed: false };

function MarksLine({ warnings, changed }: Marks): JSX.Element | null {
  const { WARNING } = useWords();
  if (warnings.length === 0 && !changed) return null;
  return (
    <p class="marks">
      {warnings.map((warning) => (
        <span class="state" data-part="section-warning" key={warning}>
          <Icon name="warning" />
          <b>{WARNING[warning]}</b>
        </span>
      ))}
      {changed ? <Changed /> : null}
    </p>
  );
}

function isPart({ warnings }: Marks): boolean {
  return warnings.includes('partUnreadable');
}

type SectionProps = {
  name: string;
  title: ComponentChildren;
  /** Names the content, so that a closed section never hides a warning. */
  closedLine?: ComponentChildren;
  open?: boolean;
  /** The closed line is itself a warning, so not in the quiet grey of others. */
  warns?: boolean;
  marks?: Marks;
  children: ComponentChildren;
};

/** A part of the plan behind its heading; the heading can be jumped to. */
export function Section(props: SectionProps): JSX.Element {
  const { name, title, closedLine, open = false, warns = false, marks = UNMARKED, children } = props;
  if (useContext(AllOpen)) return <OpenSection {...props} />;
  return (
    <details class="section" data-section={name} open={open}>
      <summary>
        <h2 tabIndex={-1}>{title}</h2>
        <MarksLine {...marks} />
        {closedLine ? (
          <p data-part="closed-line" data-warns={warns ? '' : undefined}>
            {closedLine}
          </p>
        ) : null}
      </summary>
      <div>
        <PartUnreadable.Provider value={isPart(marks)}>{children}</PartUnreadable.Provider>
      </div>
    </details>
  );
}

/** What its closed line says besides its content stays: a warning, or which kind of nothing it is. */
function OpenSection({ name, title, closedLine, warns, marks = UNMARKED, children }: SectionProps): JSX.Element {
  return (
    <section class="section open-section" data-section={name}>
      <h3 tabIndex={-1}>{title}</h3>
      <MarksLine {...marks} />
      {warns && closedLine ? <p data-part="closed-line">{closedLine}</p> : null}
      <div>
        <PartUnreadable.Provider value={isPart(marks)}>{children}</PartUnreadable.Provider>
      </div>
    </section>
  );
}

type ClosedSectionProps = { name: string; title: ComponentChildren; marks?: Marks; children: ComponentChildren };

/** A part with nothing to open: its heading stays, and says why. */
export function ClosedSection({ name, title, marks = UNMARKED, children }: ClosedSectionProps): JSX.Element {
  const Heading = useContext(AllOpen) ? 'h3' : 'h2';
  return (
    <section class="section closed-section" data-section={name}>
      <Heading tabIndex={-1}>{title}</Heading>
      <MarksLine {...marks} />
      <p>
        <PartUnreadable.Provider value={isPart(marks)}>{children}</PartUnreadable.Provider>
      </p>
    </section>
  );
}

/** A small heading with the author’s words below it. */
export function Part({ heading, children }: { heading: ComponentChildren; children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <h3>{heading}</h3>
      {children}
    </div>
  );
}

/** Label left, fact right, inside an open section. */
export function Fact(props: { label: string; part?: string; children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd data-part={props.part}>{props.children}</dd>
    </div>
  );
}
