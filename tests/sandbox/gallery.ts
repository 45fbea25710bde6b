import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { build, type Rolldown } from 'vite';

const ROOT = fileURLToPath(new URL('./stories/', import.meta.url));
const PAGE = 'gallery.html';

const TYPES: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

function typeOf(file: string): string {
  return `${TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream'}; charset=utf-8`;
}

async function built(): Promise<Rolldown.RolldownOutput> {
  const output = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      modulePreload: false,
      // The gallery has both languages at hand (`tests/words-in.ts`).
      rolldownOptions: { input: `${ROOT}${PAGE}`, checks: { ineffectiveDynamicImport: false } },
    },
  });
  if ('output' in output) return output;
  throw new Error('Vite built something else than one gallery.');
}

/**
 * Every state of the sidebar, as an application of the sandbox: `/` in frames, `/?story=ID&language=cy` one alone. It is
 * built here, of the product's own components and style sheet; nothing of it is written to the disk.
 *
 * @throws what Vite says where it cannot be built
 */
export async function gallery(): Promise<Hono> {
  const { output } = await built();
  const files = new Map(output.map((one) => [one.fileName, one.type === 'chunk' ? one.code : one.source]));
  const app = new Hono();
  app.get('*', ({ req }) => {
    const file = req.path === '/' ? PAGE : req.path.slice(1);
    const text = files.get(file);
    if (text === undefined) return new Response('There is no such page.', { status: 404 });
    return new Response(text as BodyInit, { headers: { 'content-type': typeOf(file) } });
  });
  return app;
}
