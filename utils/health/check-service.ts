import * as z from 'zod/mini';
import type { Asking, FhirAnswer } from '../plan/service/asking.ts';
import { judgeCapability } from '../plan/service/capability.ts';
import { clockAhead } from '../plan/service/clock.ts';
import { readOpenly } from '../plan/service/fhir-request.ts';
import { keptAnswers } from '../plan/service/kept-answers.ts';
import { boundedFetch } from '../session/bounded-fetch.ts';
import { discoverNow } from '../session/discovery.ts';
import { failureOf } from '../session/sign-in-codes.ts';
import type { PlanServiceSettings } from '../settings/settings.ts';

/** How one question to the plan service ended: after so many milliseconds, or with a code. */
export type Step =
  | { readonly is: 'answered'; readonly ms: number }
  | { readonly is: 'failed'; readonly code: string }
  /** It could not be asked, because what says where was not to be had, or the service offers none. */
  | { readonly is: 'notAsked' };

/** What a plan service answers to anybody: where to sign in, what it can do, and its keys. */
export type ServiceCheck = {
  readonly at: number;
  readonly discovery: Step;
  readonly capability: Step;
  readonly signInKeys: Step;
  readonly auditKeys: Step;
  /** By how much this computer's clock is ahead of the service's, in milliseconds; `null`: it named no time. */
  readonly clockAhead: number | null;
};

const TIME_OUT_MS = 8_000;
const keysSchema = z.object({ keys: z.array(z.unknown()).check(z.minLength(1)) });

/** Asks the plan service what needs no sign-in. Nobody is named in it, and no token goes along. */
export async function checkService(planService: PlanServiceSettings): Promise<ServiceCheck> {
  const [capability, { discovery, signInKeys, auditKeys }] = await Promise.all([
    checkCapability(planService),
    checkDiscovery(planService),
  ]);
  return { at: Date.now(), discovery, signInKeys, auditKeys, ...capability };
}

async function checkCapability({
  fhirBase,
}: PlanServiceSettings): Promise<Pick<ServiceCheck, 'capability' | 'clockAhead'>> {
  const asking: Asking = {
    fhirBase,
    accessToken: '',
    odsCode: '',
    correlationId: crypto.randomUUID(),
    signal: AbortSignal.timeout(TIME_OUT_MS),
    kept: keptAnswers(),
  };
  const startedAt = performance.now();
  const answer = await readOpenly(asking, `${fhirBase}/metadata`);
  return {
    capability: stepOf(answer, Math.round(performance.now() - startedAt)),
    clockAhead: answer.kind === 'body' ? clockAhead([answer]) : null,
  };
}

function stepOf(answer: FhirAnswer, ms: number): Step {
  if (answer.kind === 'failed') return { is: 'failed', code: answer.code };
  if (answer.status !== 200) return { is: 'failed', code: `PLN-${answer.status}` };
  const judged = judgeCapability(answer);
  const isOther = !judged.ok && judged.failure.kind === 'couldNotCheck';
  return isOther ? { is: 'failed', code: judged.failure.code } : { is: 'answered', ms };
}

async function checkDiscovery(
  planService: PlanServiceSettings,
): Promise<Pick<ServiceCheck, 'discovery' | 'signInKeys' | 'auditKeys'>> {
  const startedAt = performance.now();
  const found = await discoverNow(planService);
  const ms = Math.round(performance.now() - startedAt);
  const notAsked = { is: 'notAsked' } as const;
  if (!found.ok) return { discovery: { is: 'failed', code: found.code }, signInKeys: notAsked, auditKeys: notAsked };
  const { jwks_uri, audit_encryption_jwks_uri } = found.server;
  const [signInKeys, auditKeys] = await Promise.all([checkKeys(jwks_uri), checkKeys(audit_encryption_jwks_uri)]);
  return { discovery: { is: 'answered', ms }, signInKeys, auditKeys };
}

async function checkKeys(address: unknown): Promise<Step> {
  if (typeof address !== 'string') return { is: 'notAsked' };
  const startedAt = performance.now();
  try {
    const answer = await boundedFetch(address, {
      headers: { accept: 'application/jwk-set+json, application/json' },
      signal: AbortSignal.timeout(TIME_OUT_MS),
    });
    if (!answer.ok) return { is: 'failed', code: `KEYS-${answer.status}` };
    if (!keysSchema.safeParse(await answer.json()).success) return { is: 'failed', code: 'KEYS-NONE' };
    return { is: 'answered', ms: Math.round(performance.now() - startedAt) };
  } catch (error) {
    return { is: 'failed', code: failureOf(error).code ?? 'SIGN-IN-DOWN' };
  }
}
