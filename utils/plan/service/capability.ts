import * as z from 'zod/mini';
import type { Asking, FhirAnswer } from './asking.ts';
import { readOpenly } from './fhir-request.ts';
import { couldNotCheck, failed, type Judged } from './judge.ts';

/** The ways to a whole document (docs/plan-service.md), in the order in which they are tried unless the service says. */
export const WAYS = ['operation', 'storedBundle', 'include'] as const;

export type Way = (typeof WAYS)[number];

/** The searches by which a service may bring a patient's plans along with the patient (FHIR R4 `_revinclude`). */
const ALONG = ['Composition:subject', 'Composition:patient'] as const;

export type Along = (typeof ALONG)[number];

/** What a plan service says it can do, as far as it decides what is asked of it. */
export type Capability = {
  /** Ways it names itself. What it does not name it may offer all the same. */
  readonly offers: readonly Way[];
  /** Whether it may hold whole documents as Bundles: `false` only where it lists what it holds, without them. */
  readonly mayStoreDocuments: boolean;
  /** How plans come along with their patient; `null`: it does not say that they do. */
  readonly plansAlong: Along | null;
};

/** A service may ask to be asked again sooner by nothing; like discovery, an hour is the longest. */
const KEPT_FOR_MS = 3_600_000;

const kept = new Map<string, { readonly until: number; readonly capability: Capability }>();

const SAYS_NOTHING: Capability = { offers: [], mayStoreDocuments: true, plansAlong: null };

const text = z.exactOptional(z.string());
const operations = z.exactOptional(z.array(z.object({ name: text, definition: text })));

/** The parts of a CapabilityStatement that are read (FHIR R4). */
const capabilitySchema = z.object({
  resourceType: z.literal('CapabilityStatement'),
  fhirVersion: text,
  rest: z.exactOptional(
    z.array(
      z.object({
        mode: text,
        operation: operations,
        resource: z.exactOptional(
          z.array(
            z.object({
              type: z.string(),
              interaction: z.exactOptional(z.array(z.object({ code: z.string() }))),
              searchInclude: z.exactOptional(z.array(z.string())),
              searchRevInclude: z.exactOptional(z.array(z.string())),
              operation: operations,
            }),
          ),
        ),
      }),
    ),
  ),
});

type Rest = NonNullable<z.infer<typeof capabilitySchema>['rest']>[number];
type Listed = NonNullable<Rest['resource']>[number];

/**
 * What this plan service can do: as it said within the last hour, else asked now (`GET {base}/metadata`).
 *
 * @returns a service that does not answer says nothing; failed only for one that speaks another FHIR than R4
 */
export async function capabilityOf(asking: Asking, now = Date.now()): Promise<Judged<Capability>> {
  const known = knownCapability(asking.fhirBase, now);
  if (known) return { ok: true, value: known };
  const answer = await readOpenly(asking, `${asking.fhirBase}/metadata`);
  const judged = judgeCapability(answer);
  // A service that has no such page will have none in a minute; one that failed may have.
  const isLasting = answer.kind === 'body' && [200, 404].includes(answer.status);
  if (judged.ok && isLasting) kept.set(asking.fhirBase, { until: now + KEPT_FOR_MS, capability: judged.value });
  return judged;
}

/** What this plan service has said within the last hour; `null`: nothing. */
export function knownCapability(fhirBase: string, now = Date.now()): Capability | null {
  const known = kept.get(fhirBase);
  return known && known.until > now ? known.capability : null;
}

/** Plans do not come along, whatever this service says: it is not asked for that again before it says so anew. */
export function keepsNoPlansAlong(fhirBase: string): void {
  const known = kept.get(fhirBase);
  if (known) kept.set(fhirBase, { ...known, capability: { ...known.capability, plansAlong: null } });
}

/** Forgets what services said; they are asked again by the next look-up. */
export function forgetCapabilities(): void {
  kept.clear();
}

/** Judges a CapabilityStatement; whatever is none says nothing. */
export function judgeCapability(answer: FhirAnswer): Judged<Capability> {
  const parsed = capabilitySchema.safeParse(answer.kind === 'body' && answer.status === 200 ? answer.body : null);
  if (!parsed.success) return { ok: true, value: SAYS_NOTHING };
  const { fhirVersion, rest = [] } = parsed.data;
  if (fhirVersion !== undefined && !/^4\.0(?:\.|$)/.test(fhirVersion)) {
    return failed(couldNotCheck('unexpectedAnswer', 'PLN-FHIR-VERSION', answer.tries));
  }
  const servers = rest.filter(({ mode }) => mode === undefined || mode === 'server');
  const listed = servers.flatMap(({ resource }) => resource ?? []);
  return {
    ok: true,
    value: {
      offers: offered(servers, listed),
      mayStoreDocuments: mayStore(listed),
      plansAlong: along(listed),
    },
  };
}

function along(listed: readonly Listed[]): Along | null {
  const patients = listed.filter(({ type }) => type === 'Patient');
  const named = patients.flatMap(({ searchRevInclude }) => searchRevInclude ?? []);
  return ALONG.find((one) => named.includes(one)) ?? null;
}

function offered(servers: readonly Rest[], listed: readonly Listed[]): readonly Way[] {
  const compositions = listed.filter(({ type }) => type === 'Composition');
  const everywhere = servers.flatMap(({ operation }) => operation ?? []);
  const onCompositions = compositions.flatMap(({ operation }) => operation ?? []);
  const has: Record<Way, boolean> = {
    operation: [...onCompositions, ...everywhere].some(
      ({ name, definition }) => /^\$?document$/.test(name ?? '') || /\/Composition-document$/.test(definition ?? ''),
    ),
    storedBundle: listed.some((one) => one.type === 'Bundle' && canRead(one)),
    include: compositions.some(({ searchInclude = [] }) =>
      searchInclude.some((one) => /^(\*|Composition[:.*])/.test(one)),
    ),
  };
  return WAYS.filter((way) => has[way]);
}

function mayStore(listed: readonly Listed[]): boolean {
  const bundles = listed.filter(({ type }) => type === 'Bundle');
  return listed.length === 0 || bundles.some((one) => one.interaction === undefined || canRead(one));
}

function canRead({ interaction = [] }: Listed): boolean {
  return interaction.some(({ code }) => code === 'read');
}
