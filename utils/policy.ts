import * as z from 'zod/mini';
import { browser } from './browser.ts';
import { adapterSchema } from './page/adapter-schema.ts';
import {
  choices,
  clinicalSystemSchema,
  faultsOf,
  placesOf,
  planServiceSchema,
  type Settings,
} from './settings-schema.ts';

/** What an organisation sets for the people who work there; whatever it leaves out they set themselves. */
export type Managed = Partial<Settings>;

/** `POLICY-BROKEN`: something in it is wrong. `POLICY-UNREADABLE`: there is one, and the browser cannot read it. */
export type PolicyCode = 'POLICY-BROKEN' | 'POLICY-UNREADABLE';

/** What the organisation's policy says (`storage.managed`). */
export type Policy =
  | { readonly kind: 'none' }
  | { readonly kind: 'set'; readonly managed: Managed }
  /** `places`: where it is wrong, by the names of its keys; empty for the whole. */
  | { readonly kind: 'broken'; readonly code: PolicyCode; readonly places: readonly string[] };

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

/** The keys of the settings, each of them optional. A key that nobody knows may be a limit, and is not passed over. */
export const managedSchema = z.strictObject({
  planService: z.exactOptional(planServiceSchema),
  clinicalSystems: z.exactOptional(z.array(managedSystemSchema)),
  ...choices,
});

/** Parses what the browser holds for the organisation. */
export function parsePolicy(raw: unknown): Policy {
  const parsed = managedSchema.safeParse(raw ?? {});
  if (!parsed.success) return { kind: 'broken', code: 'POLICY-BROKEN', places: placesOf(faultsOf(parsed.error)) };
  return Object.keys(parsed.data).length === 0 ? { kind: 'none' } : { kind: 'set', managed: parsed.data };
}

/** The policy that holds now. Where the browser has none, Firefox says so by an error, and Safari has no place for one. */
export async function readPolicy(): Promise<Policy> {
  if (!browser.storage.managed) return { kind: 'none' };
  try {
    return parsePolicy(await browser.storage.managed.get());
  } catch (error) {
    const isAbsent = error instanceof Error && /not found/i.test(error.message);
    return isAbsent ? { kind: 'none' } : { kind: 'broken', code: 'POLICY-UNREADABLE', places: [] };
  }
}

/**
 * What is in force: what the organisation has set, and of the rest what was set here. A policy that is broken may have
 * meant to forbid anything, so nothing is enabled and nobody is asked until it is mended; what was set here is kept.
 */
export function inForce(own: Settings, policy: Policy): Settings {
  switch (policy.kind) {
    case 'none':
      return own;
    case 'set':
      return { ...own, ...policy.managed };
    case 'broken':
      return { clinicalSystems: [], ...(own.language ? { language: own.language } : {}) };
  }
}

/** The settings that an organisation has set, which nobody can change here. */
export function managedKeys(policy: Policy): ReadonlySet<keyof Settings> {
  const keys: readonly (keyof Settings)[] = [
    'planService',
    'clinicalSystems',
    'lockAfterMinutes',
    'offlineCopies',
    'language',
  ];
  return new Set(policy.kind === 'set' ? keys.filter((key) => key in policy.managed) : []);
}
