import type { AuthorizationServer } from 'oauth4webapi';
import { lookUpPlan } from '../../utils/plan/look-up-plan.ts';
import type { PlanLookup } from '../../utils/plan/plan-lookup.ts';
import { type Asking, type FhirAnswer, LIMITS } from '../../utils/plan/service/asking.ts';
import { type Capability, judgeCapability } from '../../utils/plan/service/capability.ts';
import { readOpenly } from '../../utils/plan/service/fhir-request.ts';
import { askForPatient, judgePatient } from '../../utils/plan/service/find-patient.ts';
import { keptAnswers } from '../../utils/plan/service/kept-answers.ts';
import { tryRequest } from '../../utils/plan/service/try-request.ts';
import { judgeConfiguration } from '../../utils/session/discovery.ts';
import { checkEvent, type SentEvent, sendEvent } from './audit-event.ts';
import { type FoundKey, findAuditKey } from './audit-keys.ts';
import { documentsOf, type FoundDocuments } from './found-documents.ts';
import { type FoundPlans, plansOf } from './found-plans.ts';
import type { Ledger } from './ledger.ts';
import { searchForNobody } from './nobody.ts';
import { NotCheckable } from './row.ts';
import { type ActingRole, roleToAct, roleWanted } from './sign-in/acting-role.ts';
import { type SignInResult, signInAtTerminal } from './sign-in/terminal-sign-in.ts';
import { type WalkedPages, walkPages } from './walked-pages.ts';
import type { Wanted } from './wanted.ts';

/** What the rows of one run share: whatever is asked for once and judged by several. */
export type Run = {
  readonly wanted: Wanted;
  /** ISO, UTC. */
  readonly startedAt: string;
  readonly ledger: Ledger;
  /**
   * For requests that go out with the access token; without one, where none was given and the service asks for none.
   *
   * @throws NotCheckable where there is none and the service asks for one
   */
  readonly asking: () => Promise<Asking>;
  /** For requests that go out without it, or with another. */
  readonly askingWith: (accessToken: string) => Asking;
  /** What a search without any token is answered with. */
  readonly withoutToken: () => Promise<FhirAnswer>;
  readonly smart: () => Promise<FhirAnswer>;
  /** `null`: no sign-in was wanted. */
  readonly signIn: () => Promise<SignInResult | null>;
  readonly metadata: () => Promise<FhirAnswer>;
  /** What the service says it can do; nothing, where it says nothing. */
  readonly capability: () => Promise<Capability>;
  readonly patientAnswer: () => Promise<FhirAnswer>;
  /** The id at the service of the patient who was asked for. @throws NotCheckable where they were not found */
  readonly patientId: () => Promise<string>;
  readonly plans: () => Promise<FoundPlans>;
  readonly pages: () => Promise<WalkedPages>;
  readonly documents: FoundDocuments;
  readonly lookUp: () => Promise<TimedLookUp>;
  /** Of the one event that is written, where that was wanted. */
  readonly auditId: string;
  readonly auditKey: () => Promise<FoundKey>;
  /** @throws NotCheckable where it cannot be sealed */
  readonly sentEvent: () => Promise<SentEvent>;
};

export type TimedLookUp = { readonly ended: PlanLookup; readonly ms: number };

/** Sets a run up; nothing is asked yet. */
export function runOf(wanted: Wanted, ledger: Ledger): Run {
  const { once } = ledger;
  const { base, nhsNumber } = wanted;
  const [correlationId, auditId] = [crypto.randomUUID(), crypto.randomUUID()];
  const startedAt = new Date().toISOString();
  const signIn = once(() => signedIn(run));
  const askingWith = askingOf(wanted, correlationId);
  const asking = async (): Promise<Asking> => {
    const { token, role } = await access(run);
    return askingWith(token, role);
  };
  const run: Run = {
    wanted,
    startedAt,
    ledger,
    asking,
    askingWith,
    signIn,
    withoutToken: once(() => searchForNobody(askingWith(''), nhsNumber)),
    smart: once(() => readSmart(wanted)),
    metadata: once(() => readOpenly(askingWith(''), `${base}/metadata`)),
    capability: once(async () => capabilityIn(await run.metadata())),
    patientAnswer: once(async () => askForPatient(await asking(), nhsNumber)),
    patientId: once(() => patientId(run)),
    plans: once(() => plansOf(run)),
    pages: once(() => walkPages(run)),
    documents: documentsOf(ledger, () => run),
    lookUp: once(async () => timed(await asking(), nhsNumber)),
    auditId,
    auditKey: once(() => findAuditKey(run)),
    sentEvent: once(() => sendEvent(run, checkEvent(auditId, startedAt))),
  };
  return run;
}

function askingOf(wanted: Wanted, correlationId: string) {
  const { base, limits = LIMITS } = wanted;
  return (token: string, { odsCode, roleId } = roleWanted(wanted)): Asking => ({
    fhirBase: base,
    accessToken: token,
    odsCode,
    roleId,
    correlationId,
    // No single step of the product may take longer, and none may here.
    signal: AbortSignal.timeout(limits.totalMs),
    endsAt: performance.now() + limits.totalMs,
    kept: keptAnswers(),
    limits,
  });
}

/** Looks a plan up as the product does, with everything it does beside. */
export async function timed({ endsAt: _, ...asking }: Asking, nhsNumber: string): Promise<TimedLookUp> {
  const startedAt = performance.now();
  const signal = new AbortController().signal;
  const ended = await lookUpPlan({ ...asking, signal }, nhsNumber);
  return { ended, ms: performance.now() - startedAt };
}

/** What the product makes of a sign-in description: where to sign in, or `null`. */
export function signInServer(body: unknown, { base, signInOrigins }: Wanted): AuthorizationServer | null {
  const settings = { name: '-', fhirBase: base, clientId: '-', scopes: '', signInOrigins: [...signInOrigins] };
  const judged = judgeConfiguration(body, settings);
  return judged.ok ? judged.server : null;
}

async function readSmart({ base, limits = LIMITS }: Wanted): Promise<FhirAnswer> {
  const request = {
    address: `${base}/.well-known/smart-configuration`,
    method: 'GET' as const,
    headers: { accept: 'application/json' },
    requestId: crypto.randomUUID(),
  };
  return (await tryRequest(request, AbortSignal.timeout(limits.tryMs), limits)).answer;
}

async function signedIn({ wanted, smart }: Run): Promise<SignInResult | null> {
  if (wanted.clientId === null) return null;
  const answer = await smart();
  const server = answer.kind === 'body' && answer.status === 200 ? signInServer(answer.body, wanted) : null;
  if (!server) {
    return { ok: false, why: 'Where to sign in is not known, or not safe; see the rows on the sign-in description.' };
  }
  return signInAtTerminal(server, wanted.clientId, wanted);
}

async function access({
  wanted,
  signIn,
  withoutToken,
  ledger,
}: Run): Promise<{ readonly token: string; readonly role: ActingRole }> {
  const { token } = wanted;
  const role = roleWanted(wanted);
  if (token !== null) return { token, role };
  const signedInAs = await signIn();
  if (signedInAs === null) {
    if (isAnswered(await ledger.aside(withoutToken))) return { token: '', role };
    throw new NotCheckable('This needs an access token: give --token or --client-id.');
  }
  if (!signedInAs.ok) throw new NotCheckable('Nobody is signed in.');
  const { accessToken, claims } = signedInAs.signedIn;
  return { token: accessToken, role: roleToAct(claims, wanted) };
}

/** Whether somebody without a token was given what was asked for. */
function isAnswered(answer: FhirAnswer): boolean {
  return answer.kind === 'body' && answer.status === 200;
}

function capabilityIn(metadata: FhirAnswer): Capability {
  const judged = judgeCapability(metadata);
  if (!judged.ok) throw new NotCheckable('The service speaks another version of FHIR.');
  return judged.value;
}

async function patientId({ patientAnswer, wanted }: Run): Promise<string> {
  const judged = judgePatient(await patientAnswer(), wanted.nhsNumber);
  if (!judged.ok || judged.value.kind === 'nobody') {
    throw new NotCheckable('The patient was not found; see “Patient is found by a posted search”.');
  }
  return judged.value.id;
}
