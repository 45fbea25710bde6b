import { render } from 'preact';
import { Sidebar } from '../../components/Sidebar.tsx';
import '../../components/sidebar.css';
import './page.css';
import { sendCommand } from '../../utils/commands.ts';
import type { SidebarCommand } from '../../utils/view/view.ts';
import { onDrawOrder } from './draw-orders.ts';
import { stayAlive } from './stay-alive.ts';

const on = (command: SidebarCommand) => void sendCommand(command);

/** The frame of one patient: draws what the background sends, nothing before that, and nothing once it is gone. */
onDrawOrder(
  (view, language) => {
    document.documentElement.lang = language;
    render(<Sidebar view={view} now={Date.now()} language={language} on={on} />, document.body);
  },
  () => render(null, document.body),
);
stayAlive(document);
// S10: what leaves the sidebar is on record, too.
addEventListener('copy', () => on({ do: 'copied' }));
addEventListener('cut', () => on({ do: 'copied' }));
addEventListener('beforeprint', () => on({ do: 'printed' }));
