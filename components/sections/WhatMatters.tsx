import type { JSX } from 'preact';
import { Quote } from '../facts/Quote.tsx';
import { Source } from '../facts/Source.tsx';
import type { SeenPlan } from '../parts.ts';
import { useWords } from '../words/words.ts';
import { Part } from './Section.tsx';
import { ToldSection } from './ToldSection.tsx';

function Words({ heading, words }: { heading: string; words: string | undefined }): JSX.Element | null {
  if (!words) return null;
  return (
    <Part heading={heading}>
      <Quote words={words} />
    </Part>
  );
}

/** What the person values, wants to avoid and wishes. */
export function WhatMatters(seen: SeenPlan): JSX.Element {
  const { WHAT_MATTERS } = useWords();
  return (
    <ToldSection
      {...seen}
      part="whatMatters"
      name="what-matters"
      told={seen.plan.whatMatters}
      closedLine={({ values, avoids, wishes }) =>
        [values && WHAT_MATTERS.values, avoids && WHAT_MATTERS.avoids, wishes && WHAT_MATTERS.wishes]
          .filter(Boolean)
          .join('; ')
      }
    >
      {({ values, avoids, wishes }, source) => (
        <>
          <Words heading={WHAT_MATTERS.values} words={values} />
          <Words heading={WHAT_MATTERS.avoids} words={avoids} />
          <Words heading={WHAT_MATTERS.wishes} words={wishes} />
          <Source source={source} />
        </>
      )}
    </ToldSection>
  );
}
