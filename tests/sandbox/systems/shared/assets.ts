import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';

const TYPES = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' } as const;

/**
 * Serves scripts and style sheets of one system under `/assets/`, to everybody: they hold nothing of a patient. There
 * is no icon, and browsers are told so without an error.
 *
 * @param folder where the files are, ending in a slash
 * @throws when a file named is missing, at start-up
 */
export function serveAssets(app: Hono, folder: URL, names: readonly `${string}.${keyof typeof TYPES}`[]): void {
  app.get('/favicon.ico', (context) => context.body(null, 204));
  for (const name of names) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const type = name.endsWith('.css') ? TYPES.css : TYPES.js;
    app.get(`/assets/${name}`, (context) => context.body(text, 200, { 'Content-Type': type }));
  }
}
