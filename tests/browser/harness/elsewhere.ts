import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Hosts that the browsers ask of their own accord, whatever extension is in them: their makers', and the one of the
 * address at which a sign-in ends (`identity.getRedirectURL`), to which they have begun to connect before they see it.
 */
const BROWSERS_OWN =
  /(?:^|\.)(?:mozilla\.(?:com|net|org)|firefox\.com|google\.com|googleapis\.com|gvt1\.com|chromiumapp\.org|allizom\.org)$/;

/** This computer itself: Firefox asks the proxy for it while it is told to be offline (tests/faults/offline). */
const HERE = /^(?:127\.0\.0\.1|(?:.+\.)?localhost)$/;

const asked: string[] = [];
let proxy: Promise<Server> | null = null;

/**
 * A proxy for whatever lies beyond this computer, one for all browsers of this process: it answers nobody, and remembers
 * which hosts were asked for.
 *
 * @returns its port on the loopback address
 */
export async function elsewherePort(): Promise<number> {
  proxy ??= start();
  return ((await proxy).address() as AddressInfo).port;
}

/** Which hosts beyond this computer somebody has asked for since this was called last, the browsers' own left out. */
export function takeAskedElsewhere(): readonly string[] {
  return asked.splice(0).filter((host) => !BROWSERS_OWN.test(host) && !HERE.test(host));
}

async function start(): Promise<Server> {
  const server = createServer((request) => refuse(request));
  server.on('connect', refuse);
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  return server;
}

function refuse({ url = '', socket }: IncomingMessage): void {
  asked.push(URL.parse(/^\w+:\/\//.test(url) ? url : `http://${url}`)?.hostname ?? 'nobody knows whom');
  socket.destroy();
}
