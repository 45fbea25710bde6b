import { html } from 'hono/html';
import type { People } from '../../people/person.ts';
import type { Markup } from '../shared/markup.ts';
import { page } from './page.ts';

type Provider = People['outOfHoursProvider'];

export function loginPage(provider: Provider): Markup {
  return page({
    title: 'Nightline – sign in',
    body: 'nl-login',
    script: 'login.js',
    content: html`<form id="login-form" method="post" action="/login">
<p class="nl-brand">Nightline <small>out-of-hours</small></p>
<p>${provider.name}</p>
<label for="username">User</label>
<input id="username" name="username" autocomplete="username" required autofocus>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password">
<button class="go">Sign in</button>
</form>`,
  });
}

/** The bar over the board and the pages without frames. It names staff, never a patient. */
export function bar(user: string, here: 'board' | 'appointments' | 'transfer'): Markup {
  const mark = (name: typeof here) => (name === here ? html` aria-current="page"` : '');
  return html`<header class="nl-bar">
<p class="nl-brand">Nightline <small>out-of-hours</small></p>
<nav aria-label="Pages">
<a href="/"${mark('board')}>Board</a>
<a href="/appointments"${mark('appointments')}>Appointments</a>
<a href="/warm-transfer"${mark('transfer')}>Warm transfer</a>
</nav>
<p class="nl-user">${user}</p>
<form method="post" action="/logout"><button id="log-out">Log out</button></form>
</header>`;
}

/** The top window: two frames side by side. `callNumber`: the case to begin with. */
export function boardPage(provider: Provider, user: string, callNumber: string | undefined): Markup {
  return page({
    title: `Nightline – ${provider.name}`,
    body: 'nl-board',
    script: 'board.js',
    content: html`${bar(user, 'board')}
<main>
<iframe id="queue-frame" name="queue" title="Call queue" src="/queue"></iframe>
<iframe id="case-frame" name="case" title="Case" src="/case${callNumber ? `/${callNumber}` : ''}"></iframe>
</main>`,
  });
}
