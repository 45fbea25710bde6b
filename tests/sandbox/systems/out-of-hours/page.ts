import { html } from 'hono/html';
import type { Markup } from '../shared/markup.ts';

/** One Nightline document: a whole window or what stands in a frame. */
export function page(options: { title: string; body: string; content: Markup; script?: string }): Markup {
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="format-detection" content="telephone=no">
<title>${options.title}</title>
<link rel="stylesheet" href="/assets/nightline.css">
<link rel="stylesheet" href="/assets/nightline-case.css">
${options.script ? html`<script defer src="/assets/${options.script}"></script>` : ''}
</head>
<body class="${options.body}">
${options.content}
</body>
</html>`;
}
