import * as z from 'zod/mini';
import { adapterSchema } from '../page/adapter-schema.ts';
import { hostPattern, systemId } from './names.ts';

/** Only builds for the sandbox speak to a plan service without TLS. */
const insecureAllowed = import.meta.env.PLANSIDE_INSECURE === 'yes';

export const httpsAddress = z
  .url()
  .check(z.refine((text) => text.startsWith('https://') || insecureAllowed, 'must begin with https://'));

const originPattern = hostPattern.check(
  z.refine((text) => text.startsWith('https://') || insecureAllowed, 'must begin with https://'),
);

export const planServiceSchema = z.strictObject({
  /** As the sidebar names it: “Example Plan Service was asked at 14:32”. */
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  /** FHIR base URL, without a slash at the end. */
  fhirBase: httpsAddress,
  clientId: z.string().check(z.minLength(1)),
  scopes: z._default(
    z.string(),
    'openid fhirUser offline_access user/Patient.rs user/Composition.rs user/DocumentReference.rs user/Group.rs user/AuditEvent.c',
  ),
  /** Origins besides the plan service's own that its sign-in may use. */
  signInOrigins: z._default(z.array(httpsAddress), []),
});

export const clinicalSystemSchema = z.strictObject({
  id: systemId,
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  /** Match patterns of the origins the system is made of, each ending in `/*`. */
  origins: z.array(originPattern).check(z.minLength(1)),
  /** Left out: the standard reading. */
  adapter: z.exactOptional(adapterSchema),
});

/** What is chosen, as against what is set up; each may be left out. */
export const choices = {
  /** A session is locked after so many minutes in which nobody touched the computer; left out: ten. */
  lockAfterMinutes: z.exactOptional(z.int().check(z.minimum(1), z.maximum(30))),
  /** Whether plans that were seen may be kept, encrypted and for one shift, for when the service cannot be asked. */
  offlineCopies: z.exactOptional(z.boolean()),
  /** What Planside speaks; left out: Welsh where the browser does, else English. */
  language: z.exactOptional(z.enum(['en', 'cy'])),
};

const settingsSchema = z.strictObject({
  planService: z.exactOptional(planServiceSchema),
  clinicalSystems: z._default(z.array(clinicalSystemSchema), []),
  ...choices,
});

export type PlanServiceSettings = z.infer<typeof planServiceSchema>;
export type ClinicalSystem = z.infer<typeof clinicalSystemSchema>;
/** What can be set in one browser profile. */
export type Settings = z.infer<typeof settingsSchema>;

/** Either what was read, or what is wrong with it: `place: why`, one for each fault. */
export type Parsed<What extends object> = ({ readonly ok: true } & What) | Faulty;
type Faulty = { readonly ok: false; readonly faults: readonly string[] };

/**
 * Parses settings from outside (storage, a form, a file).
 *
 * @returns the settings, or the fields that are wrong, in words
 */
export function parseSettings(raw: unknown): Parsed<{ readonly settings: Settings }> {
  const parsed = settingsSchema.safeParse(raw ?? {});
  return parsed.success ? { ok: true, settings: parsed.data } : { ok: false, faults: faultsOf(parsed.error) };
}

/** Says where something is wrong, and why. */
export function faultsOf({ issues }: Pick<z.core.$ZodError, 'issues'>): readonly string[] {
  return issues.map(({ path, message }) => `${path.join('.') || 'settings'}: ${message}`);
}

/** The places of faults, each once; the whole of it has no name of its own, and is left empty. */
export function placesOf(faults: readonly string[]): readonly string[] {
  const places = faults.map((fault) => fault.replace(/: .*$/s, '').replace(/^settings$/, ''));
  return [...new Set(places)];
}
