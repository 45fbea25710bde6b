import type { JSX } from 'preact';
import { usePageWords } from '../words/pages.ts';

/** What is read, where it goes, and what is kept: the same words as docs/privacy.md. */
export function PrivacyPage(): JSX.Element {
  const { PRIVACY } = usePageWords();
  return (
    <div class="planside options">
      <header class="options-head">
        <h1>{PRIVACY.title}</h1>
        <p>{PRIVACY.intro}</p>
      </header>
      <main>
        {PRIVACY.parts.map(({ id, heading, says }) => (
          <section key={id} class="part" aria-labelledby={`${id}-heading`} data-privacy={id}>
            <h2 id={`${id}-heading`}>{heading}</h2>
            <ul class="points">
              {says.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </section>
        ))}
      </main>
    </div>
  );
}
