import type { LookupFailure } from '../../plan-lookup.ts';

/** What one way to a document came to. */
export type Fetched =
  | { readonly kind: 'document'; readonly document: unknown }
  /** This service does not go this way, or not for this plan: another may lead there. */
  | { readonly kind: 'notOffered' }
  /** It does, and it failed. No other way is tried, so that nothing older or smaller comes in its place. */
  | { readonly kind: 'failed'; readonly failure: LookupFailure };
