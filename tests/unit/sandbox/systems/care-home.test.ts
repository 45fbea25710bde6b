import { describe, expect, it } from 'vitest';
import { careHome } from '../../../sandbox/systems/care-home.ts';
import { LIVE_MARKUP, PEOPLE, signedIn, TODAY, type Visit } from './visit.ts';

const system = () => careHome(PEOPLE, TODAY);
const atWillowHouse = () => signedIn(system(), { home: 'willow-house' });

async function text(visit: Visit, path: string): Promise<string> {
  return (await visit.get(path)).text();
}

/** Paths of the residents on the board, by room. */
async function residentPaths(visit: Visit): Promise<string[]> {
  return [...(await text(visit, '/')).matchAll(/href="(\/residents\/[0-9a-f]{12})"/g)].map(([, path]) => path ?? '');
}

async function pagesOf(visit: Visit, path: string): Promise<string[]> {
  const sections = ['', '/notes', '/care-plan', '/medication', '/contacts'];
  return Promise.all(sections.map((section) => text(visit, `${path}${section}`)));
}

describe('Hearthside, before log-in', () => {
  it.each(['/', '/handover', '/visits', '/medication-round', '/search?q=reed', '/residents/000000000000'])(
    'sends %s to the log-in page',
    async (path) => {
      const answer = await system().request(path);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/login']);
      expect(await answer.text()).toBe('');
    },
  );

  it('offers every home and refuses an unknown one', async () => {
    const page = await (await system().request('/login')).text();
    for (const { name } of PEOPLE.careHomes) expect(page).toContain(`>${name}</option>`);
    const body = new URLSearchParams({ username: 'a', home: 'elsewhere' });
    expect((await system().request('/login', { method: 'POST', body })).status).toBe(400);
  });
});

describe('Hearthside, signed in', () => {
  it('shows the identity card on every page of a resident', async () => {
    const visit = await atWillowHouse();
    const [reed = ''] = await residentPaths(visit);
    for (const page of await pagesOf(visit, reed)) {
      expect(page.match(/id="resident-card"/g)).toHaveLength(1);
      expect(page).toContain('<dt>Name</dt><dd class="rc-name">Margaret Ann Reed</dd>');
      expect(page).toContain('<dt>Date of birth</dt><dd class="rc-dob">14 July 1938</dd>');
      expect(page).toContain('<dt>NHS number</dt><dd class="rc-nhs">999 104 5120</dd>');
    }
  });

  it.each(['/', '/handover', '/visits', '/medication-round', '/search', '/search?q=reed'])(
    '%s has no identity card',
    async (path) => {
      expect(await text(await atWillowHouse(), path)).not.toContain('resident-card');
    },
  );

  it('lists the residents of this home alone', async () => {
    const visit = await atWillowHouse();
    for (const path of ['/handover', '/visits', '/medication-round']) {
      const page = await text(visit, path);
      expect(page).toContain('999 104 5120');
      expect(page).toContain('999 260 7939');
      expect(page).not.toContain('999 596 2837');
    }
    expect(await text(visit, '/search?q=bell')).toContain('No resident found');
  });

  it('makes a list of a single hit', async () => {
    const page = await text(await atWillowHouse(), '/search?q=reed');
    expect(page).toContain('1 resident<');
    expect(page.match(/href="\/residents\//g)).toHaveLength(1);
  });

  it('answers 404 for unknown residents, NHS numbers and those of another home', async () => {
    const visit = await atWillowHouse();
    const app = system();
    const [elsewhere = ''] = await residentPaths(await signedIn(app, { home: 'the-laurels' }));
    expect(elsewhere).not.toBe('');
    for (const path of ['/residents/000000000000', '/residents/9991045120', elsewhere, `${elsewhere}/notes`]) {
      expect((await visit.get(path)).status, path).toBe(404);
    }
    expect((await visit.post(`${elsewhere}/notes`, { note: 'x' })).status).toBe(404);
  });

  it('names relatives with birth dates and without NHS numbers', async () => {
    const visit = await atWillowHouse();
    const [reed = ''] = await residentPaths(visit);
    const contacts = (await text(visit, `${reed}/contacts`)).split('id="contacts"')[1] ?? '';
    expect(contacts.match(/<dt>Date of birth<\/dt>/g)).toHaveLength(2);
    expect(contacts).not.toMatch(/NHS number|14 July 1938/);
  });

  it('escapes names and notes everywhere', async () => {
    const visit = await atWillowHouse();
    const [, markup = ''] = await residentPaths(visit);
    await visit.post(`${markup}/notes`, { note: '<img src=x>' });
    const search = encodeURIComponent('"><img src=x>');
    const lists = await Promise.all(
      ['/', '/handover', '/visits', '/medication-round', `/search?q=${search}`].map((path) => text(visit, path)),
    );
    for (const page of [...lists, ...(await pagesOf(visit, markup))]) expect(page).not.toMatch(LIVE_MARKUP);
    expect(await text(visit, `${markup}/notes`)).toContain('&lt;img src=x&gt;');
  });

  it('lets the browser keep pages for Back and Forward', async () => {
    const visit = await atWillowHouse();
    const answer = await visit.get('/handover');
    expect(answer.headers.get('cache-control')).toBeNull();
    expect(await answer.text()).not.toMatch(/unload|<script/);
  });

  it('ends the session at log-out', async () => {
    const visit = await atWillowHouse();
    await visit.post('/logout', {});
    expect((await visit.get('/')).status).toBe(303);
  });
});
