import type { ComponentChildren, JSX } from 'preact';
import type { Statement, Told } from '../../utils/plan/plan.ts';
import { CouldNotBeRead, Hidden, NotRecorded } from '../facts/Missing.tsx';
import { StatedNone } from '../facts/Told.tsx';
import { MISSING } from '../words.ts';

type SectionProps = {
  name: string;
  title: string;
  /** Names the content, so that a closed section never hides a warning. */
  closedLine?: string | null | undefined;
  open?: boolean;
  /** A warning, so not in the quiet grey of other closed lines. */
  warns?: boolean;
  children: ComponentChildren;
};

/** A part of the plan behind its heading. */
export function Section({ name, title, closedLine, open = false, warns = false, children }: SectionProps): JSX.Element {
  return (
    <details class="section" data-section={name} open={open}>
      <summary>
        <h2>{title}</h2>
        {closedLine ? (
          <p data-part="closed-line" data-warns={warns ? '' : undefined}>
            {closedLine}
          </p>
        ) : null}
      </summary>
      <div>{children}</div>
    </details>
  );
}

/** A part with nothing to open: its heading stays, and says why. */
export function ClosedSection(props: { name: string; title: string; children: ComponentChildren }): JSX.Element {
  return (
    <section class="section closed-section" data-section={props.name}>
      <h2>{props.title}</h2>
      <p>{props.children}</p>
    </section>
  );
}

type ToldSectionProps<T> = {
  name: string;
  title: string;
  told: Told<T>;
  /** Something of it was recorded, but not all of it could be read. */
  partUnreadable: boolean;
  open?: boolean;
  closedLine: (value: T) => string | null;
  children: (value: T, source: Statement) => ComponentChildren;
};

/** One item of the plan as a section; where nothing was recorded it says which kind of nothing. */
export function ToldSection<T>(props: ToldSectionProps<T>): JSX.Element {
  const { name, title, told, partUnreadable, open, closedLine, children } = props;
  if (told.state === 'recorded') {
    return (
      <Section
        name={name}
        title={title}
        closedLine={partUnreadable ? MISSING.partUnreadable : closedLine(told.value)}
        open={open ?? false}
        warns={partUnreadable}
      >
        {partUnreadable ? <CouldNotBeRead>{MISSING.partUnreadable}</CouldNotBeRead> : null}
        {children(told.value, told.source)}
      </Section>
    );
  }
  return (
    <ClosedSection name={name} title={title}>
      {told.state === 'statedNone' ? <StatedNone source={told.source} /> : null}
      {told.state === 'notRecorded' ? <NotRecorded /> : null}
      {told.state === 'hidden' ? <Hidden why={told.why} /> : null}
      {told.state === 'unreadable' ? <CouldNotBeRead /> : null}
    </ClosedSection>
  );
}

/** A small heading with the author’s words below it. */
export function Part({ heading, children }: { heading: string; children: ComponentChildren }): JSX.Element {
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
