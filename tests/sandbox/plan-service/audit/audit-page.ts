import { Hono } from 'hono';
import { html } from 'hono/html';
import { type Html, page } from '../sign-in/pages.ts';
import type { Store } from '../store.ts';
import { type StoredAuditEvent, trailsIn } from './audit-store.ts';
import { trailEntryIn } from './trail-entry.ts';
import { sayTrail, type Trail } from './trails.ts';

const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Europe/London' });

const ACTIONS = { C: 'create', R: 'read', U: 'update', D: 'delete', E: 'execute' } as const;

function whatIn({ type, subtype, action }: StoredAuditEvent['resource']): string {
  const [further] = subtype ?? [];
  const codes = [type.display ?? type.code, further?.display ?? further?.code, action && ACTIONS[action]];
  return codes.filter((said) => said !== undefined).join(', ');
}

function whoIn({ resource, actedBy }: StoredAuditEvent): string {
  const { who, name } = resource.agent.find(({ requestor }) => requestor) ?? {};
  const said = who?.display ?? name ?? 'somebody unnamed';
  return actedBy === undefined ? `${said} (no account of this service)` : `${said} (${actedBy})`;
}

function placeIn({ resource }: StoredAuditEvent): string {
  const entry = trailEntryIn(resource);
  return typeof entry === 'string' ? 'in no trail' : `${entry.sequence} of ${entry.installation}`;
}

/** One event: what is said of it, line by line. */
function block(event: StoredAuditEvent): Html {
  const { resource, deliveredBy, receivedAt, isSealed, alerted } = event;
  const purposes = resource.purposeOfEvent?.map(({ text, coding }) => text ?? coding?.[0]?.code ?? '').join('; ');
  const concerned = resource.entity?.map(({ what }) => what?.identifier?.value ?? what?.reference ?? '');
  const lines = {
    'Alert sent to': alerted,
    Happened: time.format(new Date(resource.recorded)),
    Received: `${time.format(new Date(receivedAt))}, ${isSealed ? 'sealed' : 'in clear'}`,
    Acted: whoIn(event),
    'Delivered by': deliveredBy,
    Purpose: purposes,
    Concerning: concerned?.filter((one) => one !== '').join(' '),
    Sequence: placeIn(event),
  };
  const said = Object.entries(lines).filter(([, words]) => words);
  return html`<li>
<h3>${whatIn(resource)}</h3>
<dl>${said.map(([title, words]) => html`<dt>${title}</dt><dd>${words}</dd>`)}</dl>
</li>`;
}

function alertList(alerts: readonly StoredAuditEvent[]): Html {
  if (alerts.length === 0) return html`<p>None.</p>`;
  return html`<ol>${alerts.map(block)}</ol>`;
}

function trailLine(trail: Trail): Html {
  const { length } = trail.held;
  return html`<li>${trail.installation}, ${length} ${length === 1 ? 'event' : 'events'}: <b>${sayTrail(trail)}</b></li>`;
}

/** `GET /audit`: what was audited, for somebody who wants to see it at the sandbox: alerts, trails, and all newest first. */
export function auditApp(store: Store): Hono {
  const app = new Hono();
  app.get('/audit', (c) => {
    const events = store.auditEvents().reverse();
    const trails = trailsIn(events);
    const alerts = events.filter(({ alerted }) => alerted !== undefined);
    return c.html(
      page(
        'Audit events',
        html`<h2>Alerts</h2>
${alertList(alerts)}
<h2>Trails</h2>
${trails.length === 0 ? html`<p>No installation has said where its events stand.</p>` : html`<ul>${trails.map(trailLine)}</ul>`}
<h2>All events</h2>
<p>${events.length} since the sandbox was started.</p>
<ol>${events.map(block)}</ol>`,
      ),
    );
  });
  return app;
}
