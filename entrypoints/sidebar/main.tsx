import { render } from 'preact';
import { Sidebar } from '../../components/Sidebar.tsx';
import '../../components/sidebar.css';
import './page.css';
import { sendCommand } from '../../utils/commands.ts';
import { onDrawOrder } from './draw-orders.ts';

/** The frame of one patient: draws what the background sends, and nothing before that. */
onDrawOrder((view) => {
  render(<Sidebar view={view} now={Date.now()} on={(command) => void sendCommand(command)} />, document.body);
});
