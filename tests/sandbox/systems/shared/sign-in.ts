import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** Somebody signed in to a clinical system; `home` only where the system asks for one. */
export type Session = { readonly user: string; readonly home?: string };

/** The sessions of one system, in memory: a restart signs everybody out. */
export type Sessions = {
  readonly start: (context: Context, session: Session) => void;
  readonly current: (context: Context) => Session | undefined;
  readonly end: (context: Context) => void;
};

/** Cookie sessions under a cookie name of the system's own. */
export function cookieSessions(cookieName: string): Sessions {
  const open = new Map<string, Session>();
  return {
    start(context, session) {
      const key = randomUUID();
      open.set(key, session);
      setCookie(context, cookieName, key, { path: '/', httpOnly: true, sameSite: 'Lax' });
    },
    current(context) {
      return open.get(getCookie(context, cookieName) ?? '');
    },
    end(context) {
      open.delete(getCookie(context, cookieName) ?? '');
      deleteCookie(context, cookieName, { path: '/' });
    },
  };
}

/** A text field of a submitted form, trimmed; empty when it is missing or a file. */
export async function formText(context: Context, name: string): Promise<string> {
  const value = (await context.req.parseBody())[name];
  return typeof value === 'string' ? value.trim() : '';
}
