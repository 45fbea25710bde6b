import { lastLooks } from '../access/last-looked.ts';
import { versionTrace } from '../plan/plan-trace.ts';
import { lookUpResidents } from '../plan/residents/look-up-residents.ts';
import type { Resident, ResidentsLookup } from '../plan/residents/residents.ts';
import { keptAnswers } from '../plan/service/kept-answers.ts';
import { currentSession, renewSession } from '../session/access-token.ts';
import { actingRole, type Session } from '../session/session.ts';
import type { PlanServiceSettings } from '../settings/settings.ts';
import type { ListedPlan, ListedResident } from '../view/find-view.ts';
import { dayAt } from '../view/notices-on.ts';

/** What asking for the residents came to, as the page in which a person is found shows it. */
export type ResidentsAnswer =
  | { readonly kind: 'list'; readonly residents: readonly ListedResident[]; readonly askedAt: number }
  | Exclude<ResidentsLookup, { kind: 'list' }>;

export type AskResidents = {
  /** `undefined`: none is set up. */
  readonly planService: PlanServiceSettings | undefined;
  readonly correlationId: string;
  readonly signal: AbortSignal;
};

const SIGNED_OUT = { kind: 'signedOut' } as const;

/** Asks the plan service for the residents of the home of whoever is signed in, in the role that acts. */
export async function askResidents(options: AskResidents): Promise<ResidentsAnswer> {
  const { planService } = options;
  const token = planService ? await currentSession(planService) : SIGNED_OUT;
  if (!planService || token.kind === 'signedOut') return SIGNED_OUT;
  if (token.kind === 'unreachable') return notAsked();
  const first = await ask(planService, token.session, options);
  if (first.kind !== 'signedOut') return listed(first, token.session);
  // 401 on a token that should be good: one silent renewal, then signed out (docs/plan-service.md).
  const renewed = await renewSession(planService);
  if (renewed.kind === 'unreachable') return notAsked();
  if (renewed.kind !== 'good' || renewed.session.id !== token.session.id) return first;
  return listed(await ask(planService, renewed.session, options), renewed.session);
}

function notAsked(): ResidentsAnswer {
  return { kind: 'couldNotCheck', cause: 'serviceDown', code: 'SIGN-IN-DOWN', triedAt: Date.now(), tries: 1 };
}

function ask(
  { fhirBase }: PlanServiceSettings,
  session: Session,
  { correlationId, signal }: AskResidents,
): Promise<ResidentsLookup> {
  const role = actingRole(session);
  const { accessToken } = session;
  const who = { accessToken, odsCode: role?.odsCode ?? '', roleId: role?.id ?? '' };
  return lookUpResidents({ fhirBase, ...who, correlationId, signal, kept: keptAnswers() }, dayAt(Date.now()));
}

async function listed(lookup: ResidentsLookup, { issuer, subject }: Session): Promise<ResidentsAnswer> {
  if (lookup.kind !== 'list') return lookup;
  const { residents, askedAt } = lookup;
  const looker = `${issuer} ${subject}`;
  return { kind: 'list', askedAt, residents: await Promise.all(residents.map((one) => asListed(one, looker))) };
}

async function asListed({ identity, plan }: Resident, looker: string): Promise<ListedResident> {
  if (plan.kind !== 'plan') return { identity, plan };
  const { changedOn, reviewDue, versions } = plan;
  const isOverdue = reviewDue !== undefined && reviewDue.slice(0, 10) < dayAt(Date.now());
  const traces = await Promise.all(versions.map((version) => versionTrace(version, looker)));
  const looks = await lastLooks(traces);
  const changed = traces.some(({ key, version }) => looks.has(key) && looks.get(key)?.version !== version);
  const said: ListedPlan = { kind: 'plan', changedOn, changed, ...(isOverdue ? { overdueSince: reviewDue } : {}) };
  return { identity, plan: said };
}
