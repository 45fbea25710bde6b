import type { HubAway } from '../../../utils/view/view.ts';

type Cause = Extract<HubAway, { is: 'lost' }>['cause'];

/** The panel follows a hub: another system says which patient is open. */
export const HUB = {
  follows: (hub: string) => `Follows ${hub}`,
  followsPage: 'Follows the page',
  followPage: 'Follow the page',
  followHub: (hub: string) => `Follow ${hub}`,
  connecting: (hub: string) => `Connecting to ${hub}`,
  lost: (hub: string) => `Connection to ${hub} lost`,
  since: (time: string) => `Since ${time}`,
  asking: (hub: string) => `Asking ${hub} who is open`,
  differs: 'Not the same patient as this page',
  heading: 'Nobody knows who is open',
  waiting: (hub: string) => `Planside asks ${hub} for the patient who is open there.`,
  next: (time: string) => `Planside tries again by itself, next at ${time}.`,
  trying: 'Planside is trying again now.',
  tryNow: 'Try now',
  saysNothing: 'This says nothing about whether there is a plan.',
  cause: {
    signedOut: () => 'Nobody is signed in, so Planside cannot ask for a connection.',
    noTopic: (hub) => `Planside does not know which session of ${hub} is yours.`,
    unreachable: (hub) => `${hub} does not answer.`,
    refused: (hub) => `${hub} does not let Planside follow it.`,
    elsewhere: (hub) => `${hub} sent Planside to another address.`,
    closed: () => 'The connection was closed.',
    silent: (hub) => `${hub} has been silent for too long.`,
    denied: (hub) => `${hub} ended the connection.`,
    expired: () => 'The time of the connection was over.',
    noContext: (hub) => `${hub} does not say who is open.`,
    unreadable: (hub) => `${hub} says something Planside does not understand.`,
  } satisfies Record<Cause, (hub: string) => string>,
};

/** What stands there of a hub that is followed, in place of what is said of a page. */
export const HUB_STOP = {
  noPatient: (hub: string) => ({
    heading: 'Open a patient and the plan appears here',
    says: [`Nobody is open in ${hub}.`],
  }),
  unsettled: (hub: string) => ({
    heading: 'Reading who is open',
    says: [`No plan is shown until ${hub} and the page beside are sure.`],
  }),
  several: (hub: string) => ({
    heading: 'The page and the hub show different people',
    says: [
      `This page shows somebody else than ${hub}. No plan is shown until both show the same person, or you follow the page.`,
    ],
  }),
};
