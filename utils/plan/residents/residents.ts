import type { PatientIdentity } from '../../patient/patient-identity.ts';
import type { LookupFailure } from '../plan-lookup.ts';
import type { NamedVersion } from '../plan-trace.ts';

/** What the service says of one resident's plan, without the plan. */
export type ResidentPlan =
  | {
      readonly kind: 'plan';
      /** When it was last changed, as the service writes it. */
      readonly changedOn: string;
      /** When it is due for review; left out: nothing says so. */
      readonly reviewDue?: string;
      /** Each plan in force: a person may have several. */
      readonly versions: readonly NamedVersion[];
    }
  | { readonly kind: 'noPlan' }
  | { readonly kind: 'noCurrentPlan'; readonly found: 'draft' | 'withdrawn' }
  /** Nobody knows, of this one: never read as “no plan” (S4). */
  | { readonly kind: 'couldNotCheck' };

/** One resident; without a birth date or a name where the service's record of them could not be had. */
export type Resident = { readonly identity: PatientIdentity; readonly plan: ResidentPlan };

/** Everything that asking for the residents of a home can end in. */
export type ResidentsLookup =
  | { readonly kind: 'list'; readonly residents: readonly Resident[]; readonly askedAt: number }
  /** The service gives no list to this role, or knows none of this organisation. */
  | { readonly kind: 'noList' }
  | LookupFailure;
