import * as z from 'zod/mini';

/** Names a clinical system in settings, policy and packs. */
export const systemId = z.string().check(z.regex(/^[a-z0-9-]{1,60}$/));

/** One host, no wildcard: plans are shown on exactly the origins somebody named. */
export const hostPattern = z.string().check(z.regex(/^https?:\/\/[^/*]+\/\*$/, 'must be one host and end in /*'));
