import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';
import type { People } from '../people/person.ts';
import { randomFrom } from '../people/random.ts';
import { loginPage, workspacePage } from './gp-record/pages.ts';
import { appointmentLines, identityOf, listLine } from './gp-record/patient-json.ts';
import { type Consultation, recordContent } from './gp-record/record-content.ts';
import { serveAssets } from './shared/assets.ts';
import { STRICT_POLICY } from './shared/markup.ts';
import { findPeople } from './shared/name-search.ts';
import { cookieSessions, formText, type Sessions } from './shared/sign-in.ts';
import { cuiDate, type Today, todayInLondon } from './shared/wording.ts';

const SCRIPTS = [
  'workspace.js',
  'banner.js',
  'book.js',
  'dialogs.js',
  'dom.js',
  'open-record.js',
  'people-table.js',
  'record-tabs.js',
  'requests.js',
  'search.js',
  'consultation-editor.js',
  'test-switches.js',
] as const;

/**
 * Meadow GP record: a single page whose address never changes. Screens, selectors and test API: `README.md` here.
 *
 * @param today for tests; London's date otherwise
 */
export function gpRecord(people: People, today: Today = todayInLondon): Hono {
  const app = new Hono();
  const sessions = cookieSessions('meadow-session');
  app.use(async (context, next) => {
    await next();
    context.header('Content-Security-Policy', STRICT_POLICY);
    context.header('Cache-Control', 'no-store');
  });
  serveAssets(app, new URL('gp-record/browser/', import.meta.url), [
    ...SCRIPTS,
    'meadow.css',
    'meadow-workspace.css',
    'meadow-dialogs.css',
  ]);
  app.get('/', (context) => {
    const session = sessions.current(context);
    return context.html(session ? workspacePage(people.practice, session.user, today()) : loginPage(people.practice));
  });
  app.post('/login', async (context) => {
    const user = await formText(context, 'username');
    if (user) sessions.start(context, { user });
    return context.redirect('/', 303);
  });
  app.post('/logout', (context) => {
    sessions.end(context);
    return context.redirect('/', 303);
  });
  app.route('/api', patientApi(people, today, sessions));
  return app;
}

/** The JSON behind the page. Without a session 401; an unknown number 404; both with nothing about anybody. */
function patientApi(people: People, today: Today, sessions: Sessions): Hono {
  const api = new Hono();
  const written = new Map<string, Consultation[]>();
  const byNumber = new Map(people.persons.map((person) => [person.nhsNumber, person]));
  api.use(async (context, next) => {
    if (!sessions.current(context)) return context.json({ error: 'signed out' }, 401);
    await wait(delayFor(context.req.path, context.req.query('delay')));
    return next();
  });
  api.get('/appointments', (context) => context.json(appointmentLines(people, today)));
  api.post('/search', async (context) => {
    const typed = await formText(context, 'query');
    return context.json(findPeople(people.persons, typed).map(listLine));
  });
  api.get('/patients/:nhsNumber', (context) => {
    const person = byNumber.get(context.req.param('nhsNumber'));
    if (!person) return context.json({ error: 'not found' }, 404);
    const content = recordContent(person, today());
    const consultations = [...(written.get(person.nhsNumber) ?? []), ...content.consultations];
    return context.json({ identity: identityOf(person), record: { ...content, consultations } });
  });
  api.post('/patients/:nhsNumber/consultations', async (context) => {
    const person = byNumber.get(context.req.param('nhsNumber'));
    if (!person) return context.json({ error: 'not found' }, 404);
    const note = { history: await formText(context, 'history'), plan: await formText(context, 'plan') };
    if (!note.history) return context.json({ error: 'empty' }, 400);
    const clinician = sessions.current(context)?.user ?? '';
    const entry = { date: cuiDate(today().toString()), type: 'Surgery', clinician, ...note };
    written.set(person.nhsNumber, [entry, ...(written.get(person.nhsNumber) ?? [])]);
    return context.json(entry, 201);
  });
  return api;
}

/** 20 to 80 ms, always the same for one path; `?delay=` (0 to 10000 ms) overrides it. */
function delayFor(path: string, asked: string | undefined): number {
  if (asked !== undefined && /^\d{1,5}$/.test(asked)) return Math.min(Number(asked), 10_000);
  return randomFrom(1, `delay:${path}`).integer(20, 80);
}
