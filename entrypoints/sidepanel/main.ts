import { patientFrames } from '../../utils/page/patient-frames.ts';
import { followEither } from '../../utils/panel/follow-either.ts';
import { onTabInFront } from '../../utils/panel/tab-in-front.ts';
import './page.css';

/** The browser's own panel: draws nothing itself, and holds the frames of whoever is open in the tab in front, or in the hub. */
const { turn } = followEither(
  patientFrames({ root: document.body, address: '/sidebar.html', origin: location.origin }),
);
onTabInFront(turn);
