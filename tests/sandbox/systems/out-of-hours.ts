import { type Context, Hono } from 'hono';
import type { People } from '../people/person.ts';
import { boardPage, loginPage } from './out-of-hours/board-pages.ts';
import { type Call, callsOf, clock, exampleNumber } from './out-of-hours/calls.ts';
import { casePage, type LogLine, noCasePage } from './out-of-hours/case-pages.ts';
import { appointmentsPage, queuePage, searchPage, warmTransferPage } from './out-of-hours/list-pages.ts';
import { triagePage } from './out-of-hours/triage-page.ts';
import { serveAssets } from './shared/assets.ts';
import { STRICT_POLICY } from './shared/markup.ts';
import { findPeople } from './shared/name-search.ts';
import { cookieSessions, formText, type Sessions } from './shared/sign-in.ts';
import { type Today, todayInLondon } from './shared/wording.ts';

const ASSETS = ['board.js', 'case.js', 'login.js', 'nightline.css', 'nightline-case.css'] as const;

/**
 * Nightline out-of-hours: a queue in one frame, the case in another, the patient in a frame inside that one. Screens,
 * selectors and test API: `README.md` here.
 *
 * @param today for tests; London's date otherwise
 */
export function outOfHours(people: People, today: Today = todayInLondon): Hono {
  const app = new Hono();
  const sessions = cookieSessions('nightline-session');
  app.use(async (context, next) => {
    await next();
    context.header('Content-Security-Policy', STRICT_POLICY);
    context.header('Cache-Control', 'no-store');
  });
  serveAssets(app, new URL('out-of-hours/browser/', import.meta.url), ASSETS);
  app.get('/login', (context) => context.html(loginPage(people.outOfHoursProvider)));
  app.post('/login', async (context) => {
    const user = await formText(context, 'username');
    if (user) sessions.start(context, { user });
    return context.redirect('/', 303);
  });
  app.post('/logout', (context) => {
    sessions.end(context);
    return context.redirect('/login', 303);
  });
  app.use(async (context, next) => (sessions.current(context) ? next() : context.redirect('/login', 303)));
  app.route('/', board(people, today, sessions));
  return app;
}

/** Everything behind the log-in. */
function board(people: People, today: Today, sessions: Sessions): Hono {
  const app = new Hono();
  const calls = callsOf(people.persons);
  const example = exampleNumber(people.persons);
  const userOf = (context: Context) => sessions.current(context)?.user ?? '';
  const callAsked = (number: string | undefined) => calls.byNumber.get(number ?? '');
  app.get('/', (context) => {
    const call = callAsked(context.req.query('call'));
    return context.html(boardPage(people.outOfHoursProvider, userOf(context), call?.number));
  });
  app.get('/queue', (context) => context.html(queuePage(calls.queue, today())));
  app.get('/warm-transfer', (context) => context.html(warmTransferPage(calls.queue, userOf(context))));
  app.get('/appointments', (context) => context.html(appointmentsPage(calls.queue, userOf(context))));
  app.get('/search', (context) => context.html(searchPage(example)));
  app.post('/search', async (context) => {
    const typed = await formText(context, 'query');
    const found = findPeople(people.persons, typed).flatMap((person) => calls.byNhsNumber.get(person.nhsNumber) ?? []);
    return context.html(searchPage(example, { typed, found, today: today() }));
  });
  app.post('/calls/find', async (context) => {
    const call = calls.byNhsNumber.get(await formText(context, 'nhsNumber'));
    return call ? context.json({ path: `/case/${call.number}` }) : context.json({ error: 'not found' }, 404);
  });
  app.get('/case', (context) => context.html(noCasePage()));
  app.get('/triage/:call', (context) => {
    const call = callAsked(context.req.param('call'));
    return call ? context.html(triagePage(call, today())) : context.text('No such case', 404);
  });
  cases(app, callAsked, userOf);
  return app;
}

function cases(app: Hono, callAsked: (number: string) => Call | undefined, userOf: (context: Context) => string): void {
  const written = new Map<string, LogLine[]>();
  app.get('/case/:call', (context) => {
    const call = callAsked(context.req.param('call'));
    if (!call) return context.text('No such case', 404);
    return context.html(casePage(call, userOf(context), written.get(call.number) ?? []));
  });
  app.post('/case/:call/notes', async (context) => {
    const call = callAsked(context.req.param('call'));
    if (!call) return context.text('No such case', 404);
    const text = await formText(context, 'note');
    const line = { at: clock(Temporal.Now.instant().toString()), by: userOf(context), text };
    if (text) written.set(call.number, [...(written.get(call.number) ?? []), line]);
    return context.redirect(`/case/${call.number}`, 303);
  });
}
