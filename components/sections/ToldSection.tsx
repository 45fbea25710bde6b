import type { ComponentChildren, JSX } from 'preact';
import type { SectionKey, Statement, Told } from '../../utils/plan/plan.ts';
import { NotRecorded } from '../facts/Missing.tsx';
import { Nothing, type Untold } from '../facts/Told.tsx';
import { contradicts, marksOf, ownText, type SeenPlan } from '../parts.ts';
import { useWords } from '../words/words.ts';
import { OwnText } from './OwnText.tsx';
import { ClosedSection, Section } from './Section.tsx';
import { isEmptyList } from './told-of.ts';

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
  const { TITLE } = useWords();
  const { plan, part, name, open = false, warns = false, closedLine, children } = props;
  const told = isEmptyList(props.told) ? NOT_RECORDED : props.told;
  if (told.state !== 'recorded') return <UntoldSection {...props} told={told} />;
  return (
    <Section
      name={name}
      title={TITLE[part]}
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

type UntoldProps = Pick<ToldSectionProps<unknown>, 'plan' | 'changed' | 'part' | 'name' | 'nothing'> & { told: Untold };

function WhichNothing({ told, inText }: { told: Untold; inText: boolean }): JSX.Element {
  const { FACT } = useWords();
  if (inText && told.state === 'notRecorded') return <NotRecorded>{FACT.onlyInText}</NotRecorded>;
  return <Nothing told={told} />;
}

/** Nothing was recorded as an entry; where its author wrote something all the same, that is open to be read. */
function UntoldSection(props: UntoldProps): JSX.Element {
  const { TITLE } = useWords();
  const { plan, part, name, told, nothing } = props;
  const { warnings, changed } = marksOf(props, part);
  // Of an item that could not be read at all this would say too little.
  const isWhole = told.state === 'unreadable';
  const marks = { warnings: warnings.filter((warning) => !isWhole || warning !== 'partUnreadable'), changed };
  const inText = told.state !== 'hidden' && ownText(plan, part) !== null;
  const which = nothing?.(told, inText) ?? <WhichNothing told={told} inText={inText} />;
  if (!inText) {
    return (
      <ClosedSection name={name} title={TITLE[part]} marks={marks}>
        {which}
      </ClosedSection>
    );
  }
  return (
    <Section name={name} title={TITLE[part]} marks={marks} closedLine={which} open warns>
      <OwnText plan={plan} part={part} />
    </Section>
  );
}
