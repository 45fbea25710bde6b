import type { CouldNotCheckCause } from '../../../utils/view/view.ts';
import type { Tried } from '../asked.ts';

/**
 * `briefly`: the cause alone, for a notice above a plan that is still shown. `next`: what to do besides trying again;
 * `null` where trying again is all there is.
 */
export type Cause = {
  readonly briefly: (service: string) => string;
  readonly says: (tried: Tried) => string;
  readonly next: string | null;
};

const READ_OUT_CODE = 'Ring the helpdesk and read out the code.';

function lastTried({ at, tries }: Tried, once = `Last tried at ${at}.`): string {
  return tries > 1 ? `Tried ${tries} times, last at ${at}.` : once;
}

/** The same sentence wherever no time belongs into it. */
function timeless(says: (service: string) => string): Pick<Cause, 'briefly' | 'says'> {
  return { briefly: says, says: ({ service }) => says(service) };
}

const CAUSE: Readonly<Record<CouldNotCheckCause, Cause>> = {
  offline: {
    briefly: () => 'This computer is offline.',
    says: ({ at }) => `This computer is offline since ${at}.`,
    next: 'Check the network, then try again.',
  },
  serviceDown: {
    briefly: (service) => `${service} is not working.`,
    says: (tried) => `${tried.service} is not working. ${lastTried(tried)}`,
    next: null,
  },
  timedOut: {
    briefly: (service) => `${service} did not answer in time.`,
    says: (tried) => `${tried.service} did not answer in time. ${lastTried(tried, `Tried once, at ${tried.at}.`)}`,
    next: null,
  },
  tooMany: {
    briefly: (service) => `${service} is too busy to answer.`,
    says: (tried) => `${tried.service} is too busy to answer. ${lastTried(tried)}`,
    next: 'Wait a minute, then try again.',
  },
  refusedRequest: {
    briefly: (service) => `${service} did not accept the question.`,
    says: ({ service, at }) => `${service} did not accept the question. Last tried at ${at}.`,
    next: READ_OUT_CODE,
  },
  notFound: {
    briefly: (service) => `Planside asked ${service} at an address that does not exist.`,
    says: ({ service, at }) => `Planside asked ${service} at an address that does not exist. Last tried at ${at}.`,
    next: READ_OUT_CODE,
  },
  unexpectedAnswer: {
    briefly: (service) => `${service} answered, but Planside cannot read the answer.`,
    says: ({ service, at }) => `${service} answered at ${at}, but Planside cannot read the answer.`,
    next: READ_OUT_CODE,
  },
  notFhir: {
    ...timeless(
      (service) => `${service} could not be reached: something on the network answered with a web page instead.`,
    ),
    next: 'Check whether the network wants you to log in, then try again.',
  },
  cutShort: {
    briefly: (service) => `The answer of ${service} was cut short.`,
    says: ({ service, at }) => `The answer of ${service} was cut short at ${at}.`,
    next: null,
  },
  tooLarge: {
    ...timeless((service) => `${service} sent more than a plan can be, so Planside stopped reading.`),
    next: READ_OUT_CODE,
  },
  redirected: {
    ...timeless((service) => `${service} tried to send Planside to another address, so Planside stopped.`),
    next: READ_OUT_CODE,
  },
  wrongPatient: {
    briefly: (service) => `${service} sent a plan for another person.`,
    says: ({ service }) => `${service} sent a plan for another person, so it is not shown.`,
    next: READ_OUT_CODE,
  },
  replacedNumber: {
    briefly: () => 'This NHS number has been replaced.',
    says: () => 'This NHS number has been replaced. The page still shows the old one.',
    next: 'Check the NHS number with the person, then correct the record on this page.',
  },
  severalRecords: {
    briefly: (service) => `${service} holds more than one record for this NHS number.`,
    says: ({ service }) => `${service} holds more than one record for this NHS number, so none is shown.`,
    next: READ_OUT_CODE,
  },
  interrupted: {
    briefly: (service) => `The check was interrupted before ${service} answered.`,
    says: ({ service, at }) => `The check was interrupted at ${at}, before ${service} answered.`,
    next: null,
  },
  cancelled: {
    briefly: () => 'You stopped the check.',
    says: ({ service, at }) => `Stopped at ${at}. Whether ${service} holds a plan has not been checked.`,
    next: null,
  },
  notAudited: {
    briefly: () => 'That you looked could not be put on record.',
    says: () => 'That you looked could not be put on record, so nothing is shown.',
    next: 'Try again. If it stays, read out the code to the helpdesk.',
  },
};

/** Nobody knows whether there is a plan. */
export const COULD_NOT_CHECK = {
  verdict: 'Could not check for a plan',
  mayBeAPlan: 'There may be a plan. Do not read this as “no plan”.',
  cause: CAUSE,
};
