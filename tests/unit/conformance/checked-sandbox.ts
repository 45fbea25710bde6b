import { LIMITS } from '../../../utils/plan/service/asking.ts';
import { checkService } from '../../conformance/check-service.ts';
import type { ServiceReport } from '../../conformance/report.ts';
import type { Outcome } from '../../conformance/row.ts';
import { signInAtTerminal } from '../../conformance/sign-in/terminal-sign-in.ts';
import type { Wanted } from '../../conformance/wanted.ts';
import { listen } from '../../sandbox/listen.ts';
import type { Person } from '../../sandbox/people/person.ts';
import { OUT_OF_HOURS_PROVIDER } from '../../sandbox/people/places.ts';
import type { Offers } from '../../sandbox/plan-service/offers.ts';
import { SCOPES } from '../../sandbox/plan-service/sign-in/scopes.ts';
import type { PlanState } from '../../sandbox/plans/plan-record.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { browse, browseTo, CookieJar, discoverServer } from '../sandbox/plan-service/sign-in-by-http.ts';

/** The product's rules, with less patience: what never comes is not waited for. */
const HASTY = { ...LIMITS, totalMs: 3_000, tryMs: 800, besideMs: 800, leastWaitMs: 1, longestWaitMs: 2 };

/** A sandbox to be checked, and where its sign-in sends a browser back to. */
export type Checked = {
  readonly sandbox: Sandbox;
  readonly callbackPort: number;
  /** Of the out-of-hours clinician, who may see everybody. */
  readonly token: string;
};

/** Starts the sandbox with documents given in this way. */
export async function startChecked(offers: Offers): Promise<Checked> {
  const callbackPort = await freePort();
  const redirectUris = [`http://127.0.0.1:${callbackPort}/callback`];
  const sandbox = await startSandbox({ redirectUris, today: '2026-11-25', offers });
  return { sandbox, callbackPort, token: await tokenOf(sandbox, callbackPort, 'out-of-hours') };
}

async function freePort(): Promise<number> {
  const { port, stop } = await listen(0);
  await stop();
  return port;
}

/** An access token, had as the command has it. */
export async function tokenOf(sandbox: Sandbox, callbackPort: number, username: string): Promise<string> {
  const server = await discoverServer(sandbox.planService);
  const wanted = { scopes: SCOPES.join(' '), callbackPort, say: browserOf(sandbox, username) };
  const result = await signInAtTerminal(server, sandbox.planService.clientId, wanted);
  if (!result.ok) throw new Error(result.why);
  return result.signedIn.accessToken;
}

/** Somebody at the terminal who opens the address that is printed, and signs in there. */
export function browserOf({ accounts }: Sandbox, username: string): Wanted['say'] {
  const password = accounts.find((one) => one.username === username)?.password ?? '';
  return (line) => {
    const address = URL.parse(line.trim());
    if (address) void comeBack(address, { username, password });
  };
}

async function comeBack(address: URL, typed: Record<string, string>): Promise<void> {
  const jar = new CookieJar();
  const page = await browseTo(jar, address);
  const { url } = await browseTo(jar, page.url, typed);
  await browse(jar, url);
}

/** Somebody whose plans are in this state, with several of them if there is anybody. */
export function personWith(state: PlanState, { plans, people }: Sandbox): Person {
  const candidates = plans.filter((plan) => plan.state === state).map(({ patientId }) => patientId);
  const several = candidates.find((id) => plans.filter(({ patientId }) => patientId === id).length > 1);
  const person = people.persons.find(({ patientId }) => patientId === (several ?? candidates[0]));
  if (!person) throw new Error(`Nobody with a plan in state ${state}`);
  return person;
}

/** What somebody would type for this person. */
export function wantedFor(
  { sandbox, callbackPort, token }: Checked,
  person: Person,
  changes: Partial<Wanted> = {},
): Wanted {
  return {
    base: sandbox.planService.fhirBase,
    nhsNumber: person.nhsNumber,
    birthDate: person.birthDate,
    token,
    clientId: null,
    scopes: SCOPES.join(' '),
    callbackPort,
    signInOrigins: [],
    odsCode: OUT_OF_HOURS_PROVIDER.odsCode,
    roleId: null,
    writeAudit: true,
    limits: HASTY,
    say: () => undefined,
    ...changes,
  };
}

/** Checks with this person. */
export function check(checked: Checked, person: Person, changes: Partial<Wanted> = {}): Promise<ServiceReport> {
  return checkService(wantedFor(checked, person, changes));
}

/** The ids of the rows that ended in this way. */
export function idsOf({ rows }: ServiceReport, outcome: Outcome): readonly string[] {
  return rows.filter((row) => row.outcome === outcome).map(({ id }) => id);
}
