import type { ComponentChildren, JSX } from 'preact';
import type { SectionKey, Statement, Told } from '../../utils/plan/plan.ts';
import { NotRecorded } from '../facts/Missing.tsx';
import { Nothing, type Untold } from '../facts/Told.tsx';
import { contradicts, marksOf, ownText, type SeenPlan, TITLES } from '../parts.ts';
import { MISSING } from '../words.ts';
import { OwnText } from './OwnText.tsx';
import { ClosedSection, Section } from './Section.tsx';

type ToldSectionProps<T> = SeenPlan & {
  /** The section of the document it comes from. */
  part: SectionKey;
  name: string;
  told: Told<T>;
  open?: boolean;
  /** The closed line is itself a warning. */
  warns?: boolean;
  /** `null`: the heading says it all. */
  closedLine: (value: T, source: Statement) => ComponentChildren;
  /** Draws which kind of nothing it is, where that has words of its own. `inText`: but its author wrote something. */
  nothing?: (told: Untold, inText: boolean) => JSX.Element;
  children: (value: T, source: Statement) => ComponentChildren;
};

/**
 * One item of the plan as a section: what its entries say, below it what its author wrote, and on top what must be known
 * before either is relied on. Where nothing was recorded it says which kind of nothing.
 */
export function ToldSection<T>(props: ToldSectionProps<T>): JSX.Element {
  const { plan, part, name, open = false, warns = false, closedLine, children } = props;
  const told = isEmptyList(props.told) ? NOT_RECORDED : props.told;
  if (told.state !== 'recorded') return <UntoldSection {...props} told={told} />;
  return (
    <Section
      name={name}
      title={TITLES[part]}
      marks={marksOf(props, part)}
      closedLine={closedLine(told.value, told.source)}
      open={open || contradicts(plan, part)}
      warns={warns}
    >
      {children(told.value, told.source)}
      <OwnText plan={plan} part={part} />
    </Section>
  );
}

const NOT_RECORDED = { state: 'notRecorded' } as const;

/** An empty list is nobody’s statement that there is none. */
function isEmptyList(told: Told<unknown>): boolean {
  return told.state === 'recorded' && Array.isArray(told.value) && told.value.length === 0;
}

type UntoldProps = Pick<ToldSectionProps<unknown>, 'plan' | 'changed' | 'part' | 'name' | 'nothing'> & { told: Untold };

function whichNothing(told: Untold, inText: boolean): JSX.Element {
  if (inText && told.state === 'notRecorded') return <NotRecorded>{MISSING.onlyInText}</NotRecorded>;
  return <Nothing told={told} />;
}

/** Nothing was recorded as an entry; where its author wrote something all the same, that is open to be read. */
function UntoldSection(props: UntoldProps): JSX.Element {
  const { plan, part, name, told, nothing = whichNothing } = props;
  const { warnings, changed } = marksOf(props, part);
  // Of an item that could not be read at all this would say too little.
  const isWhole = told.state === 'unreadable';
  const marks = { warnings: warnings.filter((warning) => !isWhole || warning !== MISSING.partUnreadable), changed };
  const inText = told.state !== 'hidden' && ownText(plan, part) !== null;
  if (!inText) {
    return (
      <ClosedSection name={name} title={TITLES[part]} marks={marks}>
        {nothing(told, false)}
      </ClosedSection>
    );
  }
  return (
    <Section name={name} title={TITLES[part]} marks={marks} closedLine={nothing(told, true)} open warns>
      <OwnText plan={plan} part={part} />
    </Section>
  );
}
