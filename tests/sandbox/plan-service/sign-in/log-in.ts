import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Provider } from 'oidc-provider';
import type { Account } from '../accounts.ts';
import { LOG_IN_PATH } from '../faults/step-of.ts';
import { errors } from './oidc-provider.ts';
import { logInPage, page } from './pages.ts';

/**
 * The page on which a person of the sandbox signs in. oidc-provider sends the browser here and takes it back
 * with the account's name; nothing is ever asked about consent.
 */
export function logInApp(provider: Provider, accounts: readonly Account[]): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>().basePath(LOG_IN_PATH);
  app.get('/:uid', async (c) => {
    const { incoming, outgoing } = c.env;
    const { prompt } = await provider.interactionDetails(incoming, outgoing);
    if (prompt.name === 'consent')
      return c.redirect(await provider.interactionResult(incoming, outgoing, { consent: {} }), 303);
    return c.html(logInPage(c.req.path, accounts, undefined));
  });
  app.post('/:uid', async (c) => {
    const { incoming, outgoing } = c.env;
    await provider.interactionDetails(incoming, outgoing);
    const { username, password } = await c.req.parseBody();
    const account = accounts.find((one) => one.username === username && one.password === password);
    if (account === undefined) {
      return c.html(logInPage(c.req.path, accounts, { username: typeof username === 'string' ? username : '' }), 403);
    }
    const result = { login: { accountId: account.username } };
    return c.redirect(await provider.interactionResult(incoming, outgoing, result), 303);
  });
  app.onError((error, c) => {
    const forgotten = error instanceof errors.SessionNotFound;
    const words = forgotten ? 'This sign-in has been forgotten. Start it again.' : 'The sandbox made a mistake.';
    return c.html(page('Signing in did not work', html`<p role="alert">${words}</p>`), forgotten ? 400 : 500);
  });
  return app;
}
