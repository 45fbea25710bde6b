import { type Context, Hono } from 'hono';
import type { People } from '../people/person.ts';
import { boardPage, handoverPage, loginPage, roundPage, searchPage, visitsPage } from './care-home/home-pages.ts';
import { residentPage, type Section } from './care-home/resident-pages.ts';
import { type Home, homesOf, type Note, type Resident } from './care-home/residents.ts';
import { serveAssets } from './shared/assets.ts';
import { findPeople } from './shared/name-search.ts';
import { cookieSessions, formText } from './shared/sign-in.ts';
import { type Today, todayInLondon } from './shared/wording.ts';

const SECTIONS: readonly Section[] = ['overview', 'notes', 'care-plan', 'medication', 'contacts'];

/**
 * Hearthside care: server-rendered pages of one care home at a time, with plain links and forms. Without `no-store`
 * and `unload`, so that Back and Forward come from the back/forward cache. Pages and selectors: `README.md` here.
 *
 * @param today for tests; London's date otherwise
 */
export function careHome(people: People, today: Today = todayInLondon): Hono {
  const app = new Hono();
  const sessions = cookieSessions('hearthside-session');
  const homes = homesOf(people);
  serveAssets(app, new URL('care-home/browser/', import.meta.url), ['hearthside.css', 'hearthside-pages.css']);
  app.get('/login', (context) => context.html(loginPage(people.careHomes)));
  app.post('/login', async (context) => {
    const user = await formText(context, 'username');
    const home = await formText(context, 'home');
    if (!user || !homes.has(home))
      return context.html(loginPage(people.careHomes, 'Choose your home and enter your name.'), 400);
    sessions.start(context, { user, home });
    return context.redirect('/', 303);
  });
  app.post('/logout', (context) => {
    sessions.end(context);
    return context.redirect('/login', 303);
  });
  app.use(async (context, next) => (sessions.current(context) ? next() : context.redirect('/login', 303)));
  const here = (context: Context): Home => {
    const session = sessions.current(context);
    const home = homes.get(session?.home ?? '');
    if (!session || !home) throw new Error('A session without a home');
    return { ...home, user: session.user };
  };
  homeRoutes(app, here, today);
  residentRoutes(app, here, people.practice, today);
  return app;
}

/** Pages about the whole home: several residents on each. */
function homeRoutes(app: Hono, here: (context: Context) => Home, today: Today): void {
  app.get('/', (context) => context.html(boardPage(here(context), today())));
  app.get('/handover', (context) => context.html(handoverPage(here(context), today())));
  app.get('/medication-round', (context) => context.html(roundPage(here(context), today())));
  app.get('/visits', (context) => context.html(visitsPage(here(context), today())));
  app.get('/search', (context) => {
    const home = here(context);
    const typed = context.req.query('q')?.trim() ?? '';
    const persons = home.residents.map(({ person }) => person);
    const found = new Set(findPeople(persons, typed));
    const residents = home.residents.filter(({ person }) => found.has(person));
    return context.html(searchPage(home, typed === '' ? undefined : { typed, residents }));
  });
}

/** Pages about one resident of the home signed in to; anybody else is 404. */
function residentRoutes(app: Hono, here: (context: Context) => Home, practice: People['practice'], today: Today): void {
  const written = new Map<string, Note[]>();
  const residentAsked = (context: Context): Resident | undefined =>
    here(context).residents.find(({ id }) => id === context.req.param('id'));
  for (const section of SECTIONS) {
    app.get(section === 'overview' ? '/residents/:id' : `/residents/:id/${section}`, (context) => {
      const resident = residentAsked(context);
      if (!resident) return context.text('No such resident', 404);
      const notes = written.get(resident.id) ?? [];
      return context.html(residentPage({ home: here(context), resident, practice, notes, today: today() }, section));
    });
  }
  app.post('/residents/:id/notes', async (context) => {
    const resident = residentAsked(context);
    if (!resident) return context.text('No such resident', 404);
    const text = await formText(context, 'note');
    const note = { date: today().toString(), by: here(context).user, text };
    if (text) written.set(resident.id, [note, ...(written.get(resident.id) ?? [])]);
    return context.redirect(`/residents/${resident.id}/notes`, 303);
  });
}
