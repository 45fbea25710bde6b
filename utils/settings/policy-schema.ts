import * as z from 'zod/mini';
import { adapterSchema } from '../page/adapter-schema.ts';
import { systemId } from './names.ts';
import { choices, clinicalSystemSchema, httpsAddress, planServiceSchema } from './settings-schema.ts';

/** Chromium's schema of policies cannot describe an adapter: there it is JSON as text. */
const adapterText = z.pipe(
  z.string(),
  z.transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.issues.push({ code: 'custom', message: 'must be JSON', input: text });
      return z.NEVER;
    }
  }),
);

const managedSystemSchema = z.extend(clinicalSystemSchema, {
  adapter: z.exactOptional(z.union([adapterSchema, z.pipe(adapterText, adapterSchema)])),
});

/** On one line, and short enough to be read at a glance. */
const line = z.string().check(z.regex(/^[^\p{Cc}]{1,100}$/u));

/** Goes into a header of every request, and beside every answer. */
export const organisationSchema = z.strictObject({
  odsCode: z.string().check(z.regex(/^[A-Z0-9]{3,10}$/, 'must be an ODS code')),
  name: line,
});

const coordinate = z.string().check(z.regex(/^[A-Za-z0-9_-]{40,90}$/, 'must be base64url'));
const aboutKey = { kid: z.exactOptional(line), use: z.exactOptional(z.literal('sig')), alg: z.exactOptional(line) };

/** Public keys only: with a private part (`d`) it is no key of this kind, and the policy is broken. */
export const packKeySchema = z.discriminatedUnion('kty', [
  z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: coordinate, ...aboutKey }),
  z.strictObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: coordinate, y: coordinate, ...aboutKey }),
]);

export const adapterPackSchema = z.strictObject({
  url: httpsAddress,
  keys: z.array(packKeySchema).check(z.minLength(1)),
});

export const fhircastSchema = z.strictObject({
  hub: httpsAddress,
  topic: z.exactOptional(line),
});

/** Whom to call: shown with every code for the helpdesk. */
export const supportSchema = z.strictObject({
  name: line,
  telephone: z.exactOptional(z.string().check(z.regex(/^[+0-9][0-9 ()-]{2,30}$/, 'must be a telephone number'))),
  email: z.exactOptional(z.email()),
  /** A page of the organisation's own. */
  address: z.exactOptional(httpsAddress),
});

/** What only an organisation can say, and nobody can set here. */
export const policyOnly = {
  organisation: z.exactOptional(organisationSchema),
  /** Codes or words: of several roles of one person the one that fits is chosen first. */
  roleHints: z.exactOptional(z.array(line)),
  /** Where plans are shown: in the page, in the browser's own panel; left out: both. */
  surfaces: z.exactOptional(z.array(z.enum(['page', 'panel'])).check(z.minLength(1))),
  /** `always`: somebody new in a visit is asked why before their plan is, whether the service asks or not. */
  reasons: z.exactOptional(z.enum(['whenAsked', 'always'])),
  adapterPack: z.exactOptional(adapterPackSchema),
  fhircast: z.exactOptional(fhircastSchema),
  /** Opened after somebody has signed out. */
  logOutPage: z.exactOptional(httpsAddress),
  support: z.exactOptional(supportSchema),
  /** Clinical systems that are not read until further notice. */
  switchedOff: z.exactOptional(z.array(systemId)),
};

/** The keys of the settings, each of them optional. A key that nobody knows may be a limit, and is not passed over. */
export const managedSchema = z.strictObject({
  planService: z.exactOptional(planServiceSchema),
  clinicalSystems: z.exactOptional(z.array(managedSystemSchema)),
  ...choices,
  ...policyOnly,
});

const policyOnlySchema = z.strictObject(policyOnly);

/** What an organisation sets for the people who work there; whatever it leaves out they set themselves. */
export type Managed = z.infer<typeof managedSchema>;
export type PolicyOnly = z.infer<typeof policyOnlySchema>;
export type Organisation = z.infer<typeof organisationSchema>;
export type AdapterPack = z.infer<typeof adapterPackSchema>;
export type PackKey = z.infer<typeof packKeySchema>;
export type Fhircast = z.infer<typeof fhircastSchema>;
export type Support = z.infer<typeof supportSchema>;
