import { Hono } from 'hono';
import { html } from 'hono/html';
import { page } from './sign-in/pages.ts';
import type { Store, StoredAuditEvent } from './store.ts';

function row({ username, receivedAt, resource }: StoredAuditEvent) {
  const purposes = resource.purposeOfEvent?.map(({ text, coding }) => text ?? coding?.[0]?.code ?? '').join('; ');
  const patients = resource.entity?.map(({ what }) => what?.identifier?.value ?? what?.reference ?? '').join(' ');
  return html`<tr>
<td>${resource.recorded}</td><td>${receivedAt}</td><td>${username}</td>
<td>${resource.subtype?.[0]?.display ?? resource.type.display ?? resource.type.code} ${resource.action ?? ''}</td>
<td>${purposes ?? ''}</td><td>${patients ?? ''}</td>
</tr>`;
}

/** `GET /audit`: what was audited, newest first, for somebody who wants to see it at the sandbox. */
export function auditApp(store: Store): Hono {
  const app = new Hono();
  app.get('/audit', (c) => {
    const events = store.auditEvents().reverse();
    const head = ['Happened', 'Received', 'Account', 'What', 'Purpose', 'Concerning'];
    return c.html(
      page(
        'Audit events',
        html`<p>${events.length} since the sandbox was started.</p>
<table>
<thead><tr>${head.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${events.map(row)}</tbody>
</table>`,
      ),
    );
  });
  return app;
}
