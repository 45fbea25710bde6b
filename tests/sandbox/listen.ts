import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

export type Listening = {
  readonly port: number;
  /** Requests before this get 503. */
  readonly answerWith: (listener: RequestListener) => void;
  /** Who takes over connections that are to be something else than HTTP; before this they are refused. */
  readonly upgradeWith: (listener: (request: IncomingMessage, socket: Duplex, head: Buffer) => void) => void;
  /** Ends every connection, and from now on nobody listens; what it gives listens again, on the same port. */
  readonly goAway: () => Promise<() => Promise<void>>;
  /** Ends every connection, those kept alive and those waiting for an answer. */
  readonly stop: () => Promise<void>;
};

const PORTS_TRIED = 50;

function listenOn(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

/**
 * Listens on the loopback address alone.
 *
 * @param port wanted port; 0 for any free one; if it is taken, the next free one above
 * @throws the system's error if no port can be had
 */
export async function listen(port: number): Promise<Listening> {
  let answer: RequestListener = (_request, response) => response.writeHead(503).end();
  const server = createServer((request, response) => answer(request, response));
  for (let tried = port; ; tried++) {
    try {
      await listenOn(server, tried);
      break;
    } catch (error) {
      if (!isBusy(error) || tried - port >= PORTS_TRIED) throw error;
    }
  }
  const { port: found } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    port: found,
    answerWith: (listener) => {
      answer = listener;
    },
    upgradeWith: (listener) => {
      server.on('upgrade', listener);
    },
    goAway: async () => {
      await stop();
      return () => listenOn(server, found);
    },
    stop,
  };
}
