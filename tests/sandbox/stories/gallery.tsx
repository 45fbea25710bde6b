import { render } from 'preact';
import { Sidebar } from '../../../components/Sidebar.tsx';
import '../../../components/sidebar.css';
import { stories } from './stories.ts';

/** `gallery.html?story=plan` is that story alone, as the frame of the extension draws it; without, all in frames. */
const asked = new URLSearchParams(location.search).get('story');
const alone = stories.find(({ id }) => id === asked);
const root = document.getElementById('root');

function Frames() {
  return (
    <main>
      <h1>Planside: every state of the sidebar</h1>
      {stories.map(({ id, title }) => (
        <figure key={id} id={id} style={{ display: 'inline-block', margin: '1rem', verticalAlign: 'top' }}>
          <figcaption>
            <a href={`?story=${id}`}>{title}</a>
          </figcaption>
          <iframe title={title} src={`?story=${id}`} width="360" height="640" loading="lazy" />
        </figure>
      ))}
    </main>
  );
}

/** Presses one thing after the other, each once the one before it is drawn. */
async function pressed(within: HTMLElement, presses: readonly string[]): Promise<void> {
  for (const selector of presses) {
    within.querySelector<HTMLElement>(selector)?.click();
    await new Promise((drawn) => setTimeout(drawn, 50));
  }
}

if (root && alone) {
  const say = (what: unknown): void => console.log(JSON.stringify(what));
  render(<Sidebar view={alone.view} now={alone.now} language="en" on={say} onFold={() => say({ do: 'fold' })} />, root);
  void pressed(root, alone.presses ?? []);
} else if (root) {
  render(<Frames />, root);
}
