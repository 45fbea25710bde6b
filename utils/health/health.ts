import { readMark } from '../access/audit/mark.ts';
import { readWaitingSince } from '../access/audit/waiting-since.ts';
import { browser } from '../browser.ts';
import { planServiceOrigins } from '../options/origins.ts';
import { readOptions } from '../options/permissions.ts';
import { shownOrigin } from '../options/web-address.ts';
import { readInForce } from '../pack/in-force.ts';
import { type PackState, readPackState } from '../pack/pack-state.ts';
import { managedKeys, type Policy, type PolicyCode } from '../settings/policy.ts';
import type { Organisation, Support } from '../settings/policy-schema.ts';
import { type DroppedCounts, droppedCounts } from '../tabs/dropped.ts';
import { readNotes, type SessionNote, type ShownFault } from './notes.ts';

/** An address Planside was set up for, and whether the browser lets it reach it. Never more than its origin. */
export type Site = { readonly origin: string; readonly isGranted: boolean };

/** How Planside is on this computer. Nothing in it is of a patient, of whoever is signed in, or of a plan. */
export type Health = {
  readonly at: number;
  readonly versions: { readonly planside: string; readonly browser: string; readonly build: string };
  readonly policy:
    | { readonly is: 'none' | 'awaited' }
    | { readonly is: 'set'; readonly keys: readonly string[] }
    | {
        readonly is: 'broken';
        readonly code: PolicyCode;
        readonly places: readonly string[];
        /** The keys of the last good one, which holds; `null`: there is none, and nothing is enabled. */
        readonly lastGood: readonly string[] | null;
      };
  readonly organisation: Organisation | null;
  readonly surfaces: readonly ('page' | 'panel')[];
  readonly support: Support | null;
  /** What was set here can be understood. */
  readonly isOwnGood: boolean;
  readonly planService: readonly Site[] | null;
  readonly systems: readonly {
    readonly id: string;
    readonly adapter: string | null;
    /** Not read until further notice. */
    readonly isSwitchedOff: boolean;
    readonly sites: readonly Site[];
  }[];
  /** `null`: the policy names no pack of adapters. */
  readonly pack: PackState | null;
  readonly session: SessionNote | null;
  /** `waiting`: events the plan service has not acknowledged; `null`: that cannot be read. */
  readonly audit: { readonly waiting: number | null; readonly since: number | null };
  readonly faults: readonly ShownFault[];
  readonly dropped: DroppedCounts;
};

/** Looks at everything there is to look at without asking anybody. */
export async function readHealth(): Promise<Health> {
  const [options, notes, audit, dropped] = await Promise.all([
    readOptions(),
    readNotes(),
    readAudit(),
    droppedCounts(),
  ]);
  const { inForce, granted, policy, ownFaults } = options;
  const [pack, { clinicalSystems }] = await Promise.all([readPackState(inForce), readInForce()]);
  const sites = (patterns: readonly string[]) =>
    patterns.map((pattern) => ({ origin: shownOrigin(pattern), isGranted: granted.has(pattern) }));
  return {
    at: Date.now(),
    versions: {
      planside: browser.runtime.getManifest().version,
      browser: navigator.userAgent,
      build: `${import.meta.env.BROWSER ?? ''} mv${browser.runtime.getManifest().manifest_version}`.trim(),
    },
    policy: policyHealth(policy),
    organisation: inForce.organisation ?? null,
    surfaces: inForce.surfaces ?? ['page', 'panel'],
    support: inForce.support ?? null,
    isOwnGood: ownFaults.length === 0,
    planService: inForce.planService ? sites(planServiceOrigins(inForce.planService)) : null,
    systems: clinicalSystems.map(({ id, adapter, origins, switchedOff }) => ({
      id,
      adapter: adapter?.id ?? null,
      isSwitchedOff: switchedOff !== undefined,
      sites: sites(origins),
    })),
    pack,
    session: notes.session,
    audit,
    faults: notes.faults,
    dropped,
  };
}

function policyHealth(policy: Policy): Health['policy'] {
  const keys = [...managedKeys(policy)];
  if (policy.kind === 'set') return { is: 'set', keys };
  if (policy.kind !== 'broken') return { is: policy.kind };
  const { code, places, lastGood } = policy;
  return { is: 'broken', code, places, lastGood: lastGood && keys };
}

async function readAudit(): Promise<Health['audit']> {
  const mark = await readMark(browser.storage.local).catch(() => 'unreadable' as const);
  if (mark === 'unreadable') return { waiting: null, since: null };
  const waiting = mark === 'absent' ? 0 : mark.open.length;
  return { waiting, since: waiting > 0 ? await readWaitingSince(browser.storage.local) : null };
}
