import { createServer, type Server, type ServerResponse } from 'node:http';

/** Waits on this computer for the browser to come back from the sign-in page. */
export type Callback = {
  /** As it has to be registered for the client. */
  readonly redirectUri: string;
  /** Where the browser was sent; fails when nobody comes in time. */
  readonly reached: Promise<URL>;
  readonly close: () => void;
};

const PATH = '/callback';

/** Signing in with a smartcard, a password and a second factor takes a while. */
const PATIENCE_MS = 5 * 60_000;

/**
 * Listens on 127.0.0.1 for one callback (RFC 8252 §7.3).
 *
 * @throws if the port is taken
 */
export async function listenForCallback(port: number, patienceMs = PATIENCE_MS): Promise<Callback> {
  const server = createServer();
  await opened(server, port);
  const address = server.address();
  const redirectUri = `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}${PATH}`;
  let timer: NodeJS.Timeout | undefined;
  const reached = new Promise<URL>((resolve, reject) => {
    timer = setTimeout(() => reject(new Error('Nobody came back from the sign-in page')), patienceMs);
    server.on('request', ({ url = '' }, response) => {
      const to = URL.parse(url, redirectUri);
      const isIt = to?.pathname === PATH;
      answer(response, isIt);
      if (isIt) resolve(to);
    });
  });
  reached.catch(() => undefined);
  const close = () => {
    clearTimeout(timer);
    server.close();
    server.closeAllConnections();
  };
  return { redirectUri, reached, close };
}

function opened(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

function answer(response: ServerResponse, isIt: boolean): void {
  const text = isIt ? 'Signed in. Go back to the terminal; this window can be closed.' : 'Nothing here.';
  response.writeHead(isIt ? 200 : 404, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'close',
  });
  response.end(text);
}
