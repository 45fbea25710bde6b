import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { JudgedPage } from '../../utils/teach/teach-view.ts';
import { bannerName } from '../format/names.ts';
import { Icon } from '../icons.tsx';
import { usePageWords } from '../words/pages.ts';

export type JudgedProps = {
  readonly judged: readonly JudgedPage[];
  readonly onForget: (page: number) => void;
  readonly onRedact: (page: number) => void;
};

/** The pages somebody has judged, and whether the adapter reads them so. */
export function Judged({ judged, onForget, onRedact }: JudgedProps): JSX.Element {
  const { TEACH } = usePageWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const forget = (page: number) => {
    onForget(page);
    heading.current?.focus();
  };
  return (
    <section class="part" aria-labelledby="judged-heading">
      <h2 id="judged-heading" ref={heading} tabIndex={-1}>
        {TEACH.judged.heading}
      </h2>
      {judged.length === 0 ? <p>{TEACH.judged.none}</p> : null}
      <ol class="teach-pages">
        {judged.map(({ who, right }, page) => {
          const name = who ? bannerName(who) : TEACH.judged.nobody;
          return (
            <li key={page} data-judged={who ? 'patient' : 'nobody'} data-right={right}>
              <p>
                <Icon name={right ? 'same' : 'warning'} />
                <span>
                  <bdi translate={who === null}>{name}</bdi>:{' '}
                  {right ? TEACH.judged.right : TEACH.judged[who ? 'wrong' : 'wrongNobody']}
                </span>
              </p>
              <div class="buttons">
                <button type="button" class="button" data-action="redact" onClick={() => onRedact(page)}>
                  {TEACH.judged.redact} <span class="unseen">{name}</span>
                </button>
                <button type="button" class="button" data-action="forget" onClick={() => forget(page)}>
                  {TEACH.judged.forget} <span class="unseen">{name}</span>
                </button>
              </div>
            </li>
          );
        })}
      </ol>
      {judged.length > 0 ? <p class="hint">{TEACH.finish.redactHint}</p> : null}
    </section>
  );
}
