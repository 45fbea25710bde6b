import { createServer } from 'node:net';

const TRIED = 50;

/**
 * The first free port on 127.0.0.1 from `preferred` upwards, leaving out `taken`; the same one on every start as long
 * as nobody else uses it. Throws when none of the next fifty is free.
 */
export async function freePort(preferred: number, taken: number[] = []): Promise<number> {
  for (let port = preferred; port < preferred + TRIED; port++) {
    if (!taken.includes(port) && (await isFree(port))) return port;
  }
  throw new Error(`No port from ${preferred} to ${preferred + TRIED - 1} is free on 127.0.0.1.`);
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((done) => {
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
}
