import type { Hono } from 'hono';
import type { AdapterPack } from '../../utils/settings/policy-schema.ts';
import { hostsListener } from './hosts.ts';
import { type Listening, listen } from './listen.ts';
import { type PackHost, packHost } from './packs/pack-host.ts';
import { generatePeople } from './people/generate-people.ts';
import type { People } from './people/person.ts';
import type { Account } from './plan-service/accounts.ts';
import { type StoredAuditEvent, trailsIn } from './plan-service/audit/audit-store.ts';
import type { Trail } from './plan-service/audit/trails.ts';
import type { RequestRecord } from './plan-service/faults/request-log.ts';
import type { Offers } from './plan-service/offers.ts';
import { type PlanService, startPlanService } from './plan-service/plan-service.ts';
import { refusedSharing } from './plan-service/refused-sharing.ts';
import type { Switches } from './plan-service/switches.ts';
import { generatePlans } from './plans/generate-plans.ts';
import type { PlanIntent } from './plans/plan-intent.ts';
import type { PlanRecord, PointerRecord } from './plans/plan-record.ts';
import { revisePlan } from './plans/revise-plan.ts';
import { careHome } from './systems/care-home.ts';
import { gpRecord } from './systems/gp-record.ts';
import { launchPage } from './systems/launch.ts';
import { outOfHours } from './systems/out-of-hours.ts';

export type SandboxOptions = {
  /** What `identity.getRedirectURL()` gives in each browser that is to sign in. */
  readonly redirectUris: readonly string[];
  /** Wanted ports; 0 or left out: any free one. A taken port gives way to the next free one. */
  readonly ports?: { readonly planService?: number; readonly systems?: number };
  readonly seed?: number;
  /** ISO date on which everything happens; London's date otherwise. */
  readonly today?: string;
  /** Ten minutes unless told. */
  readonly accessTokenSeconds?: number;
  /** How the plan service gives whole documents; by the operation unless told. */
  readonly offers?: Offers;
  /** How many results a page of a search has at most; a hundred unless told. */
  readonly longestPage?: number;
  /** Further applications beside the clinical systems: host name without `.localhost` → application. */
  readonly extra?: Readonly<Record<string, Hono>>;
};

export type Sandbox = {
  readonly people: People;
  readonly plans: readonly PlanRecord[];
  readonly pointers: readonly PointerRecord[];
  readonly planService: {
    readonly origin: string;
    readonly fhirBase: string;
    readonly issuer: string;
    readonly clientId: string;
    /** What people call it: "no plan found in …". */
    readonly name: string;
    /** Ends every connection, and from now on nobody listens; what it gives listens again, on the same port. */
    readonly goAway: () => Promise<() => Promise<void>>;
  };
  /** Origins of the clinical systems. */
  readonly systems: { readonly gpRecord: string; readonly outOfHours: string; readonly careHome: string };
  /** Origin of any application on the systems' port, those of `extra` too. */
  readonly originOf: (host: string) => string;
  /** Whoever publishes the packs of adapters, and what a policy says of them. */
  readonly packs: PackHost & { readonly adapterPack: AdapterPack };
  readonly accounts: readonly Account[];
  /** Patient ids of those whose plans nobody is shown. */
  readonly refusedSharing: ReadonlySet<string>;
  readonly switches: Switches;
  /** Requests to FHIR and to sign-in, in the order in which they came; grows while the sandbox runs. */
  readonly requests: readonly RequestRecord[];
  readonly clearRequests: () => void;
  /** Audit events as they came, opened, oldest first. */
  readonly auditEvents: () => readonly StoredAuditEvent[];
  /** What the service holds of each installation's events, and what it lacks. */
  readonly auditTrails: () => readonly Trail[];
  /**
   * The author changes a plan: from now on its next version is served.
   *
   * @returns what is served now
   * @throws if nobody has this plan
   */
  readonly revise: (plan: PlanRecord, changes: Partial<PlanIntent>) => PlanRecord;
  /** Ends every connection and frees the ports. */
  readonly stop: () => Promise<void>;
};

const NAME = 'Example Urgent Care Plans';
const SEED = 20_261;

function londonToday(): string {
  return Temporal.Now.plainDateISO('Europe/London').toString();
}

function assemble(
  planService: PlanService,
  systems: Listening,
  plans: Pick<Sandbox, 'people' | 'plans' | 'pointers'>,
  packs: PackHost,
): Sandbox {
  const { origin, fhirBase, issuer, clientId, goAway, accounts, switches, log, store } = planService;
  const originOf = (host: string) => `http://${host}.localhost:${systems.port}`;
  return {
    ...plans,
    planService: { origin, fhirBase, issuer, clientId, name: NAME, goAway },
    systems: { gpRecord: originOf('gp-record'), outOfHours: originOf('out-of-hours'), careHome: originOf('care-home') },
    originOf,
    packs: { ...packs, adapterPack: packs.policyFor(originOf('packs')) },
    accounts,
    refusedSharing: refusedSharing(plans.people, plans.plans),
    switches,
    requests: log.records,
    clearRequests: log.clear,
    auditEvents: store.auditEvents,
    auditTrails: () => trailsIn(store.auditEvents()),
    revise: (plan, changes) => {
      const person = plans.people.persons.find(({ patientId }) => patientId === plan.patientId);
      if (person === undefined) throw new Error('Nobody has this plan');
      const revised = revisePlan(plan, person, changes);
      store.revise(revised);
      return revised;
    },
    stop: async () => {
      await Promise.all([planService.stop(), systems.stop()]);
    },
  };
}

/**
 * Starts everything Planside meets in the field, on the loopback address: people, their plans, the plan service
 * with its sign-in, and the three clinical systems. The same seed and day give the same people and plans.
 *
 * @throws if no port can be had
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { redirectUris, ports, seed = SEED, today = londonToday(), extra, ...offered } = options;
  const people = generatePeople(seed, today);
  const generated = generatePlans(people, seed, today);
  const planService = await startPlanService({
    people,
    ...generated,
    redirectUris,
    port: ports?.planService ?? 0,
    seed,
    today,
    ...offered,
  });
  try {
    const packs = await packHost();
    const systems = await listen(ports?.systems ?? 0);
    const day = options.today === undefined ? undefined : () => Temporal.PlainDate.from(today);
    systems.answerWith(
      hostsListener({
        'gp-record': gpRecord(people, day),
        'out-of-hours': outOfHours(people, day),
        'care-home': careHome(people, day),
        packs: packs.app,
        launch: launchPage(),
        ...extra,
      }),
    );
    return assemble(planService, systems, { people, ...generated }, packs);
  } catch (error) {
    await planService.stop();
    throw error;
  }
}
