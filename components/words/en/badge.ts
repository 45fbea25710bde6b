/** The browser's own button: at most four characters, and a sentence; never anything of a patient or of their plan. */
export const BADGE = {
  nothing: { text: '', title: 'Planside' },
  notHere: { text: '', title: 'Planside: not active on this page' },
  inPanel: { text: 'open', title: 'Planside: plans are shown in the panel. Press to open it.' },
  looking: { text: '…', title: 'Planside: looking' },
  plan: { text: 'plan', title: 'Planside: a plan is shown' },
  noPlan: { text: 'none', title: 'Planside: no plan found. A plan may be on paper or in another service.' },
  attention: { text: '!', title: 'Planside: something needs reading' },
  covered: { text: '!', title: 'Planside: this page is covering it. Press to open the side panel.' },
  coveredAlone: { text: '!', title: 'Planside: this page is covering it. Close what covers it.' },
  off: { text: 'off', title: 'Planside: signed out, not set up, or hidden' },
};
