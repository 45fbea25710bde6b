/** The parts of the page on which a browser profile is set up, top to bottom. */
export const OPTIONS = {
  title: 'Planside settings',
  intro: 'For this browser profile only. Planside reads a page only if its system is listed here and allowed by you.',
  managed: 'Set by your organisation.',
  toWelcome: 'How Planside works',
  toHealth: 'Health check for the helpdesk',

  planService: {
    heading: 'Plan service',
    name: { label: 'Name', hint: 'As staff will read it in the sidebar' },
    fhirBase: { label: 'FHIR address', hint: 'The service’s FHIR R4 base URL' },
    clientId: { label: 'Client ID', hint: 'What the plan service calls Planside; not a secret' },
    signInOrigins: {
      label: 'Other sign-in addresses',
      hint: 'Only if people sign in somewhere else than at the FHIR address. One on each line',
    },
    redirectAddress: 'The plan service must know this redirect address of Planside in this browser:',
    save: 'Save plan service',
  },

  systems: {
    heading: 'Clinical systems',
    none: 'None yet. Planside does nothing on any page until one is added and allowed.',
    noneManaged: 'None. Planside does nothing on any page.',
    add: 'Add a clinical system',
    name: { label: 'Name', hint: 'As staff call this system' },
    origins: {
      label: 'Web addresses',
      hint: 'Where the system’s pages come from, one on each line, frames included. Planside works on the whole of each address, whatever follows the host name',
    },
    adapter: {
      label: 'Adapter',
      hint: 'Leave empty for the standard reading. Otherwise paste the adapter for this system, or load its JSON file',
    },
    load: 'Load adapter file',
    save: 'Save system',
    cancel: 'Cancel',
    allow: 'Allow',
    change: 'Change',
    teach: 'Teach Planside to read it',
    remove: 'Remove',
    leave: 'Take permission back',
    removeForGood: (name: string) => `Remove ${name} and its permission`,
    state: { enabled: 'Enabled', permissionNeeded: 'Permission needed', off: 'Off' },
    meaning: {
      enabled: 'Planside works on this system. Pages that are already open need no reload.',
      off: 'Planside does nothing on this system until you press Allow.',
      noPlanService: 'Planside may read this system, but has no plan service to ask.',
      missing: (addresses: string) => `Planside may not yet reach ${addresses}.`,
    },
    allowed: '(allowed)',
    notAllowed: '(not allowed yet)',
    withAdapter: (id: string) => `Adapter: ${id}`,
    standardReading: 'Standard reading',
    overruled: {
      pack: 'Your organisation’s adapter pack says how this system is read. What is set or taught here is not used.',
      switchedOff: {
        state: 'Switched off',
        means:
          'Your organisation has switched off the reading of this system. Whatever is set or taught here, no plan is shown.',
      },
    },
  },

  choices: {
    heading: 'On this computer',
    lockAfterMinutes: {
      label: 'Lock after',
      hint: 'Minutes in which nobody touches the computer, from 1 to 30. 10 if you leave it empty',
    },
    offlineCopies: {
      label: 'Keep copies for when the plan service cannot be reached',
      hint: 'Encrypted, for one shift at most, and gone when you sign out or Planside locks',
    },
    language: {
      label: 'Language',
      hint: 'Of Planside’s own words. What a plan says stays as its author wrote it',
      asBrowser: 'As the browser',
      en: 'English',
      cy: 'Cymraeg',
    },
    on: 'Yes',
    off: 'No',
    save: 'Save these choices',
  },

  file: {
    heading: 'Settings file',
    hint: 'For setting up further computers. The file holds what was set on this page; no patient, no password, no permission. Importing replaces what was set here, and each system must then be allowed again on that computer.',
    export: 'Export settings',
    import: 'Import settings',
  },
};

export type OptionsWords = typeof OPTIONS;
