import { html } from 'hono/html';
import type { Markup } from '../shared/markup.ts';
import type { Home } from './residents.ts';

/** A whole Hearthside document around its content. */
export function wholeDocument(title: string, content: Markup): Markup {
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="format-detection" content="telephone=no">
<title>${title}</title>
<link rel="stylesheet" href="/assets/hearthside.css">
<link rel="stylesheet" href="/assets/hearthside-pages.css">
</head>
<body>
${content}
</body>
</html>`;
}

const PAGES = [
  ['/', 'Residents'],
  ['/handover', 'Handover'],
  ['/visits', 'Visits'],
  ['/medication-round', 'Medication round'],
  ['/search', 'Search'],
] as const;

/** A page behind the log-in, under the home's own bar. `here` is the path of the menu entry it belongs to. */
export function page(home: Home, title: string, here: (typeof PAGES)[number][0], content: Markup): Markup {
  const links = PAGES.map(
    ([path, label]) => html`<a href="${path}"${path === here ? html` aria-current="page"` : ''}>${label}</a>
`,
  );
  return wholeDocument(
    `${title} – ${home.home.name} – Hearthside`,
    html`<header class="hs-bar">
<p class="hs-brand">Hearthside <small>care</small></p>
<nav aria-label="Pages">${links}</nav>
<p class="hs-user">${home.user}<small>${home.home.name} · ${home.home.phone}</small></p>
<form method="post" action="/logout"><button id="log-out">Log out</button></form>
</header>
<main>
${content}
</main>`,
  );
}
