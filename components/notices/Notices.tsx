import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type { Notice } from '../../utils/view/view.ts';
import { Sentence } from '../facts/Sentence.tsx';
import { When } from '../facts/When.tsx';
import { Icon } from '../icons.tsx';
import { AllOpen } from '../sections/all-open.ts';
import { useWords } from '../words/words.ts';
import { type About, NoticeBody } from './NoticeBody.tsx';
import { type Heading, noticeHeading } from './notice-headings.ts';
import { inOrder, toneOf } from './notice-order.ts';

/** With more than these the answer would leave the first screen, so each shows its heading and opens. */
const MOST_IN_FULL = 2;
/** With more than these too, so the others share a list of headings, and at the very last a number. */
const MOST_ALONE = 5;
const MOST_LISTED = 5;

type Headed = { readonly notice: Notice; readonly heading: Heading };

function HeadingWords({ heading: { says, date } }: { heading: Heading }): JSX.Element {
  return (
    <>
      <Sentence>{says}</Sentence>
      {date ? (
        <>
          {' '}
          <When date={date} />
        </>
      ) : null}
    </>
  );
}

function marks(notice: Notice) {
  return { 'data-part': 'notice', 'data-notice': notice.kind, 'data-tone': toneOf(notice) };
}

function InFull({ notice, heading, ...about }: About & Headed): JSX.Element {
  return (
    <div class="notice" {...marks(notice)}>
      <Icon name="warning" />
      <p>
        <b>
          <HeadingWords heading={heading} />
        </b>
        <NoticeBody notice={notice} {...about} />
      </p>
    </div>
  );
}

function Folded({ notice, heading, ...about }: About & Headed): JSX.Element {
  return (
    <details class="notice" {...marks(notice)}>
      <summary>
        <Icon name="warning" />
        <b>
          <HeadingWords heading={heading} />
        </b>
      </summary>
      <p>
        <NoticeBody notice={notice} {...about} />
      </p>
    </details>
  );
}

/** As many as may stand; one that would be left over alone stands as well. */
function firstOf<T>(all: readonly T[], most: number): readonly T[] {
  return all.length > most ? all.slice(0, most - 1) : all;
}

/** The least dangerous of many: a list of their headings, which opens to what they say. */
function Together({ headed, ...about }: About & { headed: readonly Headed[] }): JSX.Element {
  const { NOTICE } = useWords();
  const listed = firstOf(headed, MOST_LISTED);
  return (
    <details class="notice" data-part="more-notices">
      <summary>
        <Icon name="warning" />
        <span>
          {listed.map(({ notice, heading }) => (
            <span class="line" key={notice.kind}>
              <HeadingWords heading={heading} />
            </span>
          ))}
          {listed.length < headed.length ? (
            <span class="line">{NOTICE.says.andMore(headed.length - listed.length)}</span>
          ) : null}
        </span>
      </summary>
      {headed.map((one) => (
        <p key={one.notice.kind} {...marks(one.notice)}>
          <b>
            <HeadingWords heading={one.heading} />
          </b>
          <NoticeBody notice={one.notice} {...about} />
        </p>
      ))}
    </details>
  );
}

/** Above the answer, because it bears on all of it: read before the answer is trusted, the most dangerous first. */
export function Notices({ notices, ...about }: About & { notices: readonly Notice[] }): JSX.Element {
  const words = useWords();
  const headed = inOrder(notices).flatMap((notice) => {
    const heading = noticeHeading(notice, about.now, words);
    return heading ? [{ notice, heading }] : [];
  });
  const allOpen = useContext(AllOpen);
  const One = headed.length > MOST_IN_FULL && !allOpen ? Folded : InFull;
  const alone = allOpen ? headed : firstOf(headed, MOST_ALONE);
  const together = headed.slice(alone.length);
  return (
    <>
      {alone.map((one) => (
        <One key={one.notice.kind} {...one} {...about} />
      ))}
      {together.length > 0 ? <Together headed={together} {...about} /> : null}
    </>
  );
}
