import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';

const PAGE = new URL('../../../docs/launch/launch.html', import.meta.url);

/** The launch page of docs/launch, as an organisation serves it: the very file, and nothing beside it. */
export function launchPage(): Hono {
  return new Hono().get('/launch.html', async (context) => {
    context.header('Cache-Control', 'no-store');
    return context.html(await readFile(PAGE, 'utf8'));
  });
}
