import type { JSX } from 'preact';
import type { Plan } from '../../utils/plan/plan.ts';
import { Quote } from '../facts/Quote.tsx';
import { Source } from '../facts/Source.tsx';
import { isPartUnreadable } from '../unreadable-parts.ts';
import { Part, ToldSection } from './Section.tsx';

/** What the person values, wants to avoid and wishes. */
export function WhatMatters({ plan }: { plan: Plan }): JSX.Element {
  return (
    <ToldSection
      name="what-matters"
      title="What matters to me"
      told={plan.whatMatters}
      partUnreadable={isPartUnreadable(plan, 'whatMatters')}
      closedLine={({ values, avoids, wishes }) =>
        [values && 'I value most', avoids && 'I most want to avoid', wishes && 'My wishes'].filter(Boolean).join('; ')
      }
    >
      {({ values, avoids, wishes }, source) => (
        <>
          {values ? (
            <Part heading="I value most">
              <Quote words={values} />
            </Part>
          ) : null}
          {avoids ? (
            <Part heading="I most want to avoid">
              <Quote words={avoids} />
            </Part>
          ) : null}
          {wishes ? (
            <Part heading="My wishes">
              <Quote words={wishes} />
            </Part>
          ) : null}
          <Source source={source} />
        </>
      )}
    </ToldSection>
  );
}
