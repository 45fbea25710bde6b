import { html } from 'hono/html';
import type { People } from '../../people/person.ts';
import type { Markup } from '../shared/markup.ts';
import { registrationNumber } from '../shared/staff.ts';

type Practice = People['practice'];

/** The log-in page; nothing of a patient is on it. */
export function loginPage(practice: Practice): Markup {
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Meadow GP record</title>
<link rel="stylesheet" href="/assets/meadow.css">
<link rel="stylesheet" href="/assets/meadow-workspace.css">
<link rel="stylesheet" href="/assets/meadow-dialogs.css">
</head>
<body class="meadow-login">
<form id="login-form" method="post" action="/login">
<p class="brand"><span class="brand-mark" aria-hidden="true"></span>Meadow <span>GP record</span></p>
<p class="login-practice">${practice.name} · ${practice.odsCode}</p>
<label for="username">User name</label>
<input id="username" name="username" autocomplete="username" required autofocus>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password">
<button class="primary">Log in</button>
<p class="login-foot">Fictional system for demonstration. Use of this system is recorded.</p>
</form>
</body>
</html>`;
}

/** The one document of the product. The page's scripts fill it; its address is `/` for everything. */
export function workspacePage(practice: Practice, user: string, today: Temporal.PlainDate): Markup {
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="format-detection" content="telephone=no">
<title>Meadow GP record</title>
<link rel="stylesheet" href="/assets/meadow.css">
<link rel="stylesheet" href="/assets/meadow-workspace.css">
<link rel="stylesheet" href="/assets/meadow-dialogs.css">
<script type="module" src="/assets/workspace.js"></script>
</head>
<body class="meadow" data-today="${today.toString()}">
${toolbar(practice, user)}
<section id="patient-banner" class="pb" aria-label="Patient banner" hidden></section>
<nav id="record-tabs" aria-label="Record" hidden><div role="tablist"></div></nav>
<main id="workspace" data-view="appointments" tabindex="-1"></main>
${dialogs()}
<p id="status" role="status"></p>
</body>
</html>`;
}

function toolbar(practice: Practice, user: string): Markup {
  return html`<header class="bar">
<p class="brand"><span class="brand-mark" aria-hidden="true"></span>Meadow <span>GP record</span></p>
<form id="patient-search" role="search">
<label for="search-box">Find patient</label>
<input id="search-box" name="query" type="search" autocomplete="off" placeholder="Name or NHS No." aria-describedby="search-hint">
<button>Find</button>
<span id="search-hint" class="hint">For example 485 777 3456</span>
</form>
<div class="bar-buttons">
<button id="show-book" type="button">Appointments</button>
<button id="recent-button" type="button" aria-expanded="false" aria-controls="recent-menu">Recent</button>
<ul id="recent-menu" hidden></ul>
<button id="next-patient" type="button">Next patient</button>
<button id="close-record" type="button" disabled>Close record</button>
</div>
<div class="who" title="${practice.name}">
<span class="who-name">${user}</span>
<span class="who-registration">Reg. no. ${registrationNumber(user)}</span>
</div>
<form method="post" action="/logout"><button id="log-out">Log out</button></form>
</header>`;
}

function dialogs(): Markup {
  return html`<dialog id="results-dialog" aria-labelledby="results-title">
<h2 id="results-title">Search results</h2>
<div class="dialog-body"></div>
<p class="dialog-foot"><button type="button" class="cancel" autofocus>Cancel</button></p>
</dialog>
<dialog id="book-dialog" aria-labelledby="book-title">
<h2 id="book-title">Appointment book</h2>
<div class="dialog-body"></div>
<p class="dialog-foot"><button type="button" class="cancel" autofocus>Close</button></p>
</dialog>
<dialog id="confirm-dialog" aria-labelledby="confirm-title">
<h2 id="confirm-title">Confirm you have the right patient</h2>
<div class="dialog-body"></div>
<p class="dialog-foot"><button type="button" class="primary confirm">Open this record</button><button type="button" class="cancel" autofocus>Cancel</button></p>
</dialog>`;
}
