import type { Asked } from '../asked.ts';

/** The service answered, and holds no plan, or none in force. */
export const NO_PLAN = {
  verdict: 'No plan found',
  asked: ({ service, at }: Asked) => `${service} was asked at ${at} and holds no plan for this person.`,
  about: 'This does not mean “for CPR”. A plan may be on paper or in another service.',
  alsoAsk: 'Also worth asking',
  whom: [
    'The person, family or care home: is there a form at home?',
    'The GP record: care plan, ReSPECT or DNACPR entries',
  ],
  heard: (person: string) => `No plan found for ${person}.`,
};

export const NO_CURRENT_PLAN = {
  verdict: 'No current plan',
  found: { draft: 'Only a draft exists, not yet approved.', withdrawn: 'The plan has been withdrawn.' },
  about: 'This does not mean “for CPR”.',
  asked: ({ service, at }: Asked) => `${service} was asked at ${at}.`,
  heard: (person: string) => `No current plan for ${person}.`,
};
