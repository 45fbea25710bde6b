import type { PlantedBug } from './planted-bug.ts';

const FRAMES = 'utils/page/patient-frames.ts';
const FRAMES_TEST = 'tests/unit/page/patient-frames.test.ts';
const TOP_FRAME_TEST = 'tests/unit/page/top-frame.test.ts';
const SHOWN_WHEN = 'if (data.drawn !== order.generation || !stillTrue()) return;';

/** In what runs in clinical pages. */
export const PAGE_BUGS: readonly PlantedBug[] = [
  {
    name: 'A hidden banner is read',
    rule: 'S1',
    file: 'utils/page/sight.ts',
    find: "const isHidden = style.display === 'none' || opacity < LEAST_OPACITY || cutsAll(style);",
    replace: 'const isHidden = false;',
    caughtBy: ['tests/unit/page/pieces.test.ts'],
  },
  {
    name: 'A person is believed at the first look, in the middle of a change',
    rule: 'S1',
    file: 'utils/page/settle.ts',
    find: 'if (!state.candidate || !sameSighting(state.candidate.reading, reading)) {',
    replace: 'if (state.candidate && !sameSighting(state.candidate.reading, reading)) {',
    caughtBy: ['tests/unit/page/settle.test.ts'],
  },
  {
    name: 'Two frames of a page that show two people are taken for the first',
    rule: 'S1',
    file: 'utils/context/merge.ts',
    find: "if (patients.length > 0 && !identity) return { kind: 'several' };",
    replace: "if (patients[0] && !identity) return { kind: 'patient', identity: patients[0].identity };",
    caughtBy: ['tests/unit/context/merge.test.ts'],
  },
  {
    name: 'The frame of the patient before is used again',
    rule: 'S2',
    file: FRAMES,
    find: 'element.remove();\n    live = null;',
    replace: 'setOpacity(element, OUT_OF_SIGHT);\n    spare = live;\n    live = null;',
    caughtBy: [FRAMES_TEST],
  },
  {
    name: 'A frame is shown before it reports that it has drawn',
    rule: 'S2',
    file: FRAMES,
    find: 'port.postMessage(order);',
    replace: 'port.postMessage(order);\n      setOpacity(frame.element, 1);',
    caughtBy: [FRAMES_TEST],
  },
  {
    name: 'A frame that reports an earlier generation is shown',
    rule: 'S2',
    file: FRAMES,
    find: SHOWN_WHEN,
    replace: 'if (!stillTrue()) return;',
    caughtBy: [FRAMES_TEST],
  },
  {
    name: 'A doubt leaves the sidebar where it is until the background answers',
    rule: 'S2',
    file: 'utils/page/top-frame.ts',
    find: 'doubt(frame, sequence, claims) {\n      takeAway();',
    replace: 'doubt(frame, sequence, claims) {',
    caughtBy: [TOP_FRAME_TEST, 'tests/faults/tabs/tabs-class.ts'],
  },
  {
    name: 'Doubt is no new generation where the same person is open afterwards',
    rule: 'S2',
    file: 'utils/context/tab-context.ts',
    find: 'const same = !doubt && sameSighting(shows, context.shows);',
    replace: 'const same = sameSighting(shows, context.shows);',
    caughtBy: ['tests/unit/context/tab-context.test.ts'],
  },
  {
    name: 'The page is not looked at again at the moment of showing',
    rule: 'S3',
    file: FRAMES,
    find: SHOWN_WHEN,
    replace: 'if (data.drawn !== order.generation) return;',
    caughtBy: [FRAMES_TEST],
  },
  {
    name: 'The second look does not count',
    rule: 'S3',
    file: 'utils/page/top-frame.ts',
    find: '() => current === generation && stillTrue()',
    replace: '() => current === generation',
    caughtBy: [TOP_FRAME_TEST],
  },
  {
    name: 'A context that is older than a doubt is followed',
    rule: 'S3',
    file: 'utils/page/top-frame.ts',
    find: 'if (!newest) return;',
    replace: '',
    caughtBy: [TOP_FRAME_TEST],
  },
  {
    name: 'A report that a newer one has overtaken is believed',
    rule: 'S3',
    file: 'utils/context/tab-context.ts',
    find: 'if (before && before.sequence >= report.sequence) return context;',
    replace: '',
    caughtBy: ['tests/unit/context/tab-context.test.ts'],
  },
  {
    name: 'The margin stays in the page when the sidebar has gone',
    rule: 'S12',
    file: 'utils/page/page-margin.ts',
    find: 'if (value) style.setProperty(property, value, priority);\n    else style.removeProperty(property);',
    replace: 'if (value) style.setProperty(property, value, priority);',
    caughtBy: ['tests/unit/page/page-margin.test.ts'],
  },
  {
    name: 'What an older version left in a page stays there',
    rule: 'S12',
    file: 'utils/page/stale-hosts.ts',
    find: 'element.remove();',
    replace: '',
    caughtBy: ['tests/unit/page/stale-hosts.test.ts'],
  },
];
