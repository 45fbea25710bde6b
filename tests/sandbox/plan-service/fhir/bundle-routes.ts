import type { Hono } from 'hono';
import { withEtag } from './etag.ts';
import { notFound } from './outcome.ts';
import { needScope, permitRole } from './permit.ts';
import { planToAnswerWith } from './plan-to-answer-with.ts';
import type { FhirEnv, Surroundings } from './surroundings.ts';
import { withholdFromDocument } from './withhold.ts';

/** Documents that are stored whole: `GET Bundle/{id}`, with the address that a DocumentReference gives. */
export function bundleRoutes(app: Hono<FhirEnv>, around: Surroundings): void {
  app.get('/Bundle/:id{[A-Za-z0-9.-]+}', (c) => {
    needScope(c, 'user/DocumentReference.rs');
    permitRole(c);
    const { store } = around;
    const planId = planToAnswerWith(c, around, store.planOfBundle(c.req.param('id')) ?? '');
    const document = store.document(planId);
    if (document === undefined) throw notFound('Bundle');
    return withEtag(c, withholdFromDocument(document, c.get('role').withheld));
  });
}
