import { createServer } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { freePort } from '../../commands/free-port.ts';

const busy = createServer();
afterEach(() => busy.close());

it('goes on to the next port when one is busy or already promised', async () => {
  await new Promise<void>((done) => busy.listen(0, '127.0.0.1', () => done()));
  const address = busy.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const next = await freePort(port);
  expect(next).toBeGreaterThan(port);
  expect(await freePort(port, [next])).toBeGreaterThan(next);
});
