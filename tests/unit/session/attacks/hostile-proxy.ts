import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { listen } from '../../../sandbox/listen.ts';
import type { PlanService } from '../../../sandbox/plan-service/plan-service.ts';

/** What the product asks for without a window. */
export type Step = 'discovery' | 'token' | 'keys' | 'revocation';

/** One asked-for thing: when, and with which form. */
export type Seen = { readonly step: Step; readonly form: URLSearchParams };

/** Answers in place of the plan service; `pass` hands the request on and gives what it really said. */
export type Change = (pass: () => Promise<Response>, form: URLSearchParams) => Response | Promise<Response>;

export type HostileProxy = {
  readonly origin: string;
  readonly fhirBase: string;
  /** In the order in which they came. */
  readonly seen: Seen[];
  /** From now on until `calm`. */
  readonly change: (step: Step, change: Change) => void;
  readonly calm: () => void;
  readonly stop: () => Promise<void>;
};

/** In the description of the service these lead through the proxy. */
const LED: readonly string[] = ['token_endpoint', 'jwks_uri', 'revocation_endpoint'];

function stepAt(path: string): Step {
  if (path.endsWith('/smart-configuration')) return 'discovery';
  if (path.endsWith('/jwks')) return 'keys';
  return path.endsWith('/revocation') ? 'revocation' : 'token';
}

/** Stands between the product and a plan service, on an origin of its own, and hands everything on until it is told. */
export async function startHostileProxy(service: PlanService): Promise<HostileProxy> {
  const listening = await listen(0);
  const origin = `http://127.0.0.1:${listening.port}`;
  const changes = new Map<Step, Change>();
  const seen: Seen[] = [];
  const app = new Hono();
  app.all('*', async (c) => {
    const { method, path } = c.req;
    const step = stepAt(path);
    const text = await c.req.text();
    const form = new URLSearchParams(text);
    seen.push({ step, form });
    const pass = async () => {
      const answer = await fetch(`${service.origin}${path}`, {
        method,
        headers: { 'content-type': c.req.header('content-type') ?? '', 'x-request-id': crypto.randomUUID() },
        ...(method === 'POST' ? { body: text } : {}),
      });
      const body = step === 'discovery' ? led(await answer.json(), origin) : await answer.text();
      return new Response(body, { status: answer.status, headers: { 'content-type': 'application/json' } });
    };
    return (changes.get(step) ?? ((passed) => passed()))(pass, form);
  });
  listening.answerWith(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  return {
    origin,
    fhirBase: service.fhirBase.replace(service.origin, origin),
    seen,
    change: (step, change) => void changes.set(step, change),
    calm: () => {
      changes.clear();
      seen.length = 0;
    },
    stop: listening.stop,
  };
}

function led(configuration: Readonly<Record<string, unknown>>, origin: string): string {
  const entries = Object.entries(configuration).map(([name, value]) =>
    LED.includes(name) ? [name, String(value).replace(/^http:\/\/[^/]+/, origin)] : [name, value],
  );
  return JSON.stringify(Object.fromEntries(entries));
}
