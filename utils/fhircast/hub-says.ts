import type { PatientIdentity } from '../patient/patient-identity.ts';
import type { HubFault, HubState } from './hub-link.ts';

/** Nobody can be followed; the last patient is not among what is known. Times in milliseconds since 1970. */
export type HubAway =
  /** It has not said anything yet. */
  | { readonly is: 'connecting'; readonly since: number }
  /** `nextAt`: when it is tried again; `null` while it is. */
  | { readonly is: 'lost'; readonly since: number; readonly cause: HubFault; readonly nextAt: number | null };

/** What a person may be told of a hub: the whole of it. */
export type HubSays =
  | HubAway
  /** It is being asked who is open. */
  | { readonly is: 'asking' }
  | { readonly is: 'nobody' }
  | { readonly is: 'unusable' }
  | { readonly is: 'patient'; readonly identity: PatientIdentity };

/** How a hub is called, and whether what is shown is of it, and not of the page. */
export type HubNow = { readonly name: string; readonly isFollowed: boolean };

/** Says what is true of a hub now. */
export function hubSays({ link, broken, startedAt }: HubState): HubSays {
  if (link.is === 'following') {
    const { context } = link;
    return context.kind === 'patient' ? { is: 'patient', identity: context.patient.identity } : { is: context.kind };
  }
  if (broken) return { is: 'lost', ...broken, nextAt: link.is === 'lost' ? link.nextAt : null };
  return link.is === 'reading' ? { is: 'asking' } : { is: 'connecting', since: startedAt };
}

/** Whether the same is to be told. */
export function isSameSaid(one: HubSays, other: HubSays): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
