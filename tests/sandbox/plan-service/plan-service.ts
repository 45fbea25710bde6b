import type { RequestListener } from 'node:http';
import { Readable } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { Provider } from 'oidc-provider';
import { type Listening, listen } from '../listen.ts';
import type { People } from '../people/person.ts';
import { randomFrom } from '../people/random.ts';
import type { PlanRecord, PointerRecord } from '../plans/plan-record.ts';
import { type Account, accountsOf } from './accounts.ts';
import { auditKeys } from './audit/audit-keys.ts';
import { auditApp } from './audit/audit-page.ts';
import { changedAnswer } from './faults/change-answer.ts';
import { type RequestLog, requestLog } from './faults/request-log.ts';
import { FHIR_PATH, SIGN_IN_PATH } from './faults/step-of.ts';
import { switchApp } from './faults/switch-page.ts';
import { fhirApp } from './fhir/fhir-app.ts';
import { paging } from './fhir/paging.ts';
import { fillStore } from './fill-store.ts';
import { type FaultsOf, frontOf } from './front.ts';
import type { Offers } from './offers.ts';
import { logInApp } from './sign-in/log-in.ts';
import { signInProvider } from './sign-in/provider.ts';
import { tokenHolder } from './sign-in/token-holder.ts';
import { type Store, storeOn } from './store.ts';
import { emptyTables } from './store-tables.ts';
import { type Switches, switchBoard } from './switches.ts';

export type PlanServiceOptions = {
  readonly people: People;
  readonly plans: readonly PlanRecord[];
  readonly pointers: readonly PointerRecord[];
  readonly redirectUris: readonly string[];
  /** Wanted port; 0 or left out: any free one. */
  readonly port?: number;
  readonly seed: number;
  /** ISO date. */
  readonly today: string;
  /** Ten minutes unless told. */
  readonly accessTokenSeconds?: number;
  /** How whole documents are given; by the operation unless told. */
  readonly offers?: Offers;
  /** How many results a page of a search has at most; a hundred unless told. */
  readonly longestPage?: number;
};

export type PlanService = {
  readonly origin: string;
  readonly fhirBase: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly accounts: readonly Account[];
  readonly switches: Switches;
  readonly log: RequestLog;
  readonly store: Store;
  /** Ends every connection, and from now on nobody listens; what it gives listens again, on the same port. */
  readonly goAway: () => Promise<() => Promise<void>>;
  readonly stop: () => Promise<void>;
};

const CLIENT_ID = 'planside';

function filledStore({ people, plans, pointers, offers = 'operation' }: PlanServiceOptions, fhirBase: string): Store {
  const database = emptyTables();
  fillStore(database, { people, plans, pointers, offers, fhirBase });
  return storeOn(database);
}

/** The faults that change an answer, for those of oidc-provider. */
function changeAnswers(provider: Provider, faultsOf: FaultsOf): void {
  provider.use(async (ctx, next) => {
    await next();
    const faults = faultsOf.get(ctx.req) ?? [];
    if (faults.length === 0 || !ctx.body) return;
    const body = typeof ctx.body === 'string' ? ctx.body : JSON.stringify(ctx.body);
    const answer = new Response(body, { status: ctx.status, headers: { 'content-type': ctx.type } });
    const changed = await changedAnswer(answer, faults, ctx.req.socket);
    if (changed === answer) return;
    ctx.status = changed.status;
    ctx.type = changed.headers.get('content-type') ?? '';
    ctx.body = changed.body && Readable.from(changed.body);
  });
}

/** A web application as node:http calls it, with the globals left alone. */
function listenerOf(fetch: Parameters<typeof getRequestListener>[0]): RequestListener {
  return getRequestListener(fetch, { overrideGlobalObjects: false });
}

type Addresses = Pick<PlanService, 'origin' | 'fhirBase' | 'issuer' | 'clientId'>;

function addressesAt(port: number): Addresses {
  const origin = `http://127.0.0.1:${port}`;
  return { origin, fhirBase: `${origin}${FHIR_PATH}`, issuer: `${origin}${SIGN_IN_PATH}`, clientId: CLIENT_ID };
}

async function assemble(options: PlanServiceOptions, listening: Listening): Promise<PlanService> {
  const addresses = addressesAt(listening.port);
  const accounts = accountsOf(options.people);
  const { redirectUris, accessTokenSeconds = 600, seed, today, offers = 'operation' } = options;
  const provider = await signInProvider({ ...addresses, redirectUris, accounts, accessTokenSeconds });
  const store = filledStore(options, addresses.fhirBase);
  const switches = switchBoard();
  const log = requestLog();
  const faultsOf: FaultsOf = new WeakMap();
  changeAnswers(provider, faultsOf);
  const holderOf = (token: string) => tokenHolder(provider, accounts, token);
  const around = { store, ...addresses, accounts, paging: paging(options.longestPage), holderOf, faultsOf, offers };
  const fhir = fhirApp({ ...around, auditKeys: await auditKeys() }, today);
  const pages = new Hono().route('/', switchApp(switches)).route('/', auditApp(store));
  listening.answerWith(
    frontOf({
      fhir: listenerOf(fhir.fetch),
      signIn: provider.callback(),
      logIn: listenerOf(logInApp(provider, accounts).fetch),
      pages: listenerOf(pages.fetch),
      switches,
      log,
      random: randomFrom(seed, 'slowness'),
      faultsOf,
    }),
  );
  const stop = async () => {
    await listening.stop();
    store.close();
  };
  return { ...addresses, accounts, switches, log, store, goAway: listening.goAway, stop };
}

/**
 * Starts the FHIR R4 plan service with its sign-in on one loopback origin.
 *
 * @throws if no port can be had
 */
export async function startPlanService(options: PlanServiceOptions): Promise<PlanService> {
  const listening = await listen(options.port ?? 0);
  try {
    return await assemble(options, listening);
  } catch (error) {
    await listening.stop();
    throw error;
  }
}
