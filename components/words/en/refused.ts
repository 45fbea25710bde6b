type RefusedTo = { readonly role: string; readonly organisation: string; readonly service: string };

/** The service shows nothing here; that must not reveal, nor deny, that there is a plan. */
// The design says “Planside has not asked”; here the service was asked, and refused.
export const REFUSED = {
  role: ({ role, organisation, service }: RefusedTo) => ({
    verdict: 'Your role cannot see plans',
    order: `You are signed in as ${role} at ${organisation}.`,
    about: `${service} does not show this person’s plans to you, so this says nothing about whether there is one.`,
    next: 'Ask a nurse or doctor to look, or sign out and sign in with another role.',
  }),
  patient: ({ service }: RefusedTo) => ({
    verdict: 'This person’s record is not shared',
    order: `${service} shows nothing about this person here.`,
    about: 'This says nothing about whether there is a plan. Do not read this as “no plan”.',
    next: 'Ask the person, their family or their GP.',
  }),
};
