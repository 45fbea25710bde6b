import { describe, expect, it } from 'vitest';
import { outOfHours } from '../../../sandbox/systems/out-of-hours.ts';
import { LIVE_MARKUP, MARKUP, PEOPLE, REED, RESTRICTED, signedIn, TODAY, type Visit } from './visit.ts';

const system = () => outOfHours(PEOPLE, TODAY);

async function text(visit: Visit, path: string): Promise<string> {
  return (await visit.get(path)).text();
}

async function casePath(visit: Visit, nhsNumber: string): Promise<string> {
  return (await (await visit.post('/calls/find', { nhsNumber })).json()).path;
}

async function triage(visit: Visit, nhsNumber: string): Promise<string> {
  return text(visit, (await casePath(visit, nhsNumber)).replace('/case/', '/triage/'));
}

describe('Nightline, before log-in', () => {
  it.each([
    '/',
    '/queue',
    '/case',
    '/case/NL234567',
    '/triage/NL234567',
    '/search',
    '/warm-transfer',
    '/appointments',
    '/nothing',
  ])('sends %s to the log-in page', async (path) => {
    const answer = await system().request(path);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/login']);
    expect(await answer.text()).toBe('');
  });

  it('finds no call', async () => {
    const body = new URLSearchParams({ nhsNumber: REED.nhsNumber });
    expect((await system().request('/calls/find', { method: 'POST', body })).status).toBe(303);
  });
});

describe('Nightline, signed in', () => {
  it('has the identity in the innermost frame only', async () => {
    const visit = await signedIn(system());
    const path = await casePath(visit, REED.nhsNumber);
    expect(path).toMatch(/^\/case\/NL[2-9A-Z]{6}$/);
    const outer = `${await text(visit, '/')}${await text(visit, path)}`;
    expect(outer).not.toMatch(/Reed|999 ?104 ?5120|patient-identity/);
    expect(await text(visit, path)).toContain(`src="${path.replace('/case/', '/triage/')}"`);
  });

  it('shows name, birth date and NHS number as label and value', async () => {
    const page = await triage(await signedIn(system()), REED.nhsNumber);
    expect(page.match(/id="patient-identity"/g)).toHaveLength(1);
    expect(page).toContain('<dt>Name</dt><dd data-field="name">Reed, Margaret Ann</dd>');
    expect(page).toContain('<dt>Date of birth</dt><dd data-field="dob">14/07/1938</dd>');
    expect(page).toContain('<dt>NHS number</dt><dd data-field="nhs-number">999 104 5120</dd>');
  });

  it.each(['/queue', '/warm-transfer', '/appointments'])(
    '%s is a list of several without an identity',
    async (path) => {
      const page = await text(await signedIn(system()), path);
      expect(page).toContain('999 260 7939');
      expect(page).toContain('999 596 2837');
      expect(page).not.toContain('patient-identity');
    },
  );

  it('puts urgent calls first although they came later', async () => {
    const page = await text(await signedIn(system()), '/queue');
    expect(page.indexOf('999 260 7939')).toBeLessThan(page.indexOf('999 596 2837'));
  });

  it('lists what a search finds, with an example number that is nobody’s', async () => {
    const visit = await signedIn(system());
    const before = await text(visit, '/search');
    expect(before).toContain('class="hint"');
    expect(before).not.toContain('search-results');
    const example = /NHS number ([\d ]+) or/.exec(before)?.[1]?.replaceAll(' ', '') ?? '';
    expect(PEOPLE.persons.map(({ nhsNumber }) => nhsNumber)).not.toContain(example);
    const after = await (await visit.post('/search', { query: 'reed' })).text();
    expect(after).toContain('id="search-results"');
    expect(after).not.toContain('patient-identity');
  });

  it('escapes names and complaints everywhere', async () => {
    const visit = await signedIn(system());
    const path = await casePath(visit, MARKUP.nhsNumber);
    const found = await (await visit.post('/search', { query: '<b>here' })).text();
    const pages = [await text(visit, '/queue'), await text(visit, path), await triage(visit, MARKUP.nhsNumber), found];
    for (const page of pages) expect(page).not.toMatch(LIVE_MARKUP);
    expect(pages[2]).toContain('O&#39;Neil &lt;img');
  });

  it('keeps a restricted person’s address to itself', async () => {
    const page = await triage(await signedIn(system()), RESTRICTED.nhsNumber);
    expect(page).toContain('<dd data-field="address">Restricted</dd>');
    expect(page).not.toContain('Secret Street');
  });

  it('answers 404 for unknown calls', async () => {
    const visit = await signedIn(system());
    expect((await visit.get('/case/NL000000')).status).toBe(404);
    expect((await visit.get(`/triage/${REED.nhsNumber}`)).status).toBe(404);
    expect((await visit.post('/case/NL000000/notes', { note: 'x' })).status).toBe(404);
    expect((await visit.post('/calls/find', { nhsNumber: '9990000018' })).status).toBe(404);
  });

  it('adds a note to its own case', async () => {
    const visit = await signedIn(system());
    const mine = await casePath(visit, REED.nhsNumber);
    await visit.post(`${mine}/notes`, { note: 'Seen <i>at home</i>' });
    expect(await text(visit, mine)).toContain('Seen &lt;i&gt;at home');
    expect(await text(visit, await casePath(visit, MARKUP.nhsNumber))).not.toContain('at home');
  });

  it('ends the session at log-out', async () => {
    const visit = await signedIn(system());
    await visit.post('/logout', {});
    expect((await visit.get('/queue')).status).toBe(303);
  });
});
