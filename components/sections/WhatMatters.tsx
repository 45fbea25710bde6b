import type { JSX } from 'preact';
import { Quote } from '../facts/Quote.tsx';
import { Source } from '../facts/Source.tsx';
import type { SeenPlan } from '../parts.ts';
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
  return (
    <ToldSection
      {...seen}
      part="whatMatters"
      name="what-matters"
      told={seen.plan.whatMatters}
      closedLine={({ values, avoids, wishes }) =>
        [values && 'I value most', avoids && 'I most want to avoid', wishes && 'My wishes'].filter(Boolean).join('; ')
      }
    >
      {({ values, avoids, wishes }, source) => (
        <>
          <Words heading="I value most" words={values} />
          <Words heading="I most want to avoid" words={avoids} />
          <Words heading="My wishes" words={wishes} />
          <Source source={source} />
        </>
      )}
    </ToldSection>
  );
}
