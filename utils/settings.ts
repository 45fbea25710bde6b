import * as z from 'zod/mini';
import { browser } from './browser.ts';
import { adapterSchema } from './page/adapter-schema.ts';

/** Only builds for the sandbox speak to a plan service without TLS. */
const insecureAllowed = import.meta.env.PLANSIDE_INSECURE === 'yes';

const httpsAddress = z
  .url()
  .check(z.refine((text) => text.startsWith('https://') || insecureAllowed, 'must begin with https://'));

/** One host, no wildcard: plans are shown on exactly the origins somebody named. */
const originPattern = z.string().check(
  z.regex(/^https?:\/\/[^/*]+\/\*$/, 'must be one host and end in /*'),
  z.refine((text) => text.startsWith('https://') || insecureAllowed, 'must begin with https://'),
);

const planServiceSchema = z.strictObject({
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

const clinicalSystemSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,60}$/)),
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  /** Match patterns of the origins the system is made of, each ending in `/*`. */
  origins: z.array(originPattern).check(z.minLength(1)),
  /** Left out: the standard reading. */
  adapter: z.exactOptional(adapterSchema),
});

const settingsSchema = z.strictObject({
  planService: z.exactOptional(planServiceSchema),
  clinicalSystems: z._default(z.array(clinicalSystemSchema), []),
  /** A session is locked after so many minutes in which nobody touched the computer; left out: ten. */
  lockAfterMinutes: z.exactOptional(z.int().check(z.minimum(1), z.maximum(30))),
  /** Whether plans that were seen may be kept, encrypted and for one shift, for when the service cannot be asked. */
  offlineCopies: z.exactOptional(z.boolean()),
});

export type PlanServiceSettings = z.infer<typeof planServiceSchema>;
export type ClinicalSystem = z.infer<typeof clinicalSystemSchema>;
export type Settings = z.infer<typeof settingsSchema>;

const KEY = 'settings';
const LOCK_AFTER_MINUTES = 10;

/**
 * Parses settings from outside (storage, a form, a file).
 *
 * @returns the settings, or the fields that are wrong, in words
 */
export function parseSettings(
  raw: unknown,
): { readonly ok: true; readonly settings: Settings } | { readonly ok: false; readonly faults: readonly string[] } {
  const parsed = settingsSchema.safeParse(raw ?? {});
  if (parsed.success) return { ok: true, settings: parsed.data };
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'settings'}: ${message}`);
  return { ok: false, faults };
}

/** The settings in force. Malformed ones count as none: nothing is enabled, nothing is asked (fail closed). */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  const parsed = parseSettings(stored[KEY]);
  return parsed.ok ? parsed.settings : { clinicalSystems: [] };
}

/** Replaces the settings. */
export async function writeSettings(settings: Settings): Promise<void> {
  await browser.storage.local.set({ [KEY]: settings });
}

/** Calls back whenever the settings have changed, in any part of the extension. */
export function onSettingsChanged(changed: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && KEY in changes) changed();
  });
}

/** How long nobody may touch the computer before the session is locked, in milliseconds. */
export function lockLimitMs({ lockAfterMinutes = LOCK_AFTER_MINUTES }: Settings): number {
  return lockAfterMinutes * 60_000;
}
