import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Wanted } from '../../conformance/wanted.ts';
import type { Person } from '../../sandbox/people/person.ts';
import { bend, only, withWords } from './bent-service.ts';
import { browserOf, type Checked, check, idsOf, personWith, startChecked } from './checked-sandbox.ts';

let checked: Checked;
let person: Person;

beforeAll(async () => {
  checked = await startChecked('operation');
  person = personWith('notForCpr', checked.sandbox);
});
afterAll(() => checked.sandbox.stop());
afterEach(() => vi.unstubAllGlobals());

const signingIn = (changes: Partial<Wanted> = {}): Partial<Wanted> => ({
  token: null,
  clientId: checked.sandbox.planService.clientId,
  odsCode: null,
  say: browserOf(checked.sandbox, 'out-of-hours'),
  ...changes,
});

const SIGN_IN = ['sign-in', 'id-token-name', 'id-token-role', 'renewal', 'token-accepted', 'revocation'];

describe('signing in at the terminal', () => {
  it('is done as the product does it, renewed, and ended', async () => {
    const report = await check(checked, person, signingIn());
    expect(idsOf(report, 'fail')).toEqual([]);
    expect(idsOf(report, 'pass')).toEqual(expect.arrayContaining(SIGN_IN));
  });

  it('acts in one role of somebody who has several: the first, or the one that is asked for', async () => {
    const say = browserOf(checked.sandbox, 'bank-nurse');
    const [nurse, clinician] = checked.sandbox.accounts.find(({ username }) => username === 'bank-nurse')?.roles ?? [];
    const { people, plans } = checked.sandbox;
    const planned = new Set(plans.filter(({ state }) => state === 'notForCpr').map(({ patientId }) => patientId));
    const atHome = people.persons.find((one) => planned.has(one.patientId) && one.careHome === undefined);
    if (!atHome) throw new Error('Everybody with a plan lives in a home');
    const asNurse = await check(checked, atHome, signingIn({ say }));
    expect(asNurse.rows.find(({ id }) => id === 'id-token-role')).toMatchObject({
      outcome: 'pass',
      reason: expect.stringContaining('2 roles'),
    });
    // The home's nurse is kept from this patient; the clinician is not.
    expect(idsOf(asNurse, 'fail')).toEqual([]);
    expect(idsOf(asNurse, 'not checked')).toContain('look-up');
    for (const chosen of [{ roleId: clinician?.id ?? '' }, { odsCode: clinician?.odsCode ?? '' }]) {
      const asClinician = await check(checked, atHome, signingIn({ say, ...chosen }));
      expect(idsOf(asClinician, 'fail')).toEqual([]);
      expect(idsOf(asClinician, 'pass')).toEqual(expect.arrayContaining(['look-up', 'audit']));
    }
    const unlike = await check(checked, atHome, signingIn({ say, roleId: nurse?.id ?? '', odsCode: 'X26' }));
    expect(idsOf(unlike, 'not checked')).toContain('look-up');
  });

  it('tells the person an address that names no patient, and nobody a token', async () => {
    const said: string[] = [];
    const open = browserOf(checked.sandbox, 'nurse');
    const say = (line: string) => {
      said.push(line);
      open(line);
    };
    await check(checked, person, signingIn({ say }));
    expect(said.join('\n')).toContain('code_challenge_method=S256');
    expect(said.join('\n')).not.toContain(person.nhsNumber);
  });

  it('without a refresh token is signed in until the access token expires', async () => {
    bend(only(({ address }) => address.endsWith('/token'), withWords('"refresh_token":', '"other":')));
    const report = await check(checked, person, signingIn());
    expect(idsOf(report, 'fail')).toEqual([]);
    expect(idsOf(report, 'not offered')).toEqual(expect.arrayContaining(['renewal', 'revocation']));
  });

  it('that the service refuses leaves open whatever needs a token', async () => {
    const report = await check(
      checked,
      person,
      signingIn({ clientId: 'nobody', say: backWith('error=access_denied') }),
    );
    expect(idsOf(report, 'fail')).toEqual(['sign-in']);
    expect(report.rows.find(({ id }) => id === 'look-up')).toMatchObject({
      outcome: 'not checked',
      reason: 'Nobody is signed in.',
    });
  });

  it.each(['state=other&code=1', 'code=1', ''])('is not fooled by somebody else’s way back: %s', async (query) => {
    const report = await check(checked, person, signingIn({ say: backWith(query) }));
    expect(idsOf(report, 'fail')).toEqual(['sign-in']);
  });

  it('with neither token nor client leaves rows open', async () => {
    const report = await check(checked, person, { token: null });
    expect(idsOf(report, 'fail')).toEqual([]);
    expect(idsOf(report, 'pass')).toEqual(
      expect.arrayContaining(['discovery', 'pkce', 'no-token', 'wrong-token', 'capability']),
    );
    expect(report.rows.find(({ id }) => id === 'patient-search')?.outcome).toBe('not checked');
  });

  it('with neither is checked all the same, where the service asks for none', async () => {
    const { token } = checked;
    bend(({ headers, ask }) => {
      const known = new Headers(headers);
      known.set('authorization', `Bearer ${token}`);
      return ask({ headers: known });
    });
    const report = await check(checked, person, { token: null });
    expect(idsOf(report, 'fail')).toEqual(['no-token', 'wrong-token']);
    expect(idsOf(report, 'pass')).toEqual(
      expect.arrayContaining(['patient-search', 'document-operation', 'look-up', 'cpr']),
    );
    const accepted = report.rows.find(({ id }) => id === 'token-accepted');
    expect(accepted).toMatchObject({ outcome: 'not checked', reason: expect.stringContaining('asked without one') });
    // A request that every row hangs on is named for one of them.
    const [asked] = report.rows.find(({ id }) => id === 'no-token')?.requestIds ?? [];
    const naming = report.rows.filter(({ requestIds }) => requestIds.includes(asked ?? ''));
    expect(naming.map(({ id }) => id)).not.toContain('patient-search');
  });
});

/** A browser that comes back at once, with this. */
function backWith(query: string): Wanted['say'] {
  return (line) => {
    if (!URL.canParse(line.trim())) return;
    const { searchParams } = new URL(line.trim());
    const back = new URLSearchParams(query);
    if (back.has('error')) {
      back.set('state', searchParams.get('state') ?? '');
      back.set('iss', checked.sandbox.planService.issuer);
    }
    void fetch(`${searchParams.get('redirect_uri')}?${back}`);
  };
}
