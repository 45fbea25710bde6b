import { html } from 'hono/html';
import type { Account, Role } from '../accounts.ts';

export type Html = ReturnType<typeof html>;

/** One plain page of the sandbox: readable without any style sheet, usable with the keyboard alone. */
export function page(title: string, body: Html): Html {
  return html`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 44rem; padding: 0 1rem; color: #212b32; background: #fff; }
label { display: block; margin-top: 1rem; font-weight: 600; }
input, select { font: inherit; padding: .4rem; border: 2px solid #4c6272; width: 100%; max-width: 22rem; box-sizing: border-box; }
button { font: inherit; font-weight: 600; margin-top: 1.5rem; padding: .5rem 1.5rem; color: #fff; background: #007f3b; border: 2px solid transparent; }
:focus-visible { outline: 3px solid #212b32; outline-offset: 2px; }
table { border-collapse: collapse; margin-top: 1rem; width: 100%; }
th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #d8dde0; vertical-align: top; }
caption { text-align: left; font-weight: 600; }
h2 { margin: 2rem 0 .5rem; font-size: 1.3rem; }
h3 { margin: 0; font-size: 1rem; }
ol, ul { list-style: none; margin: 0; padding: 0; }
li { padding: .6rem 0; border-bottom: 1px solid #d8dde0; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: 7.5rem 1fr; gap: .1rem .6rem; margin: .3rem 0 0; }
dt { color: #4c6272; }
dd { margin: 0; min-width: 0; }
[role="alert"] { border-left: 4px solid #d5281b; padding-left: 1rem; font-weight: 600; }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>`;
}

function roleLine({ role, organisation }: Role): Html {
  return html`<div>${role}, ${organisation}</div>`;
}

/** The log-in form, with the accounts of the sandbox beneath it: everyone may know them. */
export function logInPage(
  action: string,
  accounts: readonly Account[],
  failed: { readonly username: string } | undefined,
): Html {
  const rows = accounts.map(
    ({ username, password, name, roles }) => html`<tr>
<td>${username}</td><td>${password}</td><td>${name}</td><td>${roles.map(roleLine)}</td>
</tr>`,
  );
  return page(
    'Sign in to the sandbox’s plan service',
    html`${failed === undefined ? '' : html`<p role="alert">User name and password do not belong together.</p>`}
<form method="post" action="${action}">
<label for="username">User name</label>
<input id="username" name="username" autocomplete="username" required autofocus value="${failed?.username ?? ''}">
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<button type="submit">Sign in</button>
</form>
<table>
<caption>Accounts of this sandbox: invented people, nothing secret</caption>
<thead><tr><th scope="col">User name</th><th scope="col">Password</th><th scope="col">Who</th><th scope="col">As what</th></tr></thead>
<tbody>${rows}</tbody>
</table>`,
  );
}
