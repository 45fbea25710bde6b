import type { AccessReason } from '../../../utils/view/view.ts';

/** `hint`: what it means; `note`: what to write. `null`: no more is to be said. */
type Choice = { readonly label: string; readonly hint: string | null; readonly note: string | null };

const WHICH = 'Which one, and why';

/** The service asks why somebody looks. */
export const REASON = {
  verdict: 'A reason is needed first',
  order: (service: string) => `${service} asks for a reason before it shows anything about this person.`,
  about: 'This says nothing about whether there is a plan.',
  legend: 'Why do you need to see it?',
  /** In the order they are offered. */
  choice: {
    permission: { label: 'The person has agreed', hint: 'Or somebody who may decide for them', note: null },
    emergency: {
      label: 'Emergency',
      hint: 'They cannot be asked, and waiting could harm them',
      note: 'What has happened, and why they cannot be asked',
    },
    publicInterest: { label: 'Public interest', hint: null, note: WHICH },
    statute: { label: 'The law requires it', hint: null, note: WHICH },
    courtOrder: { label: 'Court order', hint: null, note: WHICH },
  } satisfies Record<AccessReason, Choice>,
  note: 'Add a note',
  noteIfMore: 'Add a note, if there is more to say',
  nothingClinical: 'Do not write clinical details.',
  button: 'Send reason and show the plan',
  alertButton: 'Show the plan and alert',
  toldAtOnce: 'The privacy officer is told at once',
  whoIsTold: '{who} is told at once',
  opensOnly: 'Opens this person’s plan only, and only until another patient is opened.',
  failed: (service: string) => `${service} has not confirmed your reason, so nothing is shown.`,
  wrong: {
    noReason: () => 'Choose a reason.',
    noWords: () => 'Add a note: it goes to whoever checks this access.',
    tooLong: (length: number, most: number) => `Shorten the note to ${most} characters. It has ${length}.`,
  },
};
