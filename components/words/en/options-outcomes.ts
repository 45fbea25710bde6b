/** What is wrong with something that was typed, and what came of a button on the settings page. */
export const OPTIONS_SAY = {
  wrong: {
    planService: {
      name: 'Enter the name of the plan service, in up to 60 characters.',
      fhirBase:
        'Enter the whole FHIR address, beginning with https:// and without ? or #, for example https://plans.example.org/fhir.',
      clientId: 'Enter the client ID that the plan service gave to Planside.',
      signInOrigins: 'Enter each sign-in address in full, beginning with https://, one on each line.',
    },
    systemName: 'Enter the name staff use for this system, in up to 60 characters.',
    origins:
      'Enter each web address of the system in full, beginning with https://, one on each line. A * does not stand for anything here.',
    taken: (origin: string, by: string) => `${origin} already belongs to ${by}.`,
    adapterNotJson: 'This is not JSON. Paste the whole adapter, from the first { to the last }.',
    adapter: (places: string) => `This is not an adapter Planside can use. Look at ${places}.`,
    lockAfterMinutes: 'Enter a whole number of minutes from 1 to 30, or leave it empty.',
    fileNotJson: 'This file holds no JSON. Choose a file that was exported from Planside.',
    file: (places: string) => `This file was not used, because of what it says here: ${places}.`,
    topLevel: 'its top level',
  },
  nothingSaved: 'Nothing was saved.',
  saved: (name: string) => `${name} is saved.`,
  chosen: 'Your choices are saved.',
  removed: (name: string) => `${name} was removed. Planside no longer works there.`,
  left: (name: string) => `Planside no longer works on ${name}, until it is allowed again.`,
  imported: (systems: number) =>
    `The settings were imported, with ${systems === 1 ? '1 clinical system' : `${systems} clinical systems`}. Allow each one before use.`,
  allowed: (name: string) => `${name} is allowed.`,
  refused: (name: string) => `${name} was not allowed, so nothing has changed.`,
  impossible: (name: string) =>
    `The browser does not let Planside ask for ${name}. Every address must begin with https://.`,
  kept: (hosts: string) => `The browser keeps its permission for ${hosts}: it was given by policy.`,

  ownBroken: {
    says: 'What was set here before cannot be understood, and counts as not set.',
    places: (places: string) => `Look at ${places}.`,
  },
  helpdesk: (code: string) => `For the helpdesk: ${code}`,
};

export type OptionsSayWords = typeof OPTIONS_SAY;
