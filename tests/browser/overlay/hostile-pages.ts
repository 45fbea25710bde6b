import { Hono } from 'hono';
import type { Person } from '../../sandbox/people/person.ts';
import { bannerPage } from '../../sandbox/systems/elsewhere.ts';

/** What pages do, on purpose or not, that could take the sidebar out of sight or out of shape. */
const STYLES = {
  plain: '',
  reset: `html > :not(head, body), body * { all: unset !important; }
    html > div { display: none !important; opacity: 0 !important; transform: scale(0) !important; }
    iframe { display: none !important; }`,
  'small-root': 'html { font-size: 62.5%; } * { zoom: normal; }',
  transformed: 'html, body { transform: translateX(40px) scale(0.9); filter: blur(0); contain: layout paint; }',
  'over-all': `body::before, #war { content: ''; position: fixed; inset: 0; z-index: 2147483647; pointer-events: none; }
    #war { left: auto; width: 500px; height: 100%; background: red; pointer-events: auto; }`,
  margins: 'html { margin: 20px 30px !important; } .fixed { position: fixed; inset: 0 0 auto; height: 40px; }',
} as const;

export type HostilePage = keyof typeof STYLES;
export const HOSTILE_PAGES = Object.keys(STYLES) as HostilePage[];

const TOOLS = `<div id="war"></div><div class="fixed"></div>
<div id="loud" popover="manual" style="position:fixed;inset:0;width:auto;height:auto;margin:0;border:0;background:red"></div>
<div id="toast" popover="manual" style="position:fixed;inset:auto 0 0 auto;width:300px;height:60px;margin:0;border:0"></div>
<div id="menu" popover style="position:fixed;inset:0;width:auto;height:auto;margin:0;border:0"></div>
<dialog id="ask" style="position:fixed;inset:0;width:100%;height:100%;max-width:none;max-height:none;padding:0;border:0">Sure?</dialog>
<div id="scan"><button id="full" onclick="document.querySelector('#scan').requestFullscreen()">Full</button></div>
<button id="all" onclick="document.documentElement.requestFullscreen()">All</button>`;

/** An application that serves the banner of somebody in each of these pages. */
export function hostilePages(person: () => Person): Hono {
  const page = (style: string, root = '') =>
    bannerPage(person())
      .replace('</head>', `<style>${style}</style></head>`)
      .replace('<html', `<html ${root}`)
      .replace('</body>', `${style.includes('#war') ? '' : '<style>#war{display:none}</style>'}${TOOLS}</body>`);
  const app = new Hono();
  for (const [name, style] of Object.entries(STYLES)) app.get(`/${name}`, (context) => context.html(page(style)));
  return app
    .get('/rtl', (context) => context.html(page('', 'dir="rtl"')))
    .get('/frameset', (context) =>
      context.html(
        '<!doctype html><title>Record</title><frameset cols="30%,*"><frame src="/empty"><frame src="/plain"></frameset>',
      ),
    )
    .get('/empty', (context) => context.html('<!doctype html><title>Menu</title><p>Menu</p>'));
}
