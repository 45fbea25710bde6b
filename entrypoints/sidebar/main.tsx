import { render } from 'preact';
import { Sidebar } from '../../components/Sidebar.tsx';
import '../../components/sidebar.css';
import './page.css';
import { onDrawOrder } from './draw-orders.ts';
import { stayAlive } from './stay-alive.ts';
import { taking } from './take-out.ts';

/** The frame of one patient: draws what the background sends, nothing before that, and nothing once it is gone. */
const on = onDrawOrder(
  (view, language) => {
    document.documentElement.lang = language;
    render(<Sidebar view={view} now={Date.now()} language={language} on={on} takeOut={takeOut} />, document.body);
  },
  () => render(null, document.body),
  (answer) => answered(answer),
);
const { takeOut, answered, isPrinting } = taking(on);
stayAlive(document);
// S10: what leaves the sidebar by itself is on record, too.
addEventListener('copy', () => on({ do: 'copied' }));
addEventListener('cut', () => on({ do: 'copied' }));
addEventListener('beforeprint', () => {
  if (!isPrinting()) on({ do: 'printed' });
});
