import { describe, expect, it } from 'vitest';
import { gpRecord } from '../../../sandbox/systems/gp-record.ts';
import { MARKUP, PEOPLE, REED, RESTRICTED, signedIn, TODAY } from './visit.ts';

const system = () => gpRecord(PEOPLE, TODAY);

describe('Meadow GP record, before log-in', () => {
  it('shows a log-in form at / and nobody', async () => {
    const page = await (await system().request('/')).text();
    expect(page).toContain('id="login-form"');
    expect(page).not.toMatch(/Reed|999|patient-banner/);
  });

  it.each(['/api/appointments', `/api/patients/${REED.nhsNumber}`])('answers 401 with nothing at %s', async (path) => {
    const answer = await system().request(path);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({ error: 'signed out' });
  });

  it('answers 401 to a search and to a note', async () => {
    const body = new URLSearchParams({ query: 'reed' });
    expect((await system().request('/api/search', { method: 'POST', body })).status).toBe(401);
    const path = `/api/patients/${REED.nhsNumber}/consultations`;
    expect((await system().request(path, { method: 'POST', body })).status).toBe(401);
  });

  it('starts no session without a name', async () => {
    const answer = await system().request('/login', { method: 'POST', body: new URLSearchParams({ username: ' ' }) });
    expect(answer.headers.get('set-cookie')).toBeNull();
  });
});

describe('Meadow GP record, signed in', () => {
  it('sends one page with an empty, hidden banner and nobody in it', async () => {
    const visit = await signedIn(system());
    const page = await (await visit.get('/')).text();
    expect(page).toMatch(/<section id="patient-banner"[^>]* hidden><\/section>/);
    expect(page).toContain('data-today="2026-11-22"');
    expect(page).not.toMatch(/Reed|999 ?104/);
  });

  it('allows no inline script or style', async () => {
    const policy = (await (await signedIn(system())).get('/')).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe');
  });

  it('answers a patient with identity and record, and not with the plan service’s id', async () => {
    const visit = await signedIn(system());
    const text = await (await visit.get(`/api/patients/${REED.nhsNumber}?delay=0`)).text();
    const { identity, record } = JSON.parse(text);
    expect(identity).toMatchObject({
      nhsNumber: '9991045120',
      familyName: 'Reed',
      birthDate: '1938-07-14',
      preferredName: 'Peggy',
    });
    expect(record.consultations.length).toBeGreaterThan(2);
    expect(text).not.toContain(REED.patientId);
  });

  it('keeps a restricted person’s address to itself', async () => {
    const text = await (await (await signedIn(system())).get(`/api/patients/${RESTRICTED.nhsNumber}?delay=0`)).text();
    expect(text).not.toContain('Secret Street');
  });

  it('writes nothing dated after a death', async () => {
    const answer = await (await signedIn(system())).get(`/api/patients/${RESTRICTED.nhsNumber}?delay=0`);
    const { consultations } = (await answer.json()).record;
    expect(consultations[0].date).toMatch(/-202[45]$/);
  });

  it('answers 404 for an unknown number', async () => {
    const visit = await signedIn(system());
    expect((await visit.get('/api/patients/9990000018?delay=0')).status).toBe(404);
    expect((await visit.post('/api/patients/9990000018/consultations?delay=0', { history: 'x' })).status).toBe(404);
  });

  it('finds by name, by number with spaces, and nobody for nothing', async () => {
    const visit = await signedIn(system());
    const found = async (query: string) =>
      (await (await visit.post('/api/search?delay=0', { query })).json()).map(
        (hit: { nhsNumber: string }) => hit.nhsNumber,
      );
    expect(await found('marg re')).toEqual([REED.nhsNumber]);
    expect(await found('oneil')).toEqual([MARKUP.nhsNumber]);
    expect(await found('999 104 5120')).toEqual([REED.nhsNumber]);
    expect(await found('14/07/1938')).toEqual([REED.nhsNumber]);
    expect(await found('  ')).toEqual([]);
  });

  it('keeps a note with the patient it was written for', async () => {
    const visit = await signedIn(system());
    const saved = await visit.post(`/api/patients/${REED.nhsNumber}/consultations?delay=0`, {
      history: 'Better',
      plan: '',
    });
    expect(saved.status).toBe(201);
    const first = async (number: string) =>
      (await (await visit.get(`/api/patients/${number}?delay=0`)).json()).record.consultations[0].history;
    expect(await first(REED.nhsNumber)).toBe('Better');
    expect(await first(MARKUP.nhsNumber)).not.toBe('Better');
  });

  it('books the first person of the list, and nobody who has died', async () => {
    const book = await (await (await signedIn(system())).get('/api/appointments?delay=0')).json();
    expect(book.map((entry: { nhsNumber: string }) => entry.nhsNumber)).toEqual([REED.nhsNumber, MARKUP.nhsNumber]);
  });

  it('takes 20 to 80 ms, or what the request asks for', async () => {
    const visit = await signedIn(system());
    const took = async (path: string) => {
      const start = performance.now();
      await visit.get(path);
      return performance.now() - start;
    };
    expect(await took(`/api/patients/${REED.nhsNumber}`)).toBeGreaterThan(18);
    expect(await took(`/api/patients/${REED.nhsNumber}?delay=150`)).toBeGreaterThan(145);
  });

  it('ends the session at log-out', async () => {
    const visit = await signedIn(system());
    await visit.post('/logout', {});
    expect(await (await visit.get('/')).text()).toContain('id="login-form"');
    expect((await visit.get('/api/appointments')).status).toBe(401);
  });
});
