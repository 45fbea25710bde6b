import { patientFrames } from '../../utils/page/patient-frames.ts';
import { besidePage } from '../../utils/panel/beside-page.ts';
import { onTabInFront } from '../../utils/panel/tab-in-front.ts';
import './page.css';

/** The browser's own panel: draws nothing itself, and holds the frames of whoever is open in the tab in front. */
const { turn } = besidePage(patientFrames({ root: document.body, address: '/sidebar.html', origin: location.origin }));
onTabInFront(turn);
