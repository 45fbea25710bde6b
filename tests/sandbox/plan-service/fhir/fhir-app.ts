import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { changedAnswer } from '../faults/change-answer.ts';
import type { Offers } from '../offers.ts';
import { auditRoutes } from './audit-routes.ts';
import { bundleRoutes } from './bundle-routes.ts';
import { capabilityStatement } from './capability.ts';
import { compositionRoutes } from './composition-routes.ts';
import { groupRoutes } from './group-routes.ts';
import { notFound, operationOutcome, Refusal } from './outcome.ts';
import { PART_TYPES, partRoutes } from './part-routes.ts';
import { patientRoutes } from './patient-routes.ts';
import { pointerRoutes } from './pointer-routes.ts';
import { acceptsJson, actingRole, bearer, hasRequestId } from './request-checks.ts';
import { smartConfiguration } from './smart-configuration.ts';
import { FHIR_JSON, type FhirContext, type FhirEnv, fhirJson, type Surroundings } from './surroundings.ts';

const LARGEST_BODY = 1024 * 1024;

/** RFC 7517 §8.5.2 */
const JWK_SET = 'application/jwk-set+json';

/** The methods of each path, for 405. */
const METHODS: readonly (readonly [RegExp, string])[] = [
  [/^\/(metadata|audit-keys|\.well-known\/smart-configuration)$/, 'GET, HEAD'],
  [/^\/(Patient|Composition|DocumentReference|Group)$/, 'GET, HEAD'],
  [/^\/(Patient|Composition|DocumentReference|Group)\/_search$/, 'POST'],
  [/^\/(Patient|Composition)\/[A-Za-z0-9.-]+$/, 'GET, HEAD'],
  [/^\/AuditEvent\/[^/]+$/, 'PUT'],
];

/** Those of the paths that lead to documents. */
const DOCUMENT_METHODS: Readonly<Record<Offers, readonly [RegExp, string]>> = {
  operation: [/^\/Composition\/[A-Za-z0-9.-]+\/\$document$/, 'GET, HEAD'],
  stored: [/^\/Bundle\/[A-Za-z0-9.-]+$/, 'GET, HEAD'],
  include: [new RegExp(`^/(${PART_TYPES.join('|')})/[A-Za-z0-9.-]+$`), 'GET, HEAD'],
};

function refuse(refusal: Refusal): Response {
  const body = JSON.stringify(operationOutcome(refusal.code, refusal.message, refusal.further));
  return new Response(body, { status: refusal.status, headers: { 'content-type': FHIR_JSON, ...refusal.headers } });
}

/** Nothing matched: the path is unknown, or it is known and the method is not. */
function unmatched(c: FhirContext, offers: Offers): Refusal {
  const path = new URL(c.req.url).pathname.replace(/^\/fhir\/R4/, '');
  const allow = [...METHODS, DOCUMENT_METHODS[offers]].find(([pattern]) => pattern.test(path))?.[1];
  if (allow === undefined) return notFound('resource or operation');
  return new Refusal(405, 'not-supported', `Allowed here: ${allow}`, { allow });
}

/** Tells the routes which faults this request is to meet, and changes the answer by those that do. */
function meetFaults({ faultsOf }: Surroundings) {
  return createMiddleware<FhirEnv>(async (c, next) => {
    const faults = faultsOf.get(c.env.incoming) ?? [];
    c.set('faults', faults);
    await next();
    c.res = await changedAnswer(c.res, faults, c.env.incoming.socket);
  });
}

/**
 * The FHIR R4 side of the plan service: every route of docs/plan-service.md, every refusal an OperationOutcome.
 *
 * @param started ISO date for the CapabilityStatement
 */
export function fhirApp(around: Surroundings, started: string): Hono<FhirEnv> {
  const app = new Hono<FhirEnv>().basePath('/fhir/R4');
  app.use(meetFaults(around));
  app.use(acceptsJson);
  app.get('/metadata', (c) => fhirJson(c, capabilityStatement(around.fhirBase, started, around.offers)));
  app.get('/.well-known/smart-configuration', (c) => c.json(smartConfiguration(around)));
  app.get('/audit-keys', (c) => c.json(around.auditKeys.published, 200, { 'content-type': JWK_SET }));
  const open = ['metadata', 'audit-keys', '.well-known/smart-configuration'].map((path) => `/fhir/R4/${path}`);
  const closed = createMiddleware<FhirEnv>(async (c, next) => {
    if (open.includes(c.req.path)) throw unmatched(c, around.offers);
    await next();
  });
  app.use(closed, hasRequestId, bearer(around), actingRole);
  app.use(
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError: () => {
        // The rest of the body is never read, so nothing more can come over this connection.
        throw new Refusal(413, 'too-long', 'The body is larger than 1 MiB', { connection: 'close' });
      },
    }),
  );
  patientRoutes(app, around);
  compositionRoutes(app, around);
  pointerRoutes(app, around);
  groupRoutes(app, around);
  auditRoutes(app, around);
  if (around.offers === 'stored') bundleRoutes(app, around);
  if (around.offers === 'include') partRoutes(app, around);
  app.notFound((c) => refuse(unmatched(c, around.offers)));
  app.onError((error) => {
    if (error instanceof Refusal) return refuse(error);
    return refuse(new Refusal(500, 'exception', 'The sandbox made a mistake'));
  });
  return app;
}
