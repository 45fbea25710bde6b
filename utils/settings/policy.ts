import { browser } from '../browser.ts';
import { type Managed, managedSchema, type PolicyOnly } from './policy-schema.ts';
import { faultsOf, placesOf, type Settings } from './settings-schema.ts';

/** What is in force: what was set here under what the organisation has set, and what only the organisation can say. */
export type InForce = Settings & PolicyOnly;

/** `POLICY-BROKEN`: something in it is wrong. `POLICY-UNREADABLE`: there is one, and the browser cannot read it. */
export type PolicyCode = 'POLICY-BROKEN' | 'POLICY-UNREADABLE';

/** What the organisation's policy says (`storage.managed`). */
export type Policy =
  | { readonly kind: 'none' }
  | { readonly kind: 'set'; readonly managed: Managed }
  /** `places`: where it is wrong, by the names of its keys; empty for the whole. */
  | { readonly kind: 'broken'; readonly code: PolicyCode; readonly places: readonly string[] };

const KEYS = Object.keys(managedSchema.shape) as readonly (keyof Managed)[];

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
export function inForce(own: Settings, policy: Policy): InForce {
  switch (policy.kind) {
    case 'none':
      return own;
    case 'set':
      return { ...own, ...policy.managed };
    case 'broken':
      return { clinicalSystems: [], ...(own.language ? { language: own.language } : {}) };
  }
}

/** What an organisation has set, which nobody can change here. */
export function managedKeys(policy: Policy): ReadonlySet<keyof InForce> {
  if (policy.kind !== 'set') return new Set();
  const { managed } = policy;
  return new Set(KEYS.filter((key) => key in managed));
}
