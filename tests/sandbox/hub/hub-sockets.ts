import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';

/** The WebSockets of a hub, each at an address that was given to one subscriber. */
export type HubSockets = {
  /** A new address, at which nobody is yet. */
  readonly newPath: () => string;
  readonly at: (path: string) => WebSocket | null;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly count: () => number;
  readonly send: (text: string) => void;
  readonly leave: (path: string) => void;
  /** Cuts all of them off; none of the addresses is good any more. */
  readonly endAll: () => void;
};

/**
 * @param opened what is sent first to whoever comes; `null`: nothing
 * @param heard what subscribers say
 */
export function hubSockets(opened: () => object | null, heard: (message: unknown) => void): HubSockets {
  const server = new WebSocketServer({ noServer: true });
  const all = new Map<string, WebSocket | null>();
  const connected = () => [...all.values()].filter((socket) => socket !== null);
  return {
    newPath() {
      const path = `/ws/${crypto.randomUUID()}`;
      all.set(path, null);
      return path;
    },
    at: (path) => all.get(path) ?? null,
    upgrade(request, socket, head) {
      const path = request.url ?? '';
      if (!all.has(path)) {
        socket.destroy();
        return;
      }
      server.handleUpgrade(request, socket, head, (is) => {
        all.set(path, is);
        is.on('message', (text) => heard(JSON.parse(String(text))));
        is.on('close', () => all.delete(path));
        const first = opened();
        if (first) is.send(JSON.stringify(first));
      });
    },
    count: () => connected().length,
    send(text) {
      for (const socket of connected()) socket.send(text);
    },
    leave(path) {
      all.get(path)?.close(1000);
      all.delete(path);
    },
    endAll() {
      for (const socket of connected()) socket.terminate();
      all.clear();
    },
  };
}
