/** What the settings page says of what an organisation has set, and of what only an organisation can. */
export const POLICY = {
  awaited: 'Planside is waiting for what your organisation may have set. It takes a few seconds.',
  broken: {
    off: 'Planside is off',
    held: 'Your organisation’s new settings are not used',
    says: {
      'POLICY-BROKEN': 'What your organisation has set for Planside cannot be understood.',
      'POLICY-UNREADABLE': 'What your organisation has set for Planside cannot be read.',
    },
    places: (places: string) => `Look at ${places}.`,
    untilMended: 'Until it is mended, Planside reads no page and asks for no plan. What was set here is kept.',
    lastGood: 'Until it is mended, what your organisation had set before stays in force.',
  },
  only: {
    heading: 'Set by your organisation alone',
    organisation: 'Organisation',
    roleHints: 'Role chosen first',
    surfaces: 'Plans are shown',
    surface: { page: 'in the page', panel: 'in the browser’s own panel' },
    reasons: 'A reason is asked for',
    reason: { whenAsked: 'when the plan service asks', always: 'before every plan' },
    adapterPack: 'Adapters come from',
    fhircast: 'FHIRcast hub',
    logOutPage: 'Opened after signing out',
    support: 'Whom to call',
    switchedOff: 'Systems that are switched off',
  },
};

export type PolicyWords = typeof POLICY;
