import { type Managed, managedSchema, type PolicyOnly } from './policy-schema.ts';
import { faultsOf, placesOf, type Settings } from './settings-schema.ts';

/** What is in force: what was set here under what the organisation has set, and what only the organisation can say. */
export type InForce = Settings & PolicyOnly;

/** `POLICY-BROKEN`: something in it is wrong. `POLICY-UNREADABLE`: there is one, and the browser cannot read it. */
export type PolicyCode = 'POLICY-BROKEN' | 'POLICY-UNREADABLE';

/** `places`: where it is wrong, by the names of its keys; empty for the whole. */
type Broken = { readonly kind: 'broken'; readonly code: PolicyCode; readonly places: readonly string[] };

/** What the browser holds for the organisation at this moment. */
export type PolicyFound =
  /** `isSure`: there is none. Else there may be one that Chromium has not handed over yet. */
  { readonly kind: 'none'; readonly isSure: boolean } | { readonly kind: 'set'; readonly managed: Managed } | Broken;

/** What was found before, in this browser profile. */
export type PolicyKept = {
  /** Chromium has had the time it takes to hand over a policy, in this life of the browser. */
  readonly hasCome: boolean;
  /** It has had that time once, in this profile: whether there is a policy here is known. */
  readonly isKnown: boolean;
  /** The last one that could be used; `null`: none, or it was withdrawn. */
  readonly lastGood: Managed | null;
};

/** What the organisation's policy says. */
export type Policy =
  | { readonly kind: 'none' }
  /** It is not known yet whether there is one. */
  | { readonly kind: 'awaited' }
  | { readonly kind: 'set'; readonly managed: Managed }
  /** `lastGood` is used until it is mended; `null`: there never was one that could be. */
  | (Broken & { readonly lastGood: Managed | null });

const KEYS = Object.keys(managedSchema.shape) as readonly (keyof Managed)[];

/** Parses what the browser holds for the organisation. */
export function parsePolicy(raw: unknown): PolicyFound {
  const parsed = managedSchema.safeParse(raw ?? {});
  if (!parsed.success) return { kind: 'broken', code: 'POLICY-BROKEN', places: placesOf(faultsOf(parsed.error)) };
  return Object.keys(parsed.data).length === 0
    ? { kind: 'none', isSure: false }
    : { kind: 'set', managed: parsed.data };
}

/**
 * What the organisation says, as far as can be known now. Nothing found means nothing said only once the policy has had
 * the time to come: until then the last good one holds, and in a profile that has never known, nothing is enabled.
 */
export function judgePolicy(found: PolicyFound, { hasCome, isKnown, lastGood }: PolicyKept): Policy {
  switch (found.kind) {
    case 'set':
      return found;
    case 'broken':
      return { ...found, lastGood };
    case 'none':
      if (found.isSure || hasCome) return { kind: 'none' };
      if (lastGood) return { kind: 'set', managed: lastGood };
      return isKnown ? { kind: 'none' } : { kind: 'awaited' };
  }
}

/** Whether only time can tell what this means. */
export function isToBeAwaited(found: PolicyFound, { hasCome, isKnown, lastGood }: PolicyKept): boolean {
  return found.kind === 'none' && !found.isSure && !hasCome && (lastGood !== null || !isKnown);
}

/**
 * What is in force: what the organisation has set, and of the rest what was set here. A policy that is broken may have
 * meant to forbid anything: the last good one holds, and where there is none nothing is enabled and nobody is asked until
 * it is mended; what was set here is kept.
 */
export function inForce(own: Settings, policy: Policy): InForce {
  if (policy.kind === 'none') return own;
  const managed = managedIn(policy);
  if (managed) return { ...own, ...managed };
  return { clinicalSystems: [], ...(own.language ? { language: own.language } : {}) };
}

/** What an organisation has set, which nobody can change here. */
export function managedKeys(policy: Policy): ReadonlySet<keyof InForce> {
  const managed = managedIn(policy) ?? {};
  return new Set(KEYS.filter((key) => key in managed));
}

function managedIn(policy: Policy): Managed | null {
  if (policy.kind === 'set') return policy.managed;
  return policy.kind === 'broken' ? policy.lastGood : null;
}
