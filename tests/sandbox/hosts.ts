import type { RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';

/**
 * Several web applications on one port, each its own origin: `NAME.localhost` is looked up by the `Host` header.
 * Browsers take every name below `localhost` for this machine (RFC 6761 §6.3).
 *
 * @param apps host name without `.localhost` → application
 * @returns 421 for any other host
 */
export function hostsListener(apps: Readonly<Record<string, Hono>>): RequestListener {
  const listeners = new Map(
    Object.entries(apps).map(([name, app]) => [
      `${name}.localhost`,
      getRequestListener(app.fetch, { overrideGlobalObjects: false }),
    ]),
  );
  return (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    const listener = listeners.get(host);
    if (listener === undefined) {
      const known = [...listeners.keys()].join(', ');
      response.writeHead(421, { 'content-type': 'text/plain; charset=utf-8' }).end(`Known here: ${known}\n`);
      return;
    }
    listener(request, response);
  };
}
