import type { JSX } from 'preact';
import type { Language } from '../../../utils/view/language.ts';
import { GROUPS, type PageStory, type Story, widthOf } from './stories.ts';

type Asked = { language: Language; group: string | null };

function Framed({ story, language }: { story: Story | PageStory; language: Language }): JSX.Element {
  const { id, title } = story;
  const address = `?story=${id}&language=${language}`;
  return (
    <figure id={id}>
      <figcaption>
        <a href={address}>{title}</a> <code>{id}</code>
      </figcaption>
      <iframe title={title} src={address} width={widthOf(story)} height="640" loading="lazy" />
    </figure>
  );
}

/** Links, not a script: an address shows one group in one language. */
function Choices({ language, group }: Asked): JSX.Element {
  const link = (says: string, name: string | null, to: Language): JSX.Element => {
    const asked = new URLSearchParams({ ...(name === null ? {} : { group: name }), language: to });
    const isHere = name === group && to === language;
    return (
      <li key={`${says}`}>
        <a href={`?${asked}`} {...(isHere ? { 'aria-current': 'page' as const } : {})}>
          {says}
        </a>
      </li>
    );
  };
  return (
    <nav aria-label="Groups and languages">
      <ul>
        {link('All', null, language)}
        {GROUPS.map(({ name }) => link(name, name, language))}
      </ul>
      <ul>
        {link('English', group, 'en')}
        {link('Cymraeg', group, 'cy')}
      </ul>
    </nav>
  );
}

/** Every state in a frame of its own, under its name. */
export function AllStories({ language, group }: Asked): JSX.Element {
  const shown = GROUPS.filter(({ name }) => group === null || name === group);
  return (
    <main class="gallery">
      <h1>Planside: every state of everything it shows</h1>
      <p>Everybody here is invented. A name opens its state alone.</p>
      <Choices language={language} group={group} />
      {shown.map(({ name, stories }) => (
        <section key={name}>
          <h2>
            {name} ({stories.length})
          </h2>
          {stories.map((story) => (
            <Framed key={story.id} story={story} language={language} />
          ))}
        </section>
      ))}
    </main>
  );
}
